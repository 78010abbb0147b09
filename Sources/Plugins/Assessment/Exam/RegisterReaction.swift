import GRDB
import Kernel

/// A registration gets its attempt, and is refused where none is left (UH-loven § 11-6(3)), where one stands already, after the limit, or while
/// excluded.
struct RegisterReaction: Reaction {
    let events: EventSelection = ["assessment.candidate.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number("candidate"),
            let content = try transaction.records.load(transaction.assessmentType("candidate"), number), let enrolment = content.enrolment,
            let activity = content.activity, let place = try ExamStore(transaction.db).enrolment(enrolment)
        else { return }
        let attempts = try Attempts(beside: number, enrolment, activity, in: transaction.db)
        if attempts.others.contains(where: { $0.isHere && ["registered", "delivered", "absent", "passed"].contains($0.state) }) {
            throw ReactionRefusal(
                Text(
                    nb: "kandidaten er alt oppmeldt til eksamen eller har bestått den",
                    nn: "kandidaten er alt oppmeld til eksamen eller har greidd han",
                    en: "the candidate is already registered for the exam, or has passed it"))
        }
        let used = attempts.used
        let allowed = try ExamTree.of(offering: place.offering, in: transaction.db)?.attempts ?? 3
        let isOrdered = transaction.context.actor == .system
        guard used < allowed || isOrdered else {
            throw ReactionRefusal(
                Text(
                    nb: "\(used) av \(allowed) forsøk er brukt (institusjonens forskrift, UH-loven § 11-6(3))",
                    nn: "\(used) av \(allowed) forsøk er brukte (forskrifta til institusjonen, UH-lova § 11-6(3))",
                    en: "\(used) of \(allowed) attempts are used (the institution's regulations, UH-loven § 11-6(3))"))
        }
        if let found = try excluded(place.person, activity, transaction) {
            let isTold = found != Exclusion.untold
            throw ReactionRefusal(
                Text(
                    nb: "kandidaten \(found(.nb)) (UH-loven § \(isTold ? "12-4" : "11-4"))",
                    nn: "kandidaten \(found(.nn)) (UH-lova § \(isTold ? "12-4" : "11-4"))",
                    en: "the candidate \(found(.en)) (UH-loven § \(isTold ? "12-4" : "11-4"))"))
        }
        // What the institution itself orders anew has no limit for the candidate.
        if content.values["counts"]?.bool != false, !isOrdered { try RegistrationLimit.check(number, activity, transaction) }
        var values: [String: FieldValue] = ["attempt": .number(Int64(attempts.last + 1))]
        if content.values["counts"]?.bool == nil { values["counts"] = .truth(true) }
        try transaction.change("candidate", number, values)
    }

    /// That she is excluded, today or on the day on which she would sit, as the one who registers her may know it.
    private func excluded(_ person: Int64, _ activity: Int64, _ transaction: ActionTransaction) throws -> Text? {
        guard let live = transaction.live else { return nil }
        let opens = try Int64.fetchOne(
            transaction.db.cachedStatement(sql: "SELECT opens FROM kernel_activity WHERE key = ?"), arguments: [activity])
        let zone = live.timeZone
        let eligibility = Eligibility(transaction.db, at: transaction.instant, live: live, for: transaction.context.actor)
        return try eligibility.exclusion(person, on: zone.day(at: transaction.instant))
            ?? eligibility.exclusion(person, on: Eligibility.day(transaction.instant, opens: opens, zone))
    }
}
