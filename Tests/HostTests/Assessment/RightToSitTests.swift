import Foundation
import Kernel
import Testing

/// Who may sit an exam: what must be met first, attempts, exclusion, and that each sees her own.
@Suite struct RightToSitTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"

    private func lab(meets rule: String) throws -> AssessmentLab {
        try AssessmentLab { session in
            try session.edit(Self.variant, "settings: {aids: all}", "settings: {meets: [\(rule)], aids: all}")
        }
    }

    /// Attendance that is certainly too little stops whoever has it; as long as it is open it stops nobody.
    @Test func aRequirementIsMetFirst() throws {
        let lab = try lab(meets: "attendance")
        try lab.adoptGuide()
        for person in ["p1", "p2"] { try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person) }
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "mine", "--as", "p1")
        try lab.ok("do", "participation.lay-out-gatherings", "--offering", "vest-h27", "--as", "co1")
        try lab.ok(
            "do", "participation.attendance.create", "--enrolment", "vest-h27/p1", "--gathering", "1", "--half-day", "1", "--presence",
            "absent", "--as", "co1")
        for act in ["candidate.begin", "script.deliver"] {
            let answer = lab.refused(["assessment.\(act)", "1", "--as", "p1"])
            #expect(answer.hasPrefix("77") && answer.contains("half-days, and 100 % is required (UH-loven § 11-4)"), "\(answer)")
        }
        #expect(lab.refused(["assessment.candidate.begin", "2", "--as", "p2"]) == "done")
        // Each participant sees her own row, the coordinator all of them.
        func rows(_ person: String) throws -> [String] {
            try lab.ok("report", "assessment.eligibility", "--output", "csv", "--as", person).split(whereSeparator: \.isNewline)
                .filter { $0.hasPrefix("vest-h27") }.map(String.init)
        }
        let (own, other) = (try rows("p1"), try rows("p2"))
        #expect(own.count == 1 && own[0].contains(",p1,") && own[0].contains("100 % is required"), "\(own)")
        #expect(other.count == 1 && other[0].contains(",p2,") && !other[0].contains("required"), "\(other)")
        #expect(try rows("co1").count == 2)
    }

    @Test(arguments: [
        ("attendence", "did you mean 'attendance'?"), ("passed", "asks for 'hjemmeeksamen' itself, so nobody could sit"),
    ]) func aRequirementIsThereAndCanBeMet(_ rule: String, _ told: String) throws {
        let lab = try AssessmentLab()
        try lab.session.edit(Self.variant, "settings: {aids: all}", "settings: {meets: [\(rule)], aids: all}")
        let answer = lab.session.run(["check"], now: AssessmentLab.exam)
        #expect(answer.code == 1 && (answer.out + answer.err).contains("[assessment/exam-meets]"), "\(answer)")
        #expect((answer.out + answer.err).contains(told), "\(answer)")
    }

    /// Attempts count over all offerings of a course.
    @Test func anotherOfferingGivesNoNewAttempts() throws {
        let lab = try AssessmentLab { session in
            try session.edit("Config/institutions/vest/institution.yaml", "attempts: 3", "attempts: 1")
            let folder = "Config/institutions/vest/offerings/"
            let offering = try String(contentsOfFile: session.path + "/" + folder + "vest-h27.yaml", encoding: .utf8).replacing(
                "vest-h27", with: "vest-v28"
            )
            .replacing("2027-09-14", with: "2027-11-02")
            try session.put(offering, folder + "vest-v28.yaml")
        }
        try lab.session.put("offering,person,role\nvest-v28,p1,participant\nvest-v28,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        let (after, later) = ("2028-05-24T08:00:00Z", "2028-05-30T08:00:00Z")
        try lab.ok("do", "assessment.candidate.create", "--activity", "vest-h27/hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.candidate.miss", "1", "--as", "co1", at: after)
        let again = ["assessment.candidate.create", "--activity", "vest-v28/hjemmeeksamen", "--as"]
        #expect(lab.refused(again + ["p1"], at: later).contains("1 of 1 attempts are used"))
        #expect(lab.refused(again + ["p2"], at: later) == "done")
        let rows = try lab.ok("report", "assessment.eligibility", "--offering", "vest-v28", "--output", "csv", "--as", "co1", at: later)
        #expect(rows.split(whereSeparator: \.isNewline).contains { $0.contains(",p1,") && $0.contains("attempts are used") }, "\(rows)")
    }

    /// An exclusion counts from its first day, which is none before the board has decided.
    @Test func anExclusionCountsFromItsFirstDay() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.session.put("offering,person,role\nhandel-h27,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        for exam in ["vest-h27/hjemmeeksamen", "handel-h27/prosjektoppgave"] {
            try lab.ok("do", "assessment.candidate.create", "--activity", exam, "--as", "p2", at: "2028-05-02T08:00:00Z")
        }
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "a", "--as", "p2")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "2", "--suspicion", "s")
        try lab.ok("do", "assessment.suspicion.notify", "1")
        try lab.ok("do", "assessment.suspicion.send", "1")
        func exclude(from first: String) -> String {
            lab.refused([
                "assessment.suspicion.exclude", "1", "--reason", "r", "--from", first, "--until", "2028-12-31", "--grave", "false", "--for",
                "5", "--against", "0",
            ])
        }
        #expect(exclude(from: "2028-05-15").contains("before it is decided on 2028-05-16 (UH-loven § 12-4)"))
        #expect(exclude(from: "2028-05-20") == "done")
        let deliver = ["assessment.script.deliver", "1", "--as", "p2"]
        #expect(lab.refused(deliver, at: "2028-05-20T08:00:00Z").contains("excluded until 2028-12-31"))
        #expect(lab.refused(deliver, at: "2028-05-19T08:00:00Z") == "done")
    }

    /// The guide is published when no grade is missing and nobody can hand in any more.
    @Test func theGuideWaitsForEveryGrade() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2")
        func publish(at now: String = AssessmentLab.exam) -> String {
            lab.refused(["assessment.guide.publish", "1", "--as", "co1"], at: now)
        }
        #expect(publish().contains("1 script has no grade yet"))
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "C", "--as", person)
        }
        #expect(publish().contains("1 grade is not announced yet"))
        try lab.announce()
        #expect(publish().contains("1 candidate can still hand in"))
        #expect(publish(at: "2028-05-24T08:00:00Z") == "done")
    }

    /// Whoever has a right to postpone and withdrew late has not used an attempt (UH-loven § 10-6).
    @Test func aPostponementGivesTheAttemptBack() throws {
        let lab = try AssessmentLab()
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.candidate.withdraw-late", "1", "--as", "p1")
        func counts() throws -> Bool? {
            try JSONValue(parsing: Array(lab.ok("show", "assessment.candidate", "1", "--output", "json").utf8))["values"]?["counts"]?.bool
        }
        #expect(try counts() == true)
        try lab.ok("do", "assessment.postponement.create", "--candidate", "1", "--ground", "birth", "--day", "2028-05-10", "--as", "p1")
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement.grant", "1", "--reason", "r", "--as", "co1")
        #expect(try counts() == false)
        #expect(try lab.state("assessment.candidate", 1) == "withdrawn-late")
    }
}
