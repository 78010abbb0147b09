import Testing

@testable import Kernel

@Suite struct TimeSpanTests {
    private func read(_ yaml: String) throws -> (span: TimeSpan?, diagnostics: [Diagnostic]) {
        var sources = SourceMap()
        let root = try #require(YAMLReader.read(sources.add(path: "x.yaml", bytes: Array("within: \(yaml)".utf8))).document?.root)
        let (span, diagnostics) = TimeSpan.read(try #require(root["within"]))
        return (span, diagnostics)
    }

    @Test(arguments: [
        ("P1Y", "P1Y"), ("{weeks: 3}", "P3W"), ("{working-days: 15}", "{working-days: 15}"), ("{days: 0}", "P0D"), ("{months: 1}", "P1M"),
        ("{years: 2}", "P2Y"), ("PT5S", "PT5S"), ("{weeks: 3.0}", "P3W"),
    ])
    func forms(_ yaml: String, _ description: String) throws {
        let (span, diagnostics) = try read(yaml)
        #expect(span?.description == description)
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("P1", 11), ("{weeks: -1}", 17), ("{weeks: three}", 17), ("{weeks: 1, days: 2}", 9), ("{}", 9), ("[1]", 9), ("3", 9), ("null", 9),
        ("{fortnights: 1}", 9), ("{weeks: 1.5}", 17), ("{working-days: 1000000}", 24), ("{days: 99999999999999999999}", 16),
    ])
    func otherFormsAreRefusedWithTheirPlace(_ yaml: String, _ column: Int32) throws {
        let (span, diagnostics) = try read(yaml)
        #expect(span == nil)
        #expect(diagnostics.map(\.id) == ["time/duration"])
        #expect(diagnostics.first?.span?.start.column == column)
    }
}
