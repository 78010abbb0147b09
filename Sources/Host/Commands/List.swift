import ArgumentParser
import Kernel

/// `kjerne list`: the records of a kind.
struct List: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: text(
                nb: "Vis postene av et slag, så langt du får se dem.", nn: "Vis postane av eit slag, så langt du får sjå dei.",
                en: "Show the records of a kind, as far as you may see them."),
            discussion: text(
                nb: "Felt er flagg som begrenser.\n\n  kjerne list reflection.note --activity refleksjon-1 --as p0017",
                nn: "Felt er flagg som avgrensar.\n\n  kjerne list reflection.note --activity refleksjon-1 --as p0017",
                en: "Fields are flags that narrow it down.\n\n  kjerne list reflection.note --activity refleksjon-1 --as p0017"))
    }

    @OptionGroup var global: GlobalOptions
    @Option(help: .init(text(nb: "høyst så mange", nn: "høgst så mange", en: "at most so many"), valueName: "n")) var limit: Int?
    @Option(
        help: .init(
            text(
                nb: "ord som må finnes; med eller uten aksenter, «ord*» for begynnelsen av et ord",
                nn: "ord som må finnast; med eller utan aksentar, «ord*» for byrjinga av eit ord",
                en: "words that must be there; with or without marks, 'word*' for the beginning of a word"), valueName: "words"))
    var search: String?
    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            text(nb: "slaget, og felt som flagg", nn: "slaget, og felt som flagg", en: "the kind, and fields as flags"), valueName: "record"
        ))
    var words: [String] = []

    var reads: [String]? { ["list"] + words.prefix(1) }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        let known = live.recordTypes.map(\.id)
        guard let name = words.first, !name.hasPrefix("--") else { throw HostError.noRecord(known) }
        guard let type = live.record(name) else {
            throw HostError.unknown(Text(nb: "slaget", nn: "slaget", en: "kind of record"), name, known: known)
        }
        let filters = try Self.filters(Array(words.dropFirst()))
        let context = try host.context(in: store)
        let instant = try context.clock.now()
        try host.show(
            host.showingFaults(SourceMap()) {
                try store.read {
                    try RecordTables.list(
                        type, filters: filters, search: search, limit: limit, live: live, as: context.actor, at: instant,
                        in: $0)
                }
            })
        return .done
    }

    /// Flags as field and word.
    static func filters(_ words: [String]) throws -> [(field: String, value: String)] {
        var filters: [(String, String)] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else { throw HostError.extraWord(word) }
            var body = word.dropFirst(2)
            if body.hasPrefix(FlagInputs.fieldPrefix) { body = body.dropFirst(FlagInputs.fieldPrefix.count) }
            if let equals = body.firstIndex(of: "=") {
                filters.append((String(body[..<equals]), String(body[body.index(after: equals)...])))
            } else if let value = rest.popFirst() {
                filters.append((String(body), value))
            } else {
                throw HostError.flagWithoutValue(String(body))
            }
        }
        return filters
    }
}
