import GRDB
import Kernel

/// Who is on the staff of a school owner.
enum SchoolOwner {
    /// Whether a person is on the staff of an employer or of one of its schools, and the school that is named, if any, is one of them.
    ///
    /// Which schools an owner has, `kernel.organisation.place` says: what the one who nominates claims of it makes nobody hers.
    static func employs(_ employer: String, _ person: Int64, at school: String?, in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    WITH RECURSIVE line (id) AS (SELECT ?2 UNION SELECT o.id FROM kernel_organisation o JOIN line ON o.parent = line.id)
                    SELECT EXISTS (SELECT 1 FROM kernel_affiliation a JOIN line ON line.id = a.organisation WHERE a.person = ?1)
                    AND (?3 IS NULL OR ?3 IN (SELECT id FROM line))
                    """), arguments: [person, employer, school]) == true
    }
}
