import Kernel
import Testing

/// What each renderer writes, held by the files in `Tests/Fixtures/reports`.
@Suite struct RendererGoldenTests {
    @Test(arguments: Language.allCases) func aTableInEveryForm(_ language: Language) throws {
        let table = SampleTables.everything(.bar)
        let name = "everything.\(language.rawValue)"
        try GoldenFile.expect(HTMLRenderer(language: language).render(table), "\(name).html")
        try GoldenFile.expect(table.csv(language), "\(name).csv")
        try GoldenFile.expect(table.json(language).pretty + "\n", "\(name).json")
        try GoldenFile.expect(TableRenderer(language: language, plain: false, color: false).render(table), "\(name).txt")
        try GoldenFile.expect(TableRenderer(language: language, plain: true, color: false).render(table), "\(name).plain.txt")
    }

    @Test func severalTablesOnAPage() throws {
        let page = HTMLRenderer(language: .en).render(
            [SampleTables.everything(.line), SampleTables.one([.text("a")])], title: Text(nb: "Samling", nn: "Samling", en: "Collection"))
        try GoldenFile.expect(page, "several.html")
    }
}
