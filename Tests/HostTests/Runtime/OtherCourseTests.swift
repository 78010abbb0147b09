import Kernel
import KernelTesting
import Testing

/// A record in a course is for an activity of that course, and of a kind that is done in such records.
@Suite struct OtherCourseTests {
    private static let path = "Config/institutions/nord/offerings/nord-v28.yaml"

    private func lab() throws -> RuntimeLab {
        let lab = try RuntimeLab { files in
            let autumn = files["Config/institutions/nord/offerings/nord-h27.yaml"]
            files[Self.path] = autumn.replacing("nord-h27", with: "nord-v28")
        }
        try lab.ok("enrol", "nord-v28", "p2", "--role", "participant")
        return lab
    }

    @Test func anActivityOfAnotherKindIsRefused() throws {
        let lab = try lab()
        let before = try lab.everything()
        let answer = lab.act("assessment.work.create", "--activity", "paper", by: "p1")
        #expect(answer.code == 65)
        #expect(answer.err.contains("the activity 'paper' is of the kind 'Exam', and this is for 'Required work'"), "\(answer.err)")
        #expect(lab.act("assessment.candidate.create", "--activity", "essay", by: "p1").code == 65)
        #expect(try lab.everything() == before)
        try lab.ok("do", "assessment.work.create", "--activity", "essay", "--as", "p1")
    }

    @Test func anActivityOfAnotherCourseIsRefused() throws {
        let lab = try lab()
        let before = try lab.everything()
        // She is enrolled in the one and names the other's activity.
        let answer = lab.act(
            "assessment.work.create", "--enrolment", "nord-h27/p1", "--activity", "nord-v28/essay", by: "p1")
        #expect(answer.code == 65)
        #expect(answer.err.contains("nord-v28/essay"), "\(answer.err)")
        #expect(try lab.everything() == before)
        try lab.ok("do", "assessment.work.create", "--enrolment", "nord-h27/p1", "--activity", "nord-h27/essay", "--as", "p1")
        try lab.ok("do", "assessment.work.create", "--activity", "nord-v28/essay", "--as", "p2")
    }

    /// A coordinator of the one course does not learn who takes part in the other, or what records there are, by acting on them.
    @Test func whatLiesInAnotherCourseIsNotThere() throws {
        let lab = try lab()
        let number = try #require(try lab.texts("SELECT id FROM kernel_enrolment WHERE offering = 'nord-v28'").first)
        let work = try lab.make("lab.work.create", "--enrolment", "nord-v28/p2", "--activity", "nord-v28/essay", "--text", "mine", by: "p2")
        let before = try lab.everything()
        let until = ["--until", "2027-12-24", "--reason", "x"]
        for words in [
            ["kernel.enrolment.end", "--reason", "x"], ["kernel.activity.order", "--activity", "essay", "--reason", "x"],
            ["kernel.deadline.extend", "--activity", "essay"] + until,
        ] {
            for id in ["nord-v28/p2", "nord-v28/p1", number, "999"] {
                let answer = lab.session.run(["do"] + words + ["--enrolment", id, "--as", "c1"], now: RuntimeLab.open)
                #expect(answer.code == 65 && answer.err.contains("there is no enrolment '\(id)'"), "\(words) \(id): \(answer)")
            }
        }
        for id in [work, "999"] {
            let words = ["do", "kernel.deadline.extend", "--record", "lab.work", "--id", id, "--deadline", "answer"] + until
            let answer = lab.session.run(words + ["--as", "c1"], now: RuntimeLab.open)
            #expect(answer.code == 65 && answer.err.contains("there is no lab.work '\(id)'"), "\(answer)")
        }
        #expect(try lab.everything() == before)
    }

    /// In a list, each row is judged by what whoever acts is after the rows before it.
    @Test func whoEndsHerOwnRoleInAListMayDoNoMore() throws {
        let lab = try lab()
        let own = try #require(
            try lab.texts("SELECT id FROM kernel_enrolment WHERE offering = 'nord-h27' AND role = 'coordinator'").first)
        try lab.session.put("enrolment,reason\nnord-h27/p1,x\nnord-h27/p2,x\n", "others.csv")
        try lab.session.put("enrolment,reason\n\(own),x\nnord-h27/p3,x\n", "own.csv")
        let before = try lab.everything()
        let refused = lab.act("kernel.enrolment.end", "--each", "own.csv", by: "c1")
        #expect(refused.code == 77 && refused.err.contains("line 3"), "\(refused)")
        #expect(try lab.everything() == before)
        #expect(lab.act("kernel.enrolment.end", "--each", "others.csv", by: "c1").code == 0)
        let active = "SELECT count(*) FROM kernel_enrolment WHERE offering = 'nord-h27' AND role = 'participant' AND state = 'active'"
        #expect(try lab.texts(active) == ["1"])
    }
}
