import GRDB
import Testing

@testable import Kernel

/// Who sees who takes part in an offering is one rule, whether it is asked of one offering or of all.
@Suite struct SeesPeopleTests {
    private func store() throws -> TestStore {
        let test = try TestStore()
        for offering in ["a", "b"] { try test.add(offering: offering) }
        try test.add(people: "kari", "ola", "anna", "eva")
        _ = try test.importPeople(
            """
            id,given_name,family_name,organisation,role
            root,Rut,Rot,,admin
            head,Hedda,Hode,skole,coordinator
            aide,Aud,Aas,skole,leader

            """, createOrganisations: true)
        _ = try test.enrol("offering,person,role\na,kari,participant\na,ola,participant\nb,anna,lecturer\n")
        try test.store.write(durability: .normal) { db in
            try db.execute(
                sql: """
                    UPDATE kernel_enrolment SET state = 'ended'
                    WHERE person = (SELECT key FROM kernel_person WHERE id = 'ola')
                    """)
            try db.execute(
                sql: #"""
                    INSERT INTO kernel_release (variant, number, label, digest, canonical, event)
                    SELECT variant, 2, 'r2', replace(digest, '0', '1'), '{"body":{"course":{"institution":"skole"}}}', event
                    FROM kernel_release WHERE variant = 'a'
                    """#)
            try db.execute(sql: "UPDATE kernel_offering SET release = ? WHERE id = 'a'", arguments: [db.lastInsertedRowID])
        }
        return test
    }

    @Test func oneOfferingIsJudgedAsAllAre() throws {
        let test = try store()
        let seen: [String: [String]] = [
            "kari": ["a"], "ola": [], "anna": ["b"], "eva": [], "root": ["a", "b"], "head": ["a"], "aide": [],
        ]
        try test.store.read { db in
            for (id, expected) in seen {
                let key = try #require(try Int64.fetchOne(db, sql: "SELECT key FROM kernel_person WHERE id = ?", arguments: [id]))
                let standing = try Standing(.person(key), at: nil, in: db)
                let reading = try PeopleReading(standing: standing, in: db)
                let one = try ["a", "b"].filter { try standing.seesPeople(of: $0, in: db) }
                let all = ["a", "b"].filter { reading.sees(offering: $0) }
                #expect(one == expected && all == expected, "\(id): \(one), \(all)")
            }
            #expect(try Standing(.operator, at: nil, in: db).seesPeople(of: "a", in: db))
            #expect(try Standing.system.seesPeople(of: "a", in: db))
        }
    }
}
