import GRDB

@testable import Kernel

/// A store with a module of one's own: papers of enrolments, and judgements under them, in tables as the kernel makes them.
final class RecordStore {
    let test: TestStore
    let index: DeclarationIndex
    let time: WorkspaceTime
    var context = RunContext.test

    static let paper = RecordType.test(
        "trial.paper", parent: "kernel.enrolment", owner: ["enrolment", "person"],
        fields: [
            .reference("activity", to: "kernel.activity"), .test("agreed-day", .date), .test("called", .instant),
            .test("length", .duration),
        ],
        workflow: .test(
            "paper", states: ["draft", "delivered", "graded", "final"], final: ["final"],
            transitions: [
                .test(
                    "deliver", from: ["draft"], to: "delivered", after: "activity.opens", before: "activity.due",
                    title: Text(nb: "Lever", nn: "Lever", en: "Deliver")),
                .test("grade", from: ["delivered"], to: "graded", before: "grading", event: "result.announced", notice: "result"),
                .test("complain", from: ["graded"], to: "delivered", before: "complaint", event: "complaint.made"),
                .test("finish", from: ["graded"], to: "final", after: "complaint", when: .passed(.test("complaint"))),
                .test("give-up", from: ["draft"], to: "final", when: .passed(.test("activity.due"))),
            ],
            deadlines: [
                .test("last-call", after: .latest("complaint"), within: .workingDays(2)),
                .test(
                    "grading", after: .latest("paper.delivered", "activity.due"), within: .workingDays(15), late: .accepted,
                    stops: .latest("result.announced"), title: Text(nb: "Sensurfrist", nn: "Sensurfrist", en: "Time to grade"),
                    source: "UH-loven § 11-7"),
                .test(
                    "complaint", after: .latest("result.announced", "reasons.given", "result.notified"), within: .weeks(3), late: .decision,
                    stops: .latest("complaint.made"), outer: (.latest("result.announced"), .weeks(6)),
                    title: Text(nb: "Klagefrist", nn: "Klagefrist", en: "Time to complain"), source: "UH-loven § 11-10",
                    openWhile: [DeadlineHold(record: "trial.judgement", states: ["asked"], span: RecordType.nowhere)]),
                .test("meeting", after: .earliest("agreed-day", "called"), within: .weeks(1), roll: .none),
                .test("sitting", after: .latest("activity.opens", "called"), within: nil, length: "length"),
            ]))

    static let judgement = RecordType.test(
        "trial.judgement", parent: "trial.paper",
        workflow: .test(
            "judgement", states: ["open", "asked", "sealed"],
            transitions: [.test("reply", from: ["open"], to: "sealed", event: "reasons.given")],
            deadlines: [.test("seal", after: .latest("paper.delivered"), within: .workingDays(10))]
        ))

    init() throws {
        test = try TestStore()
        time = WorkspaceTime(calendar: .norway, zone: try TimeZoneRules.load("Europe/Oslo"))
        var module = ModuleDeclarations(module: "trial", version: "1.0.0")
        module.records = [Self.paper, Self.judgement]
        module.events = ["result.announced", "reasons.given", "complaint.made"].map {
            DeclaredEvent(name: $0, version: 1, payload: nil, span: RecordType.nowhere)
        }
        module.notices = [NoticeDeclaration(name: "result", template: "texts/result", to: "owner", span: RecordType.nowhere)]
        index = DeclarationIndex([module])
        try test.add(offering: "course")
        try test.add(people: "kari", "ola")
        _ = try test.enrol("offering,person\ncourse,kari\ncourse,ola\n")
        try write { db in
            try db.execute(
                sql: """
                    CREATE TABLE trial_paper (_id INTEGER PRIMARY KEY AUTOINCREMENT, _version INTEGER NOT NULL DEFAULT 1,
                    _state TEXT NOT NULL DEFAULT 'draft', enrolment INTEGER NOT NULL REFERENCES kernel_enrolment (id),
                    activity INTEGER NOT NULL REFERENCES kernel_activity (key), agreed_day TEXT, called INTEGER, length TEXT) STRICT;
                    CREATE TABLE trial_judgement (_id INTEGER PRIMARY KEY AUTOINCREMENT, _version INTEGER NOT NULL DEFAULT 1,
                    _state TEXT NOT NULL DEFAULT 'open', paper INTEGER NOT NULL REFERENCES trial_paper (_id)) STRICT;
                    """)
            for (activity, opens, due) in [("essay", "2027-08-30", "2027-09-10"), ("exam", "2027-11-01", nil)] {
                try db.execute(
                    sql: """
                        INSERT INTO kernel_activity (offering, part, activity, kind, settings, on_order, opens, due, position, state)
                        VALUES ('course', 'main', ?, 'trial.essay', '{}', 0, ?, ?, 0, 'active')
                        """,
                    arguments: [
                        activity, try time.zone.startOfDay(Day(opens)).microseconds,
                        try due.map { try time.zone.endOfDay(Day($0)).microseconds },
                    ])
            }
        }
    }

    func write<T>(_ body: (Database) throws -> T) throws -> T { try test.store.write(durability: .normal, body) }

    func engine(_ db: Database) -> DeadlineEngine { DeadlineEngine(index, time: time, in: db) }
    func resolver(_ db: Database) -> MomentResolver { MomentResolver(index, time: time, in: db) }
    func place(_ kind: String, _ number: Int64, _ db: Database) throws -> RecordPlace? {
        try RecordPlaceFinder(index, in: db).find(kind, number)
    }

    func at(_ instant: String) throws { context.clock = .fixed(try Instant(instant)) }

    @discardableResult
    func paper(enrolment: Int64 = 1, activity: Int64 = 1) throws -> Int64 {
        try write { db in
            try db.execute(sql: "INSERT INTO trial_paper (enrolment, activity) VALUES (?, ?)", arguments: [enrolment, activity])
            let number = db.lastInsertedRowID
            try engine(db).refresh("trial.paper", number)
            return number
        }
    }

    /// An event about a record, and the state that it puts it in, as a transition would write them.
    @discardableResult
    func happen(_ event: String, _ kind: String, _ number: Int64, state: String? = nil, transition: String = "") throws -> Int64 {
        try write { db in
            let header = try EventLog.append(
                NewEvent(event, records: [RecordReference(kind, number)], payload: .null), action: "test", context: &context, in: db)
            if let state, let type = index.types[kind] {
                let entry = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM kernel_state WHERE kind = ? AND record = ?", arguments: [kind, number])
                try db.execute(
                    sql: "INSERT INTO kernel_state (kind, record, entry, state, transition, instant, event) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [kind, number, (entry ?? 0) + 1, state, transition, header.instant.microseconds, header.sequence])
                try db.execute(sql: "UPDATE \(SQLName.quoted(type.table)) SET _state = ? WHERE _id = ?", arguments: [state, number])
            }
            try engine(db).refresh(kind, number)
            return header.sequence
        }
    }

    /// The rows of all deadlines, each as a line.
    func rows() throws -> [String] {
        try test.store.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM kernel_deadline ORDER BY kind, record, name").map { "\($0)" }
        }
    }

    /// The last day of a deadline; nil where it does not run.
    func lastDay(_ kind: String, _ number: Int64, _ name: String) throws -> String? {
        try test.store.read { db in
            let due = try Int64.fetchOne(
                db, sql: "SELECT due FROM kernel_deadline WHERE kind = ? AND record = ? AND name = ?", arguments: [kind, number, name])
            return due.flatMap { Instant(microseconds: $0 - 1) }.map { time.zone.day(at: $0).description }
        }
    }
}
