import Kernel
import KernelTesting
import Testing

/// What the readers make of the files in `Tests/Fixtures/diagnostics`: the faults as people see them, and the value of a sound file.
@Test func documentsReadAsTheGoldenFilesSay() throws {
    let golden = GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics/documents")
    let mismatches = try golden.run { inputs in
        var sources = SourceMap()
        var faults = Diagnostics()
        var values = ""
        for input in inputs {
            let file = sources.add(path: input.path, bytes: input.bytes)
            let result = input.path.hasSuffix(".json") ? JSONReader.read(file) : YAMLReader.read(file)
            faults.report(contentsOf: result.diagnostics)
            if result.isSound, let document = result.document { values += document.root.json.pretty + "\n" }
        }
        return TextRenderer(language: .en).render(faults, in: sources) + values
    }
    for mismatch in mismatches { Issue.record("\(mismatch)") }
    #expect(try golden.names().count >= 25)
}
