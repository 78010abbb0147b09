import Testing

@testable import Kernel

/// A cell that is a code for programs and a word for people, and one that is in a language of its own.
@Suite struct CodedCellTests {
    private static let table = Table(
        "lab.things", title: Text(nb: "Ting", nn: "Ting", en: "Things"), parameters: [("kind", .string("a-b")), ("all", .bool(true))],
        columns: [
            .init("kind", .code, Text(nb: "Slag", nn: "Slag", en: "Kind")),
            .init("text", .text, Text(nb: "Tekst", nn: "Tekst", en: "Text")),
        ],
        rows: [[.coded("a-b", Text(nb: "første", nn: "fyrste", en: "first")), .spoken("=1 <liv>", language: "se")]])

    @Test(arguments: [(Language.nb, "første"), (.nn, "fyrste"), (.en, "first")])
    func peopleReadTheWord(_ language: Language, _ word: String) {
        let text = TableRenderer(language: language, plain: true, color: false).render(Self.table)
        #expect(text.contains(": \(word)\n") && !text.contains("a-b"))
        let page = HTMLRenderer(language: language).render(Self.table)
        #expect(page.contains("<th scope=\"row\">\(word)</th><td lang=\"se\">=1 &lt;liv&gt;</td>"), "\(page)")
    }

    @Test(arguments: Language.allCases) func programsReadTheCode(_ language: Language) {
        #expect(Self.table.csv(language) == "kind,text\r\na-b,'=1 <liv>\r\n")
        #expect(Self.table.json(language)["rows"]?.compact == #"[["a-b","=1 <liv>"]]"#)
    }

    /// A text in the language of the page says nothing of it.
    @Test func theLanguageOfThePageIsNotMarked() {
        #expect(Table.Cell.spoken("liv", language: "nb").otherLanguage(.nb) == nil)
        #expect(Table.Cell.spoken("liv", language: "nb").otherLanguage(.en) == "nb")
    }

    @Test func aPageCallsParametersWhatPeopleCallThem() {
        var table = Self.table
        #expect(HTMLRenderer(language: .nn).render(table).contains("<dt>kind</dt><dd>a-b</dd>"))
        table.parameterNames = ["kind": Text(nb: "Slag", nn: "Slag", en: "Kind")]
        table.parameterValues = ["kind": Text(nb: "første", nn: "fyrste", en: "first")]
        let page = HTMLRenderer(language: .nn).render(table)
        #expect(page.contains("<dt>Slag</dt><dd>fyrste</dd>") && page.contains("<dt>all</dt><dd>ja</dd>"), "\(page)")
    }

    /// Rows that go by the same name are told apart in a picture by what follows it.
    @Test func detailsFollowTheNameInAPicture() {
        var table = Table(
            "lab.things", title: Text(verbatim: "Ting"),
            columns: [
                .init("name", .text, Text(verbatim: "Navn")), .init("measure", .text, Text(verbatim: "Hva")),
                .init("n", .integer, Text(verbatim: "Tall")),
            ], rows: [[.text("en"), .text("lengde"), .integer(1)], [.text("en"), .empty, .integer(2)]])
        table.chart = Chart(.bar, labels: "name", details: "measure", values: ["n"])
        let picture = HTMLRenderer(language: .nb).render(table)
        #expect(picture.contains(">en, lengde</text>") && picture.contains(">en</text>"), "\(picture)")
    }
}
