import Glibc
import Kernel

/// The log of readings beside the store: who looked at what, when; one JSON object a line.
///
/// Acts leave events; looking changes nothing in the store, which may be a copy that can only be read, and leaves a line here instead.
struct ReadingLog {
    /// The file.
    let path: String

    /// - Parameter store: the path of the store.
    init(store: String) { path = store + ".readings.jsonl" }

    /// One reading.
    struct Entry {
        var instant: Instant
        /// `operator`, or the person acted as, by id.
        var actor: String
        /// The account on the machine that ran the command.
        var account: String
        /// The command and what it was about; never words that were searched for.
        var words: [String]

        var json: JSONValue {
            .object([
                ("instant", .string(instant.description)), ("actor", .string(actor)), ("account", .string(account)),
                ("command", .array(words.map(JSONValue.string))),
            ])
        }

        init(instant: Instant, actor: String, words: [String]) {
            self.instant = instant
            self.actor = actor
            self.words = words
            account = String(getuid())
        }

        /// Reads a line; nil for one that is none, such as one that a full disk cut.
        init?(line: some Collection<UInt8>) {
            guard let json = try? JSONValue(parsing: Array(line)), let instant = json["instant"]?.string.flatMap({ try? Instant($0) }),
                let actor = json["actor"]?.string, let account = json["account"]?.string, let words = json["command"]?.array
            else { return nil }
            self.instant = instant
            self.actor = actor
            self.account = account
            self.words = words.compactMap(\.string)
        }
    }

    /// Adds a line, whole or not at all to those who read beside it.
    ///
    /// - Throws: `FileContent.Failure`.
    func append(_ entry: Entry) throws(FileContent.Failure) {
        try FileContent.append(Array((entry.json.compact + "\n").utf8), to: path)
    }

    /// The latest entries, oldest first; none where nobody has looked yet.
    func entries(last limit: Int) throws -> [Entry] {
        guard FileContent.exists(path) else { return [] }
        return try FileContent.read(path).split(separator: UInt8(ascii: "\n")).suffix(limit).compactMap { Entry(line: $0) }
    }
}

extension Host {
    /// Notes a reading before it is answered.
    ///
    /// Where that cannot be written, such as beside a store on a disk that can only be read, it is said.
    func logReading(_ words: [String]) {
        do {
            let store = try storePath()
            guard FileContent.exists(store) else { return }
            try ReadingLog(store: store).append(
                .init(instant: try clock().now(), actor: global.actor.map { "person:\($0)" } ?? "operator", words: words))
        } catch let failure as FileContent.Failure {
            note(
                Text(
                    nb: "lesingen kunne ikke loggføres: \(failure.reason(.nb))",
                    nn: "lesinga kunne ikkje loggførast: \(failure.reason(.nn))",
                    en: "the reading could not be logged: \(failure.reason(.en))"))
        } catch {
            // What is wrong with the workspace or the clock, the command itself says.
        }
    }

    /// What a command reads, without the number of a record whose writer nobody is told.
    ///
    /// Only the one who wrote it may look at a sealed answer: who looked at which number would tell whose it was, also after the link between
    /// the two has been destroyed. What cannot be looked up, such as a store that is not there, the command itself says.
    func untied(_ words: [String]) -> [String] {
        guard words.count > 2, let at = words.firstIndex(where: { $0.contains(".") }), at + 1 < words.count,
            let type = try? readingStore().read({ try LiveConfiguration.load($0, linked: linked) }).record(words[at])
        else { return words }
        return type.tellsWriter ? words : Array(words[...at])
    }

    /// The log of readings as a table.
    func readings(last limit: Int) throws -> Table {
        Table(
            "kernel.readings", title: Text(nb: "Lesinger", nn: "Lesingar", en: "Readings"),
            columns: [
                .init("instant", .instant, Text(nb: "Når", nn: "Når", en: "When")),
                .init("actor", .code, Text(nb: "Hvem", nn: "Kven", en: "Who")),
                .init("account", .code, Text(nb: "Konto på maskinen", nn: "Konto på maskina", en: "Account on the machine")),
                .init("command", .text, Text(nb: "Hva", nn: "Kva", en: "What")),
            ],
            rows: try ReadingLog(store: try storePath()).entries(last: limit).map { entry in
                [.text(entry.instant.description), .text(entry.actor), .text(entry.account), .text(entry.words.joined(separator: " "))]
            })
    }
}
