/// What modules declare: read into the kernel's terms, and held against what there is.
extension WorkspaceReader {
    mutating func checkDeclarations() {
        let enabled = workspace.modules.map { ($0, read($0)) }
        let guards = workspace.modules.flatMap(\.bindings).filter { $0.point == "kernel.action-guards" }.map(\.name)
        let roles = workspace.modules.flatMap(\.roles)
        let catalog = RecordCatalog(enabled.map(\.1), roles: roles)
        workspace.catalog = catalog
        let contributions = ContributionCheck(workspace.modules)
        let coded = Self.coded(workspace.modules)
        let times = TimeCheck(catalog.index, coded: coded)
        let children = ChildCheck(index: catalog.index, coded: coded)
        for (manifest, module) in enabled {
            report(contributions.faults(manifest, module))
            report(DeclarationCheck.faults(manifest, module, catalog: catalog, guards: guards, isComplete: true))
            report(Self.workflowFaults(manifest, module, times, children))
        }
        checkProperties(enabled.map(\.1))
        checkLetters(enabled)
        // Of a module that is not enabled only its own names are judged: what it needs need not be there.
        for manifest in workspace.otherModules where manifest.declaresAnything {
            let module = read(manifest)
            let own = RecordCatalog(enabled.map(\.1) + [module], roles: roles + manifest.roles)
            report(DeclarationCheck.faults(manifest, module, catalog: own, guards: guards, isComplete: false))
            let coded = Self.coded(workspace.modules + [manifest])
            let (times, children) = (TimeCheck(own.index, coded: coded), ChildCheck(index: own.index, coded: coded))
            report(Self.workflowFaults(manifest, module, times, children))
        }
    }

    /// The modules that have code.
    private static func coded(_ modules: [ModuleManifest]) -> Set<String> {
        Set(modules.filter { if case .declaration = $0.implementation { false } else { true } }.map(\.id))
    }

    /// What the checker of workflows finds; a workflow that names states which it does not have is not judged further.
    private static func workflowFaults(
        _ manifest: ModuleManifest, _ module: ModuleDeclarations, _ times: TimeCheck, _ children: ChildCheck
    ) -> [Diagnostic] {
        var faults = WorkflowChecker.unused(manifest, module) + WorkflowChecker.coded(manifest)
        for type in module.records {
            guard let workflow = type.workflow, WorkflowChecker.namesItsStates(workflow) else { continue }
            let checker = WorkflowChecker(workflow)
            faults += checker.faults() + times.faults(of: type) + children.faults(of: type)
            if case .declaration = manifest.implementation { faults += checker.neverFilled(of: type) }
        }
        return faults
    }

    /// The properties that modules contribute, over every workflow that is sound in form.
    private mutating func checkProperties(_ modules: [ModuleDeclarations]) {
        for contributed in workspace.registry[WorkflowProperties.self] {
            let binding = workspace.modules.first { $0.id == contributed.module }?.bindings.first {
                $0.point == WorkflowProperties.id && $0.name == contributed.name
            }
            guard let binding else { continue }
            let id = "\(contributed.module)/\(contributed.name)"
            let settings = workspace.moduleSettings[contributed.module]
            for type in modules.flatMap(\.records) {
                guard let workflow = type.workflow, WorkflowChecker.namesItsStates(workflow) else { continue }
                do {
                    let violations = try contributed.value.violations(in: workflow, of: type, settings: settings)
                    report(violations.map { .property(id, $0, in: workflow) })
                } catch {
                    report(.ruleFailed(id, reason: "\(error)", closed: binding.failsClosed, at: workflow.span))
                }
            }
        }
    }

    /// The letters of the modules: their form, and what they say.
    private mutating func checkLetters(_ modules: [(manifest: ModuleManifest, module: ModuleDeclarations)]) {
        let index = DeclarationIndex(modules.map(\.module))
        for (manifest, module) in modules where !module.notices.isEmpty {
            var files: [String: SourceFile] = [:]
            for (name, text) in manifest.texts.sorted(by: { $0.key < $1.key }) {
                let path = "\(manifest.folder)/\(name)"
                files[name] = workspace.sources.add(path: path, bytes: workspace.tree[path] ?? Array(text.utf8))
            }
            report(NoticeCheck.run(module, index, files: files, languages: workspace.settings?.languages ?? []))
        }
    }

    private mutating func read(_ manifest: ModuleManifest) -> ModuleDeclarations {
        let (module, faults) = manifest.declarations()
        report(faults)
        return module
    }
}

extension ModuleManifest {
    /// Whether there is anything in it that `DeclarationCheck` looks at.
    fileprivate var declaresAnything: Bool {
        ["records", "workflows", "reports", "notices", "actions", "events", "activities", "codes", "roles", "imports", "exports"].contains {
            root[$0] != nil
        }
    }
}
