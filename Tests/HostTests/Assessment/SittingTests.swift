import Kernel
import Testing

/// How long a candidate has, from when, and what is refused outside of that.
@Suite struct SittingTests {
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"
    /// The home exam opens on 9 May 2028 and is due on 23 May.
    private static let opening = "2028-05-09T07:00:00Z"

    private func lab(_ duration: String) throws -> AssessmentLab {
        try AssessmentLab { session in
            try session.edit(Self.variant, "      duration: P14D\n", "      duration: \(duration)\n")
        }
    }

    /// A registered candidate, before a guide that is adopted.
    private func register(_ lab: AssessmentLab) throws {
        try lab.adoptGuide(at: Self.opening)
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1", at: "2028-04-01T08:00:00Z")
    }

    @Test func theTimeCountsFromTheOpening() throws {
        let lab = try lab("PT6H")
        try register(lab)
        let explained = try lab.ok("explain", "deadline", "assessment.candidate", "1", "time")
        #expect(explained.contains("Counts from activity.opens: Tuesday 9 May 2028"), "\(explained)")
        #expect(explained.contains("Lasts 6 hours"), "\(explained)")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1", at: Self.opening)
        let late = lab.refused(["assessment.script.deliver", "1", "--as", "p1"], at: Self.opening)
        #expect(late.hasPrefix("77") && late.contains("assessment/in-window") && late.contains("UH-loven § 11-6(3)"), "\(late)")
    }

    @Test func theTimeCountsFromWhenTheTaskIsTakenOut() throws {
        let lab = try lab("PT6H")
        try register(lab)
        let early = lab.refused(["assessment.candidate.begin", "1", "--as", "p1"], at: "2028-05-08T20:00:00Z")
        #expect(early.contains("assessment/task-given") && early.contains("9 May 2028"), "\(early)")
        try lab.ok("do", "assessment.candidate.begin", "1", "--as", "p1", at: "2028-05-16T08:00:00Z")
        #expect(lab.refused(["assessment.candidate.begin", "1", "--as", "p1"]).contains("assessment/task-given"))
        let explained = try lab.ok("explain", "deadline", "assessment.candidate", "1", "time")
        #expect(explained.contains("Counts from began: Tuesday 16 May 2028"), "\(explained)")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1", at: "2028-05-16T09:00:00Z")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"], at: "2028-05-16T14:00:00Z").contains("assessment/in-window"))
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1", at: "2028-05-16T13:59:59Z")
    }

    /// More time is a share of her own time, and an exam that is due later for her moves it by as much.
    @Test func moreTimeMovesHerOwnTime() throws {
        let lab = try lab("PT6H")
        try lab.ok(
            "do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "extra-time", "--percent", "25", "--as",
            "p1",
            at: "2028-04-01T08:00:00Z")
        try lab.ok("do", "assessment.accommodation.apply", "1", "--as", "p1", at: "2028-04-01T08:00:00Z")
        try lab.ok(
            "do", "assessment.accommodation.grant", "1", "--documented", "true", "--reason", "more time", "--as", "co1",
            at: "2028-04-01T08:00:00Z")
        // Granted before she registers, and still there after she takes out the task.
        try register(lab)
        try lab.ok("do", "assessment.candidate.begin", "1", "--as", "p1", at: "2028-05-16T08:00:00Z")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1", at: "2028-05-16T09:00:00Z")
        let explained = try lab.ok("explain", "deadline", "assessment.candidate", "1", "time")
        #expect(explained.contains("17:30"), "\(explained)")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"], at: "2028-05-16T15:30:00Z").contains("in-window"))
        // An extension that someone gives moves it once more.
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "vest-h27/p1", "--activity", "hjemmeeksamen", "--until", "2028-05-26",
            "--reason",
            "the power was out", "--as", "co1", at: "2028-05-16T15:00:00Z")
        let moved = try lab.ok("explain", "deadline", "assessment.candidate", "1", "time")
        #expect(moved.contains("because: the power was out"), "\(moved)")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1", at: "2028-05-17T08:00:00Z")
    }

    /// Nobody has time beyond the day on which the exam is due.
    @Test func whoeverBeginsLateHasWhatIsLeft() throws {
        let lab = try lab("P2D")
        try register(lab)
        try lab.ok("do", "assessment.candidate.begin", "1", "--as", "p1", at: "2028-05-23T08:00:00Z")
        let explained = try lab.ok("explain", "deadline", "assessment.candidate", "1", "time")
        #expect(explained.contains("Lasts 14 hours"), "\(explained)")
    }

    @Test func nothingBeginsWithoutAGuide() throws {
        let lab = try AssessmentLab()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        for words in [
            ["assessment.candidate.begin", "1", "--as", "p1"],
            ["assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1"],
        ] {
            let refused = lab.refused(words)
            #expect(refused.hasPrefix("77") && refused.contains("assessment/has-guide") && refused.contains("§ 11-7(3)"), "\(refused)")
        }
        try lab.ok("do", "assessment.guide.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--text", "g", "--as", "co1")
        #expect(lab.refused(["assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1"]).contains("has-guide"))
        try lab.ok("do", "assessment.guide.adopt", "1", "--as", "co1")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "x", "--as", "p1")
    }

    /// What applies is told to the candidate, pages among it, which refuse nothing.
    @Test func theReportSaysWhatApplies() throws {
        let lab = try lab("PT6H")
        try register(lab)
        let own = try lab.ok("report", "assessment.sittings", "--as", "p1")
        for words in ["6 hours", "12–15", "nb, nn", "Home exam"] { #expect(own.contains(words), "\(own)") }
        #expect(try !lab.ok("report", "assessment.sittings", "--as", "p2").contains("hjemmeeksamen"))
    }

    /// A topic is given a week before a trial lecture, and whoever gets it later has it as long.
    @Test func aTopicIsOutAsLongForEveryone() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                Self.variant, "      form: written-home\n      credits: 15\n      work: individual\n      duration: P14D\n",
                "      form: trial-lecture\n      credits: 15\n      work: individual\n      duration: PT30M\n      release: P7D\n")
        }
        try register(lab)
        #expect(lab.refused(["assessment.candidate.begin", "1", "--as", "co1"], at: "2028-05-01T08:00:00Z").contains("2 May 2028"))
        try lab.ok("do", "assessment.candidate.begin", "1", "--as", "co1", at: "2028-05-05T10:00:00Z")
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--as", "co1", at: "2028-05-05T10:00:00Z")
        let soon = lab.refused(["assessment.script.hold", "1", "--as", "co1"], at: "2028-05-10T08:00:00Z")
        #expect(soon.contains("assessment/in-window") && soon.contains("12 May 2028"), "\(soon)")
        try lab.ok("do", "assessment.script.hold", "1", "--as", "co1", at: "2028-05-12T10:00:00Z")
    }
}
