import Kernel
import KernelTesting
import Testing

/// What people see of faults in schemas, and of values that do not satisfy them: `Tests/Fixtures/diagnostics/schema`.
///
/// The first input is the schema; a second is the value. A schema in a file whose name begins with `project` is in
/// the project's dialect, a value in
/// a file whose name begins with `layer` is a part of a whole.
@Test func schemasFaultsReadAsTheGoldenFilesSay() throws {
    let golden = GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics/schema")
    let mismatches = try golden.run { inputs in
        var sources = SourceMap()
        var faults = Diagnostics()
        var schema: Schema?
        for (position, input) in inputs.enumerated() {
            let file = sources.add(path: input.path, bytes: input.bytes)
            let result = input.path.hasSuffix(".json") ? JSONReader.read(file) : YAMLReader.read(file)
            faults.report(contentsOf: result.diagnostics)
            guard let root = result.document?.root else { continue }
            if position == 0 {
                let compiled = Schema.compile(root, dialect: input.path.hasPrefix("project") ? .project : .standard)
                faults.report(contentsOf: compiled.diagnostics)
                schema = compiled.schema
            } else if let schema {
                faults.report(contentsOf: schema.validate(root, options: input.path.hasPrefix("layer") ? .partial : []))
            }
        }
        return TextRenderer(language: .en).render(faults, in: sources)
    }
    for mismatch in mismatches { Issue.record("\(mismatch)") }
    #expect(try golden.names().count >= 20)
}
