import Foundation
import Testing

/// What the reports say of the sample framework, against golden files.
@Suite struct CurriculumReportTests {
    private static let folder = ShippedWorkspace.repository + "/Tests/Fixtures/curriculum"

    private static let questions: [(name: String, arguments: [String])] = [
        ("counts", ["counts"]), ("oddities", ["oddities"]), ("search", ["search", "--words", "forest"]),
        ("search-begun", ["search", "--words", "Fores"]), ("search-none", ["search", "--words", "whale"]),
        ("search-sami", ["search", "--words", "vuovddis"]), ("search-old-code", ["search", "--words", "km1"]),
        ("search-filters", ["search", "--year", "7", "--verb", "utforske", "--theme", "TT3", "--date", "2026-09-01"]),
        ("matrix", ["matrix", "--plan", "SKO01\u{2011}02"]),
        ("matrix-turned", ["matrix", "--plan", "SKO01-02", "--by", "theme", "--turn", "true"]),
        ("progression", ["progression", "--code", "KM14"]), ("progression-core-element", ["progression", "--code", "KE11"]),
        ("verbs", ["verbs", "--plan", "SKO01-02"]), ("verbs-day", ["verbs", "--date", "2025-09-01"]),
        ("theme", ["theme", "--theme", "TT3"]), ("diff", ["diff", "--from", "SKO01-01", "--to", "SKO01-02"]),
        ("diff-reworded", ["diff", "--from", "SKO01\u{2011}01", "--to", "sko01-02", "--change", "reworded"]),
    ]

    /// `RECORD_SNAPSHOTS=1` writes the files anew, and fails on purpose.
    @Test func answersAreAsInTheGoldenFiles() throws {
        let session = try CurriculumSession()
        let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
        for question in Self.questions {
            let result = session.workspace.run(["report", "curriculum.\(question.arguments[0])"] + question.arguments.dropFirst())
            #expect(result.status == 0, "\(question.name): \(result.errors)")
            let path = "\(Self.folder)/\(question.name).txt"
            if records { try result.output.write(toFile: path, atomically: true, encoding: .utf8) }
            let expected = try? String(contentsOfFile: path, encoding: .utf8)
            #expect(result.output == expected, "\(question.name)")
        }
        #expect(!records, "golden files were written anew; read the difference")
    }

    @Test func aTextSaysInWhichLanguageItIsShown() throws {
        let session = try CurriculumSession()
        let result = session.workspace.run(["report", "curriculum.search", "--words", "KM21", "--output", "csv"], language: "en")
        #expect(result.output.contains("utforske livet i havet,nb,yes"))
    }
}
