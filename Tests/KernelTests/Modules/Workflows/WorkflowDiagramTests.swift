import Testing

@testable import Kernel

@Suite struct WorkflowDiagramTests {
    @Test func oneWorkflow() throws {
        let workflow = try #require(SampleManifest.read().record("judgement")?.workflow)
        #expect(
            WorkflowDiagram(.en).mermaid([workflow]) == """
                stateDiagram-v2
                  state "open" as s_open
                  state "sealed" as s_sealed
                  [*] --> s_open
                  s_open --> s_sealed : seal (author)
                  s_sealed --> [*]

                """)
    }

    @Test func severalStandInFrames() throws {
        let diagram = WorkflowDiagram(.nb).mermaid(try SampleManifest.read().records.compactMap(\.workflow))
        #expect(diagram.contains("  state \"Innlevering\" as w_submission {\n    state \"draft\" as submission__draft\n"))
        #expect(diagram.contains("    state \"Retur\" as submission__returned\n"))
        #expect(diagram.contains("    submission__delivered --> submission__agreed : agree (when)\n"))
        #expect(diagram.contains("    judgement__sealed --> [*]\n  }\n"))
    }

    @Test func textsCannotBreakOut() throws {
        var workflow = try #require(SampleManifest.read().record("judgement")?.workflow)
        workflow.states[0].title = Text(verbatim: "a\": b;\n[*] --> x")
        let diagram = WorkflowDiagram(.en).mermaid([workflow])
        #expect(diagram.contains("state \"a#34;#58; b#59;#10;[*] --#62; x\" as s_open\n"))
    }
}
