import Kernel

/// The parser's own words, which it has in English only, in the language of the run.
enum HelpWords {
    private static let words: [(english: String, text: Text)] = [
        ("OVERVIEW: ", Text(nb: "OVERSIKT: ", nn: "OVERSYN: ", en: "OVERVIEW: ")),
        ("USAGE: ", Text(nb: "BRUK: ", nn: "BRUK: ", en: "USAGE: ")),
        ("Usage: ", Text(nb: "Bruk: ", nn: "Bruk: ", en: "Usage: ")),
        ("Help: ", Text(nb: "Hjelp: ", nn: "Hjelp: ", en: "Help: ")),
        ("ARGUMENTS:", Text(nb: "ARGUMENTER:", nn: "ARGUMENT:", en: "ARGUMENTS:")),
        ("OPTIONS:", Text(nb: "VALG:", nn: "VAL:", en: "OPTIONS:")),
        (" SUBCOMMANDS:", Text(nb: ":", nn: ":", en: " SUBCOMMANDS:")),
        ("SUBCOMMANDS:", Text(nb: "KOMMANDOER:", nn: "KOMMANDOAR:", en: "SUBCOMMANDS:")),
        ("Show the version.", Text(nb: "vis versjonen", nn: "vis versjonen", en: "Show the version.")),
        ("Show help information.", Text(nb: "vis denne hjelpen", nn: "vis denne hjelpa", en: "Show help information.")),
        ("<subcommand>", Text(nb: "<kommando>", nn: "<kommando>", en: "<subcommand>")),
        ("' for ", Text(nb: "» for ", nn: "» for ", en: "' for ")),
        ("for detailed help.", Text(nb: "for mer hjelp.", nn: "for meir hjelp.", en: "for detailed help.")),
        ("for more information.", Text(nb: "for mer hjelp.", nn: "for meir hjelp.", en: "for more information.")),
        ("  See '", Text(nb: "  Se «", nn: "  Sjå «", en: "  See '")),
        ("(values: ", Text(nb: "(verdier: ", nn: "(verdiar: ", en: "(values: ")),
        ("(default: ", Text(nb: "(ellers: ", nn: "(elles: ", en: "(default: ")),
        ("\nHelp:  ", Text(nb: "\nHjelp: ", nn: "\nHjelp: ", en: "\nHelp:  ")),
        ("Error: ", Text(nb: "Feil: ", nn: "Feil: ", en: "Error: ")),
        ("Missing expected argument", Text(nb: "Mangler argumentet", nn: "Manglar argumentet", en: "Missing expected argument")),
        ("Unknown option", Text(nb: "Ukjent valg", nn: "Ukjent val", en: "Unknown option")),
        ("Did you mean", Text(nb: "Mente du", nn: "Meinte du", en: "Did you mean")),
        ("Missing value for", Text(nb: "Mangler verdi til", nn: "Manglar verdi til", en: "Missing value for")),
        ("Unexpected argument", Text(nb: "Uventet argument", nn: "Uventa argument", en: "Unexpected argument")),
        ("The value ", Text(nb: "Verdien ", nn: "Verdien ", en: "The value ")),
        (" is invalid for ", Text(nb: " passer ikke til ", nn: " passar ikkje til ", en: " is invalid for ")),
        (
            "Please provide one of the following:",
            Text(nb: "Mulige verdier:", nn: "Moglege verdiar:", en: "Please provide one of the following:")
        ),
        ("Please provide one of ", Text(nb: "Mulige verdier: ", nn: "Moglege verdiar: ", en: "Please provide one of ")),
        ("' or '", Text(nb: "' eller '", nn: "' eller '", en: "' or '")),
        ("' and '", Text(nb: "' og '", nn: "' og '", en: "' and '")),
        (
            "Can't generate completion scripts for '",
            Text(
                nb: "Kan ikke lage skript for fullføring til '", nn: "Kan ikkje lage skript for fullføring til '",
                en: "Can't generate completion scripts for '")
        ),
        (
            "Can't autodetect a supported shell.",
            Text(
                nb: "Finner ikke ut hvilket skall du bruker.", nn: "Finn ikkje ut kva skal du bruker.",
                en: "Can't autodetect a supported shell.")
        ),
        (
            "Please use --generate-completion-script=<shell> with one of:",
            Text(
                nb: "Bruk --generate-completion-script=<shell> med et av disse:",
                nn: "Bruk --generate-completion-script=<shell> med eit av desse:",
                en: "Please use --generate-completion-script=<shell> with one of:")
        ),
        ("Missing one of: ", Text(nb: "Mangler ett av: ", nn: "Manglar eitt av: ", en: "Missing one of: ")),
        (" unexpected arguments: ", Text(nb: " uventede argumenter: ", nn: " uventa argument: ", en: " unexpected arguments: ")),
        ("The option '", Text(nb: "Valget '", nn: "Valet '", en: "The option '")),
        (
            "' does not take any value, but '",
            Text(nb: "' tar ingen verdi, men fikk '", nn: "' tek ingen verdi, men fekk '", en: "' does not take any value, but '")
        ),
        ("' was specified.", Text(nb: "'.", nn: "'.", en: "' was specified.")),
        ("Value to be set with flag ", Text(nb: "Verdien til ", nn: "Verdien til ", en: "Value to be set with flag ")),
        (
            " had already been set with flag ",
            Text(nb: " er alt gitt med ", nn: " er alt gjeven med ", en: " had already been set with flag ")
        ),
        ("Invalid option: ", Text(nb: "Ugyldig valg: ", nn: "Ugyldig val: ", en: "Invalid option: ")),
    ]

    /// A help page or message of the parser with its fixed words translated.
    static func translated(_ page: String, to language: Language) -> String {
        guard language != .en else { return page }
        return words.reduce(page) { page, word in
            let parts = page.split(separator: word.english, omittingEmptySubsequences: false)
            return parts.joined(separator: word.text(language))
        }
    }
}
