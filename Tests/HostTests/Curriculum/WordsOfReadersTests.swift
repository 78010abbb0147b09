import Foundation
import Testing

/// People read words of their language, programs the codes of the publisher.
@Suite struct WordsOfReadersTests {
    private static let reports = [
        ["counts"], ["oddities"], ["search", "--words", "forest"], ["search", "--words", "KM1"],
        ["diff", "--from", "SKO01-01", "--to", "SKO01-02"], ["progression", "--code", "KM14"], ["theme", "--theme", "TT3"],
        ["matrix", "--plan", "SKO01-02"],
    ]

    /// No code of Grep stands where a word could: no plural of a folder, no status, no name of a property, no tag of a language.
    @Test(arguments: ["nb", "nn", "en"], ["table", "html"])
    func peopleReadNoCodesOfThePublisher(language: String, form: String) throws {
        let session = try CurriculumSession()
        for report in Self.reports {
            let output = session.workspace.run(
                ["report", "curriculum.\(report[0])", "--output", form] + report.dropFirst(), language: language
            ).output
            let cells = output.split(whereSeparator: \.isNewline).map(String.init).joined(separator: " ")
            for code in [
                "-lk20 ", "-lk20<", "utgaatt", "under_arbeid", "grunnleggende-f", ">nb<", ">nn<", ">en<", "  nb  ", "  nn  ", "  en  ",
                "aarstrinn",
            ] {
                #expect(!cells.contains(code), "\(report) \(form) \(language): \(code)\n\(output)")
            }
        }
    }

    @Test func programsReadTheCodes() throws {
        let workspace = try CurriculumSession().workspace
        let counts = workspace.run("report", "curriculum.counts", "--output", "csv").output
        #expect(counts.contains("type,count") && counts.contains("kompetansemaal-lk20,8"))
        let search = workspace.run("report", "curriculum.search", "--words", "KM1", "--output", "json").output
        #expect(search.contains("\"kompetansemaal-lk20\"") && search.contains("\"utgaatt\"") && search.contains("\"en\""))
        let diff = workspace.run("report", "curriculum.diff", "--from", "SKO01-01", "--to", "SKO01-02", "--output", "csv").output
        #expect(diff.contains("kompetansemaal-lk20,KM1,KM12,forklaring,"))
        let oddities = workspace.run("report", "curriculum.oddities", "--output", "csv").output
        #expect(oddities.contains("untidy-title,kompetansemaalsett-lk20,KV13") && oddities.contains("$.tittel"))
    }

