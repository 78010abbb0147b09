import Kernel

/// How modules hear of what commands did: every command that changes something goes this way.
extension Host {
    /// What is live, with the code of its modules; nil where nothing has been applied yet.
    func live(in store: Store) throws -> LiveConfiguration? {
        do { return try store.read { try LiveConfiguration.load($0, linked: linked) } } catch LiveError.nothingApplied { return nil }
    }

    /// Performs one of the kernel's own actions; modules react to it, and are told of it afterwards.
    ///
    /// - Parameters:
    ///   - sources: the files that faults are shown in.
    ///   - answer: shows what came of it, before anyone is told.
    func perform<Action: TypedAction>(
        _ action: Action, _ input: Action.Input, in store: Store, sources: SourceMap = SourceMap(), dryRun: Bool,
        answer: (ActionResult<Action.Effect>) throws -> Void
    ) throws {
        let live = try live(in: store)
        var context = try context(in: store)
        let result = try showingFaults(sources) {
            try ActionPipeline.perform(action, input, context: &context, in: store, live: live, rehearse: dryRun)
        }
        try answer(result)
        deliver(store, live, dryRun: dryRun)
    }

    /// Hands new events, and those that waited, to those who listen.
    ///
    /// What was done is done: whatever fails here is told, and nothing else. What a subscriber said is told to the operator alone, since it may
    /// speak of what others may not see.
    func deliver(_ store: Store, _ live: LiveConfiguration?, dryRun: Bool = false) {
        guard !dryRun, let live else { return }
        do {
            let context = RunContext(actor: .system, clock: try clock(), language: language)
            let summary = try Delivery.run(
                store, live.registry, context, audience: live.audience, settings: DeliverySettings(workspace: live.workspace))
            for failure in summary.failures { warn(failure.message(withReason: global.actor == nil)) }
            guard summary.isCutShort else { return }
            warn(
                Text(
                    nb: "ikke alle hendelser er levert ennå; «kjerne due» leverer resten",
                    nn: "ikkje alle hendingar er leverte enno; «kjerne due» leverer resten",
                    en: "not all events are delivered yet; 'kjerne due' delivers the rest"))
        } catch {
            let reason = (error as? any ExplainedError)?.message ?? Text(verbatim: "\(error)")
            warn(
                Text(
                    nb: "hendelsene kunne ikke leveres nå (\(reason(.nb))); «kjerne due» leverer dem",
                    nn: "hendingane kunne ikkje leverast no (\(reason(.nn))); «kjerne due» leverer dei",
                    en: "the events could not be delivered now (\(reason(.en))); 'kjerne due' delivers them"))
        }
    }

    private func warn(_ text: Text) {
        note(Text(nb: "advarsel: \(text(.nb))", nn: "åtvaring: \(text(.nn))", en: "warning: \(text(.en))"))
    }
}
