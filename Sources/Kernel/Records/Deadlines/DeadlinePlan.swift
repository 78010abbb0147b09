/// What must be computed when: the deadlines of each kind of record in the order in which they depend on each other, and the kinds whose
/// deadlines count from another record's states.
public struct DeadlinePlan: Sendable {
    /// A kind whose deadlines change with a record above it.
    struct Dependent: Sendable {
        var kind: String
        /// Selects the numbers of its records under the record whose number is bound.
        var sql: String
    }

    public let index: DeclarationIndex
    /// The kinds that have deadlines, by name.
    let types: [RecordType]
    /// By kind.
    let rules: [String: [DeadlineRule]]
    /// By the kind of the record above, `kernel.enrolment` among them.
    let dependents: [String: [Dependent]]
    /// The kinds above each kind whose deadlines count from what happens to it.
    let above: [String: Set<String>]

    public init(_ index: DeclarationIndex) {
        self.index = index
        types = index.typesWithDeadlines
        var rules: [String: [DeadlineRule]] = [:]
        var dependents: [String: [Dependent]] = [:]
        var above: [String: Set<String>] = [:]
        for type in types {
            rules[type.id] = Self.ordered(type.workflow?.deadlines ?? [])
            let sources = (type.workflow?.deadlines ?? []).flatMap(\.moments).compactMap { MomentSource($0.path, of: type, in: index) }
            for kind in Set(sources.compactMap(\.stateKind)).sorted() where kind != type.id {
                if let sql = Self.descent(from: kind, to: type, index) {
                    dependents[kind, default: []].append(.init(kind: type.id, sql: sql))
                }
            }
            if sources.contains(.activityDue), let sql = Self.enrolled(type, index) {
                dependents["kernel.enrolment", default: []].append(.init(kind: type.id, sql: sql))
            }
        }
        self.rules = rules
        self.dependents = dependents
        for type in index.types.values {
            let events = type.eventNames
            for upper in index.line(of: type).dropFirst() where rules[upper.id] != nil {
                let sources = (upper.workflow?.deadlines ?? []).flatMap(\.moments).compactMap {
                    MomentSource($0.path, of: upper, in: index)
                }
                let listens = sources.contains { if case .event(let name) = $0 { events.contains(name) } else { false } }
                let waits =
                    type.parent == upper.id && type.module == upper.module
                    && sources.contains {
                        switch $0 {
                        case .noticeNotified(let name), .noticeAnnounced(let name): type.sends(name)
                        default: false
                        }
                    }
                let isHeld = (upper.workflow?.deadlines ?? []).contains { $0.openWhile.contains { $0.record == type.id } }
                if listens || isHeld || waits { above[type.id, default: []].insert(upper.id) }
            }
        }
        self.above = above
    }

    /// Whether what happens to records of a kind can change a deadline.
    func concerns(_ kind: String) -> Bool { rules[kind] != nil || dependents[kind] != nil || above[kind] != nil }

    /// Those that others count from come first; a circle, which the check of workflows refuses, keeps the order of the file.
    private static func ordered(_ rules: [DeadlineRule]) -> [DeadlineRule] {
        var left = rules
        var ordered: [DeadlineRule] = []
        while !left.isEmpty {
            let names = Set(left.map(\.name))
            let next = left.firstIndex { rule in rule.moments.allSatisfy { $0.path == rule.name || !names.contains($0.path) } } ?? 0
            ordered.append(left.remove(at: next))
        }
        return ordered
    }

    /// The numbers of a type's records under one record of a kind above it.
    private static func descent(from kind: String, to type: RecordType, _ index: DeclarationIndex) -> String? {
        let line = index.line(of: type)
        guard let position = line.firstIndex(where: { $0.id == kind }), position > 0 else { return nil }
        var sql = "?"
        for (step, below) in line[..<position].enumerated().reversed() {
            guard let column = below.parentField.map(SQLName.column) else { return nil }
            let condition = step == position - 1 ? "= \(sql)" : "IN (\(sql))"
            sql = "SELECT _id FROM \(SQLName.quoted(below.table)) WHERE \(SQLName.quoted(column)) \(condition)"
        }
        return sql + " ORDER BY _id"
    }

    /// The numbers of a type's records that belong to an enrolment.
    private static func enrolled(_ type: RecordType, _ index: DeclarationIndex) -> String? {
        let line = index.line(of: type)
        for (position, above) in line.enumerated() {
            let column: String? =
                above.parent == "kernel.enrolment"
                ? above.parentField.map(SQLName.column)
                : above.fields.first { field in
                    guard field.isRequired, case .reference(let reference) = field.type else { return false }
                    return reference.target == "kernel.enrolment" && reference.by == nil
                }?.column
            guard let column else { continue }
            let own = "SELECT _id FROM \(SQLName.quoted(above.table)) WHERE \(SQLName.quoted(column)) = ?"
            var sql = own
            for below in line[..<position].reversed() {
                guard let column = below.parentField.map(SQLName.column) else { return nil }
                sql = "SELECT _id FROM \(SQLName.quoted(below.table)) WHERE \(SQLName.quoted(column)) IN (\(sql))"
            }
            return sql + " ORDER BY _id"
        }
        return nil
    }
}

extension DeadlineRule {
    /// Every moment that it names.
    var moments: [Moment] { after.moments + (stops?.moments ?? []) + (outer?.after.moments ?? []) + (once.map { [$0] } ?? []) }
}

extension MomentSource {
    /// The kind of record whose state or deadline it waits for.
    var stateKind: String? {
        switch self {
        case .state(let kind, _), .deadlineAbove(let kind, _): kind
        default: nil
        }
    }
}

extension RecordType {
    /// The full names of the events that acts on such a record leave.
    fileprivate var eventNames: Set<String> {
        let own = ["created", "updated", "deleted"].map { "\(id).\($0)" }
        let steps = (workflow?.transitions ?? []).map { "\(module).\($0.event ?? "\(name).\($0.name)")" }
        return Set(own + steps)
    }
}
