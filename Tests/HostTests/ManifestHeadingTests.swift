import Kernel
import Testing

/// Listing reads of a linked module only what it is and needs, and says the same as reading all of it.
@Suite struct ManifestHeadingTests {
    @Test func headingsSayTheSameAsWholeManifests() {
        func modules(_ depth: WorkspaceReader.Depth) -> [ModuleManifest] {
            let workspace = WorkspaceReader.read(
                FileTree(["Config/kjerne.yaml": Array(Self.settings.utf8)]), linked: Session.linked, depth: depth)
            #expect(!workspace.diagnostics.hasErrors)
            return workspace.modules + workspace.otherModules
        }
        let (headings, whole) = (modules(.headings), modules(.modules))
        #expect(headings.count == Session.linked.files.count)
        #expect(headings.map(Self.words) == whole.map(Self.words))
    }

    private static let settings = """
        workspace: w
        languages: [nb, nn, en]
        time-zone: Europe/Oslo
        calendar: norway
        store: {path: var/kjerne.sqlite}
        modules: {reflection: ">=1.0"}

        """

    /// Everything that listing and resolving use, with its places.
    private static func words(_ module: ModuleManifest) -> [String] {
        [
            module.id, "\(module.idSpan.start.line):\(module.idSpan.start.column)", module.version.description,
            "\(module.versionSpan.start.line)", "\(module.kernel)", "\(module.kernelSpan.start.line)", module.title(.nb), module.title(.nn),
            module.title(.en), module.description?(.en) ?? "", "\(module.implementation)", "\(module.implementationSpan.start.line)",
        ] + module.requires.map { "requires \($0.id) \($0.range) \($0.span.start.line)" }
            + module.conflicts.map { "conflicts \($0.id) \($0.range) \($0.span.start.line)" }
            + module.after.map { "after \($0.0) \($0.1.start.line)" }
    }
}
