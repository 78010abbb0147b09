import Foundation
import Kernel
import Testing

/// `kjerne import grep`: what is taken in, and what is refused with the store unchanged.
@Suite struct GrepImportTests {
    private func files(_ session: CurriculumSession) throws -> [(name: String, content: [UInt8])] {
        let root = session.workspace.folder + "/Curricula/eksempel"
        let names = try #require(FileManager.default.enumerator(atPath: root)?.allObjects as? [String])
        return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            (name, try FileContent.read(root + "/" + name))
        }
    }

    private func write(_ bytes: [UInt8], _ session: CurriculumSession, _ name: String = "dump.zip") throws {
        try FileContent.write(bytes, to: session.workspace.folder + "/" + name)
    }

    @Test func zipAndFolderGiveTheSame() throws {
        let folder = try CurriculumSession()
        let zip = try CurriculumSession(importing: false)
        try write(StoredZip.make(try files(zip)), zip)
        #expect(zip.workspace.run("import", "grep", "dump.zip").status == 0)
        for report in ["counts", "oddities"] {
            let arguments = ["report", "curriculum.\(report)", "--output", "csv"]
            #expect(zip.workspace.run(arguments).output == folder.workspace.run(arguments).output)
        }
    }

    @Test func theSameAgainChangesNothing() throws {
        let session = try CurriculumSession()
        let before = try session.workspace.contentDigest()
        let again = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(again.status == 0)
        #expect(again.output == "eksempel: nothing has changed.\n")
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test func oneActionLeavesOneEvent() throws {
        let session = try CurriculumSession(importing: false)
        let rehearsed = session.workspace.run("import", "grep", "Curricula/eksempel", "--dry-run")
        #expect(rehearsed.status == 0)
        #expect(session.workspace.run("list", "curriculum.element").output == "(none)\n")
        let result = session.workspace.run("import", "grep", "Curricula/eksempel", "--output", "json")
        let answer = try JSONValue(parsing: Array(result.output.utf8))
        #expect(answer["events"]?.array?.count == 1)
        #expect(answer["effect"]?["new"]?.integer == 32)
        #expect(answer["effect"]?["digest"]?.string?.count == 64)
    }

    @Test func aChangeClosesARevisionAndAWithdrawalLeavesIt() throws {
        let session = try CurriculumSession()
        let path = "Curricula/eksempel/kompetansemaal-lk20/KM14.json"
        try session.workspace.replace("discuss how people use the forest", with: "discuss how people share the forest", in: path)
        try session.workspace.replace("2026-05-04T10:00:00", with: "2026-06-01T10:00:00", in: path)
        try FileManager.default.removeItem(atPath: session.workspace.folder + "/Curricula/eksempel/kompetansemaal-lk20/KM15.json")
        let result = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(
            result.output.hasPrefix("eksempel: 31 objects, 0 new, 1 changed, 1 withdrawn, 30 unchanged"), "\(result.output)\(result.errors)"
        )
        let found = session.workspace.run("report", "curriculum.search", "--words", "KM14", "--output", "csv").output
        #expect(found.contains("share the forest"))
        let revisions = session.workspace.run("list", "curriculum.revision", "--code", "KM14", "--output", "csv").output
        #expect(revisions.contains("share the forest") && revisions.contains("use the forest"))
    }

    /// A single object withdraws nothing, also where its path goes through a folder that is named for a type.
    @Test func aSingleObjectWithdrawsNothing() throws {
        let session = try CurriculumSession()
        let path = "Curricula/eksempel/kompetansemaal-lk20/KM14.json"
        try session.workspace.replace("discuss how people use the forest", with: "discuss how people share the forest", in: path)
        try session.workspace.replace("2026-05-04T10:00:00", with: "2026-06-01T10:00:00", in: path)
        let result = session.workspace.run("import", "grep", path)
        #expect(result.output.hasPrefix("eksempel: 1 object, 0 new, 1 changed, 0 withdrawn"), "\(result)")
        let other = session.workspace.run("report", "curriculum.search", "--words", "KM15", "--output", "csv").output
        #expect(other.contains("KM15,") && !other.contains("withdrawn"), "\(other)")
    }

    @Test func anOlderStateIsRefused() throws {
        let session = try CurriculumSession()
        let before = try session.workspace.contentDigest()
        try session.workspace.replace("2026-05-04T10:00:00", with: "2025-05-04T10:00:00", in: "Curricula/eksempel/verb-lk20/VERB1.json")
        let result = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(result.status == 65)
        #expect(result.errors.contains("verb-lk20/VERB1.json") && result.errors.contains("curriculum/older-revision"))
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test(
        arguments: [
            ("kompetansemaal-lk20/KM14.json", #"{"kode": 7}"#, "curriculum/wrong-shape", "$.kode"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": 3}"#, "curriculum/wrong-shape", "$.tittel"),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": {"tekst": [{"spraak": "nob"}]}}"#, "curriculum/wrong-shape",
                "$.tittel.tekst[0]"
            ),
            ("kompetansemaal-lk20/KM14.json", "[]", "curriculum/wrong-shape", "$"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": null}"#, "curriculum/wrong-shape", "$.tittel"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "status": 3}"#, "curriculum/wrong-shape", "$.status"),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "sist-endret": "yesterday"}"#, "curriculum/wrong-shape",
                "$.sist-endret"
            ),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "sist-endret": "9999-99-99T00:00:00"}"#,
                "curriculum/wrong-shape", "$.sist-endret"
            ),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "sist-endret": 5}"#, "curriculum/wrong-shape",
                "$.sist-endret"
            ),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "tilknyttede-kjerneelementer": {"a": 1}}"#,
                "curriculum/wrong-shape", "$.tilknyttede-kjerneelementer"
            ),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "uri": "http://psi.udir.no/kl06/KM14"}"#,
                "curriculum/foreign-address", "KM14.json"
            ),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "#, "KM14.json", "error"),
            // What another reader of JSON would refuse would have no text in a comparison.
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "\ud83d og mer"}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "\udc00"}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "\q"}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "\u00g0"}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "rekkefoelge": 01}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "rekkefoelge": 1.}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": "x", "rekkefoelge": +1}"#, "KM14.json:1:", "error"),
            ("kompetansemaal-lk20/KM14.json", String(repeating: "[", count: 100_000), "KM14.json", "error"),
            ("kompetansemaal-lk20/KMX.json", #"{"kode": "KM14", "tittel": "x"}"#, "curriculum/code-twice", "KM14"),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "kode": "KM15"}"#, "document/duplicate-key", "KM14.json:1:18"),
            (
                "kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "tittel": {"a": {"b": 1, "\u0062": 2}}}"#, "document/duplicate-key",
                "KM14.json:1:"
            ),
            ("kompetansemaal-lk20/KM14.json", #"{"kode": "KM14", "gyldig-fra": "soon"}"#, "curriculum/wrong-shape", "$.gyldig-fra"),
        ])
    func wrongJSONIsRefused(_ path: String, _ content: String, _ id: String, _ place: String) throws {
        let session = try CurriculumSession(importing: false)
        let before = try session.workspace.contentDigest()
        try session.workspace.write(content, to: "Curricula/eksempel/" + path)
        let result = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(result.status == 65)
        #expect(result.errors.contains(id) && result.errors.contains(place), "\(result.errors)")
        #expect(try session.workspace.contentDigest() == before)
    }

    /// The first faults are told in full, and how many there are.
    @Test func howManyFaultsThereAreIsTold() throws {
        let session = try CurriculumSession(importing: false)
        let names = try files(session).map(\.name).filter { $0.contains("/") }
        for name in names { try session.workspace.write(#"{"kode": 7}"#, to: "Curricula/eksempel/" + name) }
        let result = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(result.status == 65 && result.errors.contains("the source has \(names.count) faults; the first 20 are shown"), "\(result)")
        #expect(result.errors.split(separator: "\n").count { $0.contains("curriculum/wrong-shape") } == 20)
    }

    /// However many keys an object has, one that stands twice is found, and soon.
    @Test(arguments: [10, 47, 48, 49, 5000]) func aKeyThatStandsTwiceIsFound(_ count: Int) throws {
        let session = try CurriculumSession(importing: false)
        let members = (0..<count).map { #""k\#($0)": \#($0)"# }.joined(separator: ", ")
        func answer(_ last: String) throws -> ShippedWorkspace.Result {
            let head = #"{"kode": "KM1", "uri": "https://kjerne.example/eksempel/KM1", "grep-type": "x/verb_lk20", "tittel": "x", "#
            try session.workspace.write(head + members + last + "}", to: "Curricula/eksempel/verb-lk20/X.json")
            return session.workspace.run("import", "grep", "Curricula/eksempel", "--dry-run")
        }
        #expect(try answer(#", "k0": 0"#).errors.contains("document/duplicate-key"))
        #expect(try answer(", \"k\(count - 1)\": 0").errors.contains("document/duplicate-key"))
        #expect(try !answer(#", "last": 0"#).errors.contains("document/duplicate-key"))
    }

    @Test func hostileZipsAreRefused() throws {
        let session = try CurriculumSession(importing: false)
        let before = try session.workspace.contentDigest()
        let good = StoredZip.make(try files(session))
        let object = Array(#"{"kode": "KM1"}"#.utf8)
        let cases: [(String, [UInt8], String)] = [
            ("cut", Array(good.prefix(good.count / 2)), "curriculum/zip-damaged"),
            ("up", StoredZip.make([("../KM1.json", object)]), "curriculum/archive-path"),
            ("root", StoredZip.make([("/etc/KM1.json", object)]), "curriculum/archive-path"),
            ("back", StoredZip.make([("a\\..\\KM1.json", object)]), "curriculum/archive-path"),
            ("claim", StoredZip.make([("KM1.json", object)], claiming: 4_000_000_000), "curriculum/archive-too-large"),
            ("bomb", StoredZip.bomb("KM1.json", blocks: 2100), "curriculum/archive-too-large"),
            ("empty", StoredZip.make([]), "curriculum/no-object"),
            ("twice", StoredZip.make([("KM1.json", object), ("KM1.json", object)]), "curriculum/zip-damaged"),
            ("locked", StoredZip.locked("KM1.json", object), "curriculum/zip-encrypted"),
        ]
        for (name, bytes, id) in cases {
            try write(bytes, session, "\(name).zip")
            let result = session.workspace.run("import", "grep", "\(name).zip")
            #expect(result.status == 65, "\(name): \(result.output)\(result.errors)")
            #expect(result.errors.contains(id), "\(name): \(result.errors)")
        }
        #expect(try session.workspace.contentDigest() == before)
    }

    /// As far as it may swell it is inflated and its checksum holds: it is then found to be nothing but spaces.
    @Test func whatSwellsWithinTheLimitsIsRead() throws {
        let session = try CurriculumSession(importing: false)
        try write(StoredZip.bomb("KM1.json", blocks: 100), session, "spaces.zip")
        let result = session.workspace.run("import", "grep", "spaces.zip")
        #expect(result.status == 65 && result.errors.contains("document/empty"), "\(result.errors)")
    }

    @Test func nobodyEditsWhatIsOfficial() throws {
        let session = try CurriculumSession()
        for action in ["create", "update", "delete"] {
            #expect(session.workspace.run("do", "curriculum.revision.\(action)", "1").status != 0)
            #expect(session.workspace.run("do", "curriculum.element.\(action)", "eksempel/KM1").status != 0)
        }
    }

    @Test func onlyThoseWithTheRoleImport() throws {
        let session = try CurriculumSession(importing: false)
        try session.workspace.write(
            "id,given_name,family_name,email,organisation,role,language\np1,Kari,Lie,,Fjellskolen,teacher,nb\n", to: "people.csv")
        #expect(session.workspace.run("people", "import", "people.csv").status == 0)
        #expect(session.workspace.run("import", "grep", "Curricula/eksempel", "--as", "p1").status == 77)
    }

    /// No folder of somebody's own is read into Udir's framework, or into another's.
    @Test func aNameThatIsTakenIsRefused() throws {
        let session = try CurriculumSession(importing: false)
        let path = "Curricula/eksempel/framework.json"
        let own = try String(contentsOfFile: session.workspace.folder + "/" + path, encoding: .utf8)
        try session.workspace.write(own.replacing("\"eksempel\"", with: "\"grep\""), to: path)
        let udir = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(udir.status == 65 && udir.errors.contains("curriculum/framework-taken"), "\(udir)")
        try session.workspace.write(own, to: path)
        #expect(session.workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        try session.workspace.write(own.replacing("https://kjerne.example/eksempel/", with: "https://other.example/"), to: path)
        let other = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(other.status == 65 && other.errors.contains("curriculum/framework-taken"), "\(other)")
    }

    /// What a Mac puts beside each file of a zip is passed over, and told.
    @Test func whatAMacPutsInAZipIsPassedOver() throws {
        let session = try CurriculumSession(importing: false)
        let extra = [(name: "__MACOSX/kompetansemaal-lk20/._KM14.json", content: Array("Mac".utf8)), ("inner.zip", Array("PK".utf8))]
        try write(StoredZip.make(try files(session) + extra), session)
        let read = session.workspace.run("import", "grep", "dump.zip")
        #expect(read.status == 0 && read.errors.contains("._KM14.json") && read.errors.contains("inner.zip"), "\(read)")
    }

    /// A link in a folder is not followed, and what it stands for is not taken to be there without a word.
    @Test func whatIsNoFileOfItsOwnIsTold() throws {
        let session = try CurriculumSession(importing: false)
        let folder = session.workspace.folder + "/Curricula/eksempel"
        try FileManager.default.createSymbolicLink(atPath: folder + "/kompetansemaal-lk20/KM99.json", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: folder + "/round", withDestinationPath: ".")
        let read = session.workspace.run("import", "grep", "Curricula/eksempel")
        #expect(read.status == 0 && read.errors.contains("kompetansemaal-lk20/KM99.json") && read.errors.contains("round"), "\(read)")
        let oddities = session.workspace.run("report", "curriculum.oddities", "--kind", "passed-over", "--output", "csv").output
        #expect(oddities.contains("kompetansemaal-lk20/KM99.json") && oddities.contains(",round"), "\(oddities)")
    }

    /// A text in which a sign stands that HTML uses is found whole.
    @Test func aLessThanIsNoTag() throws {
        let session = try CurriculumSession(importing: false)
        let path = "Curricula/eksempel/kompetansemaal-lk20/KM14.json"
        try session.workspace.replace("discuss how people use the forest", with: "count < 10 and know <b>quad</b>rangles", in: path)
        #expect(session.workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        for word in ["count", "know", "quad"] {
            let found = session.workspace.run("report", "curriculum.search", "--words", word, "--output", "csv")
            #expect(found.output.contains("KM14,"), "\(word): \(found)")
        }
    }

    @Test func unknownCodesAreNamed() throws {
        let session = try CurriculumSession(importing: false)
        try session.workspace.write(
            #"{"kode": "X1", "uri": "https://other.example/X1", "grep-type": "x/verb_lk20", "tittel": "x"}"#, to: "X1.json")
        let result = session.workspace.run("import", "grep", "X1.json")
        #expect(result.status == 65)
        #expect(result.errors.contains("curriculum/unknown-framework") && result.errors.contains("https://other.example/"))
    }
}
