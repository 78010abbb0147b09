import Kernel
import Testing

/// Values and schemas from YAML written in a test.
enum SchemaTesting {
    static func node(_ yaml: String) throws -> Node {
        var sources = SourceMap()
        let result = YAMLReader.read(sources.add(path: "test.yaml", bytes: Array(yaml.utf8)))
        try #require(result.isSound, "the test's own YAML is faulty: \(result.diagnostics.map { $0.message(.en) })")
        return try #require(result.document).root
    }

    static func schema(_ yaml: String, _ dialect: SchemaDialect = .standard) throws -> Schema {
        let result = Schema.compile(try node(yaml), dialect: dialect)
        return try #require(result.schema, "\(result.diagnostics.map { $0.message(.en) })")
    }

    static func faults(_ yaml: String, _ dialect: SchemaDialect = .standard) throws -> [Diagnostic] {
        let result = Schema.compile(try node(yaml), dialect: dialect)
        #expect((result.schema == nil) == result.diagnostics.contains { $0.severity == .error })
        return result.diagnostics
    }

    /// A value that no file holds.
    static func node(_ value: Node.Value) -> Node { Node(value, at: SourceSpan(startOf: .init(0))) }

    static func pair(_ key: String, _ value: Node.Value) -> NodeMap.Pair {
        .init(key: key, keySpan: SourceSpan(startOf: .init(0)), value: node(value))
    }
}

extension Diagnostic {
    /// Line and column of the place, as an editor shows them.
    var place: String { span.map { "\($0.start.line):\($0.start.column)-\($0.end.column)" } ?? "nowhere" }
}
