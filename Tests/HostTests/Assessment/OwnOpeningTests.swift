import Testing

/// An exam that is moved for one candidate opens for her as much later as it is due, and what counts from when it opens counts from that.
@Suite struct OwnOpeningTests {
    /// The home exam is open from 9 to 23 May 2028 for others, and from 9 to 23 June for the one for whom it is extended.
    private func lab(extendedFor person: String?) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        for person in ["p1", "p2"] {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person, at: "2028-04-01T08:00:00Z")
        }
        if let person {
            try lab.ok(
                "do", "kernel.deadline.extend", "--enrolment", "vest-h27/\(person)", "--activity", "hjemmeeksamen", "--until", "2028-06-23",
                "--reason", "r", "--as", "co1", at: "2028-04-01T08:00:00Z")
        }
        return lab
    }

    @Test func withdrawalCountsFromHerOwnOpening() throws {
        let lab = try lab(extendedFor: "p1")
        let others = lab.refused(["assessment.candidate.withdraw", "2", "--as", "p2"], at: "2028-05-20T08:00:00Z")
        #expect(others.contains("2028-04-25"), "\(others)")
        let late = lab.refused(["assessment.candidate.withdraw", "1", "--as", "p1"], at: "2028-05-27T08:00:00Z")
        #expect(late.contains("2028-05-26"), "\(late)")
        #expect(lab.refused(["assessment.candidate.withdraw", "1", "--as", "p1"], at: "2028-05-26T08:00:00Z") == "done")
    }

    /// More time to answer makes the exam end later, not begin later.
    @Test func moreTimeMovesNoOpening() throws {
        let lab = try lab(extendedFor: nil)
        let now = "2028-04-01T08:00:00Z"
        try lab.ok(
            "do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "extra-time", "--percent", "50", "--as",
            "p1", at: now)
        try lab.ok("do", "assessment.accommodation.apply", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "r", "--as", "co1", at: now)
        let late = lab.refused(["assessment.candidate.withdraw", "1", "--as", "p1"], at: "2028-04-27T08:00:00Z")
        #expect(late.contains("2028-04-25"), "\(late)")
    }

    @Test(arguments: [("2028-06-10", true), ("2028-04-20", false)])
    func theRightAroundABirthGoesByHerOwnOpening(born: String, isRight: Bool) throws {
        let lab = try lab(extendedFor: "p1")
        let now = "2028-04-20T08:00:00Z"
        try lab.ok(
            "do", "assessment.postponement.create", "--candidate", "1", "--ground", "birth", "--day", born, "--as", "p1", at: now)
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1", at: now)
        let refused = lab.refused(["assessment.postponement.refuse", "1", "--reason", "r", "--as", "co1"], at: now)
        #expect(refused.contains("10-6") == isRight, "\(refused)")
    }
}
