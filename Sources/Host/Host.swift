import Kernel

/// What a command works with: where the workspace is, its files and store, and how answers are written.
struct Host {
    let global: GlobalOptions
    let io: HostIO
    let language: Language

    init(_ global: GlobalOptions, io: HostIO, language: Language) {
        self.global = global
        self.io = io
        self.language = global.lang?.value ?? language
    }

    var linked: LinkedModules {
        global.safeMode ? HostScope.current.linked.withoutCode : HostScope.current.linked
    }

    /// The workspace's folder: `--workspace`, `KJERNE_WORKSPACE`, or the nearest folder upwards that has `Config/kjerne.yaml`.
    func root() throws -> String {
        if let given = global.workspace ?? io.environment["KJERNE_WORKSPACE"] {
            let root = io.resolved(given)
            guard FileContent.exists(root + "/Config/kjerne.yaml") else { throw HostError.noWorkspace(given) }
            return root
        }
        var folder = io.folder
        while true {
            if FileContent.exists(folder + "/Config/kjerne.yaml") { return folder }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { throw HostError.noWorkspace(nil) }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// The files of the workspace, all of which must be readable.
    func tree() throws -> FileTree {
        try tree(root: try root(), folders: ["Config", "Modules"])
    }

    /// The files of a workspace in these folders, and these single ones; all of them must be readable.
    func tree(root: String, folders: [String], files: [String] = []) throws -> FileTree {
        let tree = FileTree.read(root: root, folders: folders, files: files)
        if let failure = tree.failures.first { throw HostError.unreadable(failure.path, failure.reason) }
        return tree
    }

    /// The workspace with its faults, files that cannot be read among them.
    func workspace(_ depth: WorkspaceReader.Depth = .everything) throws -> Workspace {
        WorkspaceReader.read(FileTree.read(root: try root(), folders: ["Config", "Modules"]), linked: linked, depth: depth)
    }

    /// The workspace, if it has no errors; otherwise the errors are shown and the command ends.
    func soundWorkspace() throws -> Workspace {
        let workspace = try workspace()
        guard workspace.diagnostics.hasErrors else { return workspace }
        throw try refusal(workspace.diagnostics, sources: workspace.sources, as: .wrong)
    }

    /// The sound workspace with the store that its plan is made from; offerings are pinned to releases that exist there.
    func plannedWorkspace() throws -> (workspace: Workspace, settings: Workspace.Settings, store: Store?) {
        var workspace = try soundWorkspace()
        guard let settings = workspace.settings else { throw ReportedFaults(status: .wrong) }
        let store = try existingStore(settings)
        workspace.report(try PinnedReleases.check(workspace, in: store))
        guard workspace.diagnostics.hasErrors else { return (workspace, settings, store) }
        throw try refusal(workspace.diagnostics, sources: workspace.sources, as: .wrong)
    }

    /// Where the store lies: `store.path`, seen from the workspace.
    func storePath(_ settings: Workspace.Settings) throws -> String {
        settings.storePath.hasPrefix("/") ? settings.storePath : try root() + "/" + settings.storePath
    }

    func render(_ diagnostics: Diagnostics, sources: SourceMap, color: Bool) -> String {
        let colored = color && io.environment["NO_COLOR"] == nil
        return TextRenderer(language: language, style: global.plain ? .plain : colored ? .colored : .uncolored).render(
            diagnostics, in: sources)
    }
}
