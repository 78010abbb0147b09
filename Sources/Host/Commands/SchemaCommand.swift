import ArgumentParser
import Kernel

/// `kjerne schema`: schemas for editors, and the validation of any two files.
struct SchemaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "schema",
            abstract: text(
                nb: "Skjemaer for filene, og sjekk av en fil mot et skjema.", nn: "Skjema for filene, og sjekk av ei fil mot eit skjema.",
                en: "Schemas of the files, and checks of a file against a schema."),
            discussion: "  kjerne schema show variant",
            subcommands: [List.self, Show.self, Keys.self, Write.self, Validate.self, Canonical.self])
    }

    struct List: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "list",
                abstract: text(nb: "List opp skjemaene.", nn: "List opp skjemaa.", en: "List the schemas."),
                discussion: "  kjerne schema list")
        }
        @OptionGroup var global: GlobalOptions

        func run(_ host: Host) throws -> ExitStatus {
            try host.show(SchemaTables.list(try SchemaLibrary(host.schemaWorkspace())))
            return .done
        }
    }

    struct Show: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show",
                abstract: text(
                    nb: "Skriv et skjema som vanlig JSON Schema 2020-12.", nn: "Skriv eit skjema som vanleg JSON Schema 2020-12.",
                    en: "Write a schema as plain JSON Schema 2020-12."),
                discussion: "  kjerne schema show variant --lang nn > variant.schema.json")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "slaget fil eller format", nn: "slaget fil eller format", en: "the kind of file or format")))
        var kind: String

        static var formats: [OutputFormat] { OutputFormat.ofValues }

        func run(_ host: Host) throws -> ExitStatus {
            let library = try SchemaLibrary(host.schemaWorkspace())
            guard let schema = try library.standard(kind, language: host.language) else {
                throw HostError.unknown(Text(nb: "skjemaet", nn: "skjemaet", en: "schema"), kind, known: library.names)
            }
            host.io.write(schema.pretty + "\n")
            return .done
        }
    }

    struct Keys: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "keys",
                abstract: text(
                    nb: "List opp nøklene i et slag fil.", nn: "List opp nøklane i eit slag fil.", en: "List the keys of a kind of file."),
                discussion: "  kjerne schema keys variant --lang nb")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "slaget fil eller format", nn: "slaget fil eller format", en: "the kind of file or format")))
        var kind: String

        func run(_ host: Host) throws -> ExitStatus {
            let library = try SchemaLibrary(host.schemaWorkspace())
            guard let table = try SchemaTables.keys(kind, in: library) else {
                throw HostError.unknown(Text(nb: "skjemaet", nn: "skjemaet", en: "schema"), kind, known: library.names)
            }
            try host.show(table)
            return .done
        }
    }

    struct Write: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "write",
                abstract: text(
                    nb: "Skriv alle filskjemaene til Config/schemas, der redigeringsprogrammer finner dem.",
                    nn: "Skriv alle filskjemaa til Config/schemas, der redigeringsprogram finn dei.",
                    en: "Write the schemas of all files to Config/schemas, where editors find them."), discussion: "  kjerne schema write")
        }
        @OptionGroup var global: GlobalOptions
        @Flag(
            help: .init(text(nb: "vis hva som ville blitt skrevet", nn: "vis kva som ville vorte skrive", en: "show what would be written"))
        ) var dryRun = false

        func run(_ host: Host) throws -> ExitStatus {
            let folder = try host.root() + "/Config/schemas"
            var written: [String] = []
            for (path, bytes) in try SchemaLibrary(host.schemaWorkspace()).editorFiles(language: host.language) {
                if !dryRun && (try? FileContent.read(folder + "/" + path)) != bytes {
                    do {
                        try FileContent.makeFolder(folder)
                        try FileContent.write(bytes, to: folder + "/" + path)
                    } catch {
                        throw HostError.cannotCreate(error.path, error.reason)
                    }
                }
                written.append("Config/schemas/\(path)")
            }
            try host.show(files: written)
            return .done
        }
    }

    struct Validate: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "validate",
                abstract: text(
                    nb: "Sjekk en fil mot et JSON Schema.", nn: "Sjekk ei fil mot eit JSON Schema.",
                    en: "Check a file against a JSON Schema."),
                discussion: text(
                    nb:
                        "0: filen oppfyller skjemaet. 1: den gjør det ikke. 65: en av filene kan ikke leses, eller skjemaet er feil.\n\n  kjerne schema validate skjema.json fil.yaml",
                    nn:
                        "0: fila oppfyller skjemaet. 1: ho gjer det ikkje. 65: ei av filene kan ikkje lesast, eller skjemaet er feil.\n\n  kjerne schema validate skjema.json fil.yaml",
                    en:
                        "0: the file satisfies the schema. 1: it does not. 65: a file cannot be read, or the schema is wrong.\n\n  kjerne schema validate schema.json file.yaml"
                ))
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "skjemaet (JSON eller YAML)", nn: "skjemaet (JSON eller YAML)", en: "the schema (JSON or YAML)")))
        var schema: String
        @Argument(help: .init(text(nb: "filen (JSON eller YAML)", nn: "fila (JSON eller YAML)", en: "the file (JSON or YAML)"))) var file:
            String

        static var formats: [OutputFormat] { OutputFormat.ofFaults }

        func run(_ host: Host) throws -> ExitStatus {
            var sources = SourceMap()
            var found = Diagnostics()
            let schemaRoot = try host.document(schema, in: &sources, into: &found)
            let root = try host.document(file, in: &sources, into: &found)
            guard let schemaRoot, let root else {
                try host.show(found, sources: sources)
                return .badInput
            }
            let compiled = Schema.compile(schemaRoot, dialect: .standard)
            found.report(contentsOf: compiled.diagnostics)
            guard let schema = compiled.schema, !found.hasErrors else {
                try host.show(found, sources: sources)
                return .badInput
            }
            found.report(contentsOf: schema.validate(root, options: []))
            try host.show(found, sources: sources)
            return found.hasErrors ? .wrong : .done
        }
    }

    struct Canonical: HostCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "canonical",
                abstract: text(
                    nb: "Skriv en YAML- eller JSON-fil som kanonisk JSON (RFC 8785).",
                    nn: "Skriv ei YAML- eller JSON-fil som kanonisk JSON (RFC 8785).",
                    en: "Write a YAML or JSON file as canonical JSON (RFC 8785)."),
                discussion: "  kjerne schema canonical file.json | sha256sum")
        }
        @OptionGroup var global: GlobalOptions
        @Argument(help: .init(text(nb: "filen", nn: "fila", en: "the file"))) var file: String

        static var formats: [OutputFormat] { OutputFormat.ofFaults }

        func run(_ host: Host) throws -> ExitStatus {
            var sources = SourceMap()
            var found = Diagnostics()
            guard let root = try host.document(file, in: &sources, into: &found) else {
                try host.show(found, sources: sources)
                return .badInput
            }
            if let node = root.notFinite {
                found.report(.notFinite(at: node.span))
                try host.show(found, sources: sources)
                return .badInput
            }
            host.io.write(String(decoding: try root.json.canonical, as: UTF8.self))
            return .done
        }
    }
}

