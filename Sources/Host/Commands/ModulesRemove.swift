import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules remove`: takes a module out of `Config/kjerne.yaml`.
    struct Remove: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "remove",
                abstract: text(
                    nb: "Ta en modul ut av Config/kjerne.yaml.", nn: "Ta ein modul ut av Config/kjerne.yaml.",
                    en: "Take a module out of Config/kjerne.yaml."),
                discussion: text(
                    nb: """
                        Linjene til modulen, med innstillingene, tas bort. Ved «apply» blir poster som finnes, liggende, lukket, til modulen kommer
                        tilbake, og «apply» må få --lose-work; en modul uten poster etterlater ingenting. --export skriver postene til en fil
                        først. --purge sletter det en modul etterlot, etter «apply».

                          kjerne modules remove reflection --export reflection.jsonl
                          kjerne modules remove reflection --purge --yes
                        """,
                    nn: """
                        Linjene til modulen, med innstillingane, blir tekne bort. Ved «apply» blir postar som finst, liggjande, lukka, til modulen
                        kjem tilbake, og «apply» må få --lose-work; ein modul utan postar etterlèt ingenting. --export skriv postane til ei fil
                        først. --purge slettar det ein modul let etter seg, etter «apply».

                          kjerne modules remove reflection --export reflection.jsonl
                          kjerne modules remove reflection --purge --yes
                        """,
                    en: """
                        The module's lines go, its settings with them. At 'apply' records that exist stay, closed, until the module returns, and
                        'apply' wants --lose-work; a module without records leaves nothing. --export writes the records to a file first.
                        --purge deletes what a module left, after 'apply'.

                          kjerne modules remove reflection --export reflection.jsonl
                          kjerne modules remove reflection --purge --yes
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "modulen", nn: "modulen", en: "the module"))) var id: String
        @Flag(
            help: .init(
                text(
                    nb: "postene blir liggende, lukket; det er slik også uten dette",
                    nn: "postane blir liggjande, lukka; det er slik òg utan dette",
                    en: "its records stay, closed; so it is without this too"))) var keep = false
        @Option(
            help: .init(
                text(
                    nb: "skriv postene til denne filen først, en JSON-linje for hver",
                    nn: "skriv postane til denne fila først, ei JSON-linje for kvar",
                    en: "write the records to this file first, a line of JSON each"),
                valueName: "file")) var export: String?
        @Flag(
            help: .init(
                text(
                    nb: "slett det modulen etterlot, når den er tatt ut", nn: "slett det modulen let etter seg, når han er teken ut",
                    en: "delete what the module left, once it is out"))) var purge = false
        @Flag(help: .init(text(nb: "ikke spør", nn: "ikkje spør", en: "do not ask"))) var yes = false
        @Flag(
            help: .init(
                text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen")))
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus {
            let ways = (keep ? 1 : 0) + (purge ? 1 : 0)
            guard ways < 2, !(purge && export != nil) else {
                throw ValidationError(
                    text(
                        nb: "velg én av --keep, --export og --purge", nn: "vel éin av --keep, --export og --purge",
                        en: "choose one of --keep, --export and --purge"))
            }
            let isNamed = try host.schemaWorkspace().settings?.root["modules"]?.map?.pair(id) != nil
            if purge && !isNamed { return try purge(host) }
            let status = try host.edit(dryRun: dryRun, before: { if let export { try write(to: export, host) } }) { _ in .remove(id) }
            if purge, status == .done, !dryRun {
                host.note(
                    Text(
                        nb:
                            "Ingenting er slettet ennå: «kjerne apply --lose-work» lukker postene; deretter sletter «kjerne modules remove \(id) --purge» dem.",
                        nn:
                            "Ingenting er sletta enno: «kjerne apply --lose-work» lukkar postane; deretter slettar «kjerne modules remove \(id) --purge» dei.",
                        en:
                            "Nothing is deleted yet: 'kjerne apply --lose-work' closes the records; then 'kjerne modules remove \(id) --purge' deletes them."
                    ))
            }
            return status
        }

        private func write(to path: String, _ host: Host) throws {
            let store = try host.readingStore()
            let live = try store.read { try LiveConfiguration.load($0, linked: host.linked) }
            guard live.module(id) != nil else {
                throw HostError.unknown(Text(nb: "modulen", nn: "modulen", en: "module"), id, known: live.modules.map(\.id).sorted())
            }
            let context = try host.context(in: store)
            // How much there is that one may not see would tell, too.
            try store.read { try Authorisation.require(context.actor, for: "kernel.module.export", roles: ["admin"], in: $0) }
            let (lines, summary) = try ModuleRecords(live: live, store: store).lines(of: id, as: context.actor, at: context.clock.now())
            if !dryRun {
                do { try FileContent.write(lines, to: host.io.resolved(path)) } catch { throw HostError.cannotCreate(path, error.reason) }
            }
            host.note(
                Text(
                    nb: "\(path): \(Counted.text(summary.records, "post", "poster")), \(Counted.text(summary.files, "fil", "filer")).",
                    nn: "\(path): \(Counted.text(summary.records, "post", "postar")), \(Counted.text(summary.files, "fil", "filer")).",
                    en: "\(path): \(Counted.text(summary.records, "record", "records")), \(Counted.text(summary.files, "file", "files"))."))
            if summary.hidden > 0 || !summary.sealed.isEmpty || !summary.veiled.isEmpty {
                func rest(_ word: String, _ names: [String]) -> String {
                    names.isEmpty ? "" : "; \(word): \(names.joined(separator: ", "))"
                }
                let (sealed, veiled) = (summary.sealed, summary.veiled)
                host.note(
                    Text(
                        nb:
                            "Det som er forseglet eller skjult for deg, står ikke i filen: \(summary.hidden) poster\(rest("ikke talt", veiled))\(rest("felter", sealed)).",
                        nn:
                            "Det som er forsegla eller skjult for deg, står ikkje i fila: \(summary.hidden) postar\(rest("ikkje talde", veiled))\(rest("felt", sealed)).",
                        en:
                            "What is sealed or hidden from you is not in the file: \(Counted.text(summary.hidden, "record", "records"))\(rest("not counted", veiled))\(rest("fields", sealed))."
                    ))
            }
            for digest in summary.lost { host.note(FileFault.lost(digest).message) }
        }

        private func purge(_ host: Host) throws -> ExitStatus {
            let store = try host.writingStore()
            var context = try host.context(in: store)
            func perform(rehearse: Bool) throws -> ActionResult<ModulePurge.Effect> {
                try ActionPipeline.perform(ModulePurge(), id, context: &context, in: store, rehearse: rehearse)
            }
            let preview = try perform(rehearse: true)
            if dryRun {
                try host.show(Self.table(id, preview.effect))
                return .done
            }
            guard try yes || confirmed(preview.effect, host) else { throw HostError.notConfirmed }
            let result = try perform(rehearse: false)
            ModulePurge.sweep(result.effect, store: store)
            try host.show(Self.table(id, result.effect))
            return .done
        }

        private func confirmed(_ effect: ModulePurge.Effect, _ host: Host) throws -> Bool {
            guard host.io.isTerminal && host.io.isErrorTerminal else { return false }
            try host.show(Self.table(id, effect))
            host.io.writeError(
                host.say(nb: "Slette dette for godt? [j/N] ", nn: "Slette dette for godt? [j/N] ", en: "Delete this for good? [y/N] "))
            return host.io.answer()?.lowercased().first.map { ["j", "y"].contains($0) } ?? false
        }

        private static func table(_ id: String, _ effect: ModulePurge.Effect) -> Table {
            let deleted = Text(nb: "slettet", nn: "sletta", en: "deleted")
            let left = Text(nb: "blir igjen", nn: "blir att", en: "left")
            var rows: [[Table.Cell]] = effect.records.map { [.localized(deleted), .text($0.kind), .integer($0.count)] }
            rows.append([.localized(deleted), .text("kernel.notice"), .integer(effect.letters)])
            rows.append([.localized(deleted), .text("kernel.file"), .integer(effect.files.count)])
            rows.append([.localized(deleted), .text("kernel_event_payload"), .integer(effect.events)])
            rows += effect.left.map { [.localized(left), .text($0.table), .integer($0.count)] }
            return Table(
                "kernel.purge",
                title: Text(nb: "Sletting av \(id)", nn: "Sletting av \(id)", en: "What is deleted of \(id), and what is left"),
                parameters: [("module", .string(id))],
                columns: [
                    .init("what", .localized, Text(nb: "Hva", nn: "Kva", en: "What")),
                    .init("place", .code, Text(nb: "Sted", nn: "Stad", en: "Where")),
                    .init("count", .integer, Text(nb: "Antall", nn: "Antal", en: "Number")),
                ],
                rows: rows,
                notes: [
                    Text(
                        nb:
                            "kernel_event er hodene til hendelsene, som kjeden i loggen dekker; kernel_snapshot_file er filene til modulen slik de var ved hver «apply»; sikkerhetskopier holder det de holdt.",
                        nn:
                            "kernel_event er hovuda til hendingane, som kjeda i loggen dekkjer; kernel_snapshot_file er filene til modulen slik dei var ved kvar «apply»; tryggingskopiar held det dei heldt.",
                        en:
                            "kernel_event are the headers of events, which the chain of the log covers; kernel_snapshot_file are the module's files as they were at each 'apply'; backups hold what they held."
                    )
                ])
        }
    }
}
