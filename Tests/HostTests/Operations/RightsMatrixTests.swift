import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Testing

/// Who may do what in which state, for the shipped modules whose records people work on: a golden file for each, from the conformance kit.
///
/// With `RECORD_SNAPSHOTS=1` the files are written anew, and the run fails.
@Suite struct RightsMatrixTests {
    @Test(arguments: ["resources", "reflection", "evaluation", "curriculum", "participation", "community", "assessment"])
    func everyPersonActionAndState(module: String) throws {
        let scratch = try TemporaryFolder()
        let files = try #require(Session.linked.files.first { $0.id == module }).files.mapValues { Array($0.utf8) }
        let checks = try ModuleConformance(id: module, files: files, linked: Session.linked).run(in: scratch.path)
        let rights = try #require(checks.first { $0.subject == .rights })
        #expect(rights.faults.isEmpty)
        try expect(Self.text(module, rights), "Tests/Fixtures/rights/\(module).md")
    }

    /// One table for each record, a row for each action and state, a column for each person.
    private static func text(_ module: String, _ rights: ConformanceCheck) -> String {
        var lines = [
            "# Rights in the module \(module)", "",
            "What each person gets who tries an action in each state that it starts from, and `elsewhere`, in all others; a create is tried in each state of what it points at.",
            "`yes` performed, `no` no right or out of sight, `state` not in this state, `time` outside its time, `rule` refused by a rule of the module, `?` not tried out.",
        ]
        let records = rights.acts.map { $0.action.split(separator: ".").dropLast().joined(separator: ".") }
        for record in unique(records) {
            let acts = zip(records, rights.acts).filter { $0.0 == record }.map(\.1)
            let people = unique(acts.map(\.person))
            lines += ["", "## \(record)", "", row(["action", "state"] + people), row(people.map { _ in "---" } + ["---", "---"])]
            let words = Dictionary(acts.map { ("\($0.action) \($0.state) \($0.person)", word($0.result)) }) { first, _ in first }
            for place in unique(acts.map { "\($0.action) \($0.state)" }) {
                let parts = place.split(separator: " ").map(String.init)
                lines.append(row([String(parts[0].dropFirst(record.count + 1)), parts[1]] + people.map { words["\(place) \($0)"] ?? "" }))
            }
        }
        if !rights.unchecked.isEmpty { lines += ["", "Not checked: " + rights.unchecked.sorted().joined(separator: ", ")] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private static func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    private static func word(_ result: ConformanceAct.Result) -> String {
        switch result {
        case .performed: "yes"
        case .right: "no"
        case .window: "time"
        case .state: "state"
        case .rule: "rule"
        case .other: "?"
        }
    }

    private func expect(_ text: String, _ name: String) throws {
        let path = ShippedWorkspace.repository + "/" + name
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
            Issue.record("recorded \(name)")
            return
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "\(name) is not what the golden file says")
    }
}
