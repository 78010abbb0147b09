import Foundation
import Testing

@testable import Assessment

/// The languages of an exam paper, and exceptions from them (UH-forskriften §§ 5-1 to 5-3).
@Suite struct PaperLanguageTests {
    private static let early = "2028-03-01T08:00:00Z"

    private func needed(_ lab: AssessmentLab) throws -> String {
        try lab.ok("report", "assessment.papers", "--offering", "vest-h27", "--as", "co1")
    }

    @Test func bothFormsUnlessAllChoseTheSame() throws {
        let lab = try AssessmentLab()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--language", "nn", "--as", "p1", at: Self.early)
        #expect(try needed(lab).contains("all chose the same (UH-forskriften § 5-1)"))
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2", at: Self.early)
        let both = try needed(lab)
        #expect(both.contains("nb, nn") && both.contains("both forms"), "\(both)")
        // Whoever withdraws chooses no paper.
        try lab.ok("do", "assessment.candidate.withdraw", "2", "--as", "p2", at: Self.early)
        #expect(try needed(lab).contains("all chose the same"))
    }

    @Test func anExceptionIsDecidedTwoMonthsBeforeAndCanBeComplainedOf() throws {
        let lab = try AssessmentLab()
        for number in ["1", "2"] {
            try lab.ok(
                "do", "assessment.language-exception.create", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--languages", "en",
                "--reason", "the course is taught in English", "--as", "co1", at: Self.early)
            #expect(lab.session.run("show", "assessment.language-exception", number, "--as", "p1", now: Self.early).code != 0)
        }
        let late = lab.refused(["assessment.language-exception.decide", "1", "--as", "co1"], at: "2028-03-10T08:00:00Z")
        #expect(late.contains("assessment/two-months-before") && late.contains("§ 5-2") && late.contains("2028-03-09"), "\(late)")
        try lab.ok("do", "assessment.language-exception.decide", "1", "--as", "co1", at: "2028-03-09T08:00:00Z")
        #expect(try needed(lab).contains("an exception is decided (UH-forskriften § 5-2)"))
        let now = "2028-03-10T08:00:00Z"
        let explained = try lab.ok("explain", "deadline", "assessment.language-exception", "1", "--as", "p1", at: now)
        #expect(explained.contains("30 March 2028") && explained.contains("UH-forskriften § 5-3"), "\(explained)")
        try lab.ok(
            "do", "assessment.language-complaint.create", "--language-exception", "1", "--grounds", "I read Norwegian", "--as", "p1",
            at: now)
        #expect(lab.refused(["assessment.language-complaint.make", "1", "--as", "p1"], at: "2028-03-31T08:00:00Z").hasPrefix("77"))
        try lab.ok("do", "assessment.language-complaint.make", "1", "--as", "p1", at: now)
        try lab.ok("do", "assessment.language-complaint.uphold", "1", "--answer", "The paper comes in both.", "--as", "co1", at: now)
        #expect(try lab.state("assessment.language-exception", 1) == "overturned")
        #expect(try needed(lab).contains("both forms"))
    }

    /// Where the institution says so, a choice that was made at registration stays.
    @Test(arguments: [true, false]) func aChoiceMayBeBinding(isBinding: Bool) throws {
        let lab = try AssessmentLab { session in
            guard isBinding else { return }
            try session.edit(
                "Config/kjerne.yaml", "  assessment: ^1.0\n", "  assessment: {version: ^1.0, settings: {binding-language: true}}\n")
        }
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1", at: Self.early)
        try lab.ok("do", "assessment.candidate.update", "1", "--language", "nb", "--as", "p1", at: Self.early)
        let changed = lab.refused(["assessment.candidate.update", "1", "--language", "nn", "--as", "p1"], at: Self.early)
        #expect(isBinding ? changed.contains("§ 5-1") : changed == "done", "\(changed)")
    }
}
