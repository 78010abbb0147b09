import Kernel

/// A plan of Grep with all that belongs to it, as the store has it now.
struct GrepPlan {
    /// An element with the object as it came.
    struct Object {
        var item: CurriculumItem
        var raw: JSONValue
        var modified: String?
    }

    struct Tie {
        var from: String
        var kind: Link.Kind
        var to: String
        var position: Int
    }

    static let types = [GrepType.plan, "laereplaner"]
    private static let sets: Set<String> = [GrepType.set, "kompetansemaalsett"]
    private static let aims: Set<String> = [GrepType.aim, "kompetansemaal"]

    let framework: StoredFramework
    let plan: Object
    /// In their order.
    let sets: [Object]
    let aims: [Object]
    let coreElements: [Object]
    /// The links of the plan and of what belongs to it.
    let ties: [Tie]
    /// Everything that they point at and that the store has, by name; also plans of such.
    let others: [String: Object]

    init(_ plan: CurriculumItem, _ framework: StoredFramework, _ reading: borrowing some ReportReading & ~Copyable) throws {
        self.framework = framework
        let own = try Self.objects([.init("plan", .oneOf([plan.code]))], reading).filter { $0.item.framework == plan.framework }
        self.plan = own.first { $0.item.name == plan.name } ?? Object(item: plan, raw: .object([]))
        func ordered(_ fits: (Object) -> Bool) -> [Object] {
            own.filter(fits).sorted { ($0.item.position, $0.item.code) < ($1.item.position, $1.item.code) }
        }
        sets = ordered { Self.sets.contains($0.item.type) }
        aims = ordered { Self.aims.contains($0.item.type) }
        coreElements = ordered { $0.item.type == GrepType.coreElement }
        let current = Set(own.map(\.item.revision))
        ties = try reading.records(
            RecordQuery("curriculum.link", ["revision", "from", "kind", "to", "position"], [.init("plan", .oneOf([plan.code]))])
        ).compactMap { record in
            guard let kind = record["kind"]?.string.flatMap(Link.Kind.init(rawValue:)), let from = record["from"]?.string,
                let to = record["to"]?.string, let revision = record["revision"]?.integer, current.contains(Int64(revision))
            else { return nil }
            return Tie(from: from, kind: kind, to: to, position: record["position"]?.integer ?? 0)
        }
        let direct = try Self.named(ties.map(\.to), reading)
        let plans = direct.compactMap { object in object.item.plan.map { "\(object.item.framework)/\($0)" } }
        others = Dictionary((direct + (try Self.named(plans, reading))).map { ($0.item.name, $0) }) { first, _ in first }
    }

    private static func named(_ names: [String], _ reading: borrowing some ReportReading & ~Copyable) throws -> [Object] {
        try Array(Set(names)).sorted().chunks(of: 500).flatMap { try objects([.init("name", .oneOf($0))], reading) }
    }

    private static func objects(
        _ conditions: [RecordQuery.FieldCondition], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [Object] {
        let query = RecordQuery(
            "curriculum.revision", CurriculumItem.fields + ["raw", "modified"], conditions + [.init("until", .isEmpty)])
        return try reading.records(query).map { record in
            Object(
                item: CurriculumItem(record), raw: try JSONValue(parsing: Array((record["raw"]?.string ?? "{}").utf8)),
                modified: record["modified"]?.string)
        }
    }

    /// The language in which a plan was enacted, as far as the plan says.
    func enacted(_ object: Object) -> String {
        if let code = object.raw["fastsettelsesinformasjon"]?["fastsatt-spraak"]?["kode"]?.string, !code.isEmpty {
            return GrepTexts.tag(code)
        }
        let title = object.item.title
        if let text = title["default"], let same = title.entries.first(where: { $0.language != "default" && $0.text == text }) {
            return same.language
        }
        return framework.language ?? "nb"
    }
}
