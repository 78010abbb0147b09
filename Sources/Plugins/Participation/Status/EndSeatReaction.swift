import GRDB
import Kernel

/// Ends the enrolment of one who withdraws, is excluded or is transferred, and takes along what is carried over.
struct EndSeatReaction: Reaction {
    let events: EventSelection = ["participation.seat.withdraw", "participation.seat.exclude", "participation.seat.transfer"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let number = event.number(of: "participation.seat"), let type = transaction.live?.record("participation.seat"),
            let seat = try transaction.records.load(type, number), let enrolment = seat.enrolment
        else { return }
        let reason = seat.values["reason"]?.string ?? event.name
        if event.name.hasSuffix(".transfer") { try transfer(seat, type, enrolment, event.payload, in: transaction) }
        try transaction.perform("kernel.enrolment.end", ["enrolment": .string(String(enrolment)), "reason": .string(reason)])
    }

    private func transfer(
        _ seat: RecordContent, _ type: RecordType, _ enrolment: Int64, _ payload: JSONValue?, in transaction: ActionTransaction
    ) throws {
        let db = transaction.db
        let person = try String.fetchOne(
            db, sql: "SELECT p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE e.id = ?", arguments: [enrolment])
        guard let person, let destination = seat.values["destination"]?.string else { return }
        let outcome = try transaction.perform("kernel.enrolment.create", ["offering": .string(destination), "person": .string(person)])
        guard let new = outcome.id.flatMap({ Int64($0) }) else { return }
        let kind = payload?["seat"]?.string ?? seat.values["kind"]?.string ?? "funded"
        let gives = try transaction.live?.course(of: destination, in: db).flatMap { course in
            AdmissionRules(course).seats.first { $0.kind == kind }?.giveCredits
        }
        var values: [String: FieldValue] = [
            "kind": .scalar(kind.databaseValue), "extra": .scalar(0.databaseValue),
            "credits": .scalar((gives ?? (seat.values["credits"]?.bool != false) ? 1 : 0).databaseValue),
        ]
        for name in ["employer", "school", "team"] {
            if let value = seat.values[name]?.string { values[name] = .scalar(value.databaseValue) }
        }
        if payload?["carry-attendance"]?.bool != false {
            let halves = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*) FILTER (WHERE a.presence IN ('present', 'digital')), count(*) FILTER (WHERE a.presence = 'ill'),
                    count(*) FILTER (WHERE a.presence = 'absent')
                    FROM participation_attendance a JOIN participation_gathering g ON g._id = a.gathering
                    WHERE a.enrolment = ? AND g._state <> 'cancelled'
                    """, arguments: [enrolment])
            for (position, name) in ["carried", "carried-ill", "carried-absent"].enumerated() {
                let count = (halves?[position] ?? 0) + (seat.values[name]?.integer ?? 0)
                if count > 0 || position == 0 { values[name] = .scalar(count.databaseValue) }
            }
        }
        let known = try Int64.fetchOne(db, sql: "SELECT _id FROM participation_seat WHERE enrolment = ?", arguments: [new])
        guard known == nil else {
            throw ReactionRefusal(
                Text(
                    nb: "deltakeren har hatt plass i «\(destination)» før", nn: "deltakaren har hatt plass i «\(destination)» før",
                    en: "the participant has had a seat in '\(destination)' before"))
        }
        try transaction.records.create(type, values, parent: new.databaseValue)
        let works = (payload?["recognise"]?.array ?? []).compactMap(\.string)
        try recognise(works, in: (new, destination), from: enrolment, ground: seat.values["reason"]?.string ?? "", in: transaction)
    }

    /// States that work of the offering that is left counts in the new one.
    private func recognise(
        _ works: [String], in new: (enrolment: Int64, offering: String), from old: Int64, ground: String, in transaction: ActionTransaction
    ) throws {
        guard !works.isEmpty, let type = transaction.live?.record("participation.recognition") else { return }
        let db = transaction.db
        let source = try String.fetchOne(db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [old]) ?? ""
        for work in Set(works).sorted() {
            let activity = try Int64.fetchOne(
                db, sql: "SELECT key FROM kernel_activity WHERE offering = ? AND activity = ?", arguments: [new.offering, work])
            guard let activity else { continue }
            try transaction.records.create(
                type,
                [
                    "activity": .scalar(activity.databaseValue), "source": .scalar(source.databaseValue),
                    "ground": .scalar(ground.databaseValue),
                ], parent: new.enrolment.databaseValue)
        }
    }
}
