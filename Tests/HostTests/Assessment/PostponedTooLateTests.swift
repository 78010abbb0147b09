import Testing

/// A postponement does something, or is refused with the reason.
@Suite struct PostponedTooLateTests {
    private let create = ["assessment.postponement.create", "--candidate", "1", "--ground", "birth", "--day", "2028-05-10", "--as", "p1"]

    @Test func whoeverHasHandedInCannotPostpone() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "my answer", "--as", "p1")
        #expect(lab.refused(create) == "done")
        #expect(lab.refused(create) == "done")
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1")
        let refuse = ["assessment.postponement.refuse", "1", "--reason", "r", "--as", "co1"]
        #expect(lab.refused(refuse).contains("where postponement is a right"))
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        let told = "an exam is postponed only for whoever has not handed in (UH-loven § 11-6(3))"
        for words in [create, ["assessment.postponement.apply", "2", "--as", "p1"]] {
            #expect(lab.refused(words).hasPrefix("77") && lab.refused(words).contains(told), "\(words)")
        }
        #expect(lab.refused(["assessment.postponement.grant", "1", "--reason", "r", "--as", "co1"]).contains(told))
        #expect(try lab.state("assessment.candidate", 1) == "delivered")
        // The right around a birth has been used by sitting; the application ends.
        #expect(lab.refused(refuse) == "done")
    }

    @Test func whatUsedNoAttemptIsNotPostponed() throws {
        let lab = try AssessmentLab()
        let early = "2028-04-03T08:00:00Z"
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1", at: early)
        try lab.ok("do", "assessment.candidate.withdraw", "1", "--as", "p1", at: early)
        #expect(lab.refused(create).contains("there is nothing to postpone"))
    }
}
