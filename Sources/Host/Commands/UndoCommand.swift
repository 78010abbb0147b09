import ArgumentParser
import Kernel

/// `kjerne undo`: back to the files as they were.
struct UndoCommand: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "undo",
            abstract: text(
                nb: "Gå tilbake til slik det var før en endring.", nn: "Gå tilbake til slik det var før ei endring.",
                en: "Return to how it was before an apply."),
            discussion: text(
                nb: """
                    Det som var i drift før endringen, settes i drift igjen, fra filene som ble lagret da. Senere endringer blir også angret.
                    Med --to går du tilbake til slik det ble etter endringen. Filene på disken røres bare med --write-files.
                    Ved en terminal blir du spurt først; ellers trengs --yes, også for å skrive over endringer som aldri er satt i drift.

                      kjerne history
                      kjerne undo 3
                    """,
                nn: """
                    Det som var i drift før endringa, blir sett i drift att, frå filene som vart lagra då. Seinare endringar blir òg angra.
                    Med --to går du tilbake til slik det vart etter endringa. Filene på disken blir berre rørte med --write-files.
                    Ved ein terminal blir du spurd først; elles trengst --yes, òg for å skrive over endringar som aldri er sette i drift.

                      kjerne history
                      kjerne undo 3
                    """,
                en: """
                    What was live before the apply becomes live again, from the files kept then. Later applies are undone with it.
                    With --to you return to how it was after the apply. The files on disk are touched only with --write-files.
                    On a terminal you are asked first; elsewhere it wants --yes, also to write over changes that were never applied.

                      kjerne history
                      kjerne undo 3
                    """))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "nummeret i historikken", nn: "nummeret i historikken", en: "the number in the history"))) var id: Int64
    @Flag(
        name: .customLong("to"),
        help: .init(
            text(
                nb: "tilbake til slik det ble etter endringen", nn: "tilbake til slik det vart etter endringa",
                en: "return to how it was after the apply")))
    var after = false
    @Flag(help: .init(text(nb: "skriv også filene tilbake", nn: "skriv òg filene tilbake", en: "write the files back too")))
    var writeFiles = false
    @Flag(
        help: .init(
            text(nb: "ta bort også det som det er arbeid i", nn: "ta bort òg det som det er arbeid i", en: "take away even what holds work")
        )) var loseWork = false
    @Flag(help: .init(text(nb: "ikke spør", nn: "ikkje spør", en: "do not ask"))) var yes = false
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false

    func run(_ host: Host) throws -> ExitStatus {
        let settings = try host.settings()
        let store = try Store.open(at: try host.storePath(settings), access: .readOnly)
        let undo = try store.read { try Undo.find(id, after: after, in: $0) }
        let workspace = WorkspaceReader.read(undo.tree, linked: host.linked)
        if undo.target != nil && workspace.diagnostics.hasErrors {
            host.io.writeError(host.render(workspace.diagnostics, sources: workspace.sources, color: host.io.isErrorTerminal))
            throw PlanError.snapshotUnreadable(Int(undo.target ?? 0))
        }
        try store.close()
        let input = ApplyAction.Input(
            wanted: undo.target == nil ? ConfigurationState() : ConfigurationState(workspace), tree: undo.tree, losesWork: loseWork,
            undoes: undo.undone)
        let now = try host.tree()
        if writeFiles { try checkWritable(undo.tree, over: now, host) }
        let overwriting = writeFiles ? undo.unapplied(in: now) : []
        let status = try host.apply(
            input, workspace: workspace, settings: settings, confirmed: yes, dryRun: dryRun, overwriting: overwriting)
        if dryRun && !overwriting.isEmpty { host.note(HostError.neverApplied(overwriting).message) }
        if writeFiles && !dryRun { try write(undo.tree, over: now, host) }
        host.note(stays(undo))
        return status
    }

    /// Refuses before anything has changed where a file could not be put back.
    private func checkWritable(_ tree: FileTree, over now: FileTree, _ host: Host) throws {
        let root = try host.root()
        for path in tree.paths where now[path] != tree[path] {
            do { try FileContent.checkWritable(root + "/" + path) } catch { throw HostError.cannotCreate(path, error.reason) }
        }
    }

    /// Puts the files back: each whole, files that were not there then are left alone and named.
    private func write(_ tree: FileTree, over now: FileTree, _ host: Host) throws {
        let root = try host.root()
        for path in tree.paths where now[path] != tree[path] {
            do {
                if let slash = path.lastIndex(of: "/") { try FileContent.makeFolder(root + "/" + path[..<slash]) }
                try FileContent.write(tree[path] ?? [], to: root + "/" + path)
            } catch {
                throw HostError.cannotCreate(path, error.reason)
            }
            host.note(Text(nb: "skrev \(path)", nn: "skreiv \(path)", en: "wrote \(path)"))
        }
        for path in now.paths where tree[path] == nil {
            host.note(
                Text(
                    nb: "\(path) fantes ikke da; slett den selv om den skal bort",
                    nn: "\(path) fanst ikkje då; slett henne sjølv om ho skal bort",
                    en: "\(path) was not there then; delete it yourself if it is to go"))
        }
    }

    private func stays(_ undo: Undo) -> Text {
        let (people, enrolments, releases) = undo.stays
        return Text(
            nb:
                "Det som ikke angres, står: \(Counted.text(people, "person", "personer")), \(Counted.text(enrolments, "påmelding", "påmeldinger")), "
                + "\(Counted.text(releases, "utgave", "utgaver")) og hele hendelsesloggen.",
            nn:
                "Det som ikkje blir angra, står: \(Counted.text(people, "person", "personar")), \(Counted.text(enrolments, "påmelding", "påmeldingar")), "
                + "\(Counted.text(releases, "utgåve", "utgåver")) og heile hendingsloggen.",
            en:
                "What is not undone stays: \(Counted.text(people, "person", "people")), \(Counted.text(enrolments, "enrolment", "enrolments")), "
                + "\(Counted.text(releases, "release", "releases")) and the whole event log.")
    }
}
