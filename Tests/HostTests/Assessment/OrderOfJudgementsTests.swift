import Kernel
import Testing

/// What comes of an exam follows from what was done, whatever the order in which the examiners did it.
@Suite struct OrderOfJudgementsTests {
    /// Two candidates, of whom the examiners agree on one; what each says is handed in in an order that the seed gives.
    private func judged(in seed: UInt64) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        for (person, external) in [("ex1", "false"), ("ex2", "true")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        for (number, person) in [("1", "p1"), ("2", "p2")] {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person)
            try lab.ok("do", "assessment.script.create", "--candidate", number, "--text", "mine", "--as", person)
            try lab.ok("do", "assessment.script.deliver", number, "--as", person)
        }
        var judgements = [("1", "1", "ex1", "B"), ("2", "1", "ex2", "B"), ("3", "2", "ex1", "C"), ("4", "2", "ex2", "D")]
        for (number, script, examiner, _) in judgements {
            try lab.ok("do", "assessment.judgement.create", "--script", script, "--assessor", examiner, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", examiner)
        }
        var randomness = Randomness.seed(seed)
        judgements.shuffle(using: &randomness)
        for (number, _, examiner, grade) in judgements {
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", grade, "--as", examiner)
            guard try lab.state("assessment.script", 2) == "disagreement" else { continue }
            try lab.ok("do", "assessment.decision.create", "--script", "2", "--grade", "C", "--reason", "After a talk.", "--as", "co1")
        }
        try lab.announce()
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        return lab
    }

    /// The grading list, the joint results with their digests, and what each candidate has come to.
    private func outcome(of lab: AssessmentLab) throws -> [String] {
        try [
            lab.ok("report", "assessment.grades", "--output", "csv", "--as", "co1"),
            lab.ok("report", "assessment.documentation", "--output", "csv", "--as", "co1"),
            lab.ok("report", "assessment.agreement", "--output", "csv", "--as", "co1"),
        ] + lab.progress(of: "p1") + lab.progress(of: "p2")
    }

    @Test(arguments: 1..<5) func theResultIsTheSame(seed: UInt64) throws {
        let first = try outcome(of: judged(in: 0))
        #expect(first.first?.contains(",p2,1,C,") == true, "\(first)")
        #expect(try outcome(of: judged(in: seed)) == first)
    }

    /// Severity is how many grades an examiner lies below the others on the same scripts, with the number of scripts.
    @Test func agreementAndSeverityAreWithTheirNumbers() throws {
        let lab = try judged(in: 3)
        let told = try lab.ok("report", "assessment.agreement", "--output", "csv", "--lang", "en", "--as", "co1")
        for row in ["Exact agreement,,0.5,2", "Exact or adjacent agreement,,1,2", "Severity,ex1,-0.5,2", "Severity,ex2,0.5,2"] {
            #expect(told.contains(row), "\(row): \(told)")
        }
    }
}
