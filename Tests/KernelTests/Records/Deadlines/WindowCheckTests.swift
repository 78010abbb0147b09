import GRDB
import Testing

@testable import Kernel

@Suite struct WindowCheckTests {
    private func check(_ store: RecordStore, _ transition: String, _ paper: Int64, _ instant: String) throws -> WindowCheck.Outcome {
        try store.test.store.read { db in
            let place = try #require(try store.place("trial.paper", paper, db))
            let transition = try #require(RecordStore.paper.workflow?.transition(transition))
            return try WindowCheck(store.resolver(db)).check(transition, of: place, at: try Instant(instant))
        }
    }

    private func refusal(_ store: RecordStore, _ transition: String, _ paper: Int64, _ instant: String) throws -> WindowRefusal {
        try #require(throws: WindowRefusal.self) { try check(store, transition, paper, instant) }
    }

    @Test func aWindowOpensAndCloses() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        let early = try refusal(store, "deliver", paper, "2027-08-29T21:59:59Z")
        #expect(early.kind == .refused)
        #expect(
            early.message(.nb)
                == "«Lever» kan først gjøres fra mandag 30. august 2027 kl. 00.00 (aktiviteten åpner)")
        #expect(early.help == nil)
        #expect(try check(store, "deliver", paper, "2027-08-29T22:00:00Z") == .open)
        #expect(try check(store, "deliver", paper, "2027-09-10T21:59:59Z") == .open)
        let late = try refusal(store, "deliver", paper, "2027-09-10T22:00:00Z")
        #expect(late.message(.nn) == "«Lever» kunne gjerast til fredag 10. september 2027 kl. 24.00 (fristen for aktiviteten)")
        #expect(late.message(.en) == "'Deliver' could be done until Friday 10 September 2027 at 24:00 (the activity is due)")
        #expect(late.help?(.en).contains("kernel.deadline.extend --enrolment 1") == true)
    }

    @Test func anExtensionOpensItForOne() throws {
        let store = try RecordStore()
        let (kari, ola) = (try store.paper(enrolment: 1), try store.paper(enrolment: 2))
        try store.write { db in
            try db.execute(
                sql:
                    "INSERT INTO kernel_extension (kind, record, name, until, reason, event) VALUES ('kernel.enrolment', 1, 'essay.due', ?, 'ill', 1)",
                arguments: [try Instant("2027-09-17T22:00:00Z").microseconds])
        }
        #expect(try check(store, "deliver", kari, "2027-09-17T21:00:00Z") == .open)
        _ = try refusal(store, "deliver", ola, "2027-09-17T21:00:00Z")
        _ = try refusal(store, "deliver", kari, "2027-09-17T22:00:00Z")
    }

    @Test func anActivityThatIsNeverDueClosesNothing() throws {
        let store = try RecordStore()
        let exam = try store.paper(activity: 2)
        #expect(try check(store, "deliver", exam, "2037-09-17T21:00:00Z") == .open)
    }

    @Test func aDeadlineSaysWhatBecomesOfWhatIsLate() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.at("2027-09-06T10:00:00Z")
        try store.happen("trial.paper.deliver", "trial.paper", paper, state: "delivered")
        #expect(try check(store, "grade", paper, "2027-10-01T10:00:00Z") == .open)
        #expect(
            try check(store, "grade", paper, "2027-10-02T10:00:00Z") == .late(limit: try Instant("2027-10-01T22:00:00Z")))
        // Nothing to complain of yet: no limit runs, and what comes after it cannot be done.
        #expect(try check(store, "complain", paper, "2027-10-02T10:00:00Z") == .open)
        let notYet = try refusal(store, "finish", paper, "2027-10-02T10:00:00Z")
        #expect(notYet.message(.nb) == "«finish» kan ikke gjøres ennå: «Klagefrist» har ikke skjedd")
        try store.at("2027-10-04T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
        #expect(try check(store, "complain", paper, "2027-10-25T21:59:59Z") == .open)
        let over = try refusal(store, "complain", paper, "2027-10-25T22:00:00Z")
        #expect(over.message(.nb) == "«complain» kunne gjøres til mandag 25. oktober 2027 kl. 24.00 (Klagefrist)")
        #expect(over.help?(.nb).contains("administrator, koordinator") == true && over.help?(.nb).contains("--deadline complaint") == true)
        #expect(try check(store, "finish", paper, "2027-10-25T22:00:00Z") == .open)
    }

    @Test func aRecordBelowKeepsTheLimitOfTheOneAboveAndRestartsIt() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        let judgement: Int64 = try store.write { db in
            try db.execute(sql: "INSERT INTO trial_judgement (paper) VALUES (?)", arguments: [paper])
            return db.lastInsertedRowID
        }
        try store.at("2027-10-01T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-22")
        let reply = Transition.test("reply", from: ["open"], to: "sealed", before: "paper.complaint")
        func check(_ instant: String) throws -> WindowCheck.Outcome {
            try store.test.store.read { db in
                let place = try #require(try store.place("trial.judgement", judgement, db))
                return try WindowCheck(store.resolver(db)).check(reply, of: place, at: try Instant(instant))
            }
        }
        #expect(try check("2027-10-22T10:00:00Z") == .open)
        let late = try #require(throws: WindowRefusal.self) { try check("2027-10-23T10:00:00Z") }
        #expect(late.record == .init(kind: "trial.paper", number: paper) && late.label(.en) == "Time to complain")
        #expect(late.help?(.en).contains("--record trial.paper --id \(paper) --deadline complaint") == true)
        // What happens to the record below is told of the one above as well, and moves its limit.
        try store.at("2027-10-15T10:00:00Z")
        try store.write { db in
            let records = [RecordReference("trial.judgement", judgement), RecordReference("trial.paper", paper)]
            _ = try EventLog.append(
                NewEvent("trial.reasons.given", records: records, payload: .null), action: "test", context: &store.context, in: db)
            try store.engine(db).refresh("trial.judgement", judgement)
        }
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-11-05")
        #expect(try check("2027-11-05T10:00:00Z") == .open)
    }
}
