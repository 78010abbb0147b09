import ArgumentParser
import Kernel

/// `kjerne variants`: composed variants.
struct Variants: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "variants",
            abstract: text(
                nb: "Vis og sammenlign kursvarianter.", nn: "Vis og samanlikn kursvariantar.", en: "Show and compare course variants."),
            discussion: "  kjerne variants diff storby-plf-2027 vest-plf-2027",
            subcommands: [List.self, Show.self, Diff.self, Graph.self])
    }

    struct List: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list", abstract: text(nb: "List opp variantene.", nn: "List opp variantane.", en: "List the variants."),
                discussion: "  kjerne variants list")
        }
        @OptionGroup var global: GlobalOptions

        func run(_ host: Host) throws -> ExitStatus {
            try host.show(VariantTables.list(try host.soundWorkspace()))
            return .done
        }
    }

    struct Show: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: text(
                    nb: "Vis en variant slik den er satt sammen.", nn: "Vis ein variant slik han er sett saman.",
                    en: "Show a variant as it is composed."),
                discussion: text(
                    nb: "Med --output json skrives utgaven som kanonisk innhold.\n\n  kjerne variants show vest-plf-2027",
                    nn: "Med --output json blir utgåva skriven som kanonisk innhald.\n\n  kjerne variants show vest-plf-2027",
                    en: "With --output json the release is written.\n\n  kjerne variants show vest-plf-2027"))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "varianten", nn: "varianten", en: "the variant"))) var id: String

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.soundWorkspace()
            let composed = try host.variant(id, in: workspace)
            try host.show(composed.release.content, text: VariantText.describe(composed, in: workspace, language: host.language))
            return .done
        }
    }

    struct Diff: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "diff",
                abstract: text(
                    nb: "Sammenlign to varianter, felt for felt.", nn: "Samanlikn to variantar, felt for felt.",
                    en: "Compare two variants, field by field."),
                discussion: "  kjerne variants diff storby-plf-2027 vest-plf-2027")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "den ene varianten", nn: "den eine varianten", en: "one variant"))) var a: String
        @Argument(help: .init(text(nb: "den andre varianten", nn: "den andre varianten", en: "the other variant"))) var b: String

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.soundWorkspace()
            guard let first = workspace.variant(a), let second = workspace.variant(b) else {
                throw HostError.unknownVariants(
                    [a, b].filter { workspace.variant($0) == nil }, known: workspace.variants.map(\.variant.id).sorted())
            }
            try host.show(VariantTables.difference(first, second, in: workspace))
            return .done
        }
    }

    struct Graph: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "graph",
                abstract: text(
                    nb: "Tegn lagene og gangen i en variant som Mermaid.", nn: "Teikn laga og gangen i ein variant som Mermaid.",
                    en: "Draw the layers and the course of a variant as Mermaid."), discussion: "  kjerne variants graph kyst-plf-2027")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "varianten", nn: "varianten", en: "the variant"))) var id: String

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            let workspace = try host.soundWorkspace()
            let graph = VariantGraph.mermaid(try host.variant(id, in: workspace), in: workspace, language: host.language)
            try host.show(.object([("format", .string("kjerne.graph/1")), ("mermaid", .string(graph))]), text: graph)
            return .done
        }
    }
}

extension Host {
    /// The composed variant of that id.
    func variant(_ id: String, in workspace: Workspace) throws -> Workspace.ComposedVariant {
        if let found = workspace.variant(id) { return found }
        throw HostError.unknownVariants([id], known: workspace.variants.map(\.variant.id).sorted())
    }
}
