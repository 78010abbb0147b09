import ArgumentParser
import Kernel

/// `kjerne due`: performs what time makes happen.
struct Due: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "due",
            abstract: text(
                nb: "Utfør det som har forfalt.", nn: "Utfør det som har forfalle.", en: "Perform what has fallen due."),
            discussion: text(
                nb:
                    "Overganger som skjer av seg selv når et tidspunkt er passert, utføres i den rekkefølgen de forfalt, hver for seg. Hendelser som venter, leveres til modulene. Avslutter med 77 når noe ble avvist, og med 75 når lageret var opptatt; kjør da på nytt. Driften og administratorer kjører den, som regel fra cron.\n\n  kjerne due --dry-run\n  kjerne due",
                nn:
                    "Overgangar som skjer av seg sjølve når eit tidspunkt er passert, blir utførte i den rekkjefølgja dei forfall, kvar for seg. Hendingar som ventar, blir leverte til modulane. Avsluttar med 77 når noko vart avvist, og med 75 når lageret var oppteke; køyr då på nytt. Drifta og administratorar køyrer han, som regel frå cron.\n\n  kjerne due --dry-run\n  kjerne due",
                en:
                    "Transitions that happen by themselves when a moment has passed are performed in the order in which they fell due, each on its own. Events that wait are delivered to the modules. Ends with 77 if any was refused, and with 75 if the store was busy; then run it again. For the operator and administrators, most often from cron.\n\n  kjerne due --dry-run\n  kjerne due"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false

    func run(_ host: Host) throws -> ExitStatus {
        let work = try host.dueWork(readOnly: dryRun)
        guard !dryRun else { return try host.report(try DuePass.rehearse(find: work.find)) }
        let progress = Progress(host.say(nb: "forfalt", nn: "forfalle", en: "due"), io: host.io)
        let pass = try DuePass.run(find: work.find, perform: work.perform) { done, all in progress.show(Double(done) / Double(all)) }
        let status = try host.report(pass)
        // To a store that cannot be written nothing is delivered either; what waits, waits for the next time.
        if pass.stopped == nil { work.deliver() }
        return status
    }
}

extension Host {
    /// Shows what a pass did, or would do.
    func report(_ pass: DuePass) throws -> ExitStatus {
        let refused = pass.count { if case .refused = $0 { true } else { false } }
        if pass.entries.isEmpty, (global.output ?? .table) == .table {
            io.write(say(nb: "Ingenting har forfalt.\n", nn: "Ingenting har forfalle.\n", en: "Nothing has fallen due.\n"))
        } else {
            try show(DeadlineTables.due(pass))
        }
        if pass.isUnfinished {
            note(
                Text(
                    nb: "Stanset etter \(DuePass.mostRounds) runder: overganger fører til hverandre i ring.",
                    nn: "Stansa etter \(DuePass.mostRounds) rundar: overgangar fører til kvarandre i ring.",
                    en: "Stopped after \(DuePass.mostRounds) rounds: transitions lead to each other in a circle."))
        }
        if let stopped = pass.stopped {
            note(
                Text(
                    nb: "Stanset: lageret kunne ikke skrives. Det som ikke er gjort, står for tur neste gang.",
                    nn: "Stansa: lageret kunne ikkje skrivast. Det som ikkje er gjort, står for tur neste gong.",
                    en: "Stopped: the store could not be written. What is not done is due the next time."))
            return ExitStatus(stopped)
        }
        return refused > 0 || pass.isUnfinished ? .refused : .done
    }
}
