import Foundation
import Kernel
import Testing

/// `kjerne import case`: what is taken in, and what is refused with the store unchanged.
@Suite struct CASEImportTests {
    @Test func whatIsUntidyIsKeptAndTold() throws {
        let session = try CASESession()
        let result = session.workspace.run("import", "case", "havvakt.json")
        #expect(result.status == 0, "\(result.errors)")
        let oddities = session.workspace.run("report", "curriculum.oddities", "--output", "csv").output
        for kind in [
            "dangling-reference", "several-parents", "missing-order", "unknown-property", "unknown-type", "number-as-text",
            "unlisted-text", "untidy-time", "missing-property",
        ] {
            #expect(oddities.contains(kind), "\(kind)\n\(oddities)")
        }
        #expect(oddities.contains("$.CFAssociations[6].destinationNodeURI"))
        let raw = session.workspace.run(
            "list", "curriculum.revision", "--code", "5b0c0011-1111-4222-8333-000000000011", "--output", "json"
        ).output
        #expect(raw.contains("exampleText") && raw.contains("CFDocumentURI"))
        let found = session.workspace.run("report", "curriculum.search", "--words", "tide", "--output", "csv").output
        #expect(found.contains("Read a tide table"))
        let links = session.workspace.run("list", "curriculum.link", "--output", "csv").output
        #expect(links.contains("0f0f0f0f-aaaa-4bbb-8ccc-0d0d0d0d0d0d"))
    }

