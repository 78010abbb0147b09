import ArgumentParser
import Kernel

/// `kjerne verify KIND FILE`: checks a file that a module wrote, by the file alone; with the store that it came from also whether it still holds.
struct VerifyCommand: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: text(
                nb: "Kontroller en fil som en modul har skrevet.", nn: "Kontroller ei fil som ein modul har skrive.",
                en: "Check a file that a module has written."),
            discussion: text(
                nb:
                    "Filen alene er nok. Der databasen den kom fra er, blir det også sagt om den fortsatt gjelder. Avslutter med 1 når filen ikke er i orden.\n\n  kjerne verify result resultat.json --key NØKKEL",
                nn:
                    "Fila åleine er nok. Der databasen ho kom frå er, blir det òg sagt om ho framleis gjeld. Avsluttar med 1 når fila ikkje er i orden.\n\n  kjerne verify result resultat.json --key NØKKEL",
                en:
                    "The file alone is enough. Where the store is that it came from, it is also said whether it still holds. Ends with 1 when the file is not in order.\n\n  kjerne verify result result.json --key KEY"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "slags fil", nn: "slags fil", en: "the kind of file"), valueName: "kind")) var kind: String
    @Argument(help: .init(text(nb: "filen", nn: "fila", en: "the file"), valueName: "path")) var file: String
    @Option(
        name: .customLong("key"),
        help: .init(
            text(
                nb: "en offentlig nøkkel som du stoler på; kan gis flere ganger",
                nn: "ein offentleg nøkkel som du stoler på; kan bli gitt fleire gonger",
                en: "a public key that you trust; may be given more than once"), valueName: "key")) var keys: [String] = []

    func run(_ host: Host) throws -> ExitStatus {
        var registry = Registry()
        for plugin in host.linked.plugins where host.linked.runsCode {
            registry.add(from: plugin.id) { plugin.init().register(in: &$0) }
        }
        let known = registry[Verifiers.self]
        guard let verifier = known.first(where: { $0.name == kind })?.value else {
            throw HostError.unknown(Text(nb: "filtypen", nn: "filtypen", en: "kind of file"), kind, known: known.map(\.name).sorted())
        }
        let bytes: [UInt8]
        do { bytes = try FileContent.read(host.io.resolved(file), limit: 16 << 20) } catch {
            throw HostError.unreadable(file, error.reason)
        }
        let verification =
            if let store = try store(host) {
                try VerificationRunner(live: store.read { try LiveConfiguration.load($0, linked: host.linked) }, store: store).verify(
                    kind, verifier, bytes, keys: keys, context: RunContext(actor: .operator, clock: host.clock(), language: host.language))
            } else { try verifier.verify(bytes, keys: keys) }
        try host.show(verification.table)
        return verification.isSound ? .done : .wrong
    }

    /// The store of the workspace that the command is given in; nil where there is none, as for most who get such a file.
    private func store(_ host: Host) throws -> Store? {
        // One that is named must be there.
        if host.global.workspace == nil, (try? host.root()) == nil { return nil }
        do { return try host.readingStore() } catch StoreError.missing { return nil }
    }
}
