import ArgumentParser
import Kernel

extension Modules {
    /// `kjerne modules check`: whether a module keeps what a module must keep.
    struct Check: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "check",
                abstract: text(
                    nb: "Prøv en modul i et arbeidsområde for seg selv.", nn: "Prøv ein modul i eit arbeidsområde for seg sjølv.",
                    en: "Try a module in a workspace of its own."),
                discussion: text(
                    nb: "Avslutter med 1 når noe er brutt.\n\n  kjerne modules check reflection\n  kjerne modules check ./Modules/notes",
                    nn: "Avsluttar med 1 når noko er brote.\n\n  kjerne modules check reflection\n  kjerne modules check ./Modules/notes",
                    en: "Ends with 1 when something is broken.\n\n  kjerne modules check reflection\n  kjerne modules check ./Modules/notes"
                ))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(
            help: .init(
                text(nb: "modulen eller mappen dens", nn: "modulen eller mappa hans", en: "the module or its folder"), valueName: "module"))
        var module: String

        func run(_ host: Host) throws -> ExitStatus {
            let (id, folders) = try Modules.folder(module, host)
            let checks = try ScratchFolder.with { folder in
                try ModuleConformance(id: id, files: folders[id] ?? [:], others: folders, linked: host.linked).run(in: folder)
            }
            try host.show(ConformanceCheck.table(id, checks))
            return checks.allSatisfy(\.isKept) ? .done : .wrong
        }
    }

    /// The module that a word means, by its id or its folder, and the files of all modules that are known: path in the folder to content.
    static func folder(_ module: String, _ host: Host) throws -> (id: String, folders: [String: [String: [UInt8]]]) {
        // The modules of the workspace, if there is one; a module's folder can be judged anywhere.
        let here = (try? host.root()) ?? host.io.folder
        var others = folders(try host.tree(root: here, folders: ["Modules"]), below: "Modules")
        for module in host.linked.files where others[module.id] == nil { others[module.id] = module.files.mapValues { Array($0.utf8) } }
        var id = module
        if module.contains("/") {
            let path = host.io.resolved(module).split(separator: "/", omittingEmptySubsequences: false).filter { $0 != "." }
                .reversed().drop { $0.isEmpty }.reversed().map(String.init)
            id = path.last ?? ""
            let tree = try host.tree(root: path.dropLast().joined(separator: "/"), folders: [id])
            others[id] = folders(FileTree(tree.files.reduce(into: [:]) { $0["Modules/" + $1.key] = $1.value }), below: "Modules")[id]
        }
        guard others[id] != nil else {
            throw HostError.unknown(Text(nb: "modulen", nn: "modulen", en: "module"), module, known: others.keys.sorted())
        }
        return (id, others)
    }

    /// The files of each module: path in its folder to content.
    private static func folders(_ tree: FileTree, below root: String) -> [String: [String: [UInt8]]] {
        tree.files.reduce(into: [:]) { folders, file in
            let parts = file.key.split(separator: "/", maxSplits: 2).map(String.init)
            if parts.count == 3, parts[0] == root { folders[parts[1], default: [:]][parts[2]] = file.value }
        }
    }
}
