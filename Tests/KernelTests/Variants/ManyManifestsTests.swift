import Testing

@testable import Kernel

/// Manifests are read at once on several threads; what is said of them comes in the order of their names all the same.
@Suite struct ManyManifestsTests {
    @Test func manyModulesAreReadAsOneAfterTheOther() {
        var files = Template.files(workspace: "many")
        var sound: [String] = []
        for number in 100..<160 {
            let id = "module\(number)"
            // Of each seventh the version cannot be read, each eleventh has no manifest, and each thirteenth lies in another's folder.
            if number % 11 == 0 {
                files["Modules/\(id)/texts/hello.nb.md"] = Array("Hei\n".utf8)
                continue
            }
            let name = number % 13 == 0 ? "other\(number)" : id
            let version = number % 7 == 0 ? "one" : "1.0.\(number)"
            if number % 7 != 0 && number % 13 != 0 { sound.append(id) }
            files["Modules/\(id)/module.yaml"] = Array(
                """
                module: \(name)
                version: "\(version)"
                kernel: ">=1.0 <2.0"
                title: {nb: A, nn: A, en: A}
                description: {nb: A, nn: A, en: A}

                """.utf8)
        }
        let tree = FileTree(files)
        let first = WorkspaceReader.read(tree, linked: LinkedModules(plugins: []), depth: .modules)
        #expect(first.otherModules.map(\.id) == sound)
        let said = Self.said(first)
        #expect(said.count == 60 - sound.count)
        #expect(said == said.sorted())
        for _ in 0..<5 { #expect(Self.said(WorkspaceReader.read(tree, linked: LinkedModules(plugins: []), depth: .modules)) == said) }
    }

    /// What was reported, each with its file, in the order of reporting.
    private static func said(_ workspace: Workspace) -> [String] {
        workspace.diagnostics.reported.compactMap { fault in fault.span.map { "\(workspace.sources[$0.file].path) \(fault.id)" } }
    }
}
