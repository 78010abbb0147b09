import GRDB
import Testing

@testable import Kernel

@Suite struct DeadlineEngineTests {
    @Test func aRecordsDeadlinesFollowWhatHappensToIt() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        // The activity is due on 10 September, whatever is delivered.
        #expect(try store.lastDay("trial.paper", paper, "grading") == "2027-10-01")
        try store.at("2027-09-20T10:00:00Z")
        try store.happen("trial.paper.deliver", "trial.paper", paper, state: "delivered", transition: "deliver")
        #expect(try store.lastDay("trial.paper", paper, "grading") == "2027-10-11")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == nil)
        try store.at("2027-10-04T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded", transition: "grade")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-25")
        // A deadline that counts from another follows it in the same step.
        #expect(try store.lastDay("trial.paper", paper, "last-call") == "2027-10-27")
        let stopped = try store.test.store.read { db in
            try Int64.fetchOne(db, sql: "SELECT stopped FROM kernel_deadline WHERE name = 'grading'")
        }
        #expect(stopped == (try Instant("2027-10-04T10:00:00Z").microseconds))
        try store.at("2027-10-08T10:00:00Z")
        try store.happen("trial.reasons.given", "trial.paper", paper)
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-29")
    }

    /// What is asked and not answered keeps a limit open, also one that had ended, until the outer limit; the answer sets it off anew.
    @Test func whatIsUndecidedBelowKeepsALimitOpen() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.write { db in
            try db.execute(sql: "INSERT INTO trial_judgement (paper) VALUES (?), (?)", arguments: [paper, paper])
        }
        try store.at("2027-10-04T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-25")
        try store.at("2027-10-05T10:00:00Z")
        let asked = try store.happen("trial.judgement.ask", "trial.judgement", 1, state: "asked")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-11-15")
        // What counts from it goes along.
        #expect(try store.lastDay("trial.paper", paper, "last-call") == "2027-11-17")
        let explained = try store.test.store.read { db in
            try store.engine(db).explain("trial.paper", paper)?.first { $0.name == "complaint" }
        }
        let held = explained?.steps.filter { $0.kind == .held } ?? []
        #expect(held.map(\.moment) == ["judgement.asked"] && held.map(\.event) == [asked])
        #expect(explained?.stopped == nil && explained?.due == explained?.outer && explained?.ordinary == explained?.outer)
        // Another one is asked while the first is answered: that keeps it open too.
        try store.happen("trial.judgement.ask", "trial.judgement", 2, state: "asked")
        try store.at("2027-10-07T10:00:00Z")
        try store.happen("trial.judgement.reply", "trial.judgement", 1, state: "sealed")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-11-15")
        try store.happen("trial.judgement.reply", "trial.judgement", 2, state: "sealed")
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-25")
        let before = try store.rows()
        try store.write { try store.engine($0).rebuild() }
        #expect(try store.rows() == before)
    }

    @Test func recordsBelowFollowTheStatesAboveThem() throws {
        let store = try RecordStore()
        let (first, second) = (try store.paper(), try store.paper(enrolment: 2))
        try store.write { db in
            try db.execute(sql: "INSERT INTO trial_judgement (paper) VALUES (?), (?), (?)", arguments: [first, second, first])
        }
        try store.at("2027-09-20T10:00:00Z")
        try store.happen("trial.paper.deliver", "trial.paper", first, state: "delivered")
        #expect(try store.lastDay("trial.judgement", 1, "seal") == "2027-10-04")
        #expect(try store.lastDay("trial.judgement", 2, "seal") == nil)
        #expect(try store.lastDay("trial.judgement", 3, "seal") == "2027-10-04")
    }

    @Test func fieldsAndLettersAreMoments() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        #expect(try store.lastDay("trial.paper", paper, "meeting") == nil)
        try store.write { db in
            try db.execute(sql: "UPDATE trial_paper SET agreed_day = '2027-09-01' WHERE _id = ?", arguments: [paper])
            try store.engine(db).refresh("trial.paper", paper)
        }
        #expect(try store.lastDay("trial.paper", paper, "meeting") == "2027-09-08")
        let event = try store.happen("trial.result.announced", "trial.paper", paper)
        let before = try store.lastDay("trial.paper", paper, "complaint")
        try store.write { db in
            try db.execute(
                sql: """
                    INSERT INTO kernel_notice (module, name, kind, record, person, language, subject, body, announced, notified, channel,
                    event, delivery) VALUES ('trial', 'result', 'trial.paper', ?1, 1, 'nb', 's', 'b', ?2, ?2 + 86400000000 * 5, 'email', ?3, ?3)
                    """, arguments: [paper, try store.context.clock.now().microseconds, event])
            try store.engine(db).refresh("trial.paper", paper)
        }
        #expect(try store.lastDay("trial.paper", paper, "complaint") ?? "" > before ?? "")
    }

    /// What is decided anew is told by a new letter: until that has arrived the limit has not run out, and then it counts from there.
    @Test func aLaterLetterOnItsWayKeepsALimitOpen() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        func arrive(_ event: Int64, _ db: Database) throws {
            try db.execute(
                sql: "UPDATE kernel_notice SET notified = ?1, channel = 'email', delivery = ?2 WHERE notified IS NULL",
                arguments: [try store.context.clock.now().microseconds, event])
        }
        func write(arrived: Bool) throws {
            let event = try store.happen("trial.result.announced", "trial.paper", paper)
            try store.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO kernel_notice (module, name, kind, record, person, language, subject, body, announced, event)
                        VALUES ('trial', 'result', 'trial.paper', ?1, 1, 'nb', 's', 'b', ?2, ?3)
                        """, arguments: [paper, try store.context.clock.now().microseconds, event])
                if arrived { try arrive(event, db) }
                try store.engine(db).refresh("trial.paper", paper)
            }
        }
        try store.at("2027-09-20T10:00:00Z")
        try write(arrived: true)
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-11")
        try store.at("2027-10-04T10:00:00Z")
        try write(arrived: false)
        // Six weeks after what was announced last, whatever is on its way.
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-11-15")
        try store.at("2027-10-06T10:00:00Z")
        let delivery = try store.happen("kernel.notice.delivered", "trial.paper", paper)
        try store.write { db in
            try arrive(delivery, db)
            try store.engine(db).refresh("trial.paper", paper)
        }
        #expect(try store.lastDay("trial.paper", paper, "complaint") == "2027-10-27")
        let kept = try store.rows()
        try store.write { try store.engine($0).rebuild() }
        #expect(try store.rows() == kept)
    }

    /// How long a limit is may stand in the record; without it nothing runs.
    @Test func aFieldSaysHowLongALimitIs() throws {
        let store = try RecordStore()
        let (first, second) = (try store.paper(), try store.paper(enrolment: 2))
        #expect(try store.lastDay("trial.paper", first, "sitting") == nil)
        try store.write { db in
            try db.execute(sql: "UPDATE trial_paper SET length = CASE _id WHEN ? THEN 'P3D' ELSE 'PT6H' END", arguments: [first])
            for paper in [first, second] { try store.engine(db).refresh("trial.paper", paper) }
        }
        #expect(try store.lastDay("trial.paper", first, "sitting") == "2027-09-02")
        #expect(try store.lastDay("trial.paper", second, "sitting") == "2027-08-30")
        try store.write { db in
            let called = try Instant("2027-09-03T08:00:00Z").microseconds
            try db.execute(sql: "UPDATE trial_paper SET called = ? WHERE _id = ?", arguments: [called, second])
            try store.engine(db).refresh("trial.paper", second)
        }
        let due = try store.test.store.read {
            try Int64.fetchOne(
                $0, sql: "SELECT due FROM kernel_deadline WHERE record = ? AND name = 'sitting'", arguments: [second])
        }
        #expect(due == (try Instant("2027-09-03T14:00:00Z").microseconds))
    }

    @Test func anExtensionForOneEnrolmentMovesItsRecordsAlone() throws {
        let store = try RecordStore()
        let (kari, ola) = (try store.paper(enrolment: 1), try store.paper(enrolment: 2))
        let exam = try store.paper(enrolment: 1, activity: 2)
        try store.write { db in
            try db.execute(
                sql:
                    "INSERT INTO kernel_extension (kind, record, name, until, reason, event) VALUES ('kernel.enrolment', 1, 'essay.due', ?, 'ill', 1)",
                arguments: [try store.time.zone.endOfDay(Day("2027-09-17")).microseconds])
            try store.engine(db).refresh("kernel.enrolment", 1)
        }
        #expect(try store.lastDay("trial.paper", kari, "grading") == "2027-10-08")
        #expect(try store.lastDay("trial.paper", ola, "grading") == "2027-10-01")
        #expect(try store.lastDay("trial.paper", exam, "grading") == nil)
    }

    @Test func aRecordThatIsGoneHasNoDeadlines() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.write { db in
            try db.execute(sql: "DELETE FROM trial_paper WHERE _id = ?", arguments: [paper])
            try store.engine(db).refresh("trial.paper", paper)
        }
        #expect(try store.rows().isEmpty)
        #expect(try store.test.store.read { try store.engine($0).explain("trial.paper", paper) } == nil)
    }

    @Test func whatHasNoDeadlinesAsksTheStoreNothing() throws {
        let store = try RecordStore()
        try store.test.store.read { db in
            var statements: [String] = []
            db.trace { statements.append("\($0)") }
            try store.engine(db).refresh("kernel.person", 1)
            try store.engine(db).refresh("trial.nothing", 1)
            #expect(statements.isEmpty)
        }
    }

    /// Whatever happens in whatever order, the rows kept step by step are those that come from nothing.
    @Test(arguments: 0..<6) func rebuiltFromNothingTheRowsAreTheSame(seed: UInt64) throws {
        let store = try RecordStore()
        var generator = SeededGenerator(seed)
        var now = 1_819_000_000
        var papers = [try store.paper(), try store.paper(enrolment: 2), try store.paper(enrolment: 1, activity: 2)]
        for _ in 0..<60 {
            if Bool.random(using: &generator) { now += Int.random(in: 0...400_000, using: &generator) }
            store.context.clock = .fixed(try #require(Instant(seconds: now)))
            let paper = papers[Int.random(in: 0..<papers.count, using: &generator)]
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: try store.happen("trial.paper.deliver", "trial.paper", paper, state: "delivered")
            case 1: try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
            case 2: try store.happen("trial.reasons.given", "trial.paper", paper)
            case 3: try store.happen("trial.complaint.made", "trial.paper", paper, state: "delivered")
            case 4:
                try store.write { db in
                    try db.execute(sql: "INSERT INTO trial_judgement (paper) VALUES (?)", arguments: [paper])
                    try store.engine(db).refresh("trial.judgement", db.lastInsertedRowID)
                }
            case 5:
                let event = try store.happen("kernel.deadline.extended", "trial.paper", paper)
                try store.write { db in
                    try db.execute(
                        sql:
                            "INSERT INTO kernel_extension (kind, record, name, until, reason, event) VALUES ('trial.paper', ?, ?, ?, 'r', ?)",
                        arguments: [
                            paper, ["complaint", "grading"].randomElement(using: &generator), Int64(now) * 1_000_000 + 2_000_000_000_000,
                            event,
                        ])
                    try store.engine(db).refresh("trial.paper", paper)
                }
            case 6:
                let event = try store.happen("kernel.deadline.extended", "kernel.enrolment", 1)
                try store.write { db in
                    try db.execute(
                        sql: """
                            INSERT INTO kernel_extension (kind, record, name, until, reason, event)
                            VALUES ('kernel.enrolment', 1, 'essay.due', ?, 'r', ?)
                            """, arguments: [Int64(now) * 1_000_000, event])
                    try store.engine(db).refresh("kernel.enrolment", 1)
                }
            default: papers.append(try store.paper(enrolment: Int64.random(in: 1...2, using: &generator)))
            }
        }
        let kept = try store.rows()
        #expect(kept.count > 5)
        try store.write { try store.engine($0).rebuild() }
        #expect(try store.rows() == kept)
    }
}
