import Kernel
import Testing

/// A written part that a complaint changes leads to a new oral, where an oral adjusts it (UH-loven § 11-11).
@Suite struct AdjustingOralTests {
    private static let variant = "Config/institutions/handel/variants/handel-plf-2027.yaml"
    private static let autumn = "2027-11-10T08:00:00Z"

    @Test func aChangedWrittenPartLeadsToANewOral() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                Self.variant, "    - exam: prosjektoppgave\n      form: written-home\n",
                "    - exam: prosjektoppgave\n      form: oral\n      adjusts: praksisfortelling\n")
            try session.edit(
                Self.variant,
                "      work: group\n      group-size: 3\n      pages: {minimum: 15, maximum: 20}\n      examiners: {internal: 1",
                "      work: individual\n      examiners: {internal: 2")
        }
        try lab.session.put("offering,person,role\nhandel-h27,p1,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        var now = Self.autumn
        func act(_ words: String...) throws {
            let answer = lab.session.run(["do"] + words, now: now)
            guard answer.code == 0 else { throw AssessmentLab.Failed(description: "\(words): \(answer)") }
        }
        for (number, work) in [("1", "laereplannotat"), ("2", "prosjektskisse")] {
            try act("assessment.work.create", "--activity", "handel-h27/\(work)", "--enrolment", "handel-h27/p1")
            try act("assessment.work.carry-over", number, "--carried-from", "before")
        }
        for (number, exam) in [("1", "praksisfortelling"), ("2", "prosjektoppgave")] {
            try act("assessment.guide.create", "--offering", "handel-h27", "--activity", "handel-h27/\(exam)", "--text", "g")
            try act("assessment.guide.adopt", number)
            try act("assessment.candidate.create", "--activity", "handel-h27/\(exam)", "--as", "p1")
            try act("assessment.script.create", "--candidate", number, "--text", "a")
        }
        now = "2027-12-10T08:00:00Z"
        try act("assessment.script.deliver", "1", "--as", "p1")
        // The oral is held when it has opened.
        now = "2028-05-03T08:00:00Z"
        try act("assessment.script.hold", "2")
        for (number, script, person, grade) in [("1", "1", "ex1", "D"), ("2", "2", "ex1", "C"), ("3", "2", "ex2", "C")] {
            try act("assessment.judgement.create", "--script", script, "--assessor", person)
            try act("assessment.judgement.declare", number, "--as", person)
            try act("assessment.judgement.seal", number, "--grade", grade, "--as", person)
        }
        for exam in ["praksisfortelling", "prosjektoppgave"] {
            try act("assessment.announce", "--offering", "handel-h27", "--activity", exam)
        }
        try act("kernel.notice.deliver", "--notice", "1", "--channel", "portal")
        try act("assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try act("assessment.grade-complaint.make", "1", "--as", "p1")
        try act("assessment.pool-member.create", "--offering", "handel-h27", "--person", "ex4", "--external", "true")
        for (number, person) in [("1", "ex3"), ("2", "ex4")] {
            try act("assessment.regrade.create", "--regrading", "1", "--assessor", person)
            try act("assessment.regrade.declare", number, "--as", person)
        }
        for (number, person) in [("1", "ex3"), ("2", "ex4")] { try act("assessment.regrade.seal", number, "--grade", "C", "--as", person) }
        #expect(try lab.state("assessment.candidate", 2) == "annulled")
        #expect(try lab.state("assessment.result", 2) == "annulled")
        #expect(try lab.state("assessment.candidate", 3) == "registered")
        try act("assessment.script.create", "--candidate", "3", "--text", "a")
        try act("assessment.script.hold", "3")
        #expect(try lab.state("assessment.candidate", 3) == "delivered")
    }
}
