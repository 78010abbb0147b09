import Foundation
import GRDB
import Testing

@testable import Kernel

/// What must hold of plans and applies whatever the files say.
@Suite struct PlanPropertyTests {
    /// A store that random configurations are applied to, at a time when no deadline has passed.
    private final class Live {
        let test: TestStore
        var context = RunContext.test

        init() throws {
            test = try TestStore()
            context.clock = .fixed(try Instant("2027-08-16T08:00:00Z"))
        }

        func digest() throws -> String { try test.store.read { try ContentDigest.of($0) } }
        func labels() throws -> [String] { try test.store.read { try ConfigurationStore(db: $0).labels(of: "first-course") } }

        @discardableResult
        func apply(_ tree: FileTree, undoes: Int64? = nil) throws -> ApplyAction.Effect {
            let workspace = WorkspaceGoldenTests.read(tree)
            try #require(
                !workspace.diagnostics.hasErrors, "\(TextRenderer(language: .en).render(workspace.diagnostics, in: workspace.sources))")
            return try ActionPipeline.perform(
                ApplyAction(view: workspace.bodySchema?.root),
                .init(wanted: ConfigurationState(workspace), tree: workspace.tree, losesWork: true, undoes: undoes), context: &context,
                in: test.store
            ).effect
        }

        func undo(_ apply: Int64) throws {
            let undo = try test.store.read { try Undo.find(apply, after: false, in: $0) }
            try self.apply(undo.tree, undoes: undo.undone)
        }
    }

    private static func tree(_ files: [String: String]) -> FileTree { FileTree(files.mapValues { Array($0.utf8) }) }

    @Test func applyThenUndoGivesTheSameContent() throws {
        var random = Xoshiro256StarStar(seed: 2027)
        var changed = 0
        for round in 0..<12 {
            let live = try Live()
            var configuration = RandomConfiguration()
            try live.apply(Self.tree(configuration.files(shuffledBy: &random)))
            for step in 0..<4 {
                let before = try live.digest()
                configuration.labels = try live.labels()
                let kept = configuration
                for _ in 0..<Int.random(in: 1...4, using: &random) { configuration.edit(&random) }
                let effect = try live.apply(Self.tree(configuration.files(shuffledBy: &random)))
                guard let apply = effect.apply, !effect.plan.isEmpty else { continue }
                changed += 1
                let after = try live.digest()
                #expect(after != before, "round \(round), step \(step): \(effect.plan.changes.map(\.path))")
                try live.undo(apply)
                #expect(try live.digest() == before, "round \(round), step \(step): \(effect.plan.changes.map(\.path))")
                // Half of them go on from what was undone, half do it again.
                if Bool.random(using: &random) {
                    configuration = kept
                } else {
                    try live.apply(Self.tree(configuration.files(shuffledBy: &random)))
                    #expect(try live.digest() == after, "round \(round), step \(step)")
                }
            }
        }
        #expect(changed > 20, "the edits must change something: \(changed)")
    }

    /// Neither the order in which a folder gives its files, nor that of listed layers or of keys.
    @Test func theOrderOfFilesAndListedLayersDecidesNothing() throws {
        var random = Xoshiro256StarStar(seed: 7)
        var configuration = RandomConfiguration()
        var digests: Set<String> = []
        for round in 0..<15 {
            for _ in 0..<3 { configuration.edit(&random) }
            let states = try (0..<3).map { _ in
                let workspace = WorkspaceGoldenTests.read(try Self.onDisk(configuration.files(shuffledBy: &random), &random))
                #expect(!workspace.diagnostics.hasErrors)
                #expect(workspace.variants.count == 1)
                return try ConfigurationState(workspace).digest
            }
            #expect(Set(states).count == 1, "round \(round)")
            digests.formUnion(states)
        }
        #expect(digests.count > 8, "the edits must change something: \(digests.count)")
    }

    /// Written in a random order, which is how a folder then gives them.
    private static func onDisk(_ files: [String: String], _ random: inout Xoshiro256StarStar) throws -> FileTree {
        let folder = try TestFolder.make()
        defer { TestFolder.remove(folder) }
        for (path, text) in files.sorted(by: { $0.key < $1.key }).shuffled(using: &random) {
            let target = URL(filePath: folder + "/" + path)
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: target, atomically: false, encoding: .utf8)
        }
        return FileTree.read(root: folder, folders: ["Config", "Modules"].shuffled(using: &random))
    }
}
