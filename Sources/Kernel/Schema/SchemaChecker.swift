/// Checks many values by one schema, and keeps what it learns of the patterns from one to the next.
///
/// It says of each value what `Schema.validate` says.
final class SchemaChecker {
    let schema: Schema
    private let memory: PatternMemory

    init(_ schema: Schema) {
        self.schema = schema
        memory = PatternMemory(schema.compiled)
    }

    /// Checks a value, and finds all that is wrong with it.
    func validate(_ node: Node, options: ValidationOptions = []) -> [Diagnostic] {
        schema.validate(node, rule: 0, options: options, memory: memory)
    }

    /// The value with the default of every absent key filled in.
    func defaults(for node: Node) -> Node { schema.defaults(for: node, memory: memory) }
}
