import GRDB
import Kernel

/// Work that ends is noted as support to those who had it: who, what kind and when, and nothing of what was said.
struct NoteSupport: Reaction {
    /// The transition that ends it, and the fields that name those who had it.
    private static let ends = [
        "community.observation.close": ["observer", "observed"], "community.mentoring.close": ["mentee"],
        "community.lesson-study.report": ["team"],
    ]

    let events = EventSelection(Array(ends.keys))

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        let kind = event.name.split(separator: ".").dropLast().joined(separator: ".")
        guard let live = transaction.live, let type = live.record(kind), let support = live.record("community.support"),
            let number = event.header.records.first(where: { $0.kind == kind }).flatMap({ Int64($0.id) }),
            let work = try transaction.records.load(type, number),
            let group = try Int64.fetchOne(
                transaction.db.cachedStatement(sql: "SELECT \"group\" FROM \(SQLName.quoted(type.table)) WHERE _id = ?"),
                arguments: [number])
        else { return }
        let day = work.values["held"]?.string ?? String(transaction.instant.description.prefix(10))
        var people: [String] = []
        for field in Self.ends[event.name] ?? [] {
            people += work.values[field]?.array?.compactMap(\.string) ?? work.values[field]?.string.map { [$0] } ?? []
        }
        for person in people {
            guard
                let key = try Int64.fetchOne(
                    transaction.db.cachedStatement(sql: "SELECT key FROM kernel_person WHERE id = ?"), arguments: [person])
            else {
                continue
            }
            try transaction.records.create(
                support,
                [
                    "person": .scalar(key.databaseValue), "form": .scalar(type.name.databaseValue), "held": .scalar(day.databaseValue),
                ], parent: group.databaseValue)
        }
    }
}
