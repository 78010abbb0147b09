import Foundation
import Kernel
import Testing

/// An aim of the older reform may stand in several plans: each of them has it, and it holds while one of them does.
@Suite struct PlansOfAnAimTests {
    private let workspace: ShippedWorkspace

    init() throws {
        var grep = OwnGrep("gammelt")
        grep.plan("OLD1-01", from: "2006-08-01", to: "2020-07-31", status: "utgaatt", older: true)
        grep.plan("OLD1-02", from: "2013-08-01", to: "2022-07-31", status: "utgaatt", older: true)
        grep.olderAim("K1", plans: ["OLD1-01"])
        grep.olderAim("K2", plans: ["OLD1-01", "OLD1-02"], core: "KE1")
        grep.olderAim("K3", plans: ["OLD1-02", "OLD1-01"])
        workspace = try CurriculumSession(importing: false).workspace
        #expect(workspace.run("import", "grep", try grep.write()).status == 0)
    }

    private func codes(_ words: String...) -> [String] {
        let text = workspace.run(["report"] + words + ["--output", "csv"]).output
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            line.split(separator: ",").first.map(String.init).flatMap { $0.hasPrefix("K") && $0.count == 2 ? $0 : nil }
        }.sorted()
    }

    @Test func itHoldsWhileOneOfItsPlansDoes() {
        func on(_ date: String) -> [String] { codes("curriculum.search", "--type", "kompetansemaal", "--date", date) }
        #expect(on("2021-06-01") == ["K2", "K3"])
        #expect(on("2010-01-01") == ["K1", "K2", "K3"])
        #expect(on("2023-01-01").isEmpty)
    }

    @Test func eachOfItsPlansHasIt() throws {
        #expect(codes("curriculum.search", "--plan", "OLD1-02") == ["K2", "K3"])
        #expect(codes("curriculum.search", "--plan", "OLD1-01") == ["K1", "K2", "K3"])
        #expect(codes("curriculum.search", "--subject", "OLD1-02") == ["K2", "K3"])
        #expect(codes("curriculum.matrix", "--plan", "OLD1-02") == ["K2", "K3"])
        #expect(codes("curriculum.matrix", "--plan", "OLD1-01") == ["K1", "K2", "K3"])
        // Its ties go with it.
        let matrix = workspace.run("report", "curriculum.matrix", "--plan", "OLD1-02", "--output", "csv").output
        #expect(matrix.contains("KE1,") && matrix.contains("K2,Aim K2,en,,yes,1"), "\(matrix)")
        let shown = workspace.run("report", "curriculum.search", "--plan", "OLD1-02", "--output", "csv").output
        #expect(shown.contains("OLD1-01, OLD1-02") || shown.contains("OLD1-02, OLD1-01"), "\(shown)")
    }

    /// A plan whose aims have not been read in says so.
    @Test func aPlanWithoutItsAimsSaysSo() throws {
        var grep = OwnGrep("tomt")
        grep.plan("TOM01-01", from: "2020-08-01")
        #expect(workspace.run("import", "grep", try grep.write()).status == 0)
        let matrix = workspace.run("report", "curriculum.matrix", "--plan", "TOM01-01")
        #expect(matrix.status == 0 && matrix.output.contains("None of the aims of TOM01-01 has been read in."), "\(matrix)")
    }
}
