import GRDB
import Synchronization
import Testing

@testable import Kernel

@Suite struct PeopleImportTests {
    private let roster = #"""
        id,given_name,family_name,email,organisation,role,language
        kari,Kari,Øen,kari@nord.no,nord,leader,nn
        ola,Ola,"Berg, den yngre",,nord,,
        anna,Anna,"Ås ""Vesla""",anna@vest.no,vest,teacher,nb

        """#

    private func people(_ test: TestStore) throws -> [String] {
        try test.store.read { db in
            try Person.list(in: db).map { person in
                let detail = try #require(try PersonDetail.find(person.id, in: db))
                let standing = detail.affiliations.map { "\($0.organisation)/\($0.role)" } + detail.roles
                return "\(person.id) \(person.name) \(person.email ?? "-") \(person.language ?? "-") \(standing.joined(separator: " "))"
            }
        }
    }

    @Test func aRosterIsTakenInAndListedInNorwegianOrder() throws {
        let test = try TestStore()
        let result = try test.importPeople(roster, createOrganisations: true)
        #expect(result.effect == RosterCounts(new: 3, organisations: 2))
        #expect(
            try people(test) == [
                "ola Ola Berg, den yngre - - nord/member", "kari Kari Øen kari@nord.no nn nord/leader",
                "anna Anna Ås \"Vesla\" anna@vest.no nb vest/teacher",
            ])
        let organisations = try test.store.read { try Organisation.list(in: $0) }
        #expect(organisations.map(\.id) == ["nord", "vest"])
        #expect(organisations.map(\.people) == [2, 1])
        #expect(organisations.allSatisfy { $0.kind == "school" && $0.origin == .import && $0.title(.en) == $0.id })
    }

    @Test func itLeavesOneEventThatNamesSourceAndCounts() throws {
        let test = try TestStore()
        let result = try test.importPeople(roster, createOrganisations: true)
        #expect(result.events == [1])
        #expect(
            result.json
                == .object([
                    ("format", .string("kjerne.action/1")), ("id", .null), ("state", .string("imported")), ("version", .null),
                    ("events", .array([.integer(1)])),
                ]))
        let payload = try test.store.read { try EventLog.payload(of: 1, in: $0) }
        let digest = Digest.hex(Array(roster.utf8))
        #expect(payload == #"{"changed":0,"new":3,"organisations":["nord","vest"],"source":"sha256:\#(digest)","unchanged":0}"#)
    }

    @Test func doneAgainItChangesNothing() throws {
        let test = try TestStore()
        _ = try test.importPeople(roster, createOrganisations: true)
        let before = try test.digest
        #expect(try test.importPeople(roster).effect == RosterCounts(unchanged: 3))
        #expect(
            try test.importPeople("\u{FEFF}" + roster.replacing(",,nord,,", with: ",,nord,member,").replacing("\n", with: "\r\n")).effect
                == RosterCounts(unchanged: 3))
        #expect(try test.digest == before)
    }

    @Test(arguments: [
        ("kari,Kari,Øen,,nord,leader,nn", "kari Kari Øen - nn nord/leader"),
        ("kari,Kári,Øen,kari@nord.no,nord,leader,nn", "kari Kári Øen kari@nord.no nn nord/leader"),
        ("kari,Kari,Øen,kari@nord.no,vest,leader,nn", "kari Kari Øen kari@nord.no nn vest/leader"),
        ("kari,Kari,Øen,kari@nord.no,nord,,nn", "kari Kari Øen kari@nord.no nn nord/member"),
        ("kari,Kari,Øen,kari@nord.no,,,nn", "kari Kari Øen kari@nord.no nn "),
        ("kari,Kari,Øen,kari@nord.no,,admin,nn", "kari Kari Øen kari@nord.no nn admin"),
    ]) func aChangedRowUpdates(_ row: String, _ expected: String) throws {
        let test = try TestStore()
        _ = try test.importPeople(roster, createOrganisations: true)
        let key = try test.store.read { try Person.find("kari", in: $0)?.key }
        let result = try test.importPeople("id,given_name,family_name,email,organisation,role,language\n\(row)\n")
        #expect(result.effect == RosterCounts(changed: 1))
        #expect(try people(test).contains(expected))
        #expect(try people(test).count == 3)
        #expect(try test.store.read { try Person.find("kari", in: $0)?.key } == key)
    }

    @Test func aColumnThatIsNotThereChangesNothing() throws {
        let test = try TestStore()
        _ = try test.importPeople(roster, createOrganisations: true)
        #expect(try test.importPeople("id,given_name,family_name\nkari,Kari,Øen\n").effect == RosterCounts(unchanged: 1))
        #expect(try test.importPeople("id,given_name,family_name,organisation\nkari,Kari,Øen,nord\n").effect == RosterCounts(unchanged: 1))
        #expect(try test.importPeople("organisation,family_name,given_name,id\nnord,Øyen,Kari,kari\n").effect == RosterCounts(changed: 1))
        #expect(try people(test).contains("kari Kari Øyen kari@nord.no nn nord/leader"))
    }

    @Test func aRoleInTheWorkspaceIsGivenButNotTaken() throws {
        let test = try TestStore()
        let header = "id,given_name,family_name,organisation,role\n"
        _ = try test.importPeople(header + "kari,Kari,Li,,admin\n")
        #expect(try test.importPeople(header + "kari,Kari,Li,,admin\n").effect == RosterCounts(unchanged: 1))
        #expect(try test.importPeople(header + "kari,Kari,Li,nord,leader\n", createOrganisations: true).effect.changed == 1)
        #expect(try people(test) == ["kari Kari Li - - nord/leader admin"])
    }

    @Test func aRoleThatNoModuleKnowsIsKeptAsAWordInAnOrganisation() throws {
        let test = try TestStore()
        let result = try test.importPeople(
            "id,given_name,family_name,organisation,role\na,A,A,nord,rektor\nb,B,B,nord,rektor\n", createOrganisations: true)
        #expect(result.effect.otherRoles == ["rektor": 2])
        #expect(try people(test) == ["a A A - - nord/rektor", "b B B - - nord/rektor"])
    }

    @Test func headersCanBeMapped() throws {
        let test = try TestStore()
        let csv = "Ansattnr;Fornavn;Etternavn;Telefon=x\n7;Kari;Li;99\n"
        let map = ["Ansattnr=id", "Fornavn=given_name", "Etternavn=family_name", "Telefon=x=-"]
        #expect(try test.importPeople(csv, map: map).effect == RosterCounts(new: 1))
        #expect(try people(test) == ["7 Kari Li - - "])
    }

    @Test func aRehearsalTellsAndTakesBack() throws {
        let test = try TestStore()
        let before = try test.digest
        let result = try test.importPeople(roster, createOrganisations: true, rehearse: true)
        #expect(result.effect == RosterCounts(new: 3, organisations: 2))
        #expect(result.isRehearsal && result.events.isEmpty)
        #expect(try test.digest == before)
        #expect(try test.head.sequence == 0)
    }

    /// Enough rows for the indexes to be built at the end; they must be there afterwards, and hold.
    @Test func twentyThousandRows() throws {
        let test = try TestStore()
        let rows = (0..<20_000).map { "p\($0),G\($0 % 97),F\($0 % 89),p\($0)@x.no,o\($0 % 50),leader,nb\n" }
        let header = "id,given_name,family_name,email,organisation,role,language\n"
        #expect(
            try test.importPeople(header + rows.joined(), createOrganisations: true).effect == RosterCounts(new: 20_000, organisations: 50))
        #expect(try test.importPeople(header + rows.joined()).effect == RosterCounts(unchanged: 20_000))
        try test.store.read { db in
            let indexes = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
            #expect(indexes.contains("kernel_person_by_name") && indexes.contains("kernel_affiliation_by_organisation"))
            let check = try String.fetchAll(db, sql: "PRAGMA integrity_check")
            #expect(check == ["ok"])
            let page = try Person.list(PersonFilter(organisation: "o7", limit: 3, offset: 1), in: db)
            #expect(page.count == 3)
            let none = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: 1..<6) func theOrderOfRowsDoesNotMatter(_ seed: Int) throws {
        var random = Xoshiro256StarStar(seed: UInt64(seed))
        let header = "id,given_name,family_name,email,organisation,role,language\n"
        let rows = (0..<300).map { "p\($0),G\($0 % 7),F\($0 % 11),,o\($0 % 5),\(["leader", "teacher", ""][$0 % 3]),nb\n" }
        let (a, b) = (try TestStore(), try TestStore())
        _ = try a.importPeople(header + rows.joined(), createOrganisations: true)
        let shuffled = rows.shuffled(using: &random)
        _ = try b.importPeople(header + shuffled.prefix(100).joined(), createOrganisations: true)
        _ = try b.importPeople(header + shuffled.joined(), createOrganisations: true)
        let (digestA, digestB) = (try a.digest, try b.digest)
        #expect(digestA == digestB)
        _ = try b.importPeople(header + "p0,G,F,,o0,leader,nb\n")
        #expect(try b.digest != digestA)
    }

    @Test func progressEndsAtTheEnd() throws {
        let test = try TestStore()
        final class Log: Sendable {
            let seen = Mutex<[RosterProgress]>([])
        }
        let log = Log()
        var sources = SourceMap()
        var context = RunContext.test
        let csv = "id,given_name,family_name\n" + (0..<10_000).map { "p\($0),A,B\n" }.joined()
        let action = PeopleImportAction(languages: ["nb"], progress: { progress in log.seen.withLock { $0.append(progress) } })
        _ = try ActionPipeline.perform(
            action, Roster(file: sources.add(path: "p.csv", bytes: Array(csv.utf8))), context: &context, in: test.store)
        let seen = log.seen.withLock { $0 }
        #expect(seen.last == RosterProgress(phase: .writing, rows: 10_000, fraction: 1))
        #expect(seen.count == 5)
        #expect(seen.allSatisfy { (0...1).contains($0.fraction) })
    }
}
