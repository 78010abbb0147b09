import Testing

@testable import Kernel

/// Chains as long as a file or a folder can make them are walked to their end, and rings of that length are one fault.
@Suite struct LongChainsTests {
    private static let variant = "Config/institutions/academy/variants/first-course.yaml"

    private static func ids(_ files: [String: String]) -> [String] {
        var tree = Template.files(workspace: "w")
        for (path, text) in files { tree[path] = Array(text.utf8) }
        tree[".gitignore"] = nil
        let workspace = WorkspaceReader.read(FileTree(tree), linked: LinkedModules(plugins: []))
        return workspace.diagnostics.sorted(in: workspace.sources).map(\.id)
    }

    private static func text(_ path: String) -> String {
        String(decoding: Template.files(workspace: "w")[path] ?? [], as: UTF8.self)
    }

    /// - Parameter last: what the last gathering says of its time.
    private static func gatherings(_ count: Int, last: String) -> [String: String] {
        let items = (0..<count).map { number in
            let start = number == count - 1 ? last : "0d after g\(number + 1)"
            return "      - {gathering: g\(number), title: {nb: G, nn: G, en: G}, start: \(start), days: 1}\n"
        }
        return [variant: text(variant) + items.joined()]
    }

    @Test func timesThatCountFromEachOther() {
        #expect(Self.ids(Self.gatherings(20_000, last: "1w")) == [])
        #expect(Self.ids(Self.gatherings(20_000, last: "0d after g0")) == ["variant/offset-cycle"])
        #expect(Self.ids(Self.gatherings(20_000, last: "0d after nothing")) == ["variant/unknown-anchor"])
    }

    /// - Parameter first: what the lowest layer stands on.
    private static func layers(_ count: Int, first: String) -> [String: String] {
        var files = [
            variant: text(variant).replacing(
                "layers: [institution/academy]", with: "layers: [institution/academy, programme/p\(count - 1)]")
        ]
        for number in 0..<count {
            let base = number == 0 ? first : "programme/p\(number - 1)"
            files["Config/programmes/p\(number).yaml"] = "programme: p\(number)\ntitle: {nb: P, nn: P, en: P}\nlayers: [\(base)]\n"
        }
        return files
    }

    @Test func layersThatStandOnEachOther() {
        #expect(Self.ids(Self.layers(3_000, first: "")) == [])
        #expect(Self.ids(Self.layers(3_000, first: "programme/p2999")) == ["variant/layer-cycle"])
        #expect(Self.ids(Self.layers(3_000, first: "programme/nothing")) == ["variant/unknown-layer"])
    }
}
