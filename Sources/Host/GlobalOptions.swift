import ArgumentParser
import Kernel

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("workspace"),
        help: .init(
            text(
                nb: "arbeidsområdet; ellers nærmeste mappe oppover med Config/kjerne.yaml",
                nn: "arbeidsområdet; elles næraste mappe oppover med Config/kjerne.yaml",
                en: "the workspace; otherwise the nearest folder upwards with Config/kjerne.yaml"), valueName: "dir"))
    var workspace: String?

    @Option(
        name: .customLong("as"),
        help: .init(
            text(
                nb: "hvem du handler som; ellers driftsansvarlig", nn: "kven du handlar som; elles driftsansvarleg",
                en: "whom you act as; otherwise the operator"),
            valueName: "person"))
    var actor: String?

    @Option(
        help: .init(
            text(
                nb: "hvordan svaret skrives", nn: "korleis svaret blir skrive", en: "how the answer is written"),
            valueName: "format"))
    var output: OutputFormat?

    @Option(
        help: .init(
            text(nb: "språk: nb, nn eller en", nn: "språk: nb, nn eller en", en: "language: nb, nn or en"), valueName: "language"))
    var lang: LanguageOption?

    @Flag(
        help: .init(
            text(
                nb: "for skjermlesere: én opplysning på hver linje, ingen farge",
                nn: "for skjermlesarar: éi opplysning på kvar linje, ingen farge", en: "for screen readers: one thing a line, no colour")))
    var plain = false

    @Option(
        name: .customLong("at"),
        help: .init(
            text(
                nb: "still klokken, for eksempel 2027-03-18T12:00:00Z", nn: "still klokka, til dømes 2027-03-18T12:00:00Z",
                en: "set the clock, for example 2027-03-18T12:00:00Z"),
            valueName: "instant"))
    var instant: String?

    @Option(
        help: .init(
            text(
                nb: "frø for alt som trekkes, så samme inndata gir samme svar; bare til prøver og kontroll",
                nn: "frø for alt som blir trekt, så same inndata gir same svar; berre til prøver og kontroll",
                en: "seed of every draw, so that the same input gives the same bytes; for trials and checks only"), valueName: "n"))
    var seed: UInt64?

    @Flag(
        help: .init(
            text(nb: "kjør uten kode fra moduler", nn: "køyr utan kode frå modular", en: "run without code from modules")))
    var safeMode = false

    /// The names that may stand before the command, and whether a value follows.
    static let names: [String: Bool] = [
        "--workspace": true, "--as": true, "--output": true, "--lang": true, "--plain": false, "--at": true, "--seed": true,
        "--safe-mode": false,
    ]

    /// The options by name, each with whether it was given.
    var given: [(name: String, isGiven: Bool)] {
        [
            ("workspace", workspace != nil), ("as", actor != nil), ("output", output != nil), ("lang", lang != nil), ("plain", plain),
            ("at", instant != nil), ("seed", seed != nil), ("safe-mode", safeMode),
        ]
    }

    /// Moves global options that stand before the command to after it, where the parser takes them.
    static func hoisted(_ arguments: [String]) -> [String] {
        var front: [String] = []
        var rest = arguments[...]
        while let word = rest.first, word.hasPrefix("--") {
            let name = String(word.prefix { $0 != "=" })
            guard let takesValue = names[name] else { break }
            front.append(rest.removeFirst())
            if takesValue && !word.contains("="), !rest.isEmpty { front.append(rest.removeFirst()) }
        }
        guard !front.isEmpty, !rest.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + front + Array(rest[end...])
    }
}

/// How an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html, sarif

    /// What lists can be written as.
    static let ofTables: [OutputFormat] = [.table, .json, .csv, .html]
    /// What an answer can be written as that is a text to people and a value to programs.
    static let ofValues: [OutputFormat] = [.table, .json]
    /// What faults in files can be written as.
    static let ofFaults: [OutputFormat] = [.table, .json, .sarif]

    /// What the words of a command ask for, also where the parser refuses them; the last `--output` counts.
    static func named(in arguments: [String]) -> OutputFormat? {
        var found: OutputFormat?
        for (position, word) in arguments.enumerated() {
            if word == "--" { break }
            if word == "--output", position + 1 < arguments.count { found = OutputFormat(rawValue: arguments[position + 1]) }
            if word.hasPrefix("--output=") { found = OutputFormat(rawValue: String(word.dropFirst(9))) }
        }
        return found
    }

    /// Those of the command at hand, for its help.
    static var allValueStrings: [String] { HostScope.current.formats.map(\.rawValue) }
    /// All of them: a completion script serves every command.
    static var defaultCompletionKind: CompletionKind { .list(allCases.map(\.rawValue)) }
}

struct LanguageOption: ExpressibleByArgument {
    let value: Language
    init?(argument: String) {
        guard let language = Language(rawValue: argument) else { return nil }
        value = language
    }
    static var allValueStrings: [String] { Language.allCases.map(\.rawValue) }
}
