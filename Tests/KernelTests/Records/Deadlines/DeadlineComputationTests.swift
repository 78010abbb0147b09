import Testing

@testable import Kernel

/// Deadlines as the law counts them (domstolloven §§ 148 and 149, universitets- og høyskoleloven §§ 11-7 to 11-10).
@Suite struct DeadlineComputationTests {
    private static let time: WorkspaceTime = {
        let zone =
            TimeZoneRules.builtIn("Europe/Oslo") ?? TimeZoneRules(name: "UTC", source: .builtIn, firstOffset: 0, transitions: [], rule: nil)
        return WorkspaceTime(calendar: .norway, zone: zone)
    }()
    private static let record = RecordPlace.Step(kind: "trial.paper", number: 12)

    /// The explanation of a rule when the moments are the given local times.
    private func explain(
        _ rule: DeadlineRule, _ moments: [String: String], extended: String? = nil
    ) throws -> DeadlineExplanation {
        let known = try moments.mapValues { try Instant($0) }
        let order = moments.keys.sorted()
        return try DeadlineComputation(time: Self.time).explain(
            rule, record: Self.record, extended: try extended.map { DeadlineExtension(until: try Instant($0), event: 99) }
        ) { moment in
            known[moment.path].map {
                OccurredMoment(moment.path, $0, event: Int64(order.firstIndex(of: moment.path) ?? 0) + 1)
            }
        }
    }

    private func lastDay(_ explanation: DeadlineExplanation) throws -> String {
        let due = try #require(explanation.due)
        return try Self.time.zone.day(at: due.adding(seconds: -1)).description
    }

    @Test(arguments: [
        ("2026-11-27", "2026-12-18"), ("2026-12-11", "2027-01-05"), ("2027-03-12", "2027-04-07"), ("2027-04-30", "2027-05-25"),
    ])
    func fifteenWorkingDays(delivered: String, last: String) throws {
        let rule = DeadlineRule.test("grading", after: .latest("paper.delivered"), within: .workingDays(15))
        // Whatever the time of day, to the last minute before midnight in Oslo.
        for time in ["00:30:00+01:00", "12:00:00+01:00", "21:59:59Z"] {
            let explanation = try explain(rule, ["paper.delivered": "\(delivered)T\(time)"])
            #expect(try lastDay(explanation) == last)
            #expect(explanation.due == (try Self.time.zone.endOfDay(Day(last))))
        }
    }

    @Test(arguments: [("2027-03-18", "2027-03-30"), ("2026-12-18", "2026-12-28")])
    func oneWeekToAskForReasons(announced: String, last: String) throws {
        let rule = DeadlineRule.test("reasons", after: .latest("result.announced"), within: .weeks(1))
        #expect(try lastDay(explain(rule, ["result.announced": "\(announced)T10:00:00Z"])) == last)
    }

    private static let complaint = DeadlineRule.test(
        "complaint", after: .latest("result.announced", "reasons.given", "formal.answered"), within: .weeks(3), late: .decision,
        stops: .latest("complaint.made"), outer: (.latest("result.announced"), CalendarDuration(years: 1).map { .duration($0) }),
        source: "UH-loven § 11-10")

    @Test func threeWeeksToComplainRestartWhenReasonsAreGiven() throws {
        #expect(try lastDay(explain(Self.complaint, ["result.announced": "2027-04-26T10:00:00Z"])) == "2027-05-18")
        let later = try explain(
            Self.complaint, ["result.announced": "2027-03-18T10:00:00Z", "reasons.given": "2027-04-08T10:00:00Z"])
        #expect(try lastDay(later) == "2027-04-29")
        #expect(later.steps.map(\.kind) == [.other, .begins, .waits, .runs, .outer])
    }

    @Test func nothingRunsBeforeItBegins() throws {
        let waiting = try explain(Self.complaint, ["complaint.made": "2027-04-08T10:00:00Z"])
        #expect(waiting.due == nil && waiting.base == nil && waiting.stopped == nil)
        #expect(waiting.steps.map(\.kind) == [.waits, .waits, .waits])
    }

