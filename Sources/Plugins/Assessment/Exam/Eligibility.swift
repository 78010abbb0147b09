import GRDB
import Kernel

/// Whether a person may sit an exam, and the first thing that is missing (UH-loven § 11-4, consolidated 2026-08-01).
struct Eligibility {
    private let db: Database
    private let instant: Instant
    private let live: LiveConfiguration
    private let asker: Actor

    /// - Parameter asker: who is told: an exclusion is told those alone who may read of it.
    init(_ db: Database, at instant: Instant, live: LiveConfiguration, for asker: Actor) {
        self.db = db
        self.asker = asker
        self.instant = instant
        self.live = live
    }

    /// What is missing, as a clause; nil where nothing is.
    func obstacle(_ person: Int64, in activity: Int64) throws -> Text? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT offering, settings, opens FROM kernel_activity WHERE key = ?"), arguments: [activity])
        else { return nil }
        let offering: String = row[0]
        guard
            let enrolment = try Int64.fetchOne(
                db.cachedStatement(
                    sql: "SELECT id FROM kernel_enrolment WHERE person = ? AND offering = ? AND role = 'participant' AND state = 'active'"),
                arguments: [person, offering])
        else { return Text(nb: "har ingen studierett her", nn: "har ingen studierett her", en: "has no right to study here") }
        if let exclusion = try exclusion(person, on: Self.day(instant, opens: row[2], live.timeZone)) { return exclusion }
        let settings = try JSONValue(parsing: Array((row[1] as String? ?? "{}").utf8))
        for work in (settings["requires"]?.array ?? []).compactMap(\.string) {
            if let missing = try missing(work, enrolment, offering, before: activity, opens: row[2]) { return missing }
        }
        for rule in (settings["meets"]?.array ?? []).compactMap(\.string) {
            // What cannot be told yet stops nobody.
            if case .unmet(let missing)? = try NamedRequirement(rule, live: live, in: db).fulfilment(of: enrolment) { return missing }
        }
        return nil
    }

    /// That a person is excluded on a day, as a clause, for whoever may read of it; others are told no more than that she may not sit.
    func exclusion(_ person: Int64, on day: Day) throws -> Text? {
        guard let found = try ExamStore(db).exclusion(of: person, on: day) else { return nil }
        guard let type = live.record("assessment.\(found.record)"),
            try RecordReader(live, as: asker, at: instant, in: db).find(type, found.number) != nil
        else { return Exclusion.untold }
        let until = found.until
        return Text(nb: "er utestengt til og med \(until)", nn: "er utestengd til og med \(until)", en: "is excluded until \(until)")
    }

    /// The day on which she would sit: that on which the exam opens, and today once it has.
    static func day(_ instant: Instant, opens: Int64?, _ zone: TimeZoneRules) -> Day {
        let today = zone.day(at: instant)
        guard let opens = opens.flatMap(Instant.init(microseconds:)) else { return today }
        return max(today, zone.day(at: opens))
    }

    private func missing(
        _ work: String, _ enrolment: Int64, _ offering: String, before exam: Int64, opens: Int64?
    ) throws -> Text? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT c.status, c.since, a.title, a.settings, a.on_order = 1 AND NOT EXISTS
                    (SELECT 1 FROM kernel_order o WHERE o.activity = a.key AND o.enrolment = ?1), a.key FROM kernel_activity a
                    LEFT JOIN kernel_completion c ON c.activity = a.key AND c.enrolment = ?1 WHERE a.offering = ?2 AND a.activity = ?3
                    """), arguments: [enrolment, offering, work])
        // What was not ordered for her is not asked of her.
        guard let row, row[4] as Bool == false else { return nil }
        let title = try (row[2] as String?).map { try JSONValue(parsing: Array($0.utf8)) }
        func name(_ tag: String) -> String { title?[tag]?.string ?? work }
        guard row[0] as String? == "done" else {
            return Text(
                nb: "«\(name("nb"))» er ikke godkjent", nn: "«\(name("nn"))» er ikkje godkjent", en: "'\(name("en"))' is not approved")
        }
        let settings = try JSONValue(parsing: Array((row[3] as String? ?? "{}").utf8))
        guard let opens = opens.flatMap(Instant.init(microseconds:)), let since = Instant(microseconds: row[1]),
            let last = try LeadTime.lastDay(settings, before: opens, live.time), live.timeZone.day(at: since) > last
        else { return nil }
        let store = ExamStore(db)
        if try store.dispensation("lead-time", from: exam, enrolment) != nil { return nil }
        if let handedIn = try store.work(of: enrolment, in: row[5]) {
            if handedIn.isCarried { return nil }
            if let delivered = handedIn.delivered, try LeadTime.answerDue(settings, delivered: delivered, by: last, live.time) != nil {
                return nil
            }
        }
        return LeadTime.tooLate(Text(nb: name("nb"), nn: name("nn"), en: name("en")), last)
    }
}
