import Foundation
import Testing

/// Each filter finds what it names, alone and beside others, and what is found says whose text it is.
@Suite struct FilterTests {
    private let workspace: ShippedWorkspace

    init() throws { workspace = try CurriculumSession().workspace }

    private func codes(_ words: [String]) -> [String] {
        let found = workspace.run(["report", "curriculum.search", "--output", "csv"] + words).output
        return found.split(whereSeparator: \.isNewline).dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }.sorted()
    }

    @Test func eachFilterFindsWhatItNames() {
        let questions: [(words: [String], codes: [String])] = [
            (["--core-element", "KE11"], ["KM11", "KM12", "KM13"]), (["--core-element", "ke12"], ["KM13", "KM14"]),
            (["--skill", "GF3"], ["KM14", "KM15"]), (["--theme", "TT2"], ["KM14"]), (["--verb", "VERB2"], ["KM1", "KM12", "KM15"]),
            (["--year", "4", "--verb", "VERB1"], ["KM13", "KM2", "KM21"]), (["--subject", "HAV"], ["KM21"]),
            (["--status", "utgaatt", "--type", "kompetansemaal-lk20"], ["KM1", "KM2"]),
            (["--plan", "SKO01-02", "--theme", "TT3"], ["KM11", "KM12", "KM13", "KM14", "KM15"]),
            (["--date", "2025-01-01", "--skill", "GF1"], ["KM1"]),
        ]
        for question in questions { #expect(codes(question.words) == question.codes, "\(question.words)") }
    }

    /// Udir's text is shown with Udir's credit, its language, and whether it binds.
    @Test func whoseTextItIsIsSaid() throws {
        try workspace.write(
            """
            {"kode": "KM90001", "uri": "http://psi.udir.no/kl06/KM90001",
             "grep-type": "http://psi.udir.no/ontologi/kl06/kompetansemaal_lk20",
             "tittel": {"tekst": [{"spraak": "nno", "verdi": "prøve ut"}], "forskrift": true}}
            """, to: "KM90001.json")
        let read = workspace.run("import", "grep", "KM90001.json")
        #expect(read.status == 0 && read.output.hasPrefix("grep: 1 object"), "\(read)")
        let found = workspace.run("report", "curriculum.search", "--words", "KM90001").output
        #expect(found.contains("prøve ut  Nynorsk   yes"), "\(found)")
        #expect(found.contains("(NLOD) made available by Utdanningsdirektoratet"), "\(found)")
        // Of another framework that is not shown nothing is said.
        #expect(!workspace.run("report", "curriculum.search", "--words", "KM11").output.contains("Utdanningsdirektoratet"))
    }

    @Test func aPictureStandsInThePage() {
        let page = workspace.run("report", "curriculum.verbs", "--plan", "SKO01-02", "--output", "html").output
        #expect(page.contains("<svg"), "\(page)")
    }
}