    @Test func theSameAgainChangesNothing() throws {
        let session = try CASESession()
        #expect(session.workspace.run("import", "case", "havvakt.json").status == 0)
        let before = try session.workspace.contentDigest()
        #expect(session.workspace.run("import", "case", "havvakt.json").output == "\(CASESession.havvakt): nothing has changed.\n")
        // Nor does another layout of the same.
        try session.workspace.write(session.fixture().compact, to: "compact.json")
        #expect(session.workspace.run("import", "case", "compact.json").output == "\(CASESession.havvakt): nothing has changed.\n")
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test func aChangeClosesARevisionAndWhatIsGoneIsWithdrawn() throws {
        let session = try CASESession()
        #expect(session.workspace.run("import", "case", "havvakt.json").status == 0)
        var package = try session.fixture().setting(["CFItems", "4", "fullStatement"], to: .string("Call the rescue service by radio"))
        let associations = try #require(package["CFAssociations"]?.array)
        package = package.setting(["CFAssociations"], to: .array(associations.dropLast()))
        try session.write(package, "next.json")
        let result = session.workspace.run("import", "case", "next.json")
        #expect(result.output.contains(" 0 new, 1 changed, 1 withdrawn, "), "\(result.output)\(result.errors)")
        let written = try session.export(CASESession.havvakt, to: "out.json")
        #expect(written["CFAssociations"]?.array?.count == associations.count - 1)
        #expect(written["CFItems"]?.array?.contains { $0["fullStatement"]?.string == "Call the rescue service by radio" } == true)
    }

    /// A package without the list of items is not taken to say that there are none.
    @Test func aPackageWithoutTheListOfItemsWithdrawsNone() throws {
        let session = try CASESession()
        #expect(session.workspace.run("import", "case", "havvakt.json").status == 0)
        let package = try session.fixture()
        let count = try #require(package["CFItems"]?.array?.count)
        try session.write(package.setting(["CFItems"], to: nil).setting(["CFDocument", "notes"], to: .string("Anew")), "next.json")
        let result = session.workspace.run("import", "case", "next.json")
        #expect(result.status == 0 && result.output.contains(" 0 withdrawn, "), "\(result)")
        let written = try session.export(CASESession.havvakt, to: "out.json")
        #expect(written["CFItems"]?.array?.count == count)
        #expect(session.workspace.run("report", "curriculum.oddities").output.contains("$.CFItems"))
    }

    private static let wrong: [(path: String, value: JSONValue?, place: String)] = [
        ("CFDocument", nil, "$.CFDocument"), ("CFDocument", .array([]), "$.CFDocument"),
        ("CFDocument/identifier", .string("havvakt"), "$.CFDocument.identifier"), ("CFDocument/title", .integer(3), "$.CFDocument.title"),
        ("CFDocument/title", nil, "$.CFDocument"), ("CFItems", .object([]), "$.CFItems"), ("CFItems/1", .string("x"), "$.CFItems[1]"),
        ("CFItems/1/fullStatement", nil, "$.CFItems[1]"), ("CFItems/1/notes", .array([]), "$.CFItems[1].notes"),
        ("CFItems/1/educationLevel", .array([.integer(7)]), "$.CFItems[1].educationLevel"),
        ("CFItems/0/CFItemTypeURI", .string("Area"), "$.CFItems[0].CFItemTypeURI"),
        ("CFItems/1/extensions", .string("x"), "$.CFItems[1].extensions"),
        ("CFItems/2/identifier", .string("5b0c0011-1111-4222-8333-000000000011"), "$.CFItems[2]"),
        ("CFAssociations/0/sequenceNumber", .string("first"), "$.CFAssociations[0].sequenceNumber"),
        ("CFAssociations/0/originNodeURI", .string("x"), "$.CFAssociations[0].originNodeURI"),
        ("CFAssociations/0/destinationNodeURI", nil, "$.CFAssociations[0]"), ("CFDefinitions", .string("x"), "$.CFDefinitions"),
        ("CFDefinitions/CFLicenses", .string("x"), "$.CFDefinitions.CFLicenses"),
        ("CFRubrics/0/CFRubricCriteria/0/weight", .string("heavy"), "$.CFRubrics[0].CFRubricCriteria[0].weight"),
    ]

    @Test func wrongShapesAreRefusedWithTheirPlace() throws {
        let session = try CASESession()
        let before = try session.workspace.contentDigest()
        for wrong in Self.wrong {
            try session.write(
                session.fixture().setting(wrong.path.split(separator: "/").map(String.init), to: wrong.value), "wrong.json")
            let result = session.workspace.run("import", "case", "wrong.json")
            #expect(result.status == 65, "\(wrong.path): \(result.output)\(result.errors)")
            #expect(result.errors.contains(wrong.place) && result.errors.contains("wrong.json"), "\(wrong.path): \(result.errors)")
        }
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test(arguments: [
        ("[]", "curriculum/no-case-package"), ("{}", "curriculum/no-case-package"), ("null", "curriculum/no-case-package"),
        (#"{"kode": "KM1", "tittel": "x"}"#, "curriculum/no-case-package"), ("{", "error"), ("", "error"),
        (#"{"CFDocument": {}, "CFDocument": {}}"#, "error"), (String(repeating: "[", count: 100_000), "error"),
    ])
    func whatIsNoPackageIsRefused(_ content: String, _ id: String) throws {
        let session = try CASESession()
        let before = try session.workspace.contentDigest()
        try session.workspace.write(content, to: "no.json")
        let result = session.workspace.run("import", "case", "no.json")
        #expect(result.status == 65)
        #expect(result.errors.contains(id) && result.errors.contains("no.json"), "\(result.errors)")
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test func anOlderPackageIsRefused() throws {
        let session = try CASESession()
        #expect(session.workspace.run("import", "case", "havvakt.json").status == 0)
        let before = try session.workspace.contentDigest()
        // Half an hour earlier, though the clock shows more.
        try session.write(
            session.fixture().setting(["CFDocument", "lastChangeDateTime"], to: .string("2027-01-04T10:30:00+02:00")), "older.json")
        let result = session.workspace.run("import", "case", "older.json")
        #expect(result.status == 65)
        #expect(result.errors.contains("curriculum/older-revision") && result.errors.contains("older.json"), "\(result.errors)")
        #expect(try session.workspace.contentDigest() == before)
    }

    @Test func onlyThoseWithTheRoleImportAndAllExport() throws {
        let session = try CASESession()
        try session.workspace.write(
            "id,given_name,family_name,email,organisation,role,language\np1,Kari,Lie,,Fjellskolen,teacher,nb\n", to: "people.csv")
        #expect(session.workspace.run("people", "import", "people.csv").status == 0)
        #expect(session.workspace.run("import", "case", "havvakt.json", "--as", "p1").status == 77)
        #expect(session.workspace.run("import", "case", "havvakt.json").status == 0)
        let own = session.workspace.run("export", "case", CASESession.havvakt, "--as", "p1")
        #expect(own.status == 0)
        #expect(own.output == session.workspace.run("export", "case", CASESession.havvakt).output)
    }
}
