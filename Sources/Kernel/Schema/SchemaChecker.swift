/// Checks many values by one schema, and keeps what it learns of the patterns from one to the next.
///
/// It says of each value what `Schema.validate` says.
final class SchemaChecker {
    let schema: Schema
    private let rule: Int
    private let memory: PatternMemory

    init(_ schema: Schema) {
        self.schema = schema
        rule = 0
        memory = PatternMemory(schema.compiled)
    }

    /// Checks by one of the root's `$defs`; nil where there is none of that name.
    init?(_ schema: Schema, definition: String) {
        guard let rule = schema.compiled.definitions[Name(definition)] else { return nil }
        self.schema = schema
        self.rule = rule
        memory = PatternMemory(schema.compiled)
    }

    /// Checks a value, and finds all that is wrong with it.
    func validate(_ node: Node, options: ValidationOptions = []) -> [Diagnostic] {
        schema.validate(node, rule: rule, options: options, memory: memory)
    }

    /// The value with the default of every absent key filled in, by the whole schema.
    func defaults(for node: Node) -> Node { schema.defaults(for: node, memory: memory) }
}
