import Kernel
import Testing

/// Required work: revisions, compensation, group delivery with frozen members, and what it opens.
@Suite struct RequiredWorkTests {
    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\nstorby-h27,p1,participant\nstorby-h27,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        return lab
    }

    private let autumn = "2027-10-20T08:00:00Z"

    private func missing(_ lab: AssessmentLab) throws -> String {
        try lab.ok("report", "kernel.requirements", "--offering", "storby-h27", "--output", "csv", "--as", "p1", at: autumn)
    }

    @Test func revisedApprovedCompensatedAndCarriedOver() throws {
        let lab = try lab()
        func act(_ words: String...) throws {
            let answer = lab.session.run(["do"] + words, now: autumn)
            guard answer.code == 0 else { throw AssessmentLab.Failed(description: "\(words): \(answer)") }
        }
        try act(
            "assessment.work.create", "--activity", "storby-h27/arbeidskrav-1", "--enrolment", "storby-h27/p1", "--text", "first", "--as",
            "p1")
        try act("assessment.work.deliver", "1", "--as", "p1")
        try act("assessment.work.return", "1", "--comment", "say more")
        try act("assessment.work.update", "1", "--text", "second", "--as", "p1")
        try act("assessment.work.deliver", "1", "--as", "p1")
        #expect(lab.refused(["assessment.work.approve", "1", "--as", "p1"], at: autumn).hasPrefix("77"))
        #expect(try missing(lab).contains("Where does my school stand"))
        try act("assessment.work.approve", "1")
        #expect(try !missing(lab).contains("'Where does my school stand?' is not completed"))
        try act("assessment.work-suspicion.create", "--work", "1", "--suspicion", "copied")
        try act("assessment.work-suspicion.notify", "1")
        try act("assessment.work-suspicion.send", "1")
        try act("assessment.work-suspicion.annul", "1", "--reason", "copied", "--for", "3", "--against", "0")
        #expect(try missing(lab).contains("Where does my school stand"))
        try act("assessment.work.compensate", "1", "--task", "an essay")
        try act("assessment.work.deliver-instead", "1", "--as", "p1")
        try act("assessment.work.approve", "1")
        try act("assessment.work.create", "--activity", "storby-h27/arbeidskrav-2", "--enrolment", "storby-h27/p1")
        try act("assessment.work.carry-over", "2", "--carried-from", "storby-h26")
        #expect(try lab.state("assessment.work", 2) == "approved")
    }

    /// After the deadline nothing is delivered, unless it is extended for her; what she wrote is kept.
    @Test func whatIsLateIsRefusedAndKept() throws {
        let lab = try lab()
        let late = "2027-12-20T08:00:00Z"
        for (number, person) in [("1", "p1"), ("2", "p2")] {
            try lab.ok(
                "do", "assessment.work.create", "--activity", "storby-h27/arbeidskrav-1", "--text", "mine", "--as", person, at: autumn)
            let refused = lab.refused(["assessment.work.deliver", number, "--as", person], at: late)
            #expect(refused.hasPrefix("77") && refused.contains("kernel.deadline.extend"), "\(refused)")
        }
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "storby-h27/p1", "--activity", "arbeidskrav-1", "--until", "2027-12-21",
            "--reason", "ill", at: late)
        #expect(lab.refused(["assessment.work.deliver", "1", "--as", "p1"], at: late) == "done")
        #expect(lab.refused(["assessment.work.deliver", "2", "--as", "p2"], at: late).hasPrefix("77"))
        #expect(try lab.ok("show", "assessment.work", "2", "--as", "p2", "--output", "json").contains("mine"))
    }

    @Test func aGroupDeliversAndEachIsApprovedAlone() throws {
        let lab = try lab()
        let spring = "2027-12-10T08:00:00Z"
        try lab.ok("do", "kernel.group.create", "--id", "g1", "--title", "Group", "--offering", "storby-h27", at: spring)
        for person in ["p1", "p2"] { try lab.ok("do", "kernel.group.add", "--group", "g1", "--person", person, at: spring) }
        try lab.ok(
            "do", "assessment.joint-work.create", "--group", "g1", "--activity", "storby-h27/grupperapport", "--text", "our report", "--as",
            "p1", at: spring)
        let due = lab.session.run("do", "assessment.joint-work.deliver", "1", "--as", "p2", now: spring)
        try #require(due.code == 0, "\(due)")
        try lab.ok("do", "kernel.group.remove", "--group", "g1", "--person", "p2", at: spring)
        try lab.ok("do", "assessment.work.approve", "1", at: spring)
        try lab.ok("do", "assessment.work.return", "2", "--comment", "your part", at: spring)
        try lab.ok("do", "assessment.joint-work.update", "1", "--text", "mended", "--as", "p1", at: spring)
        try lab.ok("do", "assessment.joint-work.deliver", "1", "--as", "p1", at: spring)
        // Who took part was frozen; what was approved stays so.
        #expect(try lab.state("assessment.work", 1) == "approved")
        #expect(try lab.state("assessment.work", 2) == "delivered")
    }
}
