import Assessment
import Community
import Curriculum
import Glibc
import Kernel
import KjerneHost
import Participation

/// Times the kernel in process: `kjerne-bench modules|workspace|events RUNS PLACE` prints the median in nanoseconds.
///
/// - `modules`: reads the folder's files, checks the manifests and orders the modules.
/// - `workspace`: from files in memory: reads, validates and composes everything.
/// - `events`: from the log of a store, made there with 100,000 events if it is new: delivers each to ten subscribers; the time of one delivery.
@main
struct Main {
    static func main() throws {
        let words = CommandLine.arguments
        guard words.count == 4, let runs = Int(words[2]), runs > 0, let work = Work(rawValue: words[1]) else {
            print("usage: kjerne-bench modules|workspace|events RUNS PLACE")
            exit(64)
        }
        print(try median(work, runs: runs, root: words[3]))
    }

    enum Work: String { case modules, workspace, events }

    /// The generated files have faults, so that the time would mean nothing.
    struct Faulty: Error {}

    private static func median(_ work: Work, runs: Int, root: String) throws -> Int64 {
        var times: [Int64] = []
        if work == .events {
            try EventsBench.make(root, count: 100_000)
            _ = try EventsBench.run(root)
            for _ in 0..<runs { times.append(try EventsBench.run(root)) }
            return times.sorted()[times.count / 2]
        }
        let tree = try files(root)
        for run in 0...runs {
            let start = now()
            let workspace =
                switch work {
                case .modules: WorkspaceReader.read(try files(root), linked: LinkedModules(plugins: []), depth: .modules)
                default: WorkspaceReader.read(tree, linked: shipped, depth: .everything)
                }
            let time = now() - start
            // What is measured must be right, and the first run only warms up.
            guard !workspace.diagnostics.hasErrors, !workspace.modules.isEmpty else { throw Faulty() }
            if run > 0 { times.append(time) }
        }
        return times.sorted()[times.count / 2]
    }

    private static let shipped = LinkedModules(
        plugins: [ParticipationPlugin.self, CurriculumPlugin.self, CommunityPlugin.self, AssessmentPlugin.self],
        declarations: YAMLModules.declarations)

    private static func files(_ root: String) throws -> FileTree { try FileTree.read(root: root, folders: ["Config", "Modules"]) }

    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
