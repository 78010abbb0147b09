import GRDB
import Kernel

/// The members of a staff whom a piece of work names, and what they have said to it.
struct NamedPeople {
    /// The fields that name people, by record.
    static let fields = [
        "observation": ["observer", "observed"], "mentoring": ["guide", "mentee"], "lesson-study": ["team"],
    ]

    /// What the work is: `observation`, `mentoring` or `lesson-study`.
    let work: String
    let group: Int64

    /// Of a record that is there; nil where it names nobody.
    init?(_ work: String, _ number: Int64, _ live: LiveConfiguration, in db: Database) throws {
        guard Self.fields[work] != nil, let type = live.record("community.\(work)"),
            let group = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT \"group\" FROM \(SQLName.quoted(type.table)) WHERE _id = ?"), arguments: [number])
        else { return nil }
        self.work = work
        self.group = group
    }

    /// The ids in the fields of a record.
    func people(_ values: [String: JSONValue]) -> [String] {
        (Self.fields[work] ?? []).flatMap { field in
            values[field]?.array?.compactMap(\.string) ?? values[field]?.string.map { [$0] } ?? []
        }
    }

    /// Those whom a record names that is there.
    func people(of number: Int64, in db: Database) throws -> [String] {
        let sql: String? =
            switch work {
            case "observation":
                "SELECT id FROM community_observation w JOIN kernel_person p ON p.key IN (w.observer, w.observed) WHERE w._id = ?"
            case "mentoring":
                "SELECT id FROM community_mentoring w JOIN kernel_person p ON p.key IN (w.guide, w.mentee) WHERE w._id = ?"
            case "lesson-study":
                "SELECT id FROM community_lesson_study__team w JOIN kernel_person p ON p.key = w.value WHERE w.record = ?"
            default: nil
            }
        return try sql.map { try String.fetchAll(db, sql: $0, arguments: [number]) } ?? []
    }

    /// Who asked for the work; nil where no person did.
    func author(of type: RecordType, _ number: Int64, in db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT p.id FROM \(SQLName.quoted(type.table)) w JOIN kernel_person p ON w._author = 'person:' || p.key WHERE w._id = ?
                """, arguments: [number])
    }

    /// Whether she has given a consent that covers the work, and has not withdrawn it.
    func hasConsented(_ person: String, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM community_consent c JOIN community_consent__covers l ON l.record = c._id
                    JOIN kernel_person p ON c._author = 'person:' || p.key
                    WHERE p.id = ? AND c."group" = ? AND c._state = 'given' AND l.value = ?)
                    """), arguments: [person, group, work]) == true
    }

    /// Whether she has withdrawn a consent, or has changed it and it does not cover the work now.
    ///
    /// A consent that stands as it was first given takes nothing back: of work that it never covered, her own act is the consent.
    func hasWithdrawn(_ person: String, in db: Database) throws -> Bool {
        let hasChanged = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM community_consent c JOIN kernel_person p ON c._author = 'person:' || p.key
                    WHERE p.id = ? AND c."group" = ? AND (c._state IN ('withdrawn', 'ended') OR c._version > 1))
                    """), arguments: [person, group])
        return try hasChanged == true && !hasConsented(person, in: db)
    }

    static func isActor(_ person: String, _ act: GuardedAct, in db: Database) throws -> Bool {
        guard case .person(let key) = act.actor else { return false }
        return try String.fetchOne(db.cachedStatement(sql: "SELECT id FROM kernel_person WHERE key = ?"), arguments: [key]) == person
    }

    static func refusal(_ person: String, by guardName: String) -> ActRefusal {
        .guarded(
            by: guardName,
            Text(
                nb: "«\(person)» har ikke samtykket til dette, eller har trukket samtykket tilbake",
                nn: "«\(person)» har ikkje samtykt til dette, eller har trekt samtykket tilbake",
                en: "'\(person)' has given no consent to this, or has withdrawn it"))
    }
}
