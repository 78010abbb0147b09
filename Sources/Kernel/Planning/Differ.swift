/// Finds the typed difference of two configurations, field by field.
struct Differ {
    /// The schema of a composed variant, which says where lists have identities; nil compares lists as a whole.
    let view: SchemaView?

    func changes(from live: ConfigurationState, to wanted: ConfigurationState) -> [Change] {
        let keys = Set(live.documents.keys).union(wanted.documents.keys).sorted()
        return keys.flatMap { key -> [Change] in
            compare(live.documents[key], wanted.documents[key], key: key)
        }
    }

    private func compare(_ before: JSONValue?, _ after: JSONValue?, key: ConfigurationState.Key) -> [Change] {
        if key.kind == .module { return module(before, after, key: key) }
        var found: [Change] = []
        guard let before, let after else {
            if before != nil || after != nil { found.append(change(key, [], before, after)) }
            return found
        }
        if key.kind == .variant {
            // The body's keys are the variant's own; the rest of a release stands beside them.
            walk(before["body"], after["body"], Place(view, around: nil), key: key, path: [], into: &found)
            for name in ["title", "description", "modules", "calendar", "locks"] {
                walk(before[name], after[name], Place(nil, around: nil), key: key, path: [name], into: &found)
            }
        } else if key.kind == .offering {
            // Each date is a change of its own, the first and the last one too.
            walk(Self.withDates(before), Self.withDates(after), Place(nil, around: nil), key: key, path: [], into: &found)
        } else if key.kind == .calendar {
            walk(Self.byHoliday(before), Self.byHoliday(after), Place(nil, around: nil), key: key, path: [], into: &found)
        } else {
            walk(before, after, Place(nil, around: nil), key: key, path: [], into: &found)
        }
        return found
    }

    /// A calendar with its holidays by their names, so that each is a change of its own.
    private static func byHoliday(_ calendar: JSONValue) -> JSONValue {
        guard case .object(let pairs) = calendar, let holidays = calendar["holidays"]?.array, let ids = ids(holidays, "holiday"),
            Set(ids).count == ids.count
        else { return calendar }
        let named = JSONValue.object(zip(ids, holidays).map { ($0, $1) })
        return .object(pairs.map { ($0.key, $0.key == "holidays" ? named : $0.value) })
    }

    private static func withDates(_ offering: JSONValue) -> JSONValue {
        guard case .object(let pairs) = offering, offering["dates"] == nil else { return offering }
        return .object(pairs + [("dates", .object([]))])
    }

    /// A module's manifest is long: it counts as one change, which `ModuleImpact` takes apart by tables.
    private func module(_ before: JSONValue?, _ after: JSONValue?, key: ConfigurationState.Key) -> [Change] {
        let names = ["version", "digest", "title", "settings"]
        func head(_ document: JSONValue?) -> JSONValue? {
            document.map { document in .object(names.compactMap { name in document[name].map { (name, $0) } }) }
        }
        guard let before, let after else {
            guard before != nil || after != nil else { return [] }
            var found = change(key, [], head(before), head(after))
            found.whole = after
            return [found]
        }
        var found: [Change] = []
        for name in names {
            let view = name == "settings" && before[name] != after[name] ? Self.settings(after) : nil
            walk(before[name], after[name], Place(view, around: nil), key: key, path: [name], into: &found)
        }
        if before["manifest"] != after["manifest"] {
            var manifest = change(key, ["manifest"], nil, nil)
            manifest.kind = .changed
            manifest.whole = after
            found.append(manifest)
        }
        return found
    }

    /// What a module's manifest says of its settings; nil where it has none.
    private static func settings(_ document: JSONValue) -> SchemaView? {
        var sources = SourceMap()
        guard let manifest = document["manifest"]?.string.flatMap({ try? JSONValue(parsing: Array($0.utf8)) }),
            let settings = manifest["settings"], let schemas = try? KindSchemas(languages: [], sources: &sources)
        else { return nil }
        let node = Node(json: settings, at: SourceSpan(startOf: .init(0)))
        return Schema.compile(schemas.standalone(node), dialect: .project).schema?.root
    }