    @Test func whatStopsItCountsOnlyAfterItBegan() throws {
        let stopped = try explain(Self.complaint, ["result.announced": "2027-03-18T10:00:00Z", "complaint.made": "2027-03-20T10:00:00Z"])
        #expect(stopped.stopped == (try Instant("2027-03-20T10:00:00Z")))
        let restarted = try explain(
            Self.complaint,
            [
                "result.announced": "2027-03-18T10:00:00Z", "complaint.made": "2027-03-20T10:00:00Z",
                "formal.answered": "2027-03-21T10:00:00Z",
            ])
        #expect(restarted.stopped == nil)
        #expect(try lastDay(restarted) == "2027-04-12")
    }

    @Test func anExtensionNeverShortensAndNeverPassesTheOuterLimit() throws {
        let moments = ["result.announced": "2027-03-18T10:00:00Z"]
        let extended = try explain(Self.complaint, moments, extended: "2027-04-30T22:00:00Z")
        #expect(try lastDay(extended) == "2027-04-30")
        #expect(extended.ordinary == (try Self.time.zone.endOfDay(Day("2027-04-08"))))
        #expect(try lastDay(explain(Self.complaint, moments, extended: "2027-03-20T22:00:00Z")) == "2027-04-08")
        let far = try explain(Self.complaint, moments, extended: "2029-01-01T00:00:00Z")
        #expect(try lastDay(far) == "2028-03-18")
        #expect(far.steps.map(\.kind) == [.begins, .waits, .waits, .runs, .extended, .outer, .cut])
        let late = try explain(
            Self.complaint, ["result.announced": "2027-03-18T10:00:00Z", "formal.answered": "2028-03-10T10:00:00Z"])
        #expect(try lastDay(late) == "2028-03-18" && late.ordinary == late.due)
    }

    @Test func aDayThatEndsCountsAsThatDay() throws {
        let rule = DeadlineRule.test("grading", after: .latest("activity.due"), within: .weeks(1), roll: .none)
        let due = try Self.time.zone.endOfDay(Day("2027-10-01"))
        let explanation = try DeadlineComputation(time: Self.time).explain(rule, record: Self.record) { moment in
            OccurredMoment(moment.path, due, isPlanned: true, endsDay: true)
        }
        #expect(try lastDay(explanation) == "2027-10-08")
    }

    @Test func hoursAreCountedFromTheInstant() throws {
        let rule = DeadlineRule.test(
            "answer", after: .earliest("a.asked", "b.asked"), within: CalendarDuration(hours: 36).map { .duration($0) })
        let explanation = try explain(rule, ["a.asked": "2027-03-18T10:00:00Z", "b.asked": "2027-03-19T10:00:00Z"])
        #expect(explanation.due == (try Instant("2027-03-19T22:00:00Z")))
    }

    @Test func plannedMomentsStopOnlyWhatIsStillRunning() throws {
        let rule = DeadlineRule.test("reply", after: .latest("x.asked"), within: .weeks(1), roll: .none, stops: .latest("closing"))
        func stopped(_ closing: String) throws -> Instant? {
            try DeadlineComputation(time: Self.time).explain(rule, record: Self.record) { moment in
                moment.path == "closing"
                    ? OccurredMoment(moment.path, try Instant(closing), isPlanned: true)
                    : OccurredMoment(moment.path, try Instant("2027-03-01T10:00:00Z"), event: 1)
            }.stopped
        }
        #expect(try stopped("2027-03-05T00:00:00Z") != nil)
        #expect(try stopped("2027-03-09T00:00:00Z") == nil)
        #expect(try stopped("2027-02-09T00:00:00Z") == nil)
    }

    @Test func theChainIsKeptAndReadBack() throws {
        var generator = SeededGenerator(7)
        for _ in 0..<200 {
            var moments: [String: String] = [:]
            for path in ["result.announced", "reasons.given", "formal.answered", "complaint.made"] where Bool.random(using: &generator) {
                moments[path] = try #require(Instant(seconds: Int.random(in: 1_800_000_000...1_840_000_000, using: &generator))).description
            }
            let extended = Bool.random(using: &generator) ? "2027-11-01T00:00:00Z" : nil
            let explanation = try explain(Self.complaint, moments, extended: extended)
            let bytes = try explanation.json.canonical
            #expect(DeadlineExplanation(try JSONValue(parsing: bytes)) == explanation)
            if let due = explanation.due, let ordinary = explanation.ordinary, let outer = explanation.outer {
                #expect(ordinary <= due && due <= outer)
            }
        }
    }
}
