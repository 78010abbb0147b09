import GRDB
import Testing

@testable import Kernel

/// Every fault of a roster, with its place, its nearest name, and nothing written.
@Suite struct RosterFaultTests {
    private static let header = "id,given_name,family_name,email,organisation,role,language\n"

    /// The faults of a roster in a store that knows the organisation `nord`.
    private func faults(_ csv: [UInt8], map: [String] = []) throws -> [String] {
        let test = try TestStore()
        try test.store.write(durability: .normal) { db in
            try db.execute(
                sql: "INSERT INTO kernel_organisation (id, kind, title, origin) VALUES ('nord', 'school', '{}', 'configuration')")
        }
        let before = try test.digest
        let faults = try test.faults { try test.importPeople(csv, map: map) }
        #expect(try test.digest == before)
        #expect(try test.head.sequence == 0)
        return faults
    }

    @Test(arguments: [
        (",Kari,Li,,,,", "2:1 people/empty-id the row has no id"),
        (" a,Kari,Li,,,,", "2:1 people/bad-id bad id ' a'"),
        ("\"a\"\"b\",Kari,Li,,,,", "2:2 people/bad-id bad id 'a\"b'"),
        ("../../x,Kari,Li,,,,", "2:1 people/bad-id bad id '../../x'"),
        ("a\\b,Kari,Li,,,,", "2:1 people/bad-id bad id 'a\\b'"),
        ("-x,Kari,Li,,,,", "2:1 people/bad-id bad id '-x'"),
        ("a\u{200B},Kari,Li,,,,", "2:1 people/bad-id bad id 'a\u{200B}'"),
        ("a\u{202E}b,Kari,Li,,,,", "2:1 people/bad-id bad id 'a\u{202E}b'"),
        ("a\u{A0}b,Kari,Li,,,,", "2:1 people/bad-id bad id 'a\u{A0}b'"),
        ("ba\u{30A}t,Kari,Li,,,,", "2:1 people/bad-id bad id 'ba\u{30A}t'"),
        ("a,Kari,Li,,../x,,", "2:12 people/bad-organisation an organisation cannot be called '../x'"),
        ("a,Kari,Li,,,lærar,", "2:13 people/role-without-organisation the role 'lærar' is one in an organisation, and the row names none"),
        ("a,,,,,,", "2:3 people/no-name the person has no name"),
        ("a,  ,\u{A0},,,,", "2:3 people/no-name the person has no name"),
        ("operator,Kari,Li,,,,", "2:1 people/reserved-id 'operator' is something other than a person in the log"),
        ("system,Kari,Li,,,,", "2:1 people/reserved-id 'system' is something other than a person in the log"),
        ("a,Kári,Li,kari.no,,,", "2:11 people/bad-email 'kari.no' is not an e-mail address"),
        ("a,Kari,Li,,nrod,,", "2:12 people/unknown-organisation unknown organisation 'nrod' (did you mean 'nord'?)"),
        ("a,Kari,Li,,helt annet,,", "2:12 people/unknown-organisation unknown organisation 'helt annet'"),
        ("a,Kari,Li,,,admni,", "2:13 people/unknown-role unknown role 'admni' (did you mean 'admin'?)"),
        ("a,Kari,Li,,nord, leader,", "2:17 people/bad-role the role is too long, or has spaces at its ends"),
        ("a,Kari,Li,,,,nob", "2:14 people/unknown-language unknown language 'nob' (did you mean 'nb'?)"),
        ("a,Kari,Li", "2:1 csv/short-row the row has 3 fields, but the header has 7"),
        ("a", "2:1 csv/short-row the row has 1 field, but the header has 7"),
        ("a,Kari,Li,,,,,", "2:1 csv/long-row the row has 8 fields, but the header has 7"),
        ("a,\"Kari\nAnne\",Li,,,,", "2:8 csv/control-character the field holds a control character (U+000A)"),
        ("a,Ka\u{0}ri,Li,,,,", "2:5 csv/control-character the field holds a control character (U+0000)"),
        ("a,\"Kari,Li,,,,", "2:3 csv/unclosed-quote the quote is never closed"),
        ("a,Ka\"ri,Li,,,,", "2:5 csv/stray-quote a quote stands within a field that is not quoted"),
        ("a,\"Kari\"x,Li,,,,", "2:9 csv/text-after-quote the field goes on after its closing quote [2:3 the field is opened here]"),
    ]) func aBadRow(_ row: String, _ expected: String) throws {
        #expect(try faults(Array((Self.header + row + "\n").utf8)) == [expected])
        let withCRLF = Array((Self.header + row + "\n").replacing("\n", with: "\r\n").utf8)
        if !row.contains("\n") { #expect(try faults([0xEF, 0xBB, 0xBF] + withCRLF) == [expected]) }
    }

    @Test(arguments: [
        ("", "1:1 csv/empty-file the file is empty"),
        ("\n\n", "1:1 csv/empty-file the file is empty"),
        ("id,given_name,family_nmae", "1:15 csv/unknown-column unknown column 'family_nmae' (did you mean 'family_name'?)"),
        (" id ,given_name,family_name", "1:1 csv/unknown-column unknown column ' id ' (did you mean 'id'?)"),
        ("id,\u{A0}given_nmae,family_name", "1:4 csv/unknown-column unknown column '\u{A0}given_nmae' (did you mean 'given_name'?)"),
        ("id,given_name", "1:1 csv/missing-column the column 'family_name' is missing"),
        ("id,id,given_name,family_name", "1:4 csv/duplicate-column the column 'id' occurs twice [1:1 first here]"),
        ("id,given_name,family_name,x", "1:27 csv/unknown-column unknown column 'x'"),
        ("id,\"given_name", "1:4 csv/unclosed-quote the quote is never closed"),
    ]) func aBadHeader(_ header: String, _ expected: String) throws {
        #expect(try faults(Array(header.utf8)) == [expected])
    }

    @Test func rowsOfBlanksArePassedOver() throws {
        let csv = Self.header + "   \n , ,\t,,,\u{A0},\n\"  \",,,,,,\n,Kari,Li,,,,\n"
        #expect(try faults(Array(csv.utf8)) == ["5:1 people/empty-id the row has no id"])
    }

    /// What the file lacks is said once, and not of every row; a misspelt role of the whole workspace stays one.
    @Test func aRoleThatNeedsAnOrganisation() throws {
        let csv = "id,given_name,family_name,role\na,A,A,lærar\nb,B,B,rektor\nc,C,C,admni\n"
        #expect(
            try faults(Array(csv.utf8)) == [
                "2:7 people/role-without-organisation the role 'lærar' is one in an organisation, and the file has no column 'organisation'",
                "4:7 people/unknown-role unknown role 'admni' (did you mean 'admin'?)",
            ])
    }

