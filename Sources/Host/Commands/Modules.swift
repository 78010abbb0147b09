import ArgumentParser
import Kernel

/// `kjerne modules`: what is loaded, and what could be.
struct Modules: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "modules",
            abstract: text(
                nb: "Vis modulene, prøv dem, og slå dem på og av.", nn: "Vis modulane, prøv dei, og slå dei på og av.",
                en: "Show the modules, try them, and enable or disable them."),
            discussion: "  kjerne modules show assessment",
            subcommands: [List.self, Show.self, Graph.self, Enable.self, Disable.self, Remove.self, New.self, Check.self, Test.self])
    }

    struct List: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: text(
                    nb: "List opp moduler, i den rekkefølgen de lastes.", nn: "List opp modular, i den rekkjefølgja dei blir lasta.",
                    en: "List modules, in the order in which they load."),
                discussion: "  kjerne modules list")
        }
        @OptionGroup var global: GlobalOptions

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.schemaWorkspace(.headings)
            try host.show(ModuleTables.list(workspace))
            guard workspace.diagnostics.hasErrors else { return .done }
            host.io.writeError(host.render(workspace.diagnostics, sources: workspace.sources, color: host.io.isErrorTerminal))
            return .wrong
        }
    }

    struct Show: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: text(
                    nb: "Vis hva en modul er og bidrar med.", nn: "Vis kva ein modul er og bidreg med.",
                    en: "Show what a module is and contributes."),
                discussion: "  kjerne modules show assessment")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "modulen", nn: "modulen", en: "the module"))) var id: String

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.schemaWorkspace()
            try host.show(ModuleTables.contents(Modules.find(id, in: workspace)))
            return .done
        }
    }

    struct Graph: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "graph",
                abstract: text(
                    nb: "Tegn hvem som trenger hvem, eller arbeidsflytene i en modul, som Mermaid.",
                    nn: "Teikn kven som treng kven, eller arbeidsflytane i ein modul, som Mermaid.",
                    en: "Draw which module needs which, or a module's workflows, as Mermaid."),
                discussion: "  kjerne modules graph\n  kjerne modules graph resources")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "modulen", nn: "modulen", en: "the module"))) var id: String?
        @Argument(help: .init(text(nb: "arbeidsflyten", nn: "arbeidsflyten", en: "the workflow"))) var workflow: String?

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.schemaWorkspace()
            let graph = try id.map { try workflows(of: $0, in: workspace, host.language) } ?? ModuleTables.mermaid(workspace)
            try host.show(.object([("format", .string("kjerne.graph/1")), ("mermaid", .string(graph))]), text: graph)
            return .done
        }

        private func workflows(of id: String, in workspace: Workspace, _ language: Language) throws -> String {
            let module = try Modules.find(id, in: workspace)
            let known = ModuleTables.workflows(module)
            let chosen = ModuleTables.workflows(module, named: workflow)
            if chosen.isEmpty && (workflow != nil || !known.isEmpty) {
                throw HostError.unknown(
                    Text(nb: "arbeidsflyten", nn: "arbeidsflyten", en: "workflow"), workflow ?? id, known: known.map(\.name))
            }
            return WorkflowDiagram(language).mermaid(chosen)
        }
    }

    /// The module of that name, enabled or not.
    private static func find(_ id: String, in workspace: Workspace) throws -> ModuleManifest {
        let all = workspace.modules + workspace.otherModules
        guard let module = all.first(where: { $0.id == id }) else {
            throw HostError.unknown(Text(nb: "modulen", nn: "modulen", en: "module"), id, known: all.map(\.id).sorted())
        }
        return module
    }
}
