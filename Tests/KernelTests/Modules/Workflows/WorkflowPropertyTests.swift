import Testing

@testable import Kernel

/// Properties of workflows that modules contribute, through the reader of a workspace.
@Suite struct WorkflowPropertyTests {
    /// A module with two properties: one over its own record, and one that cannot be judged.
    struct Proofs: Plugin {
        static let id = "proofs"
        static var files: [String: String] {
            [
                "module.yaml": """
                module: proofs
                version: 1.0.0
                kernel: ">=1.0 <2.0"
                title: {nb: Bevis, nn: Bevis, en: Proofs}
                implementation: {swift: proofs}
                records:
                  paper:
                    fields: {text: {type: text, personal: no}}
                    workflow: paper
                workflows:
                  paper:
                    initial: draft
                    states: {draft: {}, judged: {}, final: {final: true}}
                    transitions:
                      judge: {from: draft, to: judged, by: [lecturer]}
                      close: {from: judged, to: final, by: [lecturer]}
                      waive: {from: draft, to: final, by: [coordinator]}
                contributes:
                  kernel.workflow-properties:
                    judged-before-final: {fails: closed}
                    broken: {fails: open}
                """
            ]
        }
        init() {}
        func register(in registrar: inout Registrar) {
            registrar.contribute(
                EveryPath(of: "proofs.paper", to: "final", passes: "judged"), named: "judged-before-final", to: WorkflowProperties.self)
            registrar.contribute(Broken(), named: "broken", to: WorkflowProperties.self)
        }
    }

    struct Broken: WorkflowProperty {
        struct Fault: Error {}
        func violations(in workflow: Workflow, of record: RecordType, settings: Node?) throws -> [WorkflowViolation] { throw Fault() }
    }

    @Test func violationsShowTheShortestPath() throws {
        var files = Template.files(workspace: "proofs")
        files[".gitignore"] = nil
        let settings = String(decoding: try #require(files["Config/kjerne.yaml"]), as: UTF8.self)
        files["Config/kjerne.yaml"] = Array(settings.replacing("modules: {}", with: "modules: {proofs: ^1.0}").utf8)
        let workspace = WorkspaceReader.read(FileTree(files), linked: LinkedModules(plugins: [Proofs.self]))
        let found = workspace.diagnostics.sorted(in: workspace.sources).filter {
            $0.id.hasPrefix("proofs/") || $0.id == "variant/rule-failed"
        }
        #expect(found.map(\.id) == ["variant/rule-failed", "proofs/judged-before-final"])
        #expect(found.map(\.severity) == [.warning, .error])
        #expect(found.last?.notes.map { $0(.en) } == ["shortest path: draft -waive-> final"])
        #expect(workspace.diagnostics.count == 2)
    }
}
