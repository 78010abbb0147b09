import GRDB

/// What a plan shows of rules that become others.
extension ModuleImpact {
    /// A change for each rule that becomes another: who may do what, from when and until when, what is hidden, what a limit is.
    ///
    /// - Parameter told: what the plan says of the module already; a place among it gets what stood there before and after.
    func rules(of module: Change, _ manifest: JSONValue?, _ installed: [RecordType], told: inout [Change]) throws -> [Change] {
        guard let manifest, let before = try ModuleInstallation(id: module.key.id, db: db, formers: formers).manifest() else { return [] }
        let tables = Set(told.map(\.inner))
        var changes: [Change] = []
        for difference in ModuleRules(before: before, after: manifest, told: tables).differences {
            if let known = told.firstIndex(where: { $0.inner == difference.path }) {
                if told[known].before == nil && told[known].after == nil {
                    (told[known].before, told[known].after) = (difference.before, difference.after)
                    told[known].kind = Self.kind(difference)
                }
                continue
            }
            var change = Change(
                path: (module.key.path + difference.path).joined(separator: "."), kind: Self.kind(difference), before: difference.before,
                after: difference.after, key: module.key, inner: difference.path)
            let (work, isHidden) = try touched(difference, before, manifest, installed)
            change.work = work
            let (gained, lost) = Self.actors(difference)
            if change.work > 0 && Self.touchesPeople(difference) || !gained.isEmpty { change.risk = .affectsPeople }
            change.note = Self.note(gained, lost)
            try changes.append(change.isOfActivities ? completion(change, of: module) : change.uncounted(isHidden))
        }
        return changes
    }

    private static func kind(_ difference: ModuleRules.Difference) -> Change.Kind {
        difference.before == nil ? .added : difference.after == nil ? .removed : .changed
    }

    /// Whether people who have work there meet something else than they did.
    private static func touchesPeople(_ difference: ModuleRules.Difference) -> Bool {
        switch difference.path.first {
        // A limit that takes more than it did is noticed by nobody; one that takes less is a change of the table.
        case "records": difference.path.count != 5 || ["sealed", "decided", "fixed", "personal"].contains(difference.path.last)
        case "workflows": difference.path.count > 2 && difference.path[2] != "deadlines"
        default: false
        }
    }

    /// How many records the rule is about: those of the kind, or for a step those from which it leads; and whether that is not told.
    private func touched(
        _ difference: ModuleRules.Difference, _ before: JSONValue, _ after: JSONValue, _ installed: [RecordType]
    ) throws -> (work: Int, isHidden: Bool) {
        let path = difference.path
        func former(_ containers: [String], _ name: String) -> String {
            func inside(_ root: JSONValue) -> JSONValue? { containers.reduce(root) { $0[$1] ?? .null } }
            let names = [name] + (inside(after)?[name]?["was"]?.array ?? []).compactMap(\.string)
            return names.first { inside(before)?[$0] != nil } ?? name
        }
        switch path.first {
        case "records" where path.count > 2:
            let name = former(["records"], path[1])
            guard let type = installed.first(where: { $0.name == name }) else { return (0, false) }
            return (try rows(type), type.isVeiled)
        case "workflows" where path.count > 1:
            let name = former(["workflows"], path[1])
            let types = installed.filter { $0.workflow?.name == name }
            let isHidden = types.contains(where: \.isVeiled)
            guard path.count > 3, path[2] == "transitions" else {
                let count = path.count > 2 ? 0 : try types.reduce(0) { try $0 + rows($1) }
                return (count, isHidden)
            }
            let step = types.first?.workflow?.transition(former(["workflows", name], path[3]))
            let words = after["workflows"]?[path[1]]?["transitions"]?[path[3]]?["from"]
            let from = step?.from ?? words?.array?.compactMap(\.string) ?? words?.string.map { [$0] } ?? []
            // In which state a sealed record is, is sealed too.
            return (try types.reduce(0) { try $0 + ($1.isVeiled ? rows($1) : rows($1, in: from)) }, isHidden)
        default: return (0, false)
        }
    }

    private func rows(_ type: RecordType, in states: [String]) throws -> Int {
        guard try db.tableExists(type.table) else { return 0 }
        let sql = "SELECT count(*) FROM \(SQLName.quoted(type.table)) WHERE _state IN (SELECT value FROM json_each(?))"
        return try Int.fetchOne(db, sql: sql, arguments: [JSONValue.array(states.map(JSONValue.string)).compact]) ?? 0
    }

    /// Those who from now on may do what they could not, and those who no longer may.
    private static func actors(_ difference: ModuleRules.Difference) -> (gained: [String], lost: [String]) {
        guard let name = difference.path.last, ["create", "update", "delete", "by"].contains(name), difference.path.count > 2,
            difference.path.first != "records" || difference.path.count == 3
        else { return ([], []) }
        func names(_ value: JSONValue?) -> [String] {
            let by = value?["by"] ?? value
            return by?.array?.compactMap(\.string) ?? by?.string.map { [$0] } ?? []
        }
        let (old, new) = (names(difference.before), names(difference.after))
        return (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
    }

    private static func note(_ gained: [String], _ lost: [String]) -> Text? {
        let (more, fewer) = (gained.joined(separator: ", "), lost.joined(separator: ", "))
        switch (gained.isEmpty, lost.isEmpty) {
        case (true, true): return nil
        case (false, true):
            return Text(
                nb: "\(more) kan heretter gjøre dette", nn: "\(more) kan heretter gjere dette", en: "\(more) may do this from now on")
        case (true, false):
            return Text(
                nb: "\(fewer) kan ikke lenger gjøre dette", nn: "\(fewer) kan ikkje lenger gjere dette",
                en: "\(fewer) may no longer do this")
        case (false, false):
            return Text(
                nb: "\(more) kan heretter gjøre dette, \(fewer) ikke lenger", nn: "\(more) kan heretter gjere dette, \(fewer) ikkje lenger",
                en: "\(more) may do this from now on, \(fewer) no longer")
        }
    }
}
