import ArgumentParser
import Kernel

/// `kjerne show`: one record.
struct Show: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: text(
                nb: "Vis én post, så langt du får se den.", nn: "Vis éin post, så langt du får sjå han.",
                en: "Show one record, as far as you may see it."),
            discussion: text(
                nb:
                    "En fil i posten hentes med --save.\n\n  kjerne show reflection.note 4 --as p0017\n  kjerne show reflection.note 4 --save attachment=vedlegg.pdf",
                nn:
                    "Ei fil i posten blir henta med --save.\n\n  kjerne show reflection.note 4 --as p0017\n  kjerne show reflection.note 4 --save attachment=vedlegg.pdf",
                en:
                    "A file of the record is fetched with --save.\n\n  kjerne show reflection.note 4 --as p0017\n  kjerne show reflection.note 4 --save attachment=paper.pdf"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "slaget", nn: "slaget", en: "the kind"))) var record: String
    @Argument(help: .init(text(nb: "nummeret eller nøkkelen", nn: "nummeret eller nøkkelen", en: "the number or key"))) var id: String
    @Option(
        help: .init(
            text(
                nb: "skriv filen i et felt til denne stien", nn: "skriv fila i eit felt til denne stien",
                en: "write the file in a field to this path"),
            valueName: "field=path"))
    var save: [String] = []

    var reads: [String]? { ["show", record, id] }

    func run(_ host: Host) throws -> ExitStatus {
        let store = try host.readingStore()
        let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
        guard let type = live.record(record) else {
            throw HostError.unknown(
                Text(nb: "slaget", nn: "slaget", en: "kind of record"), record, known: live.recordTypes.map(\.id))
        }
        let context = try host.context(in: store)
        let instant = try context.clock.now()
        let found = try store.read { db in
            try RecordReader(live, as: context.actor, at: instant, in: db).find(type, id: id).map {
                ($0, try RecordTables.show($0, live: live, in: db))
            }
        }
        guard let (visible, table) = found else {
            throw HostError.unknown(Text(verbatim: type.id), id, known: [])
        }
        for word in save { try write(word, visible, FileStore(store: store.path), host) }
        if host.global.output == .json { host.io.write(RecordTables.json(visible).pretty + "\n") } else { try host.show(table) }
        return .done
    }

    private func write(_ word: String, _ record: VisibleRecord, _ files: FileStore, _ host: Host) throws {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw HostError.flagWithoutValue("save") }
        let values = record[parts[0]].map { $0.array ?? [$0] } ?? []
        let digests = values.compactMap { $0["sha256"]?.string }
        guard let digest = digests.first else {
            throw HostError.unknown(Text(nb: "filen", nn: "fila", en: "file"), parts[0], known: record.values.map(\.name))
        }
        for (index, digest) in digests.enumerated() {
            let path = host.io.resolved(parts[1]) + (index == 0 ? "" : ".\(index + 1)")
            do { try FileContent.write(files.get(digest), to: path) } catch let error as FileContent.Failure {
                throw HostError.cannotCreate(parts[1], error.reason)
            }
        }
        host.note(Text(nb: "skrev \(parts[1])", nn: "skreiv \(parts[1])", en: "wrote \(parts[1]) (sha256 \(digest.prefix(12)))"))
    }
}
