extension ModuleManifest {
    /// Reads a manifest whose form the schema has accepted.
    ///
    /// - Returns: the manifest, or nil where a version or a range cannot be read; the fault is then among `diagnostics`.
    static func read(_ root: Node, folder: String, digest: String, diagnostics: inout [Diagnostic]) -> ModuleManifest? {
        guard let id = root["module"]?.string, let idSpan = root["module"]?.span, let titleNode = root["title"],
            let version = version(root["version"], &diagnostics), let kernelNode = root["kernel"],
            let kernel = range(kernelNode, &diagnostics)
        else { return nil }
        let requires = relations(root["requires"], &diagnostics)
        let conflicts = relations(root["conflicts"], &diagnostics)
        let implementation = implementation(root["implementation"])
        return ModuleManifest(
            id: id, idSpan: idSpan, version: version, versionSpan: root["version"]?.span ?? idSpan, kernel: kernel,
            kernelSpan: kernelNode.span, title: Text(node: titleNode),
            description: root["description"].map(Text.init(node:)), implementation: implementation,
            implementationSpan: root["implementation"]?.span ?? idSpan, requires: requires, conflicts: conflicts,
            after: (root["after"]?.list ?? []).compactMap { node in node.string.map { ($0, node.span) } },
            settings: root["settings"]?.closedSchema, sections: sections(root), formats: formats(root, id), activities: activities(root),
            rules: rules(root),
            bindings: bindings(root, id), extensionPoints: points(root, id),
            root: root, folder: folder, digest: digest)
    }

    private static func version(_ node: Node?, _ diagnostics: inout [Diagnostic]) -> SemanticVersion? {
        guard let node, let text = node.string else { return nil }
        do { return try SemanticVersion(text) } catch {
            diagnostics.append(error.diagnostic("module/bad-version", in: node))
            return nil
        }
    }

    static func range(_ node: Node, _ diagnostics: inout [Diagnostic]) -> VersionRange? {
        guard let text = node.string else { return nil }
        do { return try VersionRange(text) } catch {
            diagnostics.append(error.diagnostic("module/bad-range", in: node))
            return nil
        }
    }

    private static func relations(_ node: Node?, _ diagnostics: inout [Diagnostic]) -> [ModuleDeclaration.Relation] {
        (node?.map?.pairs ?? []).compactMap { pair in
            range(pair.value, &diagnostics).map {
                ModuleDeclaration.Relation(id: pair.key, range: $0, span: pair.keySpan, rangeSpan: pair.value.span)
            }
        }
    }

    private static func implementation(_ node: Node?) -> Implementation {
        if let id = node?["swift"]?.string { return .swift(id) }
        if let process = node?["process"] {
            return .process(command: (process["command"]?.list ?? []).compactMap(\.string), timeout: process["timeout"]?.string)
        }
        return .declaration
    }

    private static func sections(_ root: Node) -> [Section] {
        (root["sections"]?.map?.pairs ?? []).compactMap { pair in
            pair.value["schema"].map {
                Section(key: pair.key, title: pair.value["title"].map(Text.init(node:)), schema: $0.closedSchema, span: pair.keySpan)
            }
        }
    }

    private static func formats(_ root: Node, _ id: String) -> [FileFormat] {
        (root["exports"]?.map?.pairs ?? []).compactMap { pair in
            guard let format = pair.value["format"]?.string, let schema = pair.value["schema"] else { return nil }
            return FileFormat(id: "\(id).\(pair.key)", format: format, schema: schema)
        }
    }

    private static func activities(_ root: Node) -> [ActivityKind] {
        (root["activities"]?.map?.pairs ?? []).map { pair in
            ActivityKind(
                name: pair.key, title: pair.value["title"].map(Text.init(node:)), settings: pair.value["settings"]?.closedSchema,
                span: pair.keySpan)
        }
    }

    private static func rules(_ root: Node) -> [Rule] {
        (root["rules"]?.map?.pairs ?? []).compactMap { pair in
            guard let title = pair.value["title"],
                let severity = pair.value["severity"]?.string.flatMap(Diagnostic.Severity.init(rawValue:))
            else { return nil }
            return Rule(
                name: pair.key, title: Text(node: title), severity: severity, source: pair.value["source"]?.string,
                settings: pair.value["settings"]?.closedSchema, span: pair.keySpan)
        }
    }

    private static func points(_ root: Node, _ module: String) -> [Point] {
        (root["extension-points"]?.map?.pairs ?? []).map { pair in
            Point(
                id: module + "." + pair.key,
                takes: pair.value["takes"].map { RecordPoint(required: $0["required"].names, optional: $0["optional"].names) },
                span: pair.keySpan)
        }
    }

    private static func bindings(_ root: Node, _ module: String) -> [Binding] {
        (root["contributes"]?.map?.pairs ?? []).flatMap { point in
            (point.value.map?.pairs ?? []).map { pair in
                Binding(
                    point: point.key, name: pair.key, failsClosed: pair.value["fails"]?.string != "open",
                    title: pair.value["title"].map(Text.init(node:)), description: pair.value["description"].map(Text.init(node:)),
                    parameter: pair.value["parameter"],
                    records: pair.value["record"]?.string.map { record in
                        let fields = (pair.value["fields"]?.map?.pairs ?? []).map { ($0.key, $0.value.string ?? "") }
                        return RecordContribution(record: "\(module).\(record)", fields: Dictionary(fields) { first, _ in first })
                    }, span: pair.keySpan)
            }
        }
    }
}
