import Kernel
import Testing

@testable import Kernel

/// The deadlines of the module against vectors that were computed by hand, and that no order of events ever shortens a right.
@Suite struct DeadlineVectorTests {
    /// Read once: what is live is the same for every case.
    private static let shipped = Result {
        let lab = try AssessmentLab()
        return try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly).read {
            try LiveConfiguration.load($0, linked: Session.linked)
        }
    }

    let live: LiveConfiguration

    init() throws { live = try Self.shipped.get() }

    /// The last day of a deadline when its moments were at noon of those days; nil where it does not run.
    private func last(_ record: String, _ deadline: String, _ moments: [String: String], heldBy held: [OccurredMoment] = []) throws
        -> String?
    {
        let rule = try #require(live.record("assessment.\(record)")?.workflow?.deadline(deadline))
        let step = RecordPlace.Step(kind: "assessment.\(record)", number: 1)
        let explanation = try DeadlineComputation(time: live.time).explain(rule, record: step, held: held) { moment in
            try moments[moment.path].map { OccurredMoment(moment.path, try Instant($0 + "T11:00:00Z"), event: 1) }
        }
        return explanation.due.flatMap { Instant(microseconds: $0.microseconds - 1) }.map { live.timeZone.day(at: $0).description }
    }

    @Test(arguments: [
        ("2026-11-27", "2026-12-18"), ("2026-12-11", "2027-01-05"), ("2027-03-12", "2027-04-07"), ("2027-04-30", "2027-05-25"),
    ])
    func grading(delivered: String, due: String) throws {
        #expect(try last("script", "grading", ["script.delivered": delivered]) == due)
    }

    /// An institution that sets a shorter time has it.
    @Test func gradingGoesByTheSetting() throws {
        let lab = try AssessmentLab { session in
            try session.edit("Config/kjerne.yaml", "assessment: ^1.0", "assessment: {version: ^1.0, settings: {grading-days: 10}}")
        }
        try lab.prepare()
        let explained = try lab.ok("explain", "deadline", "assessment.script", "1", "--lang", "en", "--as", "co1")
        #expect(explained.contains("Lasts 10 working days: until Thursday 8 June 2028"), "\(explained)")
        #expect(try lab.ok("report", "kernel.deadlines", "--output", "csv", "--as", "co1").contains("2028-06-08T22:00:00Z"))
        let rules = try lab.ok("report", "assessment.rules", "--output", "csv").split(whereSeparator: \.isNewline)
        #expect(rules.contains { $0.hasPrefix("grading,") && $0.contains(",10,\"settings.grading-days, exam: grading-days\"") })
    }

    @Test func reasonsAndComplaints() throws {
        #expect(try last("result", "reasons", ["grade.notified": "2027-03-18", "grade.announced": "2027-03-18"]) == "2027-03-30")
        #expect(try last("result", "reasons", ["grade.notified": "2026-12-18", "grade.announced": "2026-12-18"]) == "2026-12-28")
        #expect(try last("result", "grade-complaint", ["grade.notified": "2027-04-26", "grade.announced": "2027-04-26"]) == "2027-05-18")
        let reasons = ["grade.notified": "2027-03-18", "grade.announced": "2027-03-18", "reasons.given": "2027-04-08"]
        #expect(try last("result", "grade-complaint", reasons) == "2027-04-29")
        #expect(try last("result", "formal-complaint", reasons) == "2027-04-29")
        // From when she was told of the reasons, as of the grade.
        let told = reasons.merging(["reasons.notified": "2027-04-14"]) { $1 }
        #expect(try last("result", "grade-complaint", told) == "2027-05-05")
        #expect(try last("result", "formal-complaint", told) == "2027-05-05")
        // It counts from when she was told, not from when it was announced; and never beyond a year.
        #expect(try last("result", "grade-complaint", ["grade.announced": "2027-04-26"]) == nil)
        #expect(try last("result", "grade-complaint", ["grade.announced": "2027-04-26", "grade.notified": "2027-05-03"]) == "2027-05-24")
        let late = ["grade.announced": "2027-04-26", "grade.notified": "2027-05-03", "reasons.given": "2028-04-20"]
        #expect(try last("result", "grade-complaint", late) == "2028-04-26")
        #expect(try last("reasons", "answer", ["reasons.asked": "2027-03-18"]) == "2027-04-01")
    }

    /// Reasons and a formal complaint, asked and answered in any order: while one of them is unanswered the time to complain has not run out, and
    /// from each answer there are three weeks.
    @Test(arguments: 0..<60) func nothingUnansweredLetsTimeRunOut(seed: UInt64) throws {
        var randomness = Randomness.seed(seed)
        var moments = ["grade.announced": "2027-01-04", "grade.notified": "2027-01-04"]
        var day = try Day("2027-01-04")
        var open: [String] = []
        var steps = ["reasons", "formal", "formal"].shuffled(using: &randomness)
        while !steps.isEmpty || !open.isEmpty {
            day = try day.adding(days: Int.random(in: 0...50, using: &randomness))
            if !steps.isEmpty, open.isEmpty || Bool.random(using: &randomness) {
                open.append(steps.removeFirst())
            } else {
                let answered = open.remove(at: Int.random(in: 0..<open.count, using: &randomness))
                moments[answered == "reasons" ? "reasons.given" : "formal.answered"] = day.description
            }
            let held = try open.map { OccurredMoment($0, try Instant(day.description + "T11:00:00Z"), event: 1) }
            let limit = try #require(try last("result", "grade-complaint", moments, heldBy: held))
            let least = try open.isEmpty ? min(day.adding(days: 21).description, "2028-01-04") : "2028-01-04"
            #expect(limit >= least && limit <= "2028-01-04", "\(moments) \(open)")
        }
    }

    /// Events in any order and at any time: what happens later never brings a limit forward.
    @Test(arguments: 0..<150) func nothingShortensARight(seed: UInt64) throws {
        var randomness = Randomness.seed(seed)
        let first = try Day("2027-01-04")
        var moments = ["grade.announced": first.description]
        var day = first
        var limits: [String: String] = [:]
        let names = [
            "grade.notified", "reasons.given", "formal.answered", "complaint.answered", "reasons.given", "formal.answered",
            "reasons.notified", "formal.notified", "complaint.notified",
        ]
        for name in names.shuffled(using: &randomness) {
            day = try day.adding(days: Int.random(in: 0...60, using: &randomness))
            moments[name] = day.description
            for deadline in ["reasons", "formal-complaint", "grade-complaint"] {
                let now = try last("result", deadline, moments)
                if let before = limits[deadline] { #expect((now ?? "") >= before, "\(deadline) \(moments)") }
                if let now {
                    limits[deadline] = now
                    #expect(now <= "2028-01-04")
                }
            }
        }
    }
}
