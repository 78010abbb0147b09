/// One thing that a module must keep, and what was found.
public struct ConformanceCheck: Sendable {
    public enum Subject: String, Sendable, CaseIterable, Comparable {
        case manifest, documentation, texts, names, code, tables, workflows, rights
        case roundTrip = "round-trip"
        case events, formats, reports, life, seed, removal
        /// What a module must keep as well, and that is not tried yet.
        case export, erasure

        public static func < (one: Subject, other: Subject) -> Bool {
            (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
        }

        public var title: Text {
            switch self {
            case .manifest:
                Text(
                    nb: "manifestet er uten feil, med det modulen krever", nn: "manifestet er utan feil, med det modulen krev",
                    en: "the manifest is sound, with what the module requires")
            case .documentation: Text(nb: "README.md er der", nn: "README.md er der", en: "README.md is there")
            case .texts:
                Text(
                    nb: "alt folk ser, har en tittel, på hvert språk", nn: "alt folk ser, har ein tittel, på kvart språk",
                    en: "everything that people see has a title, in every language")
            case .names:
                Text(
                    nb: "ingen to navn blir ett i databasen", nn: "ingen to namn blir eitt i databasen",
                    en: "no two names become one in the database")
            case .code:
                Text(
                    nb: "koden melder seg likt hver gang", nn: "koden melder seg likt kvar gong",
                    en: "the code registers the same each time")
            case .tables:
                Text(
                    nb: "tabellene lages, og bare én gang", nn: "tabellane blir laga, og berre éin gong",
                    en: "the tables are made, and once only")
            case .workflows:
                Text(
                    nb: "hver overgang går, og hver arbeidsflyt når en slutt", nn: "kvar overgang går, og kvar arbeidsflyt når ein slutt",
                    en: "every transition works, and every workflow reaches an end")
            case .rights:
                Text(
                    nb: "noen kan utføre hver handling, med rett, i tide", nn: "nokon kan utføre kvar handling, med rett, i tide",
                    en: "someone can perform every action, by right, in time")
            case .reports:
                Text(
                    nb: "hver rapport går, på hvert språk", nn: "kvar rapport går, på kvart språk",
                    en: "every report runs, in every language")
            case .formats:
                Text(
                    nb: "formatene leses inn én gang og skrives ut likt", nn: "formata blir lesne inn éin gong og skrivne ut likt",
                    en: "formats are read in once, and written the same each time")
            case .roundTrip:
                Text(
                    nb: "det som lagres, leses likt, og gale data avvises med sted",
                    nn: "det som blir lagra, blir lese likt, og gale data blir avviste med stad",
                    en: "what is stored is read the same, and bad data is refused with its place")
            case .export:
                Text(nb: "en person kan få ut alt sitt", nn: "ein person kan få ut alt sitt", en: "a person can take out all that is hers")
            case .erasure:
                Text(
                    nb: "en person kan slettes sporløst", nn: "ein person kan slettast sporlaust",
                    en: "a person can be erased without trace")
            case .life:
                Text(
                    nb: "uttak og gjeninntak mister ingenting", nn: "uttak og gjeninntak mistar ingenting",
                    en: "retirement and return lose nothing")
            case .seed: Text(nb: "samme frø gir samme svar", nn: "same frø gir same svar", en: "the same seed gives the same answer")
            case .events:
                Text(
                    nb: "hver hendelse som er erklært, skjer", nn: "kvar hending som er erklært, skjer", en: "every declared event happens")
            case .removal:
                Text(nb: "modulen etterlater ingenting", nn: "modulen etterlèt ingenting", en: "the module leaves nothing behind")
            }
        }
    }

    public var subject: Subject
    public var faults: [Diagnostic]
    /// Where the faults stand.
    public var sources: SourceMap

    /// Who could do what, for the check of rights.
    public var acts: [ConformanceAct] = []
    /// What was left out; nothing is claimed about it.
    public var unchecked: [String] = []
    /// Whether it was tried at all.
    public var isChecked = true

    public var isKept: Bool { faults.isEmpty }

    /// A check that is not made.
    static func notMade(_ subject: Subject) -> ConformanceCheck {
        var check = ConformanceCheck(subject, [])
        check.isChecked = false
        return check
    }

    init(_ subject: Subject, _ faults: [Diagnostic], sources: SourceMap = SourceMap()) {
        (self.subject, self.faults, self.sources) = (subject, faults, sources)
    }

    /// The checks of a module as a table, a row for each and one for each fault.
    public static func table(_ id: String, _ checks: [ConformanceCheck]) -> Table {
        let kept = Text(nb: "holder", nn: "held", en: "kept")
        let left = Text(nb: "ikke prøvd", nn: "ikkje prøvd", en: "not checked")
        let broken = Text(nb: "brutt", nn: "brote", en: "broken")
        return Table(
            "kernel.conformance", title: Text(nb: "Prøving av \(id)", nn: "Prøving av \(id)", en: "Conformance of \(id)"),
            parameters: [("module", .string(id))],
            columns: [
                .init("check", .code, Text(nb: "Sjekk", nn: "Sjekk", en: "Check")),
                .init("action", .code, Text(nb: "Handling", nn: "Handling", en: "Action")),
                .init("state", .code, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
                .init("who", .code, Text(nb: "Hvem", nn: "Kven", en: "Who")),
                .init("result", .localized, Text(nb: "Resultat", nn: "Resultat", en: "Result")),
                .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
            ],
            rows: checks.flatMap { check in
                let subject = Table.Cell.text(check.subject.rawValue)
                let none = Table.Cell.empty
                let result = !check.isChecked ? left : check.isKept ? kept : broken
                return [[subject, none, none, none, .localized(result), .localized(check.subject.title)]]
                    + check.faults.map { [subject, none, none, none, .text($0.id), .localized($0.message)] }
                    + check.unchecked.map { [subject, .text($0), none, none, .localized(left), .empty] }
                    + check.acts.map {
                        [
                            subject, .text($0.action), $0.state == "-" ? .empty : .text($0.state), .text($0.person),
                            .localized($0.result.text), .localized($0.reason),
                        ]
                    }
            })
    }
}
