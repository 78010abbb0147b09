import Assessment
import Community
import Curriculum
import Foundation
import Glibc
import Kernel
import KjerneHost
import Participation

/// Times the kernel in process: `kjerne-bench WORK RUNS PLACE` prints the median in nanoseconds.
///
/// - `modules`: reads the folder's files, checks the manifests and orders the modules.
/// - `workspace`: from files in memory: reads, validates and composes everything.
/// - `reader`: reads one file; prints the processor time and the KiB of memory of the whole process besides.
/// - `events`: from the log of a store, made there with 100,000 events if it is new: delivers each to ten subscribers; the time of one delivery.
/// - `action`: in a store with participants: so many of them create a note; the time of one action.
/// - `search`: in a store with a framework: the searches of PLACE/words.txt in PLACE/store.sqlite; the 95th percentile.
/// - `matrix`: in such a store: the matrix of one plan.
/// - `agreement`: without a store: alpha of 200 people and 20 vignettes with 1,000 draws.
/// - `sharing`: without a store: the sharing graph of 10,000 people and 200,000 uses.
/// - `ranking`: without a store: 10,000 applicants by tiers and lots, with a reason for each.
/// - `grouping`: without a store: 500 people in groups of five.
/// - `allocation`: without a store: 2,000 scripts among 60 examiners.
/// - `results`: without a store: the joint results of 10,000 candidates in three parts.
/// - `progress`: from a store with participants: the report of what each has done.
@main
struct Main {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 4, let runs = Int(words[2]), runs > 0, let work = Work(rawValue: words[1]) else {
            print("usage: kjerne-bench \(Work.allCases.map(\.rawValue).joined(separator: "|")) RUNS PLACE")
            exit(64)
        }
        if work == .reader {
            let time = try ReaderBench.run(words[3])
            let taken = ReaderBench.taken()
            return print(time, taken.time, taken.memory)
        }
        print(try median(work, runs: runs, root: words[3]))
    }

    enum Work: String, CaseIterable {
        case modules, workspace, reader, events, action, progress, search, matrix, agreement, sharing, ranking, grouping, allocation,
            results
    }

    /// The generated files have faults, so that the time would mean nothing.
    struct Faulty: Error {}

    private static func median(_ work: Work, runs: Int, root: String) throws -> Int64 {
        switch work {
        case .modules: return try median(runs) { try read(files(root), LinkedModules(plugins: []), .modules) }
        case .workspace:
            let tree = try files(root)
            return try median(runs) { try read(tree, shipped, .everything) }
        case .reader: return try ReaderBench.run(root)
        case .events:
            try EventsBench.make(root, count: 100_000)
            return try median(runs) { try EventsBench.run(root) }
        case .action: return try ActionBench.run(root, count: runs, linked: shipped)
        case .search:
            let text = try String(contentsOfFile: root + "/words.txt", encoding: .utf8)
            return try CurriculumBench.search(
                root + "/store.sqlite", queries: text.split(separator: "\n").map(String.init), linked: shipped)
        case .matrix: return try median(runs) { try CurriculumBench.matrix(root + "/store.sqlite", linked: shipped) }
        case .agreement: return try median(runs) { try CurriculumBench.agreement() }
        case .sharing: return try median(runs) { try CommunityBench.sharing() }
        case .ranking: return try median(runs) { try ParticipationBench.ranking() }
        case .grouping: return try median(runs) { try ParticipationBench.grouping() }
        case .allocation: return try median(runs) { try AssessmentBench.allocation() }
        case .results: return try median(runs) { try AssessmentBench.results() }
        case .progress:
            try ProgressBench.make(root)
            return try median(runs) { try ProgressBench.run(root, linked: shipped) }
        }
    }

    /// The median of so many runs, after one that only warms up.
    private static func median(_ runs: Int, _ run: () throws -> Int64) throws -> Int64 {
        _ = try run()
        return try (0..<runs).map { _ in try run() }.sorted()[runs / 2]
    }

    /// The time of reading a workspace; what is measured must be right.
    private static func read(_ files: @autoclosure () throws -> FileTree, _ linked: LinkedModules, _ depth: WorkspaceReader.Depth) throws
        -> Int64
    {
        let start = now()
        let workspace = WorkspaceReader.read(try files(), linked: linked, depth: depth)
        let time = now() - start
        guard !workspace.diagnostics.hasErrors, !workspace.modules.isEmpty else { throw Faulty() }
        return time
    }

    private static let shipped = LinkedModules(
        plugins: [ParticipationPlugin.self, CurriculumPlugin.self, CommunityPlugin.self, AssessmentPlugin.self],
        declarations: YAMLModules.declarations)

    /// A value from JSON, as someone hands it in.
    static func node(_ text: String) throws -> Node {
        guard let root = JSONReader.read(SourceFile(id: .init(0), path: "bench", bytes: Array(text.utf8))).document?.root else {
            throw Faulty()
        }
        return root
    }

    private static func files(_ root: String) throws -> FileTree { FileTree.read(root: root, folders: ["Config", "Modules"]) }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
