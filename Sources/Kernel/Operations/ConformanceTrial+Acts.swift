extension ConformanceTrial {
    /// Every person tries every action; an action that is closed to all of them is a fault.
    ///
    /// What only a rule of the module's own code, or an input that could not be generated, stood in the way of is named as not checked.
    ///
    /// - Returns: the check, and the events that actions in code left.
    func rights() -> (check: ConformanceCheck, events: Set<String>) {
        var check = ConformanceCheck(.rights, [])
        var events: Set<String> = []
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            let matrix = ConformanceMatrix(live: live, store: store, folder: folder)
            for type in live.recordTypes where type.module == id {
                let names = ActionCatalog(live).actions(on: type).map(\.name)
                // What only importers write has no actions of people.
                guard !type.isBulk else {
                    check.unchecked += names
                    continue
                }
                if type.isAnonymous {
                    do {
                        let (acts, faults) = try matrix.acts(anonymous: type)
                        check.acts += acts
                        check.faults += faults
                        check.unchecked += names.filter { name in !acts.contains { $0.action == name && $0.result == .performed } }
                    } catch { check.faults.append(fault(type.id, error, type.span)) }
                    continue
                }
                let acts: [ConformanceAct]
                do { acts = try matrix.acts(type) } catch {
                    check.faults.append(fault(type.id, error, type.span))
                    continue
                }
                check.acts += acts
                check.faults += Self.escapes(acts, type)
                for name in names {
                    let tried = acts.filter { $0.action == name && $0.state != ConformanceAct.elsewhere }
                    guard !tried.contains(where: { $0.result == .performed }) else { continue }
                    if tried.isEmpty || tried.contains(where: { $0.result == .rule || $0.result == .other }) {
                        check.unchecked.append(name)
                    } else {
                        let transition = type.workflow?.transitions.first { "\(type.id).\($0.name)" == name }
                        check.faults.append(.noOne(name, tried: tried, at: transition?.span ?? type.span))
                    }
                }
            }
            for coded in live.module(id)?.declarations.actions ?? [] {
                guard let action = ActionCatalog(live).find(coded.id) else { continue }
                let acts = try matrix.acts(coded: action) { names, _ in events.formUnion(names) }
                check.acts += acts
                // Code may want more of its input than the schema says; an example there tells.
                if !acts.contains(where: { $0.result == .performed }) { check.unchecked.append(coded.id) }
            }
        } catch { check.faults.append(fault("rights", error, nil)) }
        return (check, events)
    }

    /// Acts that were performed in a state that they do not start from.
    private static func escapes(_ acts: [ConformanceAct], _ type: RecordType) -> [Diagnostic] {
        guard let workflow = type.workflow else { return [] }
        return acts.filter { $0.result == .performed }.compactMap { act in
            let starts =
                workflow.transitions.first { "\(type.id).\($0.name)" == act.action }?.from ?? [workflow.initial] + type.openStates
            guard !act.action.hasSuffix(".create"), !starts.contains(act.state) else { return nil }
            return .escapes(act, at: workflow.span)
        }
    }

    /// Every declared report, as the operator asks for it, in every language and as a page: with nothing filled in, or where something must be,
    /// with what the schema's examples or the simplest values give.
    ///
    /// - Parameter isFilled: whether what the module's examples name is there; without its files it is not.
    func reports(isFilled: Bool) -> ConformanceCheck {
        var check = ConformanceCheck(.reports, [])
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            let runner = ReportRunner(live: live, store: store)
            for report in ReportCatalog(live).all where report.name.hasPrefix(id + ".") {
                let isAsked = report.schema["required"]?.array?.isEmpty == false
                let wanted = ConformanceValue(report.schema)
                var isGiven = false
                var inputs = wanted.values
                if !isAsked { inputs.insert(.object([]), at: 0) }
                var tried: Set<String> = []
                for input in inputs where tried.insert(input.compact).inserted {
                    do {
                        try give(report, input, runner)
                        isGiven = true
                    } catch let error as any ExplainedError where error.kind == .refused {
                        // What is sealed or too small to be shown is refused on purpose.
                        continue
                    } catch {
                        // A value of the kit's own making may name nothing that there is.
                        if wanted.hasExamples && isFilled || input.object?.isEmpty == true
                            || !(error is any ExplainedError || error is DiagnosticsError)
                        {
                            check.faults.append(fault(report.name, error, nil))
                            isGiven = true
                        }
                    }
                    if isGiven && !isAsked { break }
                }
                if !isGiven { check.unchecked.append(report.name) }
            }
        } catch { check.faults.append(fault("reports", error, nil)) }
        return check
    }

    private func give(_ report: any NamedReport, _ input: JSONValue, _ runner: ReportRunner) throws {
        let parameters = try StoredNode.read(input.compact, name: "parameters")
        for language in Language.allCases {
            var run = context
            run.language = language
            let answer = try runner.run(report, parameters, context: run)
            _ = HTMLRenderer(language: language).render(answer.all, title: report.title)
        }
    }
}
