import Foundation
import Testing

@testable import Curriculum

/// What changed between two loads and two revisions of a plan.
@Suite struct CurriculumDiffTests {
    @Test(
        arguments: [
            ("explore plants", "explore plants and fungi", "explore plants {+and fungi+}"),
            (
                "describe animals in the forest", "describe animals and tracks in the forest",
                "describe animals {+and tracks+} in the forest"
            ),
            ("use the forest", "share the sea", "[-use-]{+share+} the [-forest-]{+sea+}"),
            ("same  words", "same words", "same words"), ("", "all new", "{+all new+}"), ("all gone", "", "[-all gone-]"), ("", "", ""),
            ("a b c", "c b a", "[-a b-] c {+b a+}"),
        ])
    func wordsAreMarked(_ old: String, _ new: String, _ marked: String) {
        #expect(WordDiff(old, new).marked == marked)
    }

    /// From the marked parts both texts come back, whatever they are.
    @Test func nothingIsLost() {
        var seed: UInt64 = 7
        func next(_ below: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % below
        }
        for _ in 0..<300 {
            let old = (0..<next(12)).map { _ in "w\(next(4))" }
            let new = (0..<next(12)).map { _ in "w\(next(4))" }
            var (before, after): ([Substring], [Substring]) = ([], [])
            for part in WordDiff(old.joined(separator: " "), new.joined(separator: " ")).parts {
                switch part {
                case .same(let words):
                    before += words
                    after += words
                case .removed(let words): before += words
                case .added(let words): after += words
                }
            }
            #expect(before.map(String.init) == old && after.map(String.init) == new)
        }
    }

    @Test func likenessIsSymmetricAndBetweenNoughtAndOne() {
        let (a, b, c) = (Likeness("explore plants"), Likeness("Explore plants, and fungi!"), Likeness("swim"))
        #expect(a.to(b) == b.to(a) && a.to(a) == 1 && a.to(c) == 0 && Likeness("").to(Likeness("")) == 0)
        #expect(abs(a.to(b) - 4.0 / 6) < 1e-12)
    }

    @Test func theLastLoadIsComparedWithTheOneBefore() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        let folder = "Curricula/eksempel/kompetansemaal-lk20/"
        try workspace.replace("discuss how people use the forest", with: "discuss how people share the forest", in: folder + "KM14.json")
        try workspace.replace("\"rekkefoelge\": 2", with: "\"rekkefoelge\": 3", in: folder + "KM13.json")
        try FileManager.default.removeItem(atPath: workspace.folder + "/" + folder + "KM15.json")
        let new = try workspace.read(folder + "KM14.json").replacingOccurrences(of: "KM14", with: "KM16").replacingOccurrences(
            of: "share the forest", with: "and a nature reserve")
        try workspace.write(new, to: folder + "KM16.json")
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let rows = workspace.run("report", "curriculum.diff", "--output", "csv").output
        #expect(rows.contains("reworded,kompetansemaal-lk20,KM14,KM14,tittel,discuss how people [-use-]{+share+} the forest,en"), "\(rows)")
        #expect(rows.contains("moved,kompetansemaal-lk20,KM13,KM13,,explore plants and fungi,en,yes,KV12 · 2,KV12 · 3"), "\(rows)")
        #expect(rows.contains("withdrawn,kompetansemaal-lk20,KM15,") && rows.contains("new,kompetansemaal-lk20,,KM16,"), "\(rows)")
        let first = workspace.run("report", "curriculum.diff", "--from-load", "0", "--to-load", "1", "--output", "csv").output
        #expect(first.split(whereSeparator: \.isNewline).count == 33)
    }

    /// A package of CASE has its texts in one language, as plain strings.
    @Test func aRewordedItemOfCASEIsToldWordByWord() throws {
        let workspace = try CurriculumSession(importing: false).workspace
        try FileManager.default.copyItem(
            atPath: ShippedWorkspace.repository + "/Modules/curriculum/tests/case.json", toPath: workspace.folder + "/case.json")
        #expect(workspace.run("import", "case", "case.json").status == 0)
        try workspace.replace("\"Watch the sea\"", with: "\"Watch the wide sea\"", in: "case.json")
        let again = workspace.run("import", "case", "case.json")
        #expect(again.status == 0, "\(again.errors)")
        let rows = workspace.run("report", "curriculum.diff", "--output", "csv").output
        #expect(rows.contains(",fullStatement,Watch the {+wide+} sea,en") && rows.contains("reworded,"), "\(rows)")
        #expect(!rows.contains("other than the text"), "\(rows)")
    }

    @Test(
        arguments: [
            ["--from", "SKO01-01"], ["--from", "SKO01-01", "--to", "XYZ01-01"], ["--from-load", "7"], ["--to-load", "9"],
            ["--from-load", "1", "--to-load", "1"], ["--from", "SKO01-01", "--to", "SKO01-02", "--from-load", "1"],
        ])
    func whatCannotBeComparedIsRefused(_ arguments: [String]) throws {
        let session = try CurriculumSession()
        let result = session.workspace.run(["report", "curriculum.diff"] + arguments)
        #expect(result.status == 65, "\(result.output)\(result.errors)")
    }
}
