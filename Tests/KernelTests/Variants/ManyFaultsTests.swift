import Testing

@testable import Kernel

/// What a small file can hold many thousand times is told a thousand times, with the nearest names of the first, and counted.
@Suite struct ManyFaultsTests {
    private static let variant = "Config/institutions/academy/variants/first-course.yaml"

    private static func text(_ path: String) -> String {
        String(decoding: Template.files(workspace: "w")[path] ?? [], as: UTF8.self)
    }

    private static func faults(_ path: String, _ text: String) -> [Diagnostic] {
        var tree = Template.files(workspace: "w")
        tree[path] = Array(text.utf8)
        tree[".gitignore"] = nil
        let workspace = WorkspaceReader.read(FileTree(tree), linked: LinkedModules(plugins: []))
        return workspace.diagnostics.sorted(in: workspace.sources)
    }

    /// That a kind of fault is told as often as it may be, and that `count` faults are told or counted.
    private static func expect(_ id: String, of count: Int, in faults: [Diagnostic], sourceLocation: SourceLocation = #_sourceLocation) {
        let told = faults.filter { $0.id == id }
        #expect(told.count == FaultQuota.most, sourceLocation: sourceLocation)
        #expect(told.count { $0.label != nil } <= FaultQuota.suggested, sourceLocation: sourceLocation)
        let rest = faults.filter { $0.id == "workspace/more-faults" }
        #expect(
            rest.map { $0.message(.en) } == ["there are \(count - FaultQuota.most) more faults of the same kind, which are not shown"],
            sourceLocation: sourceLocation)
    }

    private static func activities(_ count: Int, _ item: (Int) -> String) -> String {
        text(variant) + "    activities:\n" + (0..<count).map { "      - {activity: a\($0), \(item($0))}\n" }.joined()
    }

    @Test func removalsOfNothing() {
        let faults = Self.faults(Self.variant, Self.activities(5_000) { _ in "remove: x" })
        Self.expect("variant/removes-nothing", of: 5_000, in: faults)
    }

    @Test func movesAfterNothing() {
        let faults = Self.faults(Self.variant, Self.activities(3_000) { "after: b\($0), kind: k.k" })
        #expect(faults.count { $0.id == "variant/moves-after-nothing" } <= FaultQuota.most)
    }

    @Test func timesFromNothing() {
        let gatherings = (0..<5_000).map { "      - {gathering: g\($0), title: {nb: G, nn: G, en: G}, start: 0d after b\($0), days: 1}\n" }
        let faults = Self.faults(Self.variant, Self.text(Self.variant) + gatherings.joined())
        Self.expect("variant/unknown-anchor", of: 5_000, in: faults)
    }

    @Test func layersThatAreNotThere() {
        let layers = (0..<20_000).map { "programme/p\($0)" }.joined(separator: ", ")
        let text = Self.text(Self.variant).replacing("layers: [institution/academy]", with: "layers: [institution/academy, \(layers)]")
        Self.expect("variant/unknown-layer", of: 20_000, in: Self.faults(Self.variant, text))
    }

    @Test func modulesThatAreNotThere() {
        let path = "Config/kjerne.yaml"
        let modules = (0..<20_000).map { "  m\($0): \"^1.0\"\n" }.joined()
        let text = Self.text(path)
        let edited =
            text.contains("modules: {}") ? text.replacing("modules: {}", with: "modules:\n" + modules) : text + "modules:\n" + modules
        Self.expect("module/missing", of: 20_000, in: Self.faults(path, edited))
    }

    @Test func outcomesThatAreNotThere() {
        let outcomes = (0..<3_000).map { "o\($0)" }.joined(separator: ", ")
        let text =
            Self.text(Self.variant) + "      - {gathering: g, title: {nb: G, nn: G, en: G}, start: 0d, days: 1, outcomes: [\(outcomes)]}\n"
        Self.expect("variant/unknown-name", of: 3_000, in: Self.faults(Self.variant, text))
    }

    /// What a rule finds is bounded too, however many conditions it is spread over.
    @Test func requirementsOfNothing() {
        let conditions = (0..<3_000).map { "{completed: a\($0)}" }.joined(separator: ", ")
        let faults = Self.faults(Self.variant, Self.text(Self.variant) + "requirements: {all: [\(conditions)]}\n")
        Self.expect("variant/requirement", of: 3_000, in: faults)
        #expect(faults.count { $0.help?(.en).hasPrefix("did you mean") == true } <= FaultQuota.suggested)
    }

    /// Moves lead to the same order, however many there are.
    @Test func movedNames() {
        var row = LinkedRow(["a", "b", "c", "d"])
        #expect(row.names == ["a", "b", "c", "d"])
        row.move("a", after: "d")
        #expect(row.names == ["b", "c", "d", "a"])
        row.move("a", after: "b")
        #expect(row.names == ["b", "a", "c", "d"])
        row.move("c", after: "a")
        row.move("x", after: "a")
        row.move("b", after: "b")
        #expect(row.names == ["b", "a", "c", "d"])
        row.move("b", after: "d")
        #expect(row.names == ["a", "c", "d", "b"])
        #expect(LinkedRow([]).names == [])
    }
}
