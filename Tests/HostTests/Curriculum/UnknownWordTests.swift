import Foundation
import Testing

/// A code, a plan or a filter of which there is nothing is refused with the nearest name; it is not answered with an empty table.
@Suite struct UnknownWordTests {
    private static let questions: [(arguments: [String], near: String)] = [
        (["matrix", "--plan", "SKO01-03"], "SKO01-01"), (["verbs", "--plan", "HAV01-02"], "HAV01-01"),
        (["verbs", "--theme", "TT9"], "TT"), (["theme", "--theme", "Natu"], "Natur"), (["progression", "--code", "KM1X"], "KM1"),
        (["search", "--plan", "SKO01-O2"], "SKO01-02"), (["search", "--subject", "skogfagg"], "SKO01-02"),
        (["search", "--year", "99"], "aarstrinn"), (["search", "--core-element", "KE99"], "KE1"),
        (["search", "--skill", "GF9"], "GF1"), (["search", "--verb", "utforsk"], "Utforske"),
        (["search", "--status", "publisrt"], "publisert"), (["search", "--type", "verb-lk2"], "verb-lk20"),
        (["search", "--framework", "eksempl"], "eksempel"), (["counts", "--framework", "eksempl"], "eksempel"),
        (["practice", "--framework", "eksempl"], "eksempel"), (["diff", "--framework", "eksempl"], "eksempel"),
        (["diff", "--from", "SKO01-03", "--to", "SKO01-02"], "SKO01-0"), (["agreement", "--round", "7"], ""),
        (["placement", "--plan", "7"], ""), (["matrix", "--plan", "KV11"], "there is no plan 'KV11'"),
        (["search", "--core-element", "KM11"], "there is no core element 'KM11'"),
    ]

    @Test func whatThereIsNothingOfIsRefused() throws {
        let session = try CurriculumSession()
        for question in Self.questions {
            let result = session.workspace.run(["report", "curriculum.\(question.arguments[0])"] + question.arguments.dropFirst())
            #expect(result.status == 65 && result.output.isEmpty, "\(question.arguments): \(result)")
            #expect(question.near.isEmpty || result.errors.contains(question.near), "\(question.arguments): \(result.errors)")
        }
    }

    /// A code that only others refer to is known, and it is said that its own object is missing.
    @Test func aCodeThatIsOnlyReferredToIsTold() throws {
        let session = try CurriculumSession(importing: false)
        let workspace = session.workspace
        let folder = workspace.folder + "/Curricula/eksempel/"
        for path in ["tverrfaglige-temaer-lk20/TT3.json", "laereplaner-lk20/HAV01-01.json", "kompetansemaal-lk20/KM11.json"] {
            try FileManager.default.removeItem(atPath: folder + path)
        }
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let theme = workspace.run("report", "curriculum.theme", "--theme", "tt3")
        #expect(theme.status == 0 && theme.output.contains("KM14"), "\(theme)")
        let verbs = workspace.run("report", "curriculum.verbs", "--theme", "TT3", "--plan", "HAV01-01")
        #expect(verbs.status == 0 && verbs.output.contains("'TT3' itself has not been read in"), "\(verbs)")
        let chain = workspace.run("report", "curriculum.progression", "--code", "KM11")
        #expect(chain.status == 65 && chain.errors.contains("something refers to 'KM11'"), "\(chain)")
    }

    /// Where neither a day nor a plan is named, one day decides: editions of a plan are not mixed.
    @Test func withoutADateTodayDecides() throws {
        let session = try CurriculumSession()
        func theme(_ now: String, _ words: String...) -> ShippedWorkspace.Result {
            session.workspace.run(["report", "curriculum.theme", "--theme", "TT3", "--output", "csv"] + words, now: now)
        }
        let before = theme("2026-07-01T08:00:00Z").output
        #expect(before.contains("SKO01-01") && !before.contains("SKO01-02"), "\(before)")
        let after = theme("2027-08-16T08:00:00Z").output
        #expect(after.contains("SKO01-02") && !after.contains("SKO01-01"), "\(after)")
        #expect(theme("2027-08-16T08:00:00Z", "--date", "2026-07-01").output == before)
        // A plan that is named is the answer, whether or not it holds today.
        #expect(session.workspace.run("report", "curriculum.verbs", "--plan", "SKO01-01").output.contains("Explore"))
        let verbs = session.workspace.run("report", "curriculum.verbs")
        #expect(verbs.output.contains("The plans that hold on 2027-08-16"), "\(verbs)")
    }

