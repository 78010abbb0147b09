import Foundation
import Testing

/// What is said of options and files that a command cannot follow, on every command in the same way.
@Suite struct OptionFaultTests {
    /// Commands that change nothing by themselves, so that it is easy to forget who asks.
    @Test(arguments: [
        ["check"], ["plan"], ["apply", "--yes"], ["history"], ["drift"], ["variants", "list"], ["modules", "list"], ["people", "list"],
        ["explain", "value", "vest-plf-2027.credits"],
    ]) func nobodyMayAsk(_ command: [String]) throws {
        let workspace = try ShippedWorkspace()
        let before = workspace.run(["--as", "nobody"] + command)
        #expect(before.status == 65 && before.output.isEmpty && before.errors.contains("there is no person 'nobody'"), "\(before)")
        #expect(workspace.run("apply", "--yes").status == 0)
        let after = workspace.run(["--as", "nobody"] + command)
        #expect(after.status == 65 && after.output.isEmpty && after.errors == before.errors, "\(after)")
    }

    @Test func bothUnknownVariantsAreNamed() throws {
        let workspace = try ShippedWorkspace()
        let both = workspace.run("variants", "diff", "storby-plf-2072", "vest-plf-2072")
        #expect(both.status == 65 && both.errors.contains("there are no variants 'storby-plf-2072' and 'vest-plf-2072'"), "\(both)")
        #expect(both.errors.contains("did you mean 'storby-plf-2027' and 'vest-plf-2027'?"), "\(both)")
        let one = workspace.run("variants", "diff", "storby-plf-2027", "vest-plf-2072")
        #expect(one.status == 65 && one.errors.contains("there is no variant 'vest-plf-2072'"), "\(one)")
    }

    /// A rehearsal reads like what it rehearses, so it says that it was one; a program's answer stays as it is.
    @Test func aRehearsalSaysThatItWasOne() throws {
        let said = "Nothing has been done: this was a rehearsal (--dry-run).\n"
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--dry-run").errors == said)
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write("id,given_name,family_name\np1,A,B\n", to: "people.csv")
        #expect(workspace.run("people", "import", "people.csv", "--dry-run").errors.hasSuffix(said))
        #expect(workspace.run("people", "import", "people.csv").status == 0)
        let rehearsed = workspace.run("enrol", "vest-h27", "p1", "--dry-run", "--output", "json")
        #expect(rehearsed.status == 0 && rehearsed.errors == said && rehearsed.output.hasPrefix("{"))
        #expect(workspace.run("enrol", "vest-h27", "p1").errors.isEmpty)
        #expect(workspace.run("due", "--dry-run", "--lang", "nn").errors == "Ingenting er gjort: dette var ei prøve (--dry-run).\n")
    }

    @Test func whoeverWasMeantIsNamedThoughNothingIsUnderlined() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let offering = workspace.run("enrol", "vest-h72", "p1")
        #expect(offering.status == 65 && offering.errors.contains("= note: did you mean 'vest-h27'?"), "\(offering)")
    }

    @Test func aFolderInThePlaceOfAFileIsADiagnostic() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        for command in [["schema", "validate", "Config/schemas/workspace.schema.json", "var"], ["schema", "canonical", "var"]] {
            let text = workspace.run(command)
            #expect(text.status == 65 && text.output.contains("var:1:1: error: this cannot be read: it is a folder"), "\(text)")
            let json = workspace.run(command + ["--output", "json"])
            #expect(json.status == 65 && json.output.contains("\"document/unreadable\""), "\(json)")
        }
        let roster = workspace.run("people", "import", "var", "--lang", "nn")
        #expect(roster.status == 65 && roster.errors.contains("var:1:1: feil: dette kan ikkje lesast: det er ei mappe"), "\(roster)")
    }

    @Test(arguments: [
        (["check", "--help"], "(values: table, json, sarif)"), (["help", "check"], "(values: table, json, sarif)"),
        (["people", "list", "--help"], "(values: table, json, csv, html)"), (["variants", "show", "--help"], "(values: table, json)"),
    ]) func helpNamesWhatTheCommandCanAnswerAs(_ command: [String], _ values: String) throws {
        let workspace = try ShippedWorkspace()
        let help = workspace.run(command).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(help.contains(values) && (values.contains("sarif") || !help.contains("sarif")), "\(help)")
        for (language, word) in [("nb", "Hjelp: "), ("nn", "Hjelp: ")] {
            let missing = workspace.run("people", "import", "--lang", language)
            #expect(missing.status == 64 && missing.errors.contains("\n" + word) && !missing.errors.contains("Help:"), "\(missing)")
        }
    }
}
