import Kernel
import Testing

/// What is handed in and waits for somebody else is not overdue for the one who handed it in.
@Suite struct WaitingWorkTests {
    @Test func whatWaitsToBeGradedIsNotOverdue() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        let later = "2028-06-01T08:00:00Z"
        #expect(try lab.progress(of: "p1", at: later) == ["waits for others"])
        #expect(try lab.progress(of: "p2", at: later) == ["overdue"])
        let next = try lab.ok("report", "kernel.progress", "--offering", "vest-h27", "--as", "p1", at: later)
        #expect(!next.contains("'Home exam' was due on"), "\(next)")
        let todo = try lab.ok("report", "participation.next", "--as", "p1", at: later)
        #expect(!todo.contains("'Home exam' is overdue") && todo.contains("waits for others"), "\(todo)")
        // Once it has failed it is hers again.
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "F", "--as", "ex1", at: later)
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "F", "--as", "ex2", at: later)
        try lab.announce(at: later)
        #expect(try lab.progress(of: "p1", at: later) == ["overdue"])
    }

    @Test func whatWaitsToBeApprovedIsNotOverdue() throws {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\nhandel-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        let (day, later) = ("2027-11-02T08:00:00Z", "2027-11-10T08:00:00Z")
        try lab.ok(
            "do", "assessment.work.create", "--activity", "handel-h27/laereplannotat", "--enrolment", "handel-h27/p1", "--text", "note",
            "--as", "p1", at: day)
        func states() throws -> [Substring] {
            try lab.ok("report", "kernel.progress", "--offering", "handel-h27", "--output", "csv", "--as", "p1", at: later)
                .split(whereSeparator: \.isNewline).filter { $0.contains("laereplannotat") }
        }
        #expect(try states().contains { $0.contains("overdue") })
        try lab.ok("do", "assessment.work.deliver", "1", "--as", "p1", at: day)
        let waiting = try states()
        #expect(waiting.allSatisfy { $0.contains("waits for others") }, "\(waiting)")
        try lab.ok("do", "assessment.work.return", "1", "--comment", "say more", at: later)
        #expect(try states().contains { $0.contains("overdue") })
    }
}