    private func object(_ code: String, _ type: String, _ rest: String, title: String? = nil) -> String {
        """
        {"id": "x-\(code)", "kode": "\(code)", "uri": "https://kjerne.example/eksempel/\(code)",
         "url-data": "https://kjerne.example/eksempel/v1/\(type)/\(code)", "tittel": [{"spraak": "nob", "verdi": "\(title ?? code)"}],
         "grep-type": "https://kjerne.example/eksempel/ontologi/\(type)",
         "status": "https://kjerne.example/eksempel/v1/status/status_publisert", "sist-endret": "2026-05-04T10:00:00", \(rest)}
        """
    }

    private func reference(_ code: String) -> String { #"{"kode": "\#(code)", "uri": "https://kjerne.example/eksempel/\#(code)"}"# }

    /// A code of a subject is called by its title, and says so where it leads nowhere; one that nobody knows is refused.
    @Test func aBareSubjectCodeIsCalledByItsTitle() throws {
        let workspace = try CurriculumSession().workspace
        try workspace.write(
            object(
                "SKO1Z01", "opplaeringsfag",
                #""laereplan-referanse": [{"kode": "SKO01-02", "uri": "x", "tilhoerende-kompetansemaalsett": [\#(reference("KV12"))]}], "#
                    + #""fagkode-referanser": [\#(reference("SKO1001"))]"#, title: "Skogbruk"), to: "fag.json")
        try workspace.write(object("SKO2002", "fagkode", #""opplaeringsfag": []"#, title: "Tømmerlære"), to: "kode.json")
        for file in ["fag.json", "kode.json"] { #expect(workspace.run("import", "grep", file).status == 0) }
        func search(_ word: String) -> ShippedWorkspace.Result {
            workspace.run("report", "curriculum.search", "--subject", word, "--output", "table")
        }
        let referred = search("sko1001")
        #expect(referred.output.contains("KM12") && referred.output.contains("sko1001 is 'Skogbruk'."), "\(referred)")
        #expect(referred.output.contains("'sko1001' itself has not been read in"), "\(referred)")
        #expect(search("SKO1Z01").output.contains("SKO1Z01 is 'Skogbruk'."))
        let bare = search("SKO2002")
        #expect(bare.status == 0 && bare.output.contains("SKO2002 is 'Tømmerlære'."), "\(bare)")
        #expect(bare.output.contains("No plan and no set of aims that has been read in belongs to 'SKO2002'."), "\(bare)")
        let unknown = search("SKO1009")
        #expect(unknown.status == 65 && unknown.errors.contains("SKO1001"), "\(unknown)")
    }

    /// From a subject code over the subject to the sets that it is taught by; both are codes of Grep's own.
    @Test func aSubjectIsFoundByItsCode() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        try workspace.write(
            object(
                "SKO1Z01", "opplaeringsfag",
                #""laereplan-referanse": [{"kode": "SKO01-02", "uri": "x", "tilhoerende-kompetansemaalsett": [\#(reference("KV12"))]}], "#
                    + #""fagkode-referanser": [\#(reference("SKO1001")), \#(reference("SKO1002"))]"#), to: "fag.json")
        try workspace.write(object("SKO1001", "fagkode", #""opplaeringsfag": [\#(reference("SKO1Z01"))]"#), to: "kode.json")
        for file in ["fag.json", "kode.json"] {
            let read = workspace.run("import", "grep", file)
            #expect(read.status == 0, "\(read)")
        }
        for word in ["SKO1001", "sko1002", "SKO1Z01"] {
            let found = workspace.run("report", "curriculum.search", "--subject", word, "--output", "csv")
            #expect(found.output.contains("KM12,") && found.output.contains("KM13,"), "\(word): \(found)")
            #expect(!found.output.contains("KM14,") && !found.output.contains("KM21,"), "\(word): \(found)")
        }
        let title = workspace.run("report", "curriculum.search", "--subject", "havfag", "--output", "csv")
        #expect(title.output.contains("KM21,") && !title.output.contains("KM14,"), "\(title)")
    }
}
