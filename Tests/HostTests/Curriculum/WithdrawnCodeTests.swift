import Foundation
import Testing

/// Old codes are found with what replaced them, also when the publisher took them back or never sent them.
@Suite struct WithdrawnCodeTests {
    private static let folder = "Curricula/eksempel/kompetansemaal-lk20/"

    @Test func aWithdrawnCodeIsFoundWithItsReplacement() throws {
        let session = try CurriculumSession()
        let workspace = session.workspace
        try FileManager.default.removeItem(atPath: workspace.folder + "/" + Self.folder + "KM1.json")
        let read = workspace.run("import", "grep", "Curricula/eksempel")
        #expect(read.output.contains("1 withdrawn"), "\(read)")
        func search(_ words: String...) -> String {
            workspace.run(["report", "curriculum.search", "--output", "csv"] + words).output
        }
        for words in [["--words", "km1"], ["--status", "withdrawn"], ["--status", "withdrawn", "--words", "animals"]] {
            let result = workspace.run(["report", "curriculum.search", "--output", "csv"] + words)
            let line = result.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix("KM1,") } ?? ""
            #expect(line.contains("withdrawn") && line.hasSuffix("KM12"), "\(words): \(result)")
        }
        // What is asked for by words alone is what there is.
        #expect(!search("--words", "animals").contains("KM1,"))
        #expect(!search("--status", "withdrawn").contains("KM2,"))
    }

    @Test func aCodeThatWasNeverReadInIsFoundWithItsReplacement() throws {
        let session = try CurriculumSession(importing: false)
        let workspace = session.workspace
        try FileManager.default.removeItem(atPath: workspace.folder + "/" + Self.folder + "KM1.json")
        #expect(workspace.run("import", "grep", "Curricula/eksempel").status == 0)
        let result = workspace.run("report", "curriculum.search", "--words", "KM1")
        #expect(result.output.contains("KM12") && result.output.contains("'KM1' itself has not been read in"), "\(result)")
    }
}
