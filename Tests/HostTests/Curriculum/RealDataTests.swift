import Foundation
import Kernel
import Testing

/// Real objects of Grep and real CASE packages, and the official CASE schema, which the project does not ship.
///
/// `KJERNE_CURRICULUM_DATA` names a folder that holds `grep-samples/` (objects of Grep, one a file), `case-samples/` (packages) and
/// `case-schema/case-v1p1-cfpackage-official.json`. Without it there is nothing to try.
@Suite(.enabled(if: RealData.folder != nil)) struct RealDataTests {
    private let session: CurriculumSession
    private let data: String

    init() throws {
        session = try CurriculumSession(importing: false)
        data = try #require(RealData.folder)
    }

    private func files(_ name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(data)/\(name)").filter { $0.hasSuffix(".json") }.sorted()
            .map { "\(data)/\(name)/\($0)" }
    }

    /// Whether a file holds an object of Grep; what describes the samples does not.
    private func code(_ file: String) throws -> String? {
        try JSONValue(parsing: try FileContent.read(file).withoutMark)["kode"]?.string
    }

    @Test func everyObjectOfGrepIsReadAndTheSameAgainChangesNothing() throws {
        var codes: [String] = []
        for file in try files("grep-samples") {
            guard let code = try code(file) else { continue }
            let first = session.workspace.run("import", "grep", file)
            #expect(first.status == 0, "\(file): \(first.errors)")
            let again = session.workspace.run("import", "grep", file)
            #expect(again.output.contains("nothing has changed"), "\(file): \(again)")
            codes.append(code)
        }
        #expect(codes.count > 20)
        for code in codes {
            let found = session.workspace.run("report", "curriculum.search", "--words", code, "--output", "csv")
            #expect(found.status == 0 && found.output.split(whereSeparator: \.isNewline).count > 1, "\(code): \(found)")
        }
    }

    @Test func everyPlanIsWrittenAsCASEThatPassesTheOfficialSchema() throws {
        let schema = "\(data)/case-schema/case-v1p1-cfpackage-official.json"
        for file in try files("grep-samples") where file.contains("/laereplan_lk20_") {
            #expect(session.workspace.run("import", "grep", file).status == 0)
            let code = try #require(try code(file))
            let written = session.workspace.run("export", "case", code, "--to", "\(code).json")
            #expect(written.status == 0, "\(code): \(written.errors)")
            let check = session.workspace.run("schema", "validate", schema, "\(code).json")
            #expect(check.status == 0, "\(code): \(check.output)\(check.errors)")
        }
    }

    @Test func everyCASEPackageComesBackAsCASEThatPassesTheOfficialSchema() throws {
        let schema = "\(data)/case-schema/case-v1p1-cfpackage-official.json"
        for file in try files("case-samples") {
            let read = session.workspace.run("import", "case", file)
            #expect(read.status == 0, "\(file): \(read.errors)")
            let package = try JSONValue(parsing: try FileContent.read(file).withoutMark)
            let id = try #require(package["CFDocument"]?["identifier"]?.string)
            #expect(session.workspace.run("export", "case", id, "--to", "out.json").status == 0)
            let check = session.workspace.run("schema", "validate", schema, "out.json")
            #expect(check.status == 0, "\(file): \(check.output)\(check.errors)")
            #expect(session.workspace.run("import", "case", "out.json").status == 0)
            #expect(session.workspace.run("export", "case", id, "--to", "again.json").status == 0)
            #expect(try session.workspace.read("again.json") == session.workspace.read("out.json"))
        }
    }
}

/// Where real data lies, if there is any.
enum RealData {
    static let folder = ProcessInfo.processInfo.environment["KJERNE_CURRICULUM_DATA"]
}

extension [UInt8] {
    /// Without the mark of UTF-8 that some of Udir's files begin with.
    fileprivate var withoutMark: [UInt8] { starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self }
}