    /// What the schema says of a place, with what it inherits from the places around it.
    private struct Place {
        var view: SchemaView?
        var running: RunningChange?
        var isItem = false

        init(_ view: SchemaView?, around outer: Place?, isItem: Bool = false) {
            self.view = view
            self.isItem = isItem
            running = view?.running ?? outer?.running
        }

        /// The place as the branches have it that the old and the new value choose.
        func applying(to values: JSONValue?...) -> Place {
            let nowhere = SourceSpan(startOf: .init(0))
            var place = self
            place.view = view?.applying(to: values.compactMap { $0.map { Node(json: $0, at: nowhere) } })
            place.running = place.view?.running ?? running
            return place
        }
    }

    private func change(
        _ key: ConfigurationState.Key, _ inner: [String], _ before: JSONValue?, _ after: JSONValue?, at place: Place? = nil
    ) -> Change {
        Change(
            path: (key.path + inner).joined(separator: "."), kind: before == nil ? .added : after == nil ? .removed : .changed,
            before: before, after: after, key: key, inner: inner, running: place?.running, isItem: place?.isItem ?? false,
            takesItems: after == nil && Self.holdsItems(before, place?.view))
    }

    /// Whether there are items of a list by identity in a value, however deep: they go with the key of their list.
    private static func holdsItems(_ value: JSONValue?, _ view: SchemaView?) -> Bool {
        guard let value, let view = view?.applying(to: [Node(json: value, at: SourceSpan(startOf: .init(0)))]), !view.isEmpty else {
            return false
        }
        switch value {
        case .object(let members): return members.contains { holdsItems($0.value, view.property($0.key)) }
        case .array(let items):
            let item = view.item
            return !items.isEmpty && item.identity != nil || items.contains { holdsItems($0, item) }
        default: return false
        }
    }

    private func walk(
        _ before: JSONValue?, _ after: JSONValue?, _ around: Place, key: ConfigurationState.Key, path: [String],
        into found: inout [Change]
    ) {
        if before == after { return }
        let place = around.applying(to: before, after)
        let view = place.view
        if case .object(let old)? = before, case .object(let new)? = after, view?.atomic != true, !Self.isText(old), !Self.isText(new) {
            let names = new.map(\.key) + old.map(\.key).filter { name in !new.contains { $0.key == name } }
            for name in names.sorted() {
                walk(
                    before?[name], after?[name], Place(view?.property(name), around: place), key: key, path: path + [name], into: &found)
            }
            return
        }
        if case .array(let old)? = before, case .array(let new)? = after, let view, let identity = view.item.identity,
            let oldIDs = Self.ids(old, identity), let newIDs = Self.ids(new, identity)
        {
            let item = Place(view.item, around: place, isItem: true)
            for id in newIDs + oldIDs.filter({ !newIDs.contains($0) }) {
                let was = oldIDs.firstIndex(of: id).map { old[$0] }
                let becomes = newIDs.firstIndex(of: id).map { new[$0] }
                walk(was, becomes, item, key: key, path: path + [id], into: &found)
            }
            let (stayedOld, stayedNew) = (oldIDs.filter(newIDs.contains), newIDs.filter(oldIDs.contains))
            if stayedOld != stayedNew {
                var moved = change(
                    key, path, .array(stayedOld.map(JSONValue.string)), .array(stayedNew.map(JSONValue.string)), at: place)
                moved.kind = .moved
                found.append(moved)
            }
            return
        }
        found.append(change(key, path, before, after, at: place))
    }

    /// A text by language is one value to a reader, not one for each language.
    private static func isText(_ pairs: [(key: String, value: JSONValue)]) -> Bool {
        !pairs.isEmpty && pairs.allSatisfy { Language(rawValue: $0.key) != nil }
    }

    private static func ids(_ items: [JSONValue], _ identity: String) -> [String]? {
        let ids = items.compactMap { $0[identity]?.string }
        return ids.count == items.count ? ids : nil
    }
}