    /// What a spreadsheet saves as "Unicode text": the sentence is about the letters, whatever the line breaks look like.
    @Test(arguments: ["\n", "\r\n"], [Array("\u{FEFF}".utf16)[0], 0xFFFE]) func utf16(lineBreak: String, mark: UInt16) throws {
        let units = ("id,given_name,family_name" + lineBreak + "a,Kari,Li" + lineBreak).utf16
        let isBig = mark == 0xFFFE
        let bytes = ([0xFEFF] + Array(units)).flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBig ? pair.reversed() : pair
        }
        #expect(try faults(bytes) == ["1:1 csv/not-utf8 the text is not UTF-8"])
    }

    /// A delimiter at the end of each row makes a column without a header, which can be passed over as the help says.
    @Test func aColumnWithoutAHeader() throws {
        let csv = Array("id,given_name,family_name,\na,Kari,Li,\n".utf8)
        let first = try faults(csv)
        #expect(first == ["1:27 csv/unknown-column unknown column ''"])
        let test = try TestStore()
        _ = try test.importPeople(csv, map: ["=-"])
        #expect(try test.store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kernel_person") } == 1)
    }

    /// How columns are mapped is said once, however many are unknown or missing.
    @Test func mappingIsExplainedOnce() throws {
        var sources = SourceMap()
        let file = sources.add(path: "people.csv", bytes: Array("id,Fornavn,Etternavn,Telefon\n".utf8))
        let vocabulary = RosterVocabulary(
            languages: ["nb"], organisationRoles: [], workspaceRoles: [], organisations: [], grantsWorkspaceRoles: true)
        do {
            _ = try RosterCheck.run(Roster(file: file), vocabulary)
            Issue.record("the header was accepted")
        } catch let error as DiagnosticsError {
            let found = error.diagnostics.sorted(in: sources)
            #expect(found.map(\.id) == ["csv/missing-column", "csv/unknown-column", "csv/unknown-column", "csv/unknown-column"])
            #expect(found.count { $0.help?(.en).contains("--map") == true } == 1)
        }
    }

    @Test func badBytesAreFoundInEachField() throws {
        let latin1: [UInt8] = Array((Self.header + "a,K").utf8) + [0xE5] + Array("re,Li,,,,\nb,Bo,".utf8) + [0xD8] + Array("en,,,,\n".utf8)
        #expect(
            try faults(latin1) == ["2:4 csv/not-utf8 the text is not UTF-8", "3:6 csv/not-utf8 the text is not UTF-8"])
        let utf16: [UInt8] = [0xFF, 0xFE] + Self.header.utf8.flatMap { [$0, 0] }
        #expect(try faults(utf16) == ["1:1 csv/not-utf8 the text is not UTF-8"])
        for overlong in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            let csv = Array((Self.header + "a,").utf8) + overlong + Array(",Li,,,,\n".utf8)
            #expect(try faults(csv) == ["2:3 csv/not-utf8 the text is not UTF-8"])
        }
    }

    @Test func aRepeatedPersonIsShownInBothPlaces() throws {
        let csv = Self.header + "å,\"A\",B,,,,\nb,B,B,,,,\n\nå,A,B,,,,\nå,A,B,,,,\n"
        #expect(
            try faults(Array(csv.utf8)) == [
                "5:1 people/repeated-person the person 'å' occurs twice in the file [2:1 first here]",
                "6:1 people/repeated-person the person 'å' occurs twice in the file [2:1 first here]",
            ])
    }

    @Test func allBadRowsAreReportedAtOnce() throws {
        let csv = Self.header + "a,A,A,x,nrod,,nob\nshort\n,B,B,,,,\n"
        #expect(
            try faults(Array(csv.utf8)) == [
                "2:7 people/bad-email 'x' is not an e-mail address",
                "2:9 people/unknown-organisation unknown organisation 'nrod' (did you mean 'nord'?)",
                "2:15 people/unknown-language unknown language 'nob' (did you mean 'nb'?)",
                "3:1 csv/short-row the row has 1 field, but the header has 7", "4:1 people/empty-id the row has no id",
            ])
    }

    @Test func aThousandFaultsAreShownAndTheRestCounted() throws {
        let csv = Self.header + String(repeating: ",A,A,,,,\n", count: 1500)
        let found = try faults(Array(csv.utf8))
        #expect(found.count == 1001)
        #expect(found.first == "2:1 people/empty-id the row has no id")
        #expect(found.last == "1502:1 csv/more-faults 500 more faults are not shown")
    }

    @Test func aBadMappingIsReported() throws {
        let csv = Array("Nr,given_name,family_name\n".utf8)
        #expect(
            try faults(csv, map: ["Nr=idd", "Nrr=id"]) == [
                "- csv/unknown-mapped-field --map points to the unknown field 'idd' (did you mean 'id'?)",
                "1:1 csv/missing-column the column 'id' is missing",
                "1:1 csv/unknown-mapped-header --map names 'Nrr', which the file does not have (did you mean 'Nr'?)",
            ])
        #expect(try faults(csv, map: ["Nr"]) == ["- csv/malformed-mapping 'Nr' is not of the form HEADER=FIELD"])
        #expect(try faults(csv, map: ["Nr=id", "Nr=id"]) == ["- csv/mapped-twice --map names 'Nr' twice"])
    }

    @Test func aFileThatCannotBeReadIsReported() throws {
        let test = try TestStore()
        var sources = SourceMap()
        let faults = try test.faults { try CSVFile.read(test.folder, into: &sources) }
        #expect(faults == ["- csv/unreadable cannot read '\(test.folder)': it is a folder"])
    }

    /// Whatever is in a roster, it is taken in whole or refused whole.
    @Test(arguments: 0..<100) func anyBytesAreTakenOrRefused(_ seed: Int) throws {
        var random = Xoshiro256StarStar(seed: UInt64(seed))
        var csv = Array((Self.header + (0..<20).map { "p\($0),Kári,\"B, \"\"C\"\"\",a@b.no,nord,leader,nb\n" }.joined()).utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            csv[Int.random(in: 60..<csv.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
        }
        let test = try TestStore()
        let faults = try test.faults { try test.importPeople(csv, createOrganisations: true) }
        let count = try test.store.read { try Person.count(in: $0) }
        #expect(faults.isEmpty ? count > 0 && count <= 20 : count == 0)
    }

    /// Where no role can be given, no empty list of them is shown.
    @Test func theRolesThereAreAreListedOnlyWhereThereAreAny() {
        func help(_ known: [String]) -> String? { Diagnostic.unknownRole("judge", known: known, at: nil).help?(.en) }
        #expect(help([]) == "no role can be given here")
        #expect(help(["examiner", "leader", "examiner"]) == "the roles here are examiner, leader")
    }
}
