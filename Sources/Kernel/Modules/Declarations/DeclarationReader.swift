extension ModuleManifest {
    public func declarations() -> (declarations: ModuleDeclarations, diagnostics: [Diagnostic]) {
        (ModuleDeclarations(module: id, version: version.description), [])
    }
}
