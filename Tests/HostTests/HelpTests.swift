import ArgumentParser
import Testing

@testable import KjerneHost

/// Help and suggestions.
@Suite struct HelpTests {
    /// Every command that help shows, groups included, by its words.
    private static func commands(_ type: any ParsableCommand.Type = Kjerne.self, _ path: [String] = []) -> [[String]] {
        var found = [path]
        let groups = type.configuration.groupedSubcommands.flatMap { $0.subcommands }
        for below in type.configuration.subcommands + groups where below.configuration.shouldDisplay {
            found += commands(below, path + [below.configuration.commandName ?? ""])
        }
        return found
    }

    @Test(arguments: ["nb", "nn", "en"]) func eachCommandHasAnExample(_ language: String) throws {
        let workspace = try ShippedWorkspace(copying: [])
        let all = Self.commands()
        #expect(all.count > 40)
        for path in all {
            let help = workspace.run(path + ["--help"], language: language)
            let example = "  kjerne" + path.map { " " + $0 }.joined() + " "
            let name = example.dropLast()
            #expect(
                help.status == 0 && help.output.split(separator: "\n").contains { $0.hasPrefix(example) || $0 == name }, "\(path): \(help)")
        }
    }

    /// What the parser says of words that it cannot follow is in the language of the run, all of it.
    @Test(arguments: ["nb", "nn"]) func faultsOfTheParserAreInOneLanguage(_ language: String) throws {
        let workspace = try ShippedWorkspace(copying: [])
        for words in [
            ["check", "--output", "xml"], ["people", "import", "r.csv", "--output", "xml"], ["--generate-completion-script", "pwsh"],
            ["plan", "a", "b"], ["plan", "--exit-code=x"], ["enrol"],
        ] {
            let answer = workspace.run(words, language: language)
            #expect(answer.status == 64 && answer.errors.hasPrefix("Feil: "), "\(words): \(answer)")
            for word in ["Please", "Can't", "' or '", "' and '", "Missing", "nexpected", "does not take", "specified"] {
                #expect(!answer.errors.contains(word), "\(words): \(answer)")
            }
        }
    }

    @Test(arguments: [
        ("chekc", "check"), ("plna", "plan"), ("aply", "apply"), ("undoo", "undo"), ("variant", "variants"), ("sim", "simulate"),
        ("go", nil), ("us", nil), ("status", nil), ("foo", nil),
    ]) func commands(_ word: String, _ meant: String?) throws {
        let answer = try ShippedWorkspace(copying: []).run(word)
        #expect(answer.status == 64 && answer.errors.hasPrefix("error: unknown command '\(word)'\n"))
        #expect(
            meant.map { answer.errors.contains("did you mean '\($0)'?") } ?? answer.errors.contains("commands: apply, check"), "\(answer)")
    }

    @Test(arguments: [
        ("check", "--stict", "--strict"), ("check", "--foo", nil), ("plan", "--saev", "--save"), ("plan", "--exitcode", "--exit-code"),
        ("apply", "--dry", "--dry-run"), ("apply", "--noet", "--note"), ("apply", "--force", nil), ("people list", "--max", nil),
        ("people list", "--roel", "--role"), ("people list", "--org", "--organisation"), ("people import r.csv", "--mpa", "--map"),
        ("undo 1", "--form", nil), ("undo 1", "--write", "--write-files"), ("check", "--hlep", "--help"), ("check", "--vers", "--version"),
        ("check", "--outptu", "--output"), ("log", "--x", nil), ("log", "--verfy", "--verify"), ("check", "--lng", "--lang"),
        ("check", "--at-", "--at"),
    ]) func options(_ command: String, _ word: String, _ meant: String?) throws {
        let answer = try ShippedWorkspace(copying: []).run(command.split(separator: " ").map(String.init) + [word])
        let said = "Error: Unknown option '\(word)'" + (meant.map { ". Did you mean '\($0)'?" } ?? "") + "\n"
        #expect(answer.status == 64 && answer.errors.hasPrefix(said), "\(answer)")
    }
}
