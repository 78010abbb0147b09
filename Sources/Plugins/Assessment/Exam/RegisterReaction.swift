import GRDB
import Kernel

/// A registration gets its attempt, and is refused where none is left (UH-loven § 11-6(3)), where one stands already, or while excluded.
struct RegisterReaction: Reaction {
    let events: EventSelection = ["assessment.candidate.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("candidate"),
            let content = try transaction.records.load(transaction.assessmentType("candidate"), number), let enrolment = content.enrolment,
            let activity = content.activity, let place = try ExamStore(transaction.db).enrolment(enrolment)
        else { return }
        let rows = try Row.fetchAll(
            transaction.db.cachedStatement(
                sql: """
                    SELECT c.counts, c._state, c.enrolment = ?1 AND c.activity = ?2 FROM assessment_candidate c
                    JOIN kernel_enrolment e ON e.id = c.enrolment JOIN kernel_activity a ON a.key = c.activity
                    JOIN kernel_offering o ON o.id = a.offering
                    WHERE c._id <> ?3 AND e.person = (SELECT person FROM kernel_enrolment WHERE id = ?1)
                    AND a.activity = (SELECT activity FROM kernel_activity WHERE key = ?2)
                    AND o.variant = (SELECT variant FROM kernel_offering WHERE id = ?4)
                    """), arguments: [enrolment, activity, number, place.offering])
        if rows.contains(where: { ["registered", "delivered", "absent", "passed"].contains($0[1] as String) && ($0[2] as Bool? ?? false) })
        {
            throw ReactionRefusal(
                Text(
                    nb: "kandidaten er alt oppmeldt til eksamen eller har bestått den",
                    nn: "kandidaten er alt oppmeld til eksamen eller har greidd han",
                    en: "the candidate is already registered for the exam, or has passed it"))
        }
        let used = rows.count { ($0[0] as Bool? ?? true) && !["withdrawn", "absent-valid"].contains($0[1] as String) }
        let allowed = try ExamTree.of(offering: place.offering, in: transaction.db)?.attempts ?? 3
        let isOrdered = transaction.context.actor == .system
        guard used < allowed || isOrdered else {
            throw ReactionRefusal(
                Text(
                    nb: "\(used) av \(allowed) forsøk er brukt (institusjonens forskrift, UH-loven § 11-6(3))",
                    nn: "\(used) av \(allowed) forsøk er brukte (forskrifta til institusjonen, UH-lova § 11-6(3))",
                    en: "\(used) of \(allowed) attempts are used (the institution's regulations, UH-loven § 11-6(3))"))
        }
        if let until = try excluded(place.person, transaction) {
            throw ReactionRefusal(
                Text(
                    nb: "kandidaten er utestengt til og med \(until) (UH-loven § 12-4)",
                    nn: "kandidaten er utestengd til og med \(until) (UH-lova § 12-4)",
                    en: "the candidate is excluded until \(until) (UH-loven § 12-4)"))
        }
        let attempt = rows.count { $0[2] as Bool? ?? false } + 1
        var values: [String: FieldValue] = ["attempt": .number(Int64(attempt))]
        if content.values["counts"]?.bool == nil { values["counts"] = .truth(true) }
        try transaction.change("candidate", number, values)
    }

    private func excluded(_ person: Int64, _ transaction: ActionTransaction) throws -> String? {
        guard let zone = transaction.live?.timeZone else { return nil }
        return try ExamStore(transaction.db).exclusion(of: person, on: zone.day(at: transaction.instant))
    }
}
