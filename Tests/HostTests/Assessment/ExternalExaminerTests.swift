import Kernel
import Testing

/// As many examiners judge as the law and the scheme ask for, and those from outside are among them (UH-loven §§ 11-6, 11-7(2)).
@Suite struct ExternalExaminerTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"

    /// One candidate's script, delivered, and a pool with one from outside.
    private func delivered(_ examiners: String = "{internal: 1, external: 1}") throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            try session.edit(Self.variant, "examiners: {internal: 1, external: 1}", "examiners: \(examiners)")
        }
        try lab.adoptGuide()
        for (person, external) in [("ex1", "false"), ("ex2", "true"), ("ex3", "false")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "my answer", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        return lab
    }

    private func name(_ person: String, in lab: AssessmentLab) -> String {
        lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", person, "--as", "co1"])
    }

    @Test func internalExaminersAloneAreRefused() throws {
        let lab = try delivered()
        #expect(name("ex1", in: lab) == "done")
        let refused = name("ex3", in: lab)
        #expect(refused.hasPrefix("77") && refused.contains("at least one of the examiners must be external (UH-loven §§ 11-6, 11-7(2))"))
        #expect(name("ex2", in: lab) == "done")
    }

    /// However many are named, the number is never made up without the one from outside.
    @Test func thePlaceOfTheExternalOneIsKept() throws {
        let lab = try delivered()
        for (number, person) in [("1", "ex1"), ("2", "ex2"), ("3", "ex3")] {
            #expect(name(person, in: lab) == "done")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
        }
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "C", "--as", "ex1")
        let refused = lab.refused(["assessment.judgement.seal", "3", "--grade", "C", "--as", "ex3"])
        #expect(
            refused.hasPrefix("77") && refused.contains("assessment/external-place") && refused.contains("§§ 11-6, 11-7(2)"), "\(refused)")
        #expect(try lab.state("assessment.script", 1) == "delivered")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "C", "--as", "ex2")
        #expect(try lab.state("assessment.script", 1) == "agreed")
    }

    /// What the scheme plans beyond the law is required too, and the report says why.
    @Test func thePlanOfTheSchemeCounts() throws {
        let lab = try delivered("{internal: 2, external: 1}")
        let script = try lab.ok("show", "assessment.script", "1", "--as", "co1", "--output", "json")
        #expect(script.contains("\"examiners\": 3") && script.contains("\"external\": 1"), "\(script)")
        let report = try lab.ok("report", "assessment.examiners", "--variant", "vest-plf-2027", "--output", "csv")
        #expect(report.contains(",3,1,3,"), "\(report)")
        #expect(
            report.contains("The scheme asks for 3 in all, one of them external, as nobody from outside evaluates it (UH-loven § 11-6)."),
            "\(report)")
        for (number, person) in [("1", "ex1"), ("2", "ex2"), ("3", "ex3")] {
            #expect(name(person, in: lab) == "done")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
        }
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "C", "--as", person)
        }
        #expect(try lab.state("assessment.script", 1) == "delivered")
        try lab.ok("do", "assessment.judgement.seal", "3", "--grade", "C", "--as", "ex3")
        #expect(try lab.state("assessment.script", 1) == "agreed")
    }
}