    /// What people read they may type, in any language; a word that is none is refused with the nearest.
    @Test(
        arguments: [
            ["search", "--type", "competence aim", "--words", "forest"], ["search", "--type", "Kjerneelement", "--words", "skog*"],
            ["search", "--status", "expired"], ["search", "--status", "Utgått"],
            ["diff", "--from", "SKO01-01", "--to", "SKO01-02", "--type", "Core element"],
            ["oddities", "--kind", "aim without core element"],
        ])
    func wordsMayBeTyped(_ arguments: [String]) throws {
        let workspace = try CurriculumSession().workspace
        let result = workspace.run(["report", "curriculum.\(arguments[0])", "--output", "csv"] + arguments.dropFirst())
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.split(whereSeparator: \.isNewline).count > 1, "\(result.output)")
    }

    @Test(
        arguments: [
            ["search", "--type", "competense aim"], ["diff", "--from", "SKO01-01", "--to", "SKO01-02", "--type", "kjernelement"],
            ["oddities", "--kind", "untidy-titel"],
        ])
    func aMisspeltWordIsRefused(_ arguments: [String]) throws {
        let workspace = try CurriculumSession().workspace
        let result = workspace.run(["report", "curriculum.\(arguments[0])"] + arguments.dropFirst())
        #expect(result.status == 65 && result.errors.contains("did you mean"), "\(result.output)\(result.errors)")
    }

    /// A page calls the parameters of a report what people call them.
    @Test(
        arguments: [
            ("nb", "Læreplan", "Mot", "tverrfaglig tema"), ("nn", "Læreplan", "Mot", "tverrfagleg tema"),
            ("en", "Plan", "Against", "cross-curricular theme"),
        ])
    func aPageSaysWhatWasAskedFor(_ language: String, _ plan: String, _ against: String, _ theme: String) throws {
        let workspace = try CurriculumSession().workspace
        let page = workspace.run(
            ["report", "curriculum.matrix", "--plan", "SKO01-02", "--by", "theme", "--output", "html"], language: language
        ).output
        #expect(page.contains("<dt>\(plan)</dt><dd>SKO01-02</dd>") && page.contains("<dt>\(against)</dt><dd>\(theme)</dd>"), "\(page)")
        #expect(!page.contains("<dt>turn</dt>") && !page.contains("<dd>false</dd>"), "\(page)")
    }

    /// What was read in is told in the reader's language, one of a thing as one.
    @Test(
        arguments: [
            ("nb", "1 objekt, 1 nytt, 0 endret, 0 trukket tilbake, 0 uendret,"),
            ("nn", "1 objekt, 1 nytt, 0 endra, 0 trekte tilbake, 0 uendra,"),
            ("en", "1 object, 1 new, 0 changed, 0 withdrawn, 0 unchanged,"),
        ])
    func anImportIsToldInWords(_ language: String, _ words: String) throws {
        let workspace = try CurriculumSession(importing: false).workspace
        try workspace.write(
            #"{"kode": "KM1", "uri": "http://psi.udir.no/kl06/KM1", "grep-type": "x/kompetansemaal_lk20", "tittel": "x"}"#, to: "KM1.json")
        let result = workspace.run("import", "grep", "KM1.json", language: language)
        #expect(result.output.hasPrefix("grep: \(words)"), "\(result.output)\(result.errors)")
    }

    @Test(arguments: [
        ("nb", "I alt: 9 nye, 2 trukket tilbake"), ("nn", "I alt: 9 nye, 2 trekte tilbake"), ("en", "In all: 9 new, 2 withdrawn"),
    ])
    func severalAreToldAsSeveral(_ language: String, _ words: String) throws {
        let workspace = try CurriculumSession().workspace
        let result = workspace.run("report", "curriculum.diff", "--from", "SKO01-01", "--to", "SKO01-02", language: language)
        #expect(result.output.contains(words), "\(result.output)")
    }

    /// The measures of a concept round have names, and in the picture no two bars go by the same.
    @Test(arguments: [("nb", "Krippendorffs alfa"), ("nn", "Krippendorffs alfa"), ("en", "Krippendorff&#39;s alpha")])
    func measuresHaveNames(_ language: String, _ alpha: String) throws {
        let school = try SchoolLab()
        let round = try school.round()
        for kind in ["before", "after"] {
            try school.sitting(round, kind, people: Array(SchoolLab.staff.prefix(6))) { ($0 + $1) % 3 }
        }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let words = ["report", "curriculum.agreement", "--lang", language, "--as", "r1", "--output"]
        let page = try school.lab.ok(words + ["html"])
        #expect(page.contains("<td>\(alpha)</td>") && !page.contains("<td>alpha</td>") && !page.contains("<td>agreement</td>"), "\(page)")
        // A label that is wrapped goes on without a comma.
        let labels = page.split(separator: "<text ").compactMap { $0.split(separator: ">", maxSplits: 1).last?.split(separator: "<").first }
            .filter { $0.contains(",") && $0.contains { $0.isLetter } }
        #expect(labels.count > 10 && Set(labels).count == labels.count, "\(labels)")
        #expect(try school.lab.ok(words + ["csv"]).contains(",alpha,"))
    }

    /// What serves an outcome goes by its title, and in what programs read by its name in the course.
    @Test func coverageNamesActivitiesByTitle() throws {
        let workspace = try CurriculumSession(importing: false).workspace
        let words = ["report", "curriculum.coverage", "--variant", "storby-plf-2027"]
        let table = workspace.run(words + ["--output", "html"], language: "nb").output
        #expect(!table.contains("laeringsgruppe") && !table.contains("samling-3, begrepsrunde"), "\(table)")
        #expect(workspace.run(words + ["--output", "csv"]).output.contains("\"samling-3, begrepsrunde\""))
    }

    /// A browser reads a text aloud in the language that it is in (WCAG 2.1, 3.1.2).
    @Test func aTextInAnotherLanguageIsMarkedInHTML() throws {
        let workspace = try CurriculumSession().workspace
        let page = workspace.run("report", "curriculum.search", "--words", "KM21", "--output", "html").output
        #expect(page.contains("<td lang=\"nb\">utforske livet i havet</td>"), "\(page)")
    }
}
