public import GRDB

extension DeadlineExplanation {
    /// Why it was extended, by the event that did it.
    ///
    /// A reason stands here alone and not in the chain, so that it can be erased.
    public func reasons(in db: Database) throws -> [Int64: String] {
        var reasons: [Int64: String] = [:]
        let query = try BulkStatement(db, "SELECT reason FROM kernel_extension WHERE event = ?")
        for event in steps.compactMap(\.event) {
            query.bind(1, event)
            reasons[event] = try query.first { $0.text(0) }
        }
        return reasons
    }

    /// Why it was extended, as far as a reader may know: all of it to those who may extend it and to the person herself, and to whoever
    /// decided one what he wrote.
    public func reasons(for actor: Actor, live: LiveConfiguration, in db: Database) throws -> [Int64: String] {
        let reasons = try reasons(in: db)
        guard !reasons.isEmpty, case .person(let key) = actor else { return reasons }
        if try owner(live, db) == key { return reasons }
        let standing = try Standing(actor, at: nil, in: db, memory: live.memory)
        let offering = try offering(live, db)
        let mayExtend = DeadlineExtension.roles.contains { role in
            standing.everywhere.contains(role) || offering.map { standing.offerings[role]?.contains($0) == true } ?? false
        }
        if mayExtend { return reasons }
        let sql = "SELECT actor FROM kernel_event WHERE sequence = ?"
        return try reasons.filter { try String.fetchOne(db, sql: sql, arguments: [$0.key]) == actor.description }
    }

    private func owner(_ live: LiveConfiguration, _ db: Database) throws -> Int64? {
        guard record.kind == KernelRecord.enrolment.rawValue else {
            return try RecordOwnerFinder(live.deadlines.index, in: db).find(record.kind, record.number)
        }
        return try Int64.fetchOne(db, sql: "SELECT person FROM kernel_enrolment WHERE id = ?", arguments: [record.number])
    }

    private func offering(_ live: LiveConfiguration, _ db: Database) throws -> String? {
        guard record.kind == KernelRecord.enrolment.rawValue else {
            return try live.record(record.kind).flatMap { try RecordLoader(live: live, db: db).load($0, record.number) }?.offering
        }
        return try String.fetchOne(db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [record.number])
    }
}
