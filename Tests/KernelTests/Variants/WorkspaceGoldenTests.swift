import Foundation
import KernelTesting
import Testing

@testable import Kernel

/// Golden files over a small workspace: the one that `new` makes, with the files of the case laid over it.
@Suite struct WorkspaceGoldenTests {
    /// The workspace of a case; an input that is empty takes its file away.
    static func tree(_ inputs: [GoldenDiagnostics.Input], below prefix: String = "") -> FileTree {
        var files = Template.files(workspace: "golden")
        for input in inputs where prefix.isEmpty || input.path.hasPrefix(prefix) {
            let path = String(input.path.dropFirst(prefix.count))
            files[path] = input.bytes.isEmpty || input.bytes == [0x0A] ? nil : input.bytes
        }
        files[".gitignore"] = nil
        return FileTree(files)
    }

    static func read(_ tree: FileTree) -> Workspace { WorkspaceReader.read(tree, linked: LinkedModules(plugins: [])) }

    @Test func diagnostics() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics/workspace")
        #expect(try golden.names().count >= 20)
        for mismatch in try golden.run({ inputs in
            let workspace = Self.read(Self.tree(inputs))
            return TextRenderer(language: .en).render(workspace.diagnostics, in: workspace.sources)
        }) { Issue.record("\(mismatch)") }
    }

    /// Every value of the composed variant with the layers that spoke of it, lowest first.
    @Test func composition() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/composition")
        #expect(try golden.names().count >= 5)
        for mismatch in try golden.run({ inputs in
            let workspace = Self.read(Self.tree(inputs))
            guard !workspace.diagnostics.hasErrors, let composed = workspace.variants.first, let view = workspace.bodySchema?.root else {
                return TextRenderer(language: .en).render(workspace.diagnostics, in: workspace.sources)
            }
            guard let order = LayerOrder(top: composed.layer, in: LayerGraph(layers: workspace.layers)) else { return "" }
            let result = Composer.compose(order, view: view, provenance: true)
            let lines =
                result.provenance.below("").isEmpty
                ? Array(result.provenance.entries) : result.provenance.below("").map { ($0.path, $0.entry) }
            return lines.sorted { $0.0 < $1.0 }.map { path, entry in
                let words = entry.origins.map { "\($0.layer) \($0.value.json.compact)" }.joined(separator: " < ")
                return "\(path): \(words)\(entry.removed.map { " (removed: \($0))" } ?? "")"
            }.joined(separator: "\n") + "\n"
        }) { Issue.record("\(mismatch)") }
    }
}
