import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules new`: a module to begin with.
    struct New: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "new",
                abstract: text(
                    nb: "Lag en modul i Modules/ som består «modules check».", nn: "Lag ein modul i Modules/ som består «modules check».",
                    en: "Make a module in Modules/ that passes 'modules check'."),
                discussion: text(
                    nb: """
                        Modulen er bare YAML: en post som en deltaker skriver og leverer, og en oversikt. Den er ikke slått på.

                          kjerne modules new notes
                          kjerne modules check notes && kjerne modules enable notes
                        """,
                    nn: """
                        Modulen er berre YAML: ein post som ein deltakar skriv og leverer, og ei oversikt. Han er ikkje slegen på.

                          kjerne modules new notes
                          kjerne modules check notes && kjerne modules enable notes
                        """,
                    en: """
                        The module is YAML alone: a record that a participant writes and hands in, and an overview. It is not enabled.

                          kjerne modules new notes
                          kjerne modules check notes && kjerne modules enable notes
                        """))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(
                text(
                    nb: "navnet: små bokstaver og siffer, en bokstav først", nn: "namnet: små bokstavar og siffer, ein bokstav først",
                    en: "its id: lower-case letters and digits, a letter first"))) var id: String
        @Flag(
            help: .init(
                text(nb: "vis filene uten å skrive dem", nn: "vis filene utan å skrive dei", en: "show the files without writing them")))
        var dryRun = false

        func run(_ host: Host) throws -> ExitStatus {
            guard ModuleTemplate.isID(id) else { throw HostError.badModuleID(id) }
            let workspace = try host.schemaWorkspace()
            let folder = "Modules/\(id)"
            let isThere = try FileContent.exists(host.root() + "/" + folder)
            if isThere || (workspace.modules + workspace.otherModules).contains(where: { $0.id == id }) { throw HostError.moduleExists(id) }
            let files = FileTree(ModuleTemplate.files(id))
            for path in files.paths where !dryRun {
                do {
                    let target = try host.root() + "/" + folder + "/" + path
                    try FileContent.makeFolder(try host.root() + "/" + folder)
                    try FileContent.write(files[path] ?? [], to: target)
                } catch let error as FileContent.Failure {
                    throw HostError.cannotCreate("\(folder)/\(path)", error.reason)
                }
            }
            try host.show(files: files.paths.map { "\(folder)/\($0)" })
            guard !dryRun else { return .done }
            host.note(
                Text(
                    nb: "Modulen er ikke slått på ennå: «kjerne modules enable \(id)», så «kjerne plan» og «kjerne apply».",
                    nn: "Modulen er ikkje slegen på enno: «kjerne modules enable \(id)», så «kjerne plan» og «kjerne apply».",
                    en: "The module is not enabled yet: 'kjerne modules enable \(id)', then 'kjerne plan' and 'kjerne apply'."))
            return .done
        }
    }
}
