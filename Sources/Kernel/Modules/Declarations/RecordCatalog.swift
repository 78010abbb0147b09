/// Every record type there is, the kernel's own and those of the enabled modules, and where paths from one lead.
///
/// ```swift
/// try catalog.resolve(["enrolment", "person"], from: "notes.note").end   // .record("kernel.person")
/// ```
public struct RecordCatalog: Sendable {
    public let index: DeclarationIndex
    /// The roles that the kernel and the enabled modules know.
    public let roles: [Role]

    /// - Parameter roles: those of the modules; the kernel's are added.
    public init(_ modules: [ModuleDeclarations], roles: [Role]) {
        index = DeclarationIndex(modules)
        self.roles = Role.kernel + roles
    }

    public func has(_ record: String) -> Bool { KernelRecord(rawValue: record) != nil || index.types[record] != nil }

    /// The words that a path may take from a record: its fields, its parent, and what the kernel knows of every record.
    public func words(of record: String) -> [String] {
        if let kernel = KernelRecord(rawValue: record) { return kernel.references.map(\.name) + kernel.values.map(\.name) }
        guard let type = index.types[record] else { return [] }
        return type.fields.map(\.name) + (type.parentField.map { [$0] } ?? []) + RecordType.systemWords.filter { type.field($0) == nil }
    }

    /// Follows declared references from a record.
    ///
    /// - Returns: the records on the way and what the path ends at.
    /// - Throws: `UnknownStep` for a word that the record there does not have.
    public func resolve(_ path: [String], from record: String) throws(UnknownStep) -> RecordRoute {
        var route = RecordRoute(records: [record], end: .record(record))
        for (position, word) in path.enumerated() {
            guard case .record(let place) = route.end else {
                throw UnknownStep(word: word, position: position, record: nil, known: [])
            }
            guard let end = step(word, from: place) else {
                throw UnknownStep(word: word, position: position, record: place, known: words(of: place))
            }
            route.end = end
            if case .record(let next) = end { route.records.append(next) }
        }
        return route
    }

    private func step(_ word: String, from record: String) -> RecordRoute.End? {
        if let kernel = KernelRecord(rawValue: record) {
            if let reference = kernel.references.first(where: { $0.name == word }) { return .record(reference.target.rawValue) }
            return kernel.values.first { $0.name == word }.map { .value(word: $0.type, type: nil) }
        }
        guard let type = index.types[record] else { return nil }
        if let field = type.field(word) {
            return switch field.type {
            case .reference(let reference) where reference.by == nil: .record(reference.target)
            case .list(let item): .list(item)
            default: .value(word: field.type.word, type: field.type)
            }
        }
        if word == type.parentField, let parent = type.parent { return .record(parent) }
        return switch word {
        case "state" where type.workflow != nil: .state(record)
        case "version", "id": .value(word: "integer", type: nil)
        case "author" where type.tellsWriter: .value(word: "text", type: nil)
        case "created" where type.tellsWriter, "changed" where type.tellsWriter: .value(word: "instant", type: .instant)
        default: nil
        }
    }

    /// Whether a record lies in a record of the kernel: it, one above it, or a reference that one of them must have leads there.
    public func lies(_ type: RecordType, in targets: Set<KernelRecord>) -> Bool {
        index.line(of: type).contains { type in
            let references = type.fields.compactMap { field -> String? in
                guard field.isRequired, case .reference(let reference) = field.type, reference.by == nil else { return nil }
                return reference.target
            }
            return (references + (type.parent.map { [$0] } ?? [])).contains { KernelRecord(rawValue: $0).map(targets.contains) ?? false }
        }
    }
}

extension RecordType {
    /// What the kernel knows of every record, by the words that paths use.
    public static let systemWords = ["id", "state", "version", "author", "created", "changed"]
}

/// Where a path of declared references leads.
public struct RecordRoute: Sendable {
    public enum End: Sendable {
        /// A record, by its full name.
        case record(String)
        /// The state of a record.
        case state(String)
        /// A value: the word for its type, and the type where a module declared it.
        case value(word: String, type: FieldType?)
        /// A list of values.
        case list(FieldType)
    }

    /// The full names of the records on the way, from where it starts.
    public var records: [String]
    public var end: End
}

/// A word of a path that leads nowhere.
public struct UnknownStep: Error, Sendable, Hashable {
    public var word: String
    /// The number of the word, from 0.
    public var position: Int
    /// The record that does not have it; nil where the path has ended at a value already.
    public var record: String?
    public var known: [String]
}
