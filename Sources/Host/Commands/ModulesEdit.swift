import Kernel

/// What `modules enable`, `disable` and `remove` share: they only edit `Config/kjerne.yaml`.
extension Host {
    /// Makes the edit, unless the files would then have faults that they do not have now.
    ///
    /// - Parameters:
    ///   - prepare: what is done first, once it is known that the edit can be made.
    ///   - wish: made from the workspace as it is.
    func edit(
        dryRun: Bool, before prepare: () throws -> Void = {}, _ wish: (Workspace) throws -> ModuleListEdit.Wish
    ) throws -> ExitStatus {
        let tree = try tree()
        let path = FileKind.workspace.place
        let before = WorkspaceReader.read(tree, linked: linked)
        guard before.settings != nil, let bytes = tree[path] else {
            throw try refusal(before.diagnostics, sources: before.sources, as: .wrong)
        }
        let edited = try ModuleListEdit(bytes).apply(try wish(before))
        guard edited != bytes else {
            note(Text(nb: "Det er slik allerede.", nn: "Det er slik alt.", en: "It is so already."))
            return .done
        }
        var files = tree.files
        files[path] = edited
        let after = WorkspaceReader.read(FileTree(files), linked: linked)
        let fresh = Self.fresh(after, besides: before)
        guard fresh.isEmpty else {
            // A program gets one answer: the faults.
            if global.output != .json && global.output != .sarif { try show(TextEdit.table(path, from: bytes, to: edited)) }
            let refused = try refusal(fresh, sources: after.sources, as: .wrong)
            note(
                Text(
                    nb: "Ingenting er skrevet: med endringen ville filene ha disse feilene.",
                    nn: "Ingenting er skrive: med endringa ville filene ha desse feila.",
                    en: "Nothing was written: with the change the files would have these faults."))
            throw refused
        }
        try prepare()
        try show(TextEdit.table(path, from: bytes, to: edited))
        guard !dryRun else { return .done }
        do { try FileContent.write(edited, to: try root() + "/" + path) } catch let error as FileContent.Failure {
            throw HostError.cannotCreate(path, error.reason)
        }
        note(
            Text(
                nb: "Skrev \(path). Ingenting i drift er endret: «kjerne plan» viser hva det betyr, «kjerne apply» gjør det.",
                nn: "Skreiv \(path). Ingenting i drift er endra: «kjerne plan» viser kva det tyder, «kjerne apply» gjer det.",
                en: "Wrote \(path). Nothing live has changed: 'kjerne plan' shows what it means, 'kjerne apply' does it."))
        return .done
    }

    /// The errors that were not there before, wherever they stand now.
    private static func fresh(_ after: Workspace, besides before: Workspace) -> Diagnostics {
        func name(_ fault: Diagnostic, _ workspace: Workspace) -> String {
            "\(fault.id) \(fault.span.map { workspace.sources[$0.file].path } ?? "-") \(fault.message(.en))"
        }
        let known = Set(before.diagnostics.sorted(in: before.sources).map { name($0, before) })
        var fresh = Diagnostics()
        for fault in after.diagnostics.sorted(in: after.sources) where fault.severity == .error && !known.contains(name(fault, after)) {
            fresh.report(fault)
        }
        return fresh
    }
}
