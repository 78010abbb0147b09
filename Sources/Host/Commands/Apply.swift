import ArgumentParser
import Kernel

/// `kjerne apply`: makes the files live.
struct Apply: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "apply",
            abstract: text(
                nb: "Sett filene i drift, alt eller ingenting.", nn: "Set filene i drift, alt eller ingenting.",
                en: "Make the files live, all or nothing."),
            discussion: text(
                nb:
                    "Uten fil lages planen nå. Med en lagret plan gjøres akkurat den, uten spørsmål; er filene, det som er i drift, eller tallet på dem det rører, endret siden, skjer ingenting (75). Er planen alt satt i drift, sies det, og ingenting mer skjer.\n\n  kjerne apply --yes\n  kjerne apply plan.json",
                nn:
                    "Utan fil blir planen laga no. Med ein lagra plan blir akkurat den gjord, utan spørsmål; er filene, det som er i drift, eller talet på dei det rører, endra sidan, skjer ingenting (75). Er planen alt sett i drift, får du vite det, og ikkje noko meir skjer.\n\n  kjerne apply --yes\n  kjerne apply plan.json",
                en:
                    "Without a file the plan is made now. With a saved plan exactly that is done, and nothing is asked; if the files, what is live, or the number of those it touches has changed since, nothing happens (75). If the plan is applied already, that is said and nothing more happens.\n\n  kjerne apply --yes\n  kjerne apply plan.json"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(help: .init(text(nb: "en lagret plan", nn: "ein lagra plan", en: "a saved plan"))) var file: String?
    @Flag(help: .init(text(nb: "ikke spør", nn: "ikkje spør", en: "do not ask"))) var yes = false
    @Flag(
        help: .init(
            text(nb: "ta bort også det som det er arbeid i", nn: "ta bort òg det som det er arbeid i", en: "take away even what holds work")
        )) var loseWork = false
    @Flag(help: .init(text(nb: "vis hva som ville skjedd", nn: "vis kva som ville skjedd", en: "show what would happen"))) var dryRun =
        false
    @Option(help: .init(text(nb: "merknad til historikken", nn: "merknad til historikken", en: "note for the history"), valueName: "text"))
    var note = ""

    func run(_ host: Host) throws -> ExitStatus {
        let agreed = try file.map { path in try SavedPlan(FileContent.read(host.io.resolved(path)), path: path) }
        let (workspace, settings, store) = try host.plannedWorkspace()
        try store?.close()
        let input = ApplyAction.Input(
            wanted: ConfigurationState(workspace), tree: workspace.tree, agreed: agreed, losesWork: loseWork, description: note)
        return try host.apply(input, workspace: workspace, settings: settings, confirmed: yes || file != nil, dryRun: dryRun)
    }
}

extension Host {
    /// Shows the plan, asks if a person is there to answer, and applies.
    ///
    /// - Parameters:
    ///   - confirmed: whether it was agreed to already.
    ///   - overwriting: files with edits that would be lost, which an undo has to ask about even where nothing live changes.
    func apply(
        _ input: ApplyAction.Input, workspace: Workspace, settings: Workspace.Settings, confirmed: Bool, dryRun: Bool,
        overwriting: [String] = []
    ) throws -> ExitStatus {
        guard dryRun || !global.safeMode else { throw HostError.safeMode }
        if dryRun, try existingStore(settings) == nil {
            try show(try Planner.plan(workspace, in: nil, at: try clock().now()))
            return .done
        }
        if !confirmed && !dryRun {
            let store = try existingStore(settings)
            try requireAdministrator(in: store, for: "apply")
            let plan = try Planner.plan(workspace, in: store, at: try clock().now())
            guard try plan.isEmpty && overwriting.isEmpty || confirm(plan, undoing: input.undoes != nil, overwriting: overwriting) else {
                throw overwriting.isEmpty ? HostError.notConfirmed : HostError.neverApplied(overwriting)
            }
        }
        let store = try store(settings, create: !dryRun)
        var context = try context(in: store)
        let result = try ActionPipeline.perform(
            ApplyAction(view: workspace.bodySchema?.root, registry: workspace.registry, linked: linked), input, context: &context,
            in: store, rehearse: dryRun)
        try report(result, dryRun: dryRun)
        if !dryRun { deliver(store, try live(in: store)) }
        return .done
    }

    private func report(_ result: ActionResult<ApplyAction.Effect>, dryRun: Bool) throws {
        if global.output == .json {
            io.write((dryRun ? result.json(.object([("plan", result.effect.plan.json)])) : result.json).pretty + "\n")
            return
        }
        try show(result.effect.plan)
        if let done = result.effect.done {
            note(
                Text(
                    nb: "Planen er alt satt i drift, som nummer \(done).", nn: "Planen er alt sett i drift, som nummer \(done).",
                    en: "The plan is applied already, as number \(done)."))
            return
        }
        guard let apply = result.effect.apply, !dryRun else { return }
        if result.effect.plan.isEmpty {
            note(
                Text(
                    nb: "Filene er tatt vare på som nummer \(apply).", nn: "Filene er tekne vare på som nummer \(apply).",
                    en: "The files are kept as number \(apply)."))
            return
        }
        note(Text(nb: "Satt i drift som nummer \(apply).", nn: "Sett i drift som nummer \(apply).", en: "Applied as number \(apply)."))
    }

    /// Asks whether to go on.
    ///
    /// Where nobody can answer, the answer is no.
    private func confirm(_ plan: Plan, undoing: Bool, overwriting: [String]) throws -> Bool {
        guard io.isTerminal && io.isErrorTerminal else { return false }
        try show(plan)
        if !overwriting.isEmpty { note(HostError.neverApplied(overwriting).message) }
        io.writeError(
            undoing
                ? say(nb: "Gå tilbake til dette? [j/N] ", nn: "Gå tilbake til dette? [j/N] ", en: "Go back to this? [y/N] ")
                : say(nb: "Sette dette i drift? [j/N] ", nn: "Setje dette i drift? [j/N] ", en: "Apply this? [y/N] "))
        guard let first = io.answer()?.lowercased().first else { return false }
        return ["j", "y"].contains(first)
    }
}
