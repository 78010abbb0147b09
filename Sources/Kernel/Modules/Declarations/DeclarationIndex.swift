/// What all enabled modules declare, by name.
public struct DeclarationIndex: Sendable {
    /// Every record type, by full name.
    public let types: [String: RecordType]
    /// The declarations of each module, by its id.
    public let modules: [String: ModuleDeclarations]
    /// What things were called before.
    public let formerNames: FormerNames

    public init(_ modules: [ModuleDeclarations]) {
        self.modules = Dictionary(modules.map { ($0.module, $0) }) { first, _ in first }
        formerNames = FormerNames(modules)
        types = Dictionary(modules.flatMap(\.records).map { ($0.id, $0) }) { first, _ in first }
    }

    /// The type and those above it, as far as modules declare them, nearest first.
    public func line(of type: RecordType) -> [RecordType] {
        var line = [type]
        while let parent = line.last?.parent.flatMap({ types[$0] }), !line.contains(where: { $0.id == parent.id }) { line.append(parent) }
        return line
    }

    /// The types whose workflow has deadlines, by name.
    public var typesWithDeadlines: [RecordType] {
        types.values.filter { !($0.workflow?.deadlines.isEmpty ?? true) }.sorted { $0.id < $1.id }
    }
}
