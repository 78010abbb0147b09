/// Where the instant of a moment is found, read from its path.
public enum MomentSource: Sendable, Hashable {
    case activityOpens
    case activityDue
    case offeringStart
    /// A deadline of the record's own workflow.
    case deadline(String)
    /// A deadline of a record above it.
    case deadlineAbove(kind: String, name: String)
    /// A field of type date or instant.
    case field(String)
    /// A letter of the module about the record was written.
    case noticeAnnounced(String)
    /// A letter of the module about the record reached its person.
    case noticeNotified(String)
    /// The record, or one above it, entered a state.
    case state(kind: String, state: String)
    /// The last such event about the record, by its full name.
    case event(String)

    /// Reads a path; nil if it names nothing that the record knows of.
    ///
    /// `activity.due` and the like come first, then deadlines and fields, events, `LETTER.announced` and `LETTER.notified`, and
    /// `RECORD.STATE` or `RECORD.DEADLINE`.
    ///
    /// - Parameters:
    ///   - type: the record whose moment it is.
    ///   - index: what the modules declare.
    public init?(_ path: String, of type: RecordType, in index: DeclarationIndex) {
        let fixed: [String: MomentSource] = [
            "activity.opens": .activityOpens, "activity.due": .activityDue, "offering.start": .offeringStart,
        ]
        let module = index.modules[type.module]
        let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if let source = fixed[path] {
            self = source
        } else if type.workflow?.deadline(path) != nil {
            self = .deadline(path)
        } else if let field = type.field(path), field.isMoment {
            self = .field(path)
        } else if let event = Self.event(path, in: module) {
            self = .event(event)
        } else if parts.count == 2, module?.notice(parts[0]) != nil, parts[1] == "announced" {
            self = .noticeAnnounced(parts[0])
        } else if parts.count == 2, module?.notice(parts[0]) != nil, parts[1] == "notified" {
            self = .noticeNotified(parts[0])
        } else if let state = Self.state(path, of: type, in: index) {
            self = state
        } else if let deadline = Self.deadline(path, above: type, in: index) {
            self = deadline
        } else {
            return nil
        }
    }

    /// `RECORD.STATE`, or `MODULE.RECORD.STATE` for a record of another module.
    private static func state(_ path: String, of type: RecordType, in index: DeclarationIndex) -> MomentSource? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let (record, state) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
        for candidate in index.line(of: type) where candidate.id == record || candidate.name == record && candidate.module == type.module {
            if candidate.workflow?.state(state) != nil { return .state(kind: candidate.id, state: state) }
        }
        return nil
    }

    /// `RECORD.DEADLINE` of a record above.
    private static func deadline(_ path: String, above type: RecordType, in index: DeclarationIndex) -> MomentSource? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        let (record, name) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
        let above = index.line(of: type).dropFirst().first { candidate in
            (candidate.id == record || candidate.name == record && candidate.module == type.module)
                && candidate.workflow?.deadline(name) != nil
        }
        return above.map { .deadlineAbove(kind: $0.id, name: name) }
    }

    private static func event(_ path: String, in module: ModuleDeclarations?) -> String? {
        if path.hasPrefix("kernel.") { return path }
        guard let module else { return nil }
        let name = "\(module.module).\(path)"
        if module.event(path) != nil { return name }
        for record in module.records {
            let own = ["created", "updated", "deleted"].map { "\(record.name).\($0)" }
            if own.contains(path) { return name }
            for transition in record.workflow?.transitions ?? [] where (transition.event ?? "\(record.name).\(transition.name)") == path {
                return name
            }
        }
        return nil
    }
}

extension Field {
    /// Whether it holds a day or an instant.
    var isMoment: Bool {
        switch type {
        case .date, .instant: true
        default: false
        }
    }
}
