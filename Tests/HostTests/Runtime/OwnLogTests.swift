import Kernel
import KernelTesting
import Testing

/// What moves a deadline of somebody's is in her log, and in nobody's to whom it would tell more than the record does.
@Suite struct OwnLogTests {
    private let lab: RuntimeLab
    private let work: String

    /// A work of `p1`, delivered, with a letter to her that says so.
    init() throws {
        lab = try RuntimeLab { files in
            let next = "  verdict:\n    title: {nb: Dom, nn: Dom, en: Verdict}\n    initial"
            try files.replace(
                next,
                with: "    deadlines:\n      answer: {after: work.deliver, within: {weeks: 6}, late: decision}\n" + next,
                in: RuntimeLab.manifest)
            try files.replace("after: activity.opens,", with: "notice: told, after: activity.opens,", in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += "notices:\n  told: {template: texts/told, to: owner}\n"
            for language in ["nb", "nn", "en"] { files["Modules/lab/texts/told.\(language).md"] = "# Told\n\nTold.\n" }
        }
        work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
    }

    private func log(_ words: String..., by person: String? = nil) throws -> String {
        try lab.ok(["log", "--output", "csv"] + words + (person.map { ["--as", $0] } ?? []))
    }

    @Test func whatMovesADeadlineIsInHerLog() throws {
        try lab.ok(
            "do", "kernel.deadline.extend", "--record", "lab.work", "--id", work, "--deadline", "answer", "--until", "2027-12-01",
            "--reason", "A cold", "--as", "c1")
        try lab.ok("do", "kernel.notice.deliver", "--notice", "1", "--channel", "portal")
        for event in ["kernel.deadline.extended", "kernel.notice.delivered"] {
            #expect(try log(by: "p1").contains(event))
            #expect(try log("--person", "p1").contains(event), "\(event)")
            #expect(try !log(by: "p2").contains(event), "\(event)")
        }
        // Whoever knows a work by its alias alone is not told by her log whose it is.
        let own = try log(by: "c1").split(separator: "\r\n").first { $0.contains("kernel.deadline.extended") }
        #expect(own?.hasSuffix("kernel.person lab.work") == true, "\(own ?? "")")
        // Of her own she is told that it is about her, and not by whom it was done.
        let hers = try log(by: "p1").split(separator: "\r\n").first { $0.contains("kernel.deadline.extended") }
        #expect(hers?.contains(",,kernel.person:") == true && hers?.contains("lab.work:") == false, "\(hers ?? "")")
    }
}
