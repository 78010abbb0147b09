import GRDB
import Kernel

/// Who is on the staff of a school owner.
enum SchoolOwner {
    /// Whether a person is on the staff of an employer or of one of its schools.
    ///
    /// Rosters do not tell who owns a school: where that is not known, she is on the staff of the school that is named, and says herself whether it
    /// is right when she consents.
    static func employs(_ employer: String, _ person: Int64, at school: String?, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE line (id) AS (SELECT ?2 UNION SELECT o.id FROM kernel_organisation o JOIN line ON o.parent = line.id)
                    SELECT EXISTS (SELECT 1 FROM kernel_affiliation a JOIN kernel_organisation o ON o.id = a.organisation
                    WHERE a.person = ?1 AND (a.organisation IN (SELECT id FROM line) OR a.organisation = ?3 AND o.parent IS NULL))
                    """), arguments: [person, employer, school]) == true
    }
}
