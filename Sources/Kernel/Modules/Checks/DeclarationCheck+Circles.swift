/// Records that must refer to each other before any of them can be made.
extension DeclarationCheck {
    /// A reference that a record must have, or the record above it.
    private struct Need {
        var record: String
        /// The name under which the other stands.
        var name: String
        var target: String
        var isParent: Bool
        var span: SourceSpan
    }

    /// The shortest circle through a record, unless it was told of at one that stands before it.
    mutating func checkCircle(_ type: RecordType, _ node: Node) {
        guard let circle = circle(from: type), circle.contains(where: { !$0.isParent }) else { return }
        let before = module.records.prefix { $0.id != type.id }
        guard !before.contains(where: { self.circle(from: $0)?.contains { $0.record == type.id } ?? false }) else { return }
        let way = circle.map { "\(short($0.record)).\($0.name)" } + [short(type.id)]
        faults.append(.neverMade(type.name, way: way, at: circle[0].isParent ? node["parent"]?.span ?? type.span : circle[0].span))
    }

    /// The shortest way from a record through what it cannot be made without back to itself.
    private func circle(from start: RecordType) -> [Need]? {
        var queue: [[Need]] = needs(of: start).map { [$0] }
        var seen: Set<String> = []
        while !queue.isEmpty {
            let way = queue.removeFirst()
            let end = way[way.count - 1].target
            if end == start.id { return way }
            guard seen.insert(end).inserted, let next = catalog.index.types[end] else { continue }
            queue += needs(of: next).map { way + [$0] }
        }
        return nil
    }

    /// What must be there before a record can be made.
    private func needs(of type: RecordType) -> [Need] {
        // An importer writes all of its records before their references are looked at.
        guard !type.isBulk else { return [] }
        let fields = type.fields.compactMap { field -> Need? in
            guard field.isRequired, field.fallback == nil, !field.isDecided, case .reference(let reference) = field.type,
                !reference.keepsDangling
            else { return nil }
            return Need(record: type.id, name: field.name, target: reference.target, isParent: false, span: field.span)
        }
        guard let parent = type.parent, let name = type.parentField else { return fields }
        return fields + [Need(record: type.id, name: name, target: parent, isParent: true, span: type.span)]
    }
}

extension Diagnostic {
    /// - Parameter way: the fields by which the records need each other, and last the record itself.
    static func neverMade(_ record: String, way: [String], at span: SourceSpan) -> Diagnostic {
        let way = way.joined(separator: " -> ")
        return Diagnostic(
            "record/never-made", .error,
            Text(
                nb: "den første «\(record)» kan aldri lages: den må vise til en som er der fra før",
                nn: "den første «\(record)» kan aldri lagast: han må vise til ein som er der frå før",
                en: "the first '\(record)' can never be made: it must refer to one that is there already"), at: span,
            notes: [Text(nb: "hva som trenger hva: \(way)", nn: "kva som treng kva: \(way)", en: "what needs what: \(way)")],
            help: Text(
                nb: "ta bort required ved en av henvisningene", nn: "ta bort required ved ei av tilvisingane",
                en: "take away required from one of the references"))
    }
}
