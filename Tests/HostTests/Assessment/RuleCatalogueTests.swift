import Foundation
import KernelTesting
import Testing

/// The catalogue lists every paragraph that the module goes by, in three languages.
@Suite struct RuleCatalogueTests {
    /// Every `§ N-M` of the two acts that a file names.
    private func paragraphs(_ text: String) -> Set<String> {
        var found: Set<String> = []
        for match in text.matches(of: /§§? ?([0-9]+-[0-9]+)/) { found.insert(String(match.1)) }
        return found
    }

    @Test func everyParagraphIsListed() throws {
        let lab = try AssessmentLab()
        let manifest = try String(contentsOfFile: WorkspaceFixture.root(#filePath) + "/Modules/assessment/module.yaml", encoding: .utf8)
        let listed = try lab.ok("report", "assessment.rules", "--output", "csv")
        // The acts on courts and on administration go by other numbers, and 2-8 is the ground for keeping data, which is no rule of exams.
        let named = paragraphs(manifest).subtracting(["2-8", "6-10", "148-149", "25-29"])
        #expect(named.count >= 15, "\(named)")
        for paragraph in named.union(["5-4", "14-1"]).sorted() { #expect(listed.contains(paragraph), "\(paragraph)") }
    }

    @Test func everyLanguageSaysItInItsOwnWords() throws {
        let lab = try AssessmentLab()
        let pages = try ["nb", "nn", "en"].map { language in
            try lab.ok("report", "assessment.rules", "--output", "csv", "--lang", language).split(whereSeparator: \.isNewline).dropFirst()
        }
        try #require(pages.map(\.count) == [pages[0].count, pages[0].count, pages[0].count] && pages[0].count >= 30)
        for ((nb, nn), en) in zip(zip(pages[0], pages[1]), pages[2]) {
            #expect(Set([nb, nn, en]).count == 3, "\(nb)")
        }
    }
}
