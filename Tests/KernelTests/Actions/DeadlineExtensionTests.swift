import GRDB
import Testing

@testable import Kernel

@Suite struct DeadlineExtensionTests {
    private typealias Action = DeadlineExtensionAction

    private func extend(_ store: RecordStore, _ target: Action.Target, _ until: String, reason: String = "syk", as actor: Actor = .operator)
        throws -> ActionResult<Action.Effect>
    {
        store.context.actor = actor
        return try ActionPipeline.perform(
            Action(plan: DeadlinePlan(store.index), time: store.time), .init(target, until: .day(try Day(until)), reason: reason),
            context: &store.context, in: store.test.store)
    }

    private func reason(_ body: () throws -> some Any) throws -> ExtensionRefusal.Reason {
        try #require(throws: ExtensionRefusal.self) { _ = try body() }.reason
    }

    /// A paper with a result, so that complaints run until 25 October, and never beyond 15 November.
    private func graded() throws -> (RecordStore, Action.Target) {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.at("2027-10-04T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
        return (store, .deadline(kind: "trial.paper", record: paper, name: "complaint"))
    }

    @Test func aDeadlineIsExtendedWithAReasonAndTheLatestDecisionCounts() throws {
        let (store, complaint) = try graded()
        let result = try extend(store, complaint, "2027-11-05", reason: "  lå på\n sykehus ")
        #expect(result.effect.before == (try Instant("2027-10-25T22:00:00Z")))
        #expect(try store.lastDay("trial.paper", 1, "complaint") == "2027-11-05")
        #expect(try store.lastDay("trial.paper", 1, "last-call") == "2027-11-09")
        _ = try extend(store, complaint, "2027-11-01")
        #expect(try store.lastDay("trial.paper", 1, "complaint") == "2027-11-01")
        let event = try #require(result.events.first)
        let (header, payload, kept) = try store.test.store.read { db in
            (
                try EventLog.read(EventFilter(after: event - 1, limit: 1), in: db).first, try EventLog.payload(of: event, in: db),
                try String.fetchAll(db, sql: "SELECT reason FROM kernel_extension ORDER BY event")
            )
        }
        #expect(header?.name == "kernel.deadline.extended" && header?.records == [RecordReference("trial.paper", 1)])
        #expect(payload?.contains("lå på sykehus") == true)
        #expect(kept == ["lå på sykehus", "syk"])
        let rows = try store.rows()
        try store.write { try store.engine($0).rebuild() }
        #expect(try store.rows() == rows)
        // The reason stands in one place, from which it can be erased.
        #expect(!rows.joined().contains("sykehus"))
    }

    @Test func whatCannotBeExtendedIsRefused() throws {
        let (store, complaint) = try graded()
        let before = try store.rows()
        #expect(try reason { try extend(store, complaint, "2027-11-16") } == .beyond(try Instant("2027-11-15T23:00:00Z")))
        #expect(try reason { try extend(store, complaint, "2027-10-25") } == .notLater(try Instant("2027-10-25T22:00:00Z")))
        #expect(try reason { try extend(store, complaint, "2027-11-05", reason: " \n ") } == .reason)
        #expect(try reason { try extend(store, complaint, "2027-11-05", reason: String(repeating: "x", count: 2001)) } == .reason)
        func deadline(_ name: String, _ record: Int64 = 1) -> Action.Target { .deadline(kind: "trial.paper", record: record, name: name) }
        #expect(
            try reason { try extend(store, deadline("complaints"), "2027-11-05") }
                == .unknown("complaints", known: ["last-call", "grading", "complaint", "meeting", "sitting"]))
        #expect(try reason { try extend(store, deadline("complaint", 7), "2027-11-05") } == .noRecord("trial.paper 7"))
        // Stopped by the result; not begun; and one that says that what is late is refused.
        #expect(
            try reason { try extend(store, deadline("grading"), "2027-11-05") }
                == .notRunning(Text(nb: "Sensurfrist", nn: "Sensurfrist", en: "Time to grade")))
        #expect(try reason { try extend(store, deadline("meeting"), "2027-11-05") } == .notRunning(Text(verbatim: "meeting")))
        #expect(try reason { try extend(store, deadline("last-call"), "2027-11-05") } == .fixed(Text(verbatim: "last-call"), source: nil))
        #expect(try store.rows() == before)
        #expect(
            ExtensionRefusal(.beyond(try Instant("2027-11-15T23:00:00Z")), zone: store.time.zone).message(.nn)
                == "den ytste grensa er måndag 15. november 2027 kl. 24.00")
        #expect(
            ExtensionRefusal(.unknown("complaints", known: ["complaint"]), zone: store.time.zone).help?(.en) == "did you mean 'complaint'?")
    }

    @Test func anActivityIsExtendedForOneEnrolment() throws {
        let store = try RecordStore()
        let (kari, ola) = (try store.paper(enrolment: 1), try store.paper(enrolment: 2))
        let target = Action.Target.activity(enrolment: 1, activity: "essay")
        let result = try extend(store, target, "2027-09-17")
        #expect(result.effect == .init(before: try Instant("2027-09-10T22:00:00Z"), until: try Instant("2027-09-17T22:00:00Z")))
        #expect(try store.lastDay("trial.paper", kari, "grading") == "2027-10-08")
        #expect(try store.lastDay("trial.paper", ola, "grading") == "2027-10-01")
        let again = try extend(store, target, "2027-09-20")
        #expect(again.effect.before == result.effect.until)
        #expect(try reason { try extend(store, target, "2027-09-10") } == .notLater(try Instant("2027-09-10T22:00:00Z")))
        #expect(
            try reason { try extend(store, .activity(enrolment: 1, activity: "exam"), "2027-12-24") } == .notRunning(Text(verbatim: "exam"))
        )
        #expect(
            try reason { try extend(store, .activity(enrolment: 1, activity: "esay"), "2027-12-24") }
                == .unknown("esay", known: ["essay", "exam"]))
        #expect(
            try reason { try extend(store, .activity(enrolment: 9, activity: "essay"), "2027-12-24") } == .noRecord("kernel.enrolment 9"))
    }

    @Test func whoHasNoRoleIsRefused() throws {
        let (store, complaint) = try graded()
        let kari = try store.test.store.read { try Authorisation.actor("kari", in: $0) }
        #expect(throws: Refusal(action: "kernel.deadline.extend", allowed: ["admin", "coordinator"])) {
            try extend(store, complaint, "2027-11-05", as: kari)
        }
    }
}
