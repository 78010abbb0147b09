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
        Mistake(
            name: "text of a layer's own title missing in one language", file: frame, old: "\n  nn: ", new: "\n  nq: ",
            expected: ["schema/missing-key"]),
        Mistake(
            name: "reason of a lock missing in one language", file: frame, old: "      en: The national", new: "      eq: The national",
            expected: ["schema/missing-key"]),
        Mistake(
            name: "typo in the calendar that is used", file: "Config/calendars/norway.yaml", old: "easter: ", new: "easteq: ",
            expected: ["schema/unknown-key"]),
        Mistake(
            name: "typo in an institution that is a partner", file: "Config/institutions/innland/institution.yaml", old: "language:",
            new: "languagq:", expected: ["schema/unknown-key"]),
        Mistake(
            name: "misspelt module that another one requires", file: "Config/kjerne.yaml", old: "participation:", new: "participatioq:",
            expected: ["module/missing"]),
        Mistake(
            name: "misspelt range", file: "Config/kjerne.yaml", old: "assessment: ^1.0", new: "assessment: banana",
            expected: ["module/bad-range"]),
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
        #expect(workspace.run("help", "plann").errors == "error: unknown command 'plann'\n  = help: did you mean 'plan'?\n")
        #expect(workspace.run("help", "people", "list").status == 0)
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("log", "--anchor", "1:00").status == 64)
        #expect(workspace.run("people", "list", "--limit=-1").status == 64)
        #expect(workspace.run("explain", "value", "vest-plf-2027.").output.contains("  vest-plf-2027.credits\n"))
        let role = workspace.run("enrol", "vest-h27", "nobody", "--role", "leraer").errors
        let help = role.split(separator: "\n").first { $0.contains("the roles here are ") }
        let roles = help?.split(separator: "are ").last?.split(separator: ", ") ?? []
        #expect(!roles.isEmpty && Set(roles).count == roles.count, "\(role)")
    }

    /// Every command refuses what it cannot follow before it does anything.
    @Test(arguments: [
        ["new", "w"], ["check"], ["plan"], ["apply", "--yes"], ["drift"], ["history"], ["undo", "1", "--yes"],
        ["explain", "value", "vest-plf-2027.credits"], ["variants", "list"], ["variants", "show", "vest-plf-2027"],
        ["variants", "diff", "vest-plf-2027", "kyst-plf-2027"], ["variants", "graph", "vest-plf-2027"], ["schema", "list"],
        ["schema", "show", "variant"], ["schema", "keys", "variant"], ["schema", "write"], ["schema", "validate", "a", "b"],
        ["schema", "canonical", "a"], ["modules", "list"], ["modules", "show", "assessment"], ["modules", "graph"],
        ["people", "import", "people.csv"], ["people", "list"], ["people", "show", "p1"], ["offerings", "list"],
        ["offerings", "show", "vest-h27"], ["enrol", "vest-h27", "p1"],
        ["do", "kernel.enrolment.create", "--offering", "vest-h27", "--person", "p1"], ["log"], ["log", "--verify"],
    ])
    func wrongGlobalOptionsAreUsage(_ command: [String]) throws {
        let workspace = try ShippedWorkspace()
        try workspace.write("id,given_name,family_name,email,organisation,role,language\np1,Kari,Lie,,Skolen,leader,nb\n", to: "people.csv")
        #expect(workspace.run("apply", "--yes").status == 0)
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        let digest = try workspace.contentDigest()
        let options = workspace.run(command + ["--at", "yesterday"])
        #expect(options.status == 64 && options.output == "")
        #expect(options.errors.hasPrefix("error: --at: 'yesterday' is not an instant\n  = help: "))
        let variable = workspace.run(command, now: "2027-13-01T00:00:00Z")
        #expect(variable.status == 64 && variable.errors.hasPrefix("error: KJERNE_NOW: '2027-13-01T00:00:00Z' is not an instant\n"))
        #expect(workspace.run(command + ["--output", "xml"]).status == 64)
        #expect(workspace.run(command + ["--seed", "-1"]).status == 64)
        #expect(workspace.run(command + ["--lang", "fr"]).status == 64)
        let language = workspace.run(command, language: "fr")
        #expect(language.status == 64 && language.errors.contains("KJERNE_LANG: 'fr' is not one of the languages"), "\(language)")
        let faults = ["check", "schema validate", "schema canonical"]
        let texts =
            faults + [
                "enrol", "explain value", "variants show", "variants graph", "modules graph", "people import", "schema show",
                "log --verify", "do",
            ]
        let name = command.joined(separator: " ")
        let wrong = faults.contains { name.hasPrefix($0) } ? "html" : "sarif"
        let answer = workspace.run(command + ["--output", wrong])
        #expect(answer.status == 64 && answer.output == "" && answer.errors.hasPrefix("error: this command cannot answer as \(wrong)\n"))
        if texts.contains(where: { name.hasPrefix($0) }) { #expect(workspace.run(command + ["--output", "csv"]).status == 64) }
        #expect(try workspace.contentDigest() == digest)
    }

    @Test func anEmptyVariableIsNoVariable() throws {
        #expect(try ShippedWorkspace().run("check", now: "").status == 0)
    }

    /// Opening a pipe for the store would wait for ever.
    @Test func aStoreThatIsNoFile() throws {
        let workspace = try ShippedWorkspace()
        try FileManager.default.createDirectory(atPath: workspace.folder + "/var", withIntermediateDirectories: true)
        #expect(mkfifo(workspace.folder + "/var/kjerne.sqlite", 0o600) == 0)
        for command in [["plan"], ["apply", "--yes"], ["people", "list"]] {
            let answer = workspace.run(command)
            #expect(answer.status == 74 && answer.errors.contains("is not an SQLite database"), "\(answer)")
        }
    }

    @Test func aStoreThatIsAFolder() throws {
        let workspace = try ShippedWorkspace()
        try FileManager.default.createDirectory(atPath: workspace.folder + "/var/kjerne.sqlite", withIntermediateDirectories: true)
        for command in [["plan"], ["apply", "--yes"], ["people", "list"]] {
            let answer = workspace.run(command)
            #expect(answer.status == 74 && answer.errors.contains("the store must be a file, but"), "\(answer)")
            #expect(answer.errors.contains("name a file under 'store' in Config/kjerne.yaml"), "\(answer)")
        }
    }

    /// Rules of modules look for what was meant as seldom as the kernel does, and are counted like its own faults.
    @Test func manyNamesThatNoRuleFinds() throws {
        let workspace = try ShippedWorkspace()
        let path = "Config/institutions/vest/variants/vest-plf-2027.yaml"
        let names = (0..<3_000).map { "skoleeksamen\($0)" }.joined(separator: ", ")
        try workspace.replace("    - attendance: 100%\n", with: "    - attendance: 100%\n    - approved: [\(names)]\n", in: path)
        let answer = workspace.run("check")
        #expect(answer.status == 1)
        #expect(answer.output.contains("there are 2000 more faults of the same kind, which are not shown"))
        #expect(answer.output.split(separator: "\n").count { $0.contains("did you mean") } <= 50)
    }

    /// Legal, if unusual: all of these are imported, two people each.
    @Test(arguments: [
        "id,given_name,family_name\np1,A,B\np2,C,D\n\n\n\n",
        "id,given_name,family_name\r\np1,A,B\r\np2,C,D\r\n,,\r\n,,\r\n",
        "\u{FEFF}id;given_name;family_name\np1;A;B\n\np2;C;D",
        "language,family_name,id,given_name\nnb,Lie,p1,\"Kari, \"\"K\"\"\"\nnn,Li,p2,Ola\n",
        "\"id\",\"given_name\",\"family_name\",\"Note\"\np1,A,B,\"two\nlines\"\np2,C,D,\"three\r\n\r\nlines\"\n",
    ])
    func unusualRosters(_ content: String) throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(content, to: "roster.csv")
        let map = content.contains("Note") ? ["--map", "Note=-"] : []
        let answer = workspace.run(["people", "import", "roster.csv"] + map)
        #expect(answer.status == 0 && answer.output.hasPrefix("2 new"), "\(answer)")
        #expect(workspace.run(["people", "import", "roster.csv"] + map).output.hasPrefix("0 new, 0 changed, 2 unchanged"))
        #expect(workspace.run("people", "list", "--output", "csv").output.split(separator: "\r\n").count == 3)
    }

    /// One fault of a header is one diagnostic.
    @Test(arguments: [
        ("id\tgiven_name\tfamily_name\np1\tA\tB\n", "csv/delimiter"), ("Navn,Skole\nKari,Bryggen\n", "csv/missing-column"),
        ("id,given_name,family_name,id\np1,A,B,p1\n", "csv/duplicate-column"), ("id,given_nme,family_name\n", "csv/unknown-column"),
        ("id,given_name,family_name\np1,\"A\nB\",C\n", "csv/control-character"),
    ])
    func oneFaultOfAHeader(_ content: String, _ id: String) throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(content, to: "roster.csv")
        let map = content.hasPrefix("Navn") ? ["--map", "Navn=-", "--map", "Skole=-"] : []
        let answer = workspace.run(["people", "import", "roster.csv", "--output", "json"] + map)
        let found = try JSONValue(parsing: Array(answer.output.utf8))["diagnostics"]?.array
        #expect(answer.status == 65 && found?.map { $0["id"]?.string } == [id], "\(answer)")
    }

    @Test func aReleaseThatNobodyMade() throws {
        let workspace = try ShippedWorkspace()
        let offering = "Config/institutions/vest/offerings/vest-h27.yaml"
        try workspace.replace("release: follow", with: "release: r7", in: offering)
        // Without a store the files are all that is known; planning makes the first release, and it is not r7.
        #expect(workspace.run("check").status == 0)
        let first = workspace.run("plan")
        #expect(first.status == 1 && first.errors.contains("'vest-plf-2027' has no release 'r7' [offering/unknown-release]"))
        #expect(workspace.run("apply", "--yes").status == 1)
        #expect(!FileManager.default.fileExists(atPath: workspace.folder + "/var/kjerne.sqlite"))
        try workspace.replace("release: r7", with: "release: follow", in: offering)
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.replace("release: follow", with: "release: r7", in: offering)
        let check = workspace.run("check")
        #expect(check.status == 1 && check.output.contains("\(offering):"))
        #expect(check.output.contains("possible values: follow, r1"), "\(check.output)")
        try workspace.replace("release: r7", with: "release: r1", in: offering)
        #expect(workspace.run("check").status == 0 && workspace.run("plan").status == 0)
        try workspace.write("not a database", to: "var/kjerne.sqlite")
        let unread = workspace.run("check")
        #expect(unread.status == 0 && unread.errors.hasPrefix("Releases were not checked: "), "\(unread)")
    }
}