extension Host {
    /// The workspace whose modules extend the schemas; an empty one where there is none.
    ///
    /// - Parameter depth: `.headings` where nobody asks what the modules declare.
    func schemaWorkspace(_ depth: WorkspaceReader.Depth = .modules) throws -> Workspace {
        guard let root = try? root() else { return WorkspaceReader.read(FileTree(), linked: linked, depth: depth) }
        let tree = try tree(root: root, folders: ["Modules"], files: [FileKind.workspace.place])
        return WorkspaceReader.read(tree, linked: linked, depth: depth)
    }

    /// Reads any file as YAML or, if its name ends in `.json`, as JSON; nil when it has faults.
    func document(_ path: String, in sources: inout SourceMap, into found: inout Diagnostics) throws -> Node? {
        let bytes: [UInt8]
        do { bytes = try FileContent.read(io.resolved(path), limit: ReaderLimits.standard.bytes + 1) } catch {
            let file = sources.add(path: path, bytes: [])
            found.report(.unreadable(reason: error.reason, isTable: false, at: SourceSpan(startOf: file.id)))
            return nil
        }
        let result = DocumentReader.read(sources.add(path: path, bytes: bytes))
        found.report(contentsOf: result.diagnostics)
        return found.hasErrors ? nil : result.document?.root
    }

    /// Writes diagnostics as data, in the form that was asked for.
    func show(_ found: Diagnostics, sources: SourceMap) throws {
        switch global.output ?? .table {
        case .table: if !found.isEmpty { io.write(render(found, sources: sources, color: usesColor)) }
        case .json: io.write(JSONRenderer(language: language).render(found, in: sources))
        case .sarif: io.write(SARIFRenderer(language: language, version: WorkspaceReader.kernelVersion).render(found, in: sources))
        case let other: throw HostError.wrongFormat(other.rawValue, can: OutputFormat.ofFaults.map(\.rawValue))
        }
    }
}
