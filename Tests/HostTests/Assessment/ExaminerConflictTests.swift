import Testing

/// Who may not examine a script is refused when she is named, and again before she judges (forvaltningsloven § 6).
@Suite struct ExaminerConflictTests {
    /// A home exam that people may write together.
    private func groups() throws -> AssessmentLab {
        try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      work: individual\n      duration: P14D\n",
                "      work: group\n      group-size: 3\n      duration: P14D\n")
        }
    }

    private func name(_ person: String, in lab: AssessmentLab) -> String {
        lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", person, "--as", "co1"])
    }

    @Test func aFellowCandidateExaminesNobody() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        for person in ["p1", "p2"] {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person)
        }
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "my answer", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        let refused = name("p2", in: lab)
        #expect(refused.contains("candidate of the exam") && refused.contains("fvl. § 6"), "\(refused)")
        // Nor is she drawn by lot.
        for (person, external) in [("p2", "true"), ("ex1", "false")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        let allocate = ["assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1"]
        #expect(lab.refused(allocate).contains("too few examiners"))
        // Whoever has withdrawn sits no longer.
        try lab.ok("do", "assessment.candidate.withdraw-late", "2", "--as", "p2")
        #expect(name("p2", in: lab) == "done")
    }

    @Test func whoeverRegistersAfterwardsStepsAside() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        #expect(name("p2", in: lab) == "done")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        #expect(lab.refused(["assessment.judgement.declare", "3", "--as", "p2"]).contains("a candidate of the exam yourself"))
    }

    @Test func aTieToAnyOfThoseWhoWroteCounts() throws {
        let lab = try groups()
        try lab.adoptGuide()
        for person in ["p1", "p2"] {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person)
        }
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "ours", "--others", "p1", "--as", "p2")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p2")
        // Of the same school as the one who is named, not as the one who made it.
        #expect(name("ex5", in: lab).contains("fvl. § 6"))
        try lab.ok(
            "do", "assessment.tie.create", "--offering", "vest-h27", "--assessor", "ex1", "--about", "p1", "--ground", "mentor", "--as",
            "co1")
        #expect(name("ex1", in: lab).contains("fvl. § 6"))
        #expect(name("ex2", in: lab) == "done")
        // The allocation finds the same.
        for (person, external) in [("ex1", "true"), ("ex5", "false")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        try lab.ok("do", "assessment.judgement.step-aside", "1", "--reason", "r", "--as", "co1")
        let allocate = ["assessment.allocation.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1"]
        #expect(lab.refused(allocate).contains("too few examiners"))
    }

    /// Whatever the tie is, whoever has it does not examine the script.
    @Test func everyKindOfTieCounts() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "mine", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        for (person, ground) in [("ex1", "co-author"), ("ex2", "mentor"), ("ex3", "family"), ("ex4", "same-owner")] {
            try lab.ok(
                "do", "assessment.tie.create", "--offering", "vest-h27", "--assessor", person, "--about", "p1", "--ground", ground, "--as",
                "co1")
            #expect(name(person, in: lab).contains("fvl. § 6"), "\(ground)")
        }
    }

    @Test func anExaminerOfAComplaintHasNoTieEither() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        for person in ["ex5", "p2"] {
            let refused = lab.refused(["assessment.regrade.create", "--regrading", "1", "--assessor", person, "--as", "co1"])
            #expect(refused.contains("fvl. § 6"), "\(refused)")
        }
    }
}
