import Foundation
import Kernel
import Testing

/// The same content is the same, however its JSON is written: in another order, with other blanks, with other escapes.
@Suite struct SameContentTests {
    /// Members in the opposite order, and every letter beyond ASCII as an escape.
    private static func rewritten(_ text: String) throws -> String {
        func turned(_ value: JSONValue) -> JSONValue {
            switch value {
            case .object(let members): .object(members.reversed().map { ($0.key, turned($0.value)) })
            case .array(let items): .array(items.map(turned))
            default: value
            }
        }
        let compact = turned(try JSONValue(parsing: Array(text.utf8))).compact
        return compact.utf16.map { $0 < 128 ? String(UnicodeScalar(UInt8($0))) : "\\u" + String(Int($0) + 0x10000, radix: 16).dropFirst() }
            .joined()
    }

    @Test func aDumpThatIsWrittenAnewIsUnchanged() throws {
        let workspace = try CurriculumSession().workspace
        #expect(workspace.run("export", "lock", "eksempel", "--to", "Config/locks/eksempel.yaml").status == 0)
        #expect(workspace.run("apply", "--yes").status == 0)
        let before = try workspace.contentDigest()
        let anew = try OwnGrep(sampleAs: "eksempel", from: "2026-08-01").write(Self.rewritten)
        let answer = workspace.run("import", "grep", anew)
        #expect(answer.output.contains("nothing has changed"), "\(answer)")
        #expect(try workspace.contentDigest() == before)
        #expect(workspace.run("report", "curriculum.lock").output.contains("32 codes are as pinned, 0 changed, 0 are not read in"))
    }

    /// A lock that one installation made fits another that read the same content in another form.
    @Test func aLockFitsWhereverTheSameIsReadIn() throws {
        let workspace = try CurriculumSession(importing: false).workspace
        let anew = try OwnGrep(sampleAs: "eksempel", from: "2026-08-01").write(Self.rewritten)
        #expect(workspace.run("import", "grep", anew).status == 0)
        let ours = try CurriculumSession().workspace.run("export", "lock", "eksempel").output
        #expect(workspace.run("export", "lock", "eksempel").output == ours)
        // The object is kept as it came.
        let raw = workspace.run("list", "curriculum.revision", "--code", "KV12", "--output", "json").output
        #expect(raw.contains("m\\\\u00e5l") || raw.contains("M\\\\u00e5l"), "\(raw.prefix(2000))")
    }

    /// What differs in one letter is changed, and the same object twice in two forms is one.
    @Test func whatDiffersIsChanged() throws {
        let workspace = try CurriculumSession().workspace
        let anew = try OwnGrep(sampleAs: "eksempel", from: "2026-08-02").write(Self.rewritten)
        #expect(workspace.run("import", "grep", anew).output.contains("0 new, 1 changed, 0 withdrawn, 31 unchanged"))
    }

    /// An oddity is kept once, by the load that told it first.
    @Test func whatIsStillOddIsNotKeptAgain() throws {
        let workspace = try CurriculumSession().workspace
        func oddities() -> Int {
            workspace.run("list", "curriculum.oddity", "--output", "csv").output.split(whereSeparator: \.isNewline).count
        }
        let (kept, told) = (oddities(), workspace.run("report", "curriculum.oddities").output)
        #expect(kept > 1)
        let anew = try OwnGrep(sampleAs: "eksempel", from: "2026-08-02").write()
        #expect(workspace.run("import", "grep", anew).output.contains("1 changed"))
        #expect(oddities() == kept)
        #expect(workspace.run("report", "curriculum.oddities").output == told)
    }
}
