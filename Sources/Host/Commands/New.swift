import ArgumentParser
import Kernel

/// `kjerne new`: a workspace to begin with.
struct New: HostCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: text(
                nb: "Lag et arbeidsområde som består «check».", nn: "Lag eit arbeidsområde som består «check».",
                en: "Make a workspace that passes 'check'."),
            discussion: text(
                nb:
                    "Mappen får én institusjon med én variant og én gjennomføring, og skjemaer for redigeringsprogrammer.\n\n  kjerne new mitt-kurs && cd mitt-kurs && kjerne check",
                nn:
                    "Mappa får éin institusjon med éin variant og éi gjennomføring, og skjema for redigeringsprogram.\n\n  kjerne new mitt-kurs && cd mitt-kurs && kjerne check",
                en:
                    "The folder gets one institution with one variant and one offering, and schemas for editors.\n\n  kjerne new my-course && cd my-course && kjerne check"
            ))
    }

    @OptionGroup var global: GlobalOptions
    @Argument(
        help: .init(
            text(
                nb: "mappen; den skal være tom eller ikke finnes", nn: "mappa; ho skal vere tom eller ikkje finnast",
                en: "the folder; empty, or not there yet"))) var dir: String
    @Flag(
        help: .init(text(nb: "vis filene uten å skrive dem", nn: "vis filene utan å skrive dei", en: "show the files without writing them"))
    ) var dryRun = false

    func run(_ host: Host) throws -> ExitStatus {
        let root = host.io.resolved(dir)
        let present = FileTree.read(root: root, folders: ["."])
        if let failure = present.failures.first(where: { $0.path == "." }) { throw HostError.cannotCreate(dir, failure.reason) }
        if !present.files.isEmpty || !present.failures.isEmpty { throw HostError.notEmpty(dir) }
        let name = Template.id(from: dir)
        var files = Template.files(workspace: name)
        let workspace = WorkspaceReader.read(FileTree(files), linked: host.linked)
        for (path, bytes) in try SchemaLibrary(workspace).editorFiles(language: host.language) { files["Config/schemas/\(path)"] = bytes }
        if !dryRun { try write(files, to: root) }
        try host.show(files: FileTree(files).paths.map { "\(dir)/\($0)" })
        return .done
    }

    /// All of the files, or none: what was written before one could not be, is taken away again.
    private func write(_ files: [String: [UInt8]], to root: String) throws {
        var written: [String] = []
        do {
            for path in FileTree(files).paths {
                let target = root + "/" + path
                if let slash = target.lastIndex(of: "/") { try FileContent.makeFolder(String(target[..<slash])) }
                written.append(target)
                try FileContent.write(files[path] ?? [], to: target)
            }
        } catch {
            FileContent.remove(written, upTo: root)
            throw HostError.cannotCreate(error.path, error.reason)
        }
    }
}
