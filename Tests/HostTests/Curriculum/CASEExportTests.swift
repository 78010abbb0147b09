import Foundation
import Kernel
import Testing

/// `kjerne export case`: what is written of packages and of plans, with golden files in `Tests/Fixtures/curriculum/case/`.
@Suite struct CASEExportTests {
    /// `RECORD_SNAPSHOTS=1` writes the files anew, and fails on purpose.
    private static func golden(_ text: String, _ name: String) throws {
        let file = "\(CASESession.fixtures)/\(name)"
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: URL(filePath: file))
            Issue.record("recorded \(name)")
            return
        }
        #expect((try? String(contentsOfFile: file, encoding: .utf8)) == text, "\(name) is not what the golden file says")
    }

    @Test func aTranscript() throws {
        let session = try CASESession(importingGrep: true)
        var transcript = ""
        func say(_ words: String...) {
            let answer = session.workspace.run(words)
            transcript += "$ kjerne \(words.joined(separator: " "))\n\(answer.output)\(answer.errors)\n"
        }
        say("import", "case", "havvakt.json", "--dry-run")
        say("import", "case", "havvakt.json")
        say("import", "case", "havvakt.json")
        say("report", "curriculum.counts", "--framework", CASESession.havvakt)
        say("report", "curriculum.search", "--words", "radio")
        say("report", "curriculum.oddities")
        say("export", "case", CASESession.havvakt)
        say("export", "case", "SKO01-02@en", "--to", "skogfag.json")
        say("schema", "validate", "case-1.1.schema.json", "skogfag.json")
        say("export", "case", "SKO01-02@fr")
        say("export", "case", "SKO09-01")
        say("export", "case")
        try session.workspace.write("{\"CFItems\": []}", to: "no.json")
        say("import", "case", "no.json")
        try session.write(session.fixture().setting(["CFItems", "1", "fullStatement"], to: .integer(7)), "wrong.json")
        say("import", "case", "wrong.json")
        try Self.golden(transcript, "transcript.txt")
        try Self.golden(try session.workspace.read("skogfag.json"), "skogfag-en.json")
    }

    private func links(_ package: JSONValue, _ type: String) -> Set<String> {
        Set(
            (package["CFAssociations"]?.array ?? []).filter { $0["associationType"]?.string == type }.map { association in
                let ends = ["originNodeURI", "destinationNodeURI"].map { end in
                    String((association[end]?["uri"]?.string ?? "").split(separator: "/").last ?? "")
                }
                return ends.joined(separator: " ") + (association["sequenceNumber"]?.integer.map { " \($0)" } ?? "")
            })
    }

    @Test func aPlanBecomesADocumentWithItsTreeAndTies() throws {
        let session = try CASESession(importingGrep: true)
        let package = try session.export("sko01\u{2011}02", to: "out.json")
        // Version 5 in the namespace of URLs: python3 -c 'import uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, "…"))'.
        #expect(package["CFDocument"]?["identifier"]?.string == "3b71e98f-8519-5088-8c6e-9a072f7382c3")
        #expect(package["CFDocument"]?["language"]?.string == "nb")
        #expect(package["CFDocument"]?["licenseURI"]?["title"]?.string == "CC0")
        #expect(
            links(package, "isChildOf") == [
                "KE11 SKO01-02 1", "KE12 SKO01-02 2", "KE13 SKO01-02 3", "KV11 SKO01-02 4", "KV12 SKO01-02 5", "KV13 SKO01-02 6",
                "KM11 KV11 1", "KM12 KV12 1", "KM13 KV12 2", "KM14 KV13 1", "KM15 KV13 2",
            ])
        #expect(links(package, "precedes") == ["KM11 KM12", "KM11 KM13", "KM12 KM14", "KM13 KM14"])
        #expect(links(package, "replacedBy") == ["KM1 KM12", "KM2 KM13", "SKO01-01 SKO01-02"])
        #expect(links(package, "isRelatedTo").isSuperset(of: ["KM13 KE11", "KM13 KE12", "KM13 TT3"]))
        #expect(links(package, "isTranslationOf").isEmpty)
        let related = (package["CFAssociations"]?.array ?? []).filter { $0["associationType"]?.string == "isRelatedTo" }
        #expect(related.allSatisfy { $0["CFAssociationGroupingURI"] != nil })
        #expect(package["CFDefinitions"]?["CFAssociationGroupings"]?.array?.count == 3)
        let concepts = package["CFDefinitions"]?["CFConcepts"]?.array?.compactMap { $0["hierarchyCode"]?.string } ?? []
        #expect(Set(concepts) == ["TT1", "TT2", "TT3", "GF1", "GF3"])
        #expect(package["CFDefinitions"]?["CFItemTypes"]?.array?.count == 3)
        let texts = (package["CFItems"]?.array ?? []).compactMap { $0["humanCodingScheme"]?.string }
        #expect(texts.count == 11)
    }

    @Test func eachLanguageIsAPackageOfItsOwn() throws {
        let session = try CASESession(importingGrep: true)
        let source = try session.export("SKO01-02", to: "nb.json")
        let other = try session.export("eksempel/SKO01-02@nno", to: "nn.json")
        func ids(_ package: JSONValue) -> Set<String> { Set((package["CFItems"]?.array ?? []).compactMap { $0["identifier"]?.string }) }
        #expect(ids(source).isDisjoint(with: ids(other)))
        #expect(other["CFDocument"]?["language"]?.string == "nn")
        let translated = (other["CFAssociations"]?.array ?? []).filter { $0["associationType"]?.string == "isTranslationOf" }
        let origins = Set(translated.compactMap { $0["originNodeURI"]?["identifier"]?.string })
        let ends = Set(translated.compactMap { $0["destinationNodeURI"]?["identifier"]?.string })
        #expect(origins.isSuperset(of: ids(other)) && ends.isSuperset(of: ids(source)))
        #expect(try session.export("SKO01-02@nb", to: "again.json") == source)
    }

    @Test func anExpiredPlanSaysSo() throws {
        let session = try CASESession(importingGrep: true)
        let package = try session.export("SKO01-01", to: "out.json")
        #expect(package["CFDocument"]?["adoptionStatus"]?.string == "Deprecated")
        let end = try #require(package["CFDocument"]?["statusEndDate"]?.string)
        let aims = (package["CFItems"]?.array ?? []).filter { $0["extensions"]?["grep"]?["status"]?.string == "utgaatt" }
        #expect(!aims.isEmpty && aims.allSatisfy { $0["statusEndDate"]?.string == end })
    }

    @Test func aTextThatIsMissingNamesTheLanguageItHas() throws {
        let session = try CASESession(importingGrep: true)
        let path = "Curricula/eksempel/kompetansemaal-lk20/KM14.json"
        let text = try session.workspace.read(path)
        let object = try JSONValue(parsing: Array(text.utf8))
        let kept = (object["tittel"]?["tekst"]?.array ?? []).filter { $0["spraak"]?.string != "eng" }
        try session.write(
            object.setting(["tittel", "tekst"], to: .array(kept)).setting(["sist-endret"], to: .string("2026-06-01T10:00:00")), path)
        #expect(session.workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let package = try session.export("SKO01-02@en", to: "out.json")
        let aim = package["CFItems"]?.array?.first { $0["humanCodingScheme"]?.string == "KM14" }
        #expect(aim?["language"]?.string == "nb")
        #expect(package["CFDocument"]?["language"]?.string == "en")
    }
}
