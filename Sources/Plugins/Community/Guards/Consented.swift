import GRDB
import Kernel

/// Members of a staff take part in observation, mentoring and lesson study only as long as they have said yes to it.
///
/// The staff are third parties to the course: whoever is named, and does not act herself, has given a consent that covers the work and has not
/// been withdrawn. Source: GDPR art. 6(1)(a) and 7(3), read 2026-08-01.
struct Consented: ActionGuard {
    /// The fields that name people, by record.
    private static let named = [
        "observation": ["observer", "observed"], "mentoring": ["mentor", "mentee"], "lesson-study": ["team"],
    ]

    func check(_ act: GuardedAct, in db: Database) throws {
        let table = SQLName.quoted(act.record.table)
        guard let group = try Int64.fetchOne(db, sql: "SELECT \"group\" FROM \(table) WHERE _id = ?", arguments: [act.number]) else {
            return
        }
        for field in Self.named[act.record.name] ?? [] {
            for person in Self.people(act.values[field]) {
                guard let key = try Int64.fetchOne(db, sql: "SELECT key FROM kernel_person WHERE id = ?", arguments: [person]) else {
                    continue
                }
                if act.actor == .person(key) { continue }
                guard try !hasConsented(key, to: act.record.name, in: group, db) else { continue }
                throw ActRefusal.guarded(
                    by: "consented",
                    Text(
                        nb: "«\(person)» har ikke samtykket, eller har trukket samtykket tilbake",
                        nn: "«\(person)» har ikkje samtykt, eller har trekt samtykket tilbake",
                        en: "'\(person)' has given no consent to this, or has withdrawn it"))
            }
        }
    }

    private static func people(_ value: JSONValue?) -> [String] { value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? [] }

    private func hasConsented(_ person: Int64, to work: String, in group: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM community_consent c JOIN community_consent__covers l ON l.record = c._id
                WHERE c._author = ? AND c."group" = ? AND c._state = 'given' AND l.value = ?)
                """, arguments: ["person:\(person)", group, work]) == true
    }
}
