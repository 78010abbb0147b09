/// What modules declare: read into the kernel's terms, and held against what there is.
extension WorkspaceReader {
    mutating func checkDeclarations() {
        let enabled = workspace.modules.map { ($0, read($0)) }
        let guards = workspace.modules.flatMap(\.bindings).filter { $0.point == "kernel.action-guards" }.map(\.name)
        let roles = workspace.modules.flatMap(\.roles)
        let catalog = RecordCatalog(enabled.map(\.1), roles: roles)
        workspace.catalog = catalog
        for (manifest, module) in enabled {
            report(DeclarationCheck.faults(manifest, module, catalog: catalog, guards: guards, isComplete: true))
        }
        // Of a module that is not enabled only its own names are judged: what it needs need not be there.
        for manifest in workspace.otherModules where manifest.declaresAnything {
            let module = read(manifest)
            let own = RecordCatalog(enabled.map(\.1) + [module], roles: roles + manifest.roles)
            report(DeclarationCheck.faults(manifest, module, catalog: own, guards: guards, isComplete: false))
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
        ["records", "workflows", "reports", "notices", "actions", "events", "activities", "codes"].contains { root[$0] != nil }
    }
}
