import Foundation
import Kernel
import Testing

/// Every kind of bad input gives one clear diagnostic, and changes nothing.
@Suite struct BadInputTests {
    /// An edit that makes one mistake, and the diagnostics that `check` must then give, no more and no fewer.
    struct Mistake: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var old: String
        var new: String
        var expected: [String]
        var testDescription: String { name }
    }

    static let vest = "Config/institutions/vest/variants/vest-plf-2027.yaml"
    static let frame = "Config/programmes/plf.yaml"
    static let mistakes = [
        Mistake(
            name: "typo in a workspace key", file: "Config/kjerne.yaml", old: "calendar:", new: "calender:",
            expected: ["schema/unknown-key"]),
        Mistake(name: "typo in a frame key", file: frame, old: "\ncredits:", new: "\ncreditz:", expected: ["schema/unknown-key"]),
        Mistake(name: "typo in a section key", file: vest, old: "scale:", new: "scael:", expected: ["schema/unknown-key"]),
        Mistake(
            name: "typo in an offering key", file: "Config/institutions/vest/offerings/vest-h27.yaml", old: "start:", new: "strat:",
            expected: ["schema/unknown-key"]),
        Mistake(
            name: "unknown activity kind", file: vest, old: "kind: curriculum.concept-round", new: "kind: curriculum.concept-rund",
            expected: ["schema/value"]),
        Mistake(name: "setting of the wrong type", file: vest, old: "vignettes: 10", new: "vignettes: eight", expected: ["schema/type"]),
        Mistake(name: "locked value changed", file: vest, old: "\ncourse:", new: "\ncredits: 10\ncourse:", expected: ["variant/locked"]),
        Mistake(
            name: "lock that points nowhere", file: frame, old: "- path: credits", new: "- path: creditz",
            expected: ["variant/lock-nowhere"]),
        Mistake(
            name: "layer that does not exist", file: vest, old: "[institution/vest]", new: "[institution/vets]",
            expected: ["variant/unknown-layer"]),
        Mistake(
            name: "module version that nothing satisfies", file: "Config/kjerne.yaml", old: "assessment: ^1.0", new: "assessment: ^2.0",
            expected: ["module/version"]),
        Mistake(
            name: "module that does not exist", file: "Config/kjerne.yaml", old: "resources: ^1.0", new: "resorces: ^1.0",
            expected: ["module/missing"]),
        Mistake(
            name: "calendar that does not exist", file: "Config/kjerne.yaml", old: "calendar: norway", new: "calendar: sweden",
            expected: ["workspace/unknown-calendar"]),
        Mistake(
            name: "time zone that does not exist", file: "Config/kjerne.yaml", old: "Europe/Oslo", new: "Europe/Olso",
            expected: ["workspace/unknown-time-zone"]),
        Mistake(name: "unit of time that does not exist", file: frame, old: "due: +2w", new: "due: +2x", expected: ["variant/bad-offset"]),
        Mistake(
            name: "time that counts from nothing", file: frame, old: "due: +2w", new: "due: +2w after nothing",
            expected: ["variant/unknown-anchor"]),
        Mistake(
            name: "time that counts from itself", file: frame, old: "due: +2w", new: "due: +2w after overordnet-del",
            expected: ["variant/offset-cycle"]),
        Mistake(
            name: "variant that does not exist", file: "Config/institutions/vest/offerings/vest-h27.yaml", old: "variant: vest-plf-2027",
            new: "variant: vest-plf-2072", expected: ["offering/unknown-variant"]),
        Mistake(name: "tab for indentation", file: frame, old: "\ncredits:", new: "\n\tcredits:", expected: ["yaml/tab"]),
    ]

    @Test(arguments: mistakes)
    func isFoundOnceAndChangesNothing(_ mistake: Mistake) throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let digest = try workspace.contentDigest()
        try workspace.replace(mistake.old, with: mistake.new, in: mistake.file)
        let check = workspace.run("check", "--output", "json")
        #expect(check.status == 1)
        let found = try #require(try JSONValue(parsing: Array(check.output.utf8))["diagnostics"]?.array)
        #expect(found.map { $0["id"]?.string ?? "" } == mistake.expected, "\(workspace.run("check").output)")
        #expect(found.allSatisfy { $0["file"]?.string == mistake.file && ($0["start"]?["line"]?.integer ?? 0) > 0 })
        #expect(workspace.run("apply", "--yes").status == 1)
        #expect(try workspace.contentDigest() == digest)
    }

    @Test func rosters() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let digest = try workspace.contentDigest()
        let header = "id,given_name,family_name,email,organisation,role,language\n"
        for (name, content, id) in [
            ("wrong header", "ident,given_name,family_name\np1,A,B\n", "people/"),
            ("short row", header + "p1,A\n", "people/"),
            ("repeated person", header + "p1,A,B,,,,\np1,C,D,,,,\n", "people/"),
            ("unclosed quote", header + "p1,\"A,B,,,,\n", "people/"),
        ] {
            try workspace.write(content, to: "roster.csv")
            let result = workspace.run("people", "import", "roster.csv", "--output", "json")
            #expect(result.status == 65, "\(name)")
            let found = try #require(try JSONValue(parsing: Array(result.output.utf8))["diagnostics"]?.array)
            #expect(!found.isEmpty && found.allSatisfy { $0["file"]?.string == "roster.csv" }, "\(name): \(id)")
        }
        try Data(header.utf8 + [0x70, 0x31, 0x2C, 0xFF, 0x2C, 0x42, 0x2C, 0x2C, 0x2C, 0x2C, 0x0A]).write(
            to: URL(filePath: workspace.folder + "/roster.csv"))
        #expect(workspace.run("people", "import", "roster.csv").status == 65)
        #expect(workspace.run("people", "import", "missing.csv").status == 65)
        #expect(try workspace.contentDigest() == digest)
    }

    @Test func missingFilesAndFolders() throws {
        let empty = try ShippedWorkspace(copying: [])
        #expect(empty.run("check").status == 65)
        #expect(empty.run("--workspace", "nowhere", "check").status == 65)
        let workspace = try ShippedWorkspace()
        try FileManager.default.removeItem(atPath: workspace.folder + "/Config/programmes/plf.yaml")
        #expect(workspace.run("check").status == 1)
        #expect(workspace.run("people", "list").status == 74)
    }

    @Test func usage() throws {
        let workspace = try ShippedWorkspace()
        #expect(
            workspace.run("chekc")
                == .init(status: 64, output: "", errors: "error: unknown command 'chekc'\n  = help: did you mean 'check'?\n"))
        #expect(workspace.run("people", "lst").status == 64)
        #expect(workspace.run("plan", "--sav", "x").errors.contains("Did you mean '--save'?"))
        #expect(workspace.run("enrol").status == 64)
        #expect(workspace.run("check", "--output", "csv").status == 65)
        #expect(workspace.run("check", "--at", "yesterday").status == 0)
        #expect(workspace.run("apply", "--yes", "--at", "yesterday").status == 65)
    }
}
