extension ConformanceTrial {
    /// Every person tries every action; an action that is closed to all of them is a fault.
    ///
    /// What only a rule of the module's own code, or an input that could not be generated, stood in the way of is named as not checked.
    func rights() -> ConformanceCheck {
        var check = ConformanceCheck(.rights, [])
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            let matrix = ConformanceMatrix(live: live, store: store, folder: folder)
            for type in live.recordTypes where type.module == id {
                let names = ActionCatalog(live).actions(on: type).map(\.name)
                // Names made of values, one-time tokens and importers are ways of their own.
                guard type.key.isEmpty, !type.isAnonymous, !type.isBulk else {
                    check.unchecked += names
                    continue
                }
                let acts: [ConformanceAct]
                do { acts = try matrix.acts(type) } catch {
                    check.faults.append(fault(type.id, error, type.span))
                    continue
                }
                check.acts += acts
                for name in names {
                    let tried = acts.filter { $0.action == name }
                    guard !tried.contains(where: { $0.result == .performed }) else { continue }
                    if tried.isEmpty || tried.contains(where: { $0.result == .rule || $0.result == .other }) {
                        check.unchecked.append(name)
                    } else {
                        let transition = type.workflow?.transitions.first { "\(type.id).\($0.name)" == name }
                        check.faults.append(.noOne(name, tried: tried, at: transition?.span ?? type.span))
                    }
                }
            }
            check.unchecked += live.module(id)?.declarations.actions.map { "\(id).\($0.name)" } ?? []
        } catch { check.faults.append(fault("rights", error, nil)) }
        return check
    }

    /// Every declared report, as the operator asks for it with nothing filled in, in every language and as a page.
    func reports() -> ConformanceCheck {
        var check = ConformanceCheck(.reports, [])
        do {
            let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            let runner = ReportRunner(live: live, store: store)
            let nothing = try StoredNode.read("{}", name: "parameters")
            for report in ReportCatalog(live).all where report.name.hasPrefix(id + ".") {
                if report.schema["required"]?.array?.isEmpty == false {
                    check.unchecked.append(report.name)
                    continue
                }
                for language in Language.allCases {
                    do {
                        var run = context
                        run.language = language
                        let answer = try runner.run(report, nothing, context: run)
                        _ = HTMLRenderer(language: language).render(answer.all, title: report.title)
                    } catch let error as any ExplainedError where error.kind == .refused {
                        // What is sealed or too small to be shown is refused on purpose.
                        if !check.unchecked.contains(report.name) { check.unchecked.append(report.name) }
                    } catch {
                        check.faults.append(fault(report.name, error, nil))
                        break
                    }
                }
            }
        } catch { check.faults.append(fault("reports", error, nil)) }
        return check
    }
}
