/// Makes the schema of each kind of file, with what the enabled modules add.
struct KindSchemas {
    /// The languages that every text must exist in.
    let languages: [String]
    private let shared: NodeMap

    init(languages: [String], sources: inout SourceMap) throws(DiagnosticsError) {
        self.languages = languages
        let common = CommonSchema.definitions(languages: languages)
        shared = try SchemaText.node(common, path: "kernel:schema/common", in: &sources).map ?? NodeMap()
    }

    /// A schema from the kernel's text, with the shared definitions.
    func plain(_ kind: FileKind, sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        SchemaText.adding(shared, to: try SchemaText.node(text(of: kind), path: "kernel:schema/\(kind.rawValue)", in: &sources))
    }

    private func text(of kind: FileKind) -> String {
        switch kind {
        case .workspace: WorkspaceSchema.yaml
        case .calendar: WorkingCalendar.schemaYAML
        case .lock: LockSchema.yaml
        case .module: ModuleSchema.yaml
        case .offering: OfferingSchema.yaml
        case .programme: LayerSchema.programme
        case .institution: LayerSchema.institution
        case .variant: LayerSchema.variant
        }
    }

    /// A schema that a module wrote, which may refer to the shared definitions; they are added where it refers to anything.
    func standalone(_ schema: Node) -> Node {
        SchemaText.holds(["$ref", "$defs"], schema) ? SchemaText.adding(shared, to: schema) : schema
    }

    /// The body with the files of all kinds of layer among its definitions, so that it is compiled once for all of them.
    func layers(body: Node, sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let head = try head(&sources)
        var definitions = NodeMap()
        for kind in [FileKind.programme, .institution, .variant] {
            let yaml = try SchemaText.node(text(of: kind), path: "kernel:schema/\(kind.rawValue)", in: &sources)
            let own = (body["properties"]?.map?.pairs ?? []).map { pair in
                NodeMap.Pair(
                    key: pair.key, keySpan: pair.keySpan,
                    value: .map([("$ref", Node(.string("#/properties/\(pair.key)"), at: pair.value.span))], at: pair.value.span))
            }
            let schema = Self.adding((head.map?.pairs ?? []) + own, to: yaml)
            definitions.set(.init(key: Self.definition(of: kind), keySpan: schema.span, value: schema))
        }
        return SchemaText.adding(definitions, to: body)
    }

    /// The name of a kind of layer among the definitions of `layers`, which no module can give to anything.
    static func definition(of kind: FileKind) -> String { "kernel layer \(kind.rawValue)" }

    private func head(_ sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        try SchemaText.node(LayerSchema.head, path: "kernel:schema/head", in: &sources)
    }

    /// A schema with more properties; those it has stay.
    private static func adding(_ properties: [NodeMap.Pair], to schema: Node) -> Node {
        var schema = schema
        for pair in properties where schema["properties"]?[pair.key] == nil {
            schema = schema.adding(pair.value, key: pair.key, in: ["properties"])
        }
        return schema
    }

    /// Sections whose key the files of layers have already, from the kernel or from a module before.
    func takenSections(of modules: [ModuleManifest], sources: inout SourceMap) throws(DiagnosticsError) -> [Diagnostic] {
        var owners: [String: String?] = [:]
        var schemas = [try SchemaText.node(LayerSchema.body, path: "kernel:schema/layer", in: &sources)["properties"], try head(&sources)]
        for kind in [FileKind.programme, .institution, .variant] {
            schemas.append(try SchemaText.node(text(of: kind), path: "kernel:schema/\(kind.rawValue)", in: &sources)["properties"])
        }
        for key in schemas.flatMap({ $0?.map?.keys ?? [] }) { owners[key] = .some(nil) }
        return modules.flatMap { module in
            module.sections.compactMap { section -> Diagnostic? in
                guard let owner = owners[section.key] else {
                    owners[section.key] = module.id
                    return nil
                }
                return .sectionTaken(section.key, by: owner, of: module.id, at: section.span)
            }
        }
    }

    /// The body that layers compose: the kernel's keys, sections, activity kinds and requirement rules of `modules`.
    func body(modules: [ModuleManifest], sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let base = try SchemaText.node(LayerSchema.body, path: "kernel:schema/layer", in: &sources)
        var schema = SchemaText.adding(shared, to: base)
        for module in modules {
            // One that is taken is a fault, and the key stays what it was.
            for section in module.sections where schema["properties"]?[section.key] == nil {
                let name = "\(module.id).\(section.key)"
                schema = schema.adding(
                    SchemaText.embedded(composable(section.schema, base), as: name, shared: shared), key: name, in: ["$defs"])
                schema = schema.adding(.reference(to: name, at: section.span), key: section.key, in: ["properties"])
            }
        }
        return closed(requirements(of: modules, in: kinds(of: modules, in: schema)))
    }

    /// The whole file of a layer: its head and the body, which closes the set of keys.
    func layer(_ kind: FileKind, body: Node, sources: inout SourceMap) throws(DiagnosticsError) -> Node {
        let head = try head(&sources)
        let properties = (head.map?.pairs ?? []) + (body["properties"]?.map?.pairs ?? [])
        let schema = Self.adding(properties, to: try plain(kind, sources: &sources))
        return SchemaText.adding(body["$defs"]?.map ?? NodeMap(), to: schema)
    }

    /// What a module wrote, whose items layers can move and remove as they can the kernel's own.
    private func composable(_ schema: Node, _ body: Node) -> Node {
        guard let after = shared["id"], let remove = body["$defs"]?["reason"] else { return schema }
        return SchemaText.composable(schema, after: after, remove: remove)
    }

    private func kinds(of modules: [ModuleManifest], in schema: Node) -> Node {
        var schema = schema
        var names: [Node] = []
        var branches: [Node] = []
        for module in modules {
            for kind in module.activities {
                let name = "\(module.id).\(kind.name)"
                names.append(Node(.string(name), at: kind.span))
                let settings = kind.settings ?? .closedObject(at: kind.span)
                schema = schema.adding(
                    SchemaText.embedded(composable(settings, schema), as: name, shared: shared), key: name, in: ["$defs"])
                branches.append(.branch(property: "kind", equals: name, gives: "settings", definition: name, at: kind.span))
            }
        }
        let span = schema.span
        guard !names.isEmpty else {
            return schema.adding(Node(.bool(false), at: span), key: "kind", in: ["$defs", "activity", "properties"])
        }
        schema = schema.adding(Node(.list(names), at: span), key: "enum", in: ["$defs", "activity", "properties", "kind"])
        return schema.adding(Node(.list(branches), at: span), key: "allOf", in: ["$defs", "activity"])
    }

    private func requirements(of modules: [ModuleManifest], in schema: Node) -> Node {
        var schema = schema
        for module in modules {
            for binding in module.bindings where binding.point == CompletionRules.id {
                let name = "\(module.id).requirement.\(binding.name)"
                let parameter = binding.parameter?.closedSchema ?? Node(.bool(true), at: binding.span)
                schema = schema.adding(SchemaText.embedded(parameter, as: name, shared: shared), key: name, in: ["$defs"])
                schema = schema.adding(
                    .reference(to: name, at: binding.span), key: binding.name, in: ["$defs", "requirement", "properties"])
            }
        }
        return schema.adding(Node(.bool(false), at: schema.span), key: "additionalProperties", in: ["$defs", "requirement"])
    }

    private func closed(_ schema: Node) -> Node {
        schema.adding(Node(.bool(false), at: schema.span), key: "additionalProperties", in: [])
    }
}

extension Node {
    /// A copy with `value` under `key` of the map at `path`; maps that are missing on the way are made.
    func adding(_ value: Node, key: String, in path: [String]) -> Node {
        var map = self.map ?? NodeMap()
        if let first = path.first {
            let inner = map.pair(first)
            let next = inner?.value ?? Node(.map(NodeMap()), at: span)
            map.set(.init(key: first, keySpan: inner?.keySpan ?? span, value: next.adding(value, key: key, in: Array(path.dropFirst()))))
        } else {
            map.set(.init(key: key, keySpan: value.span, value: value))
        }
        return Node(.map(map), at: span)
    }

    /// A map with these pairs, all at one place.
    static func map(_ pairs: [(String, Node)], at span: SourceSpan) -> Node {
        Node(.map(NodeMap(pairs.map { .init(key: $0.0, keySpan: span, value: $0.1) })), at: span)
    }

    fileprivate static func reference(to name: String, at span: SourceSpan) -> Node {
        .map([("$ref", Node(.string("#/$defs/\(name)"), at: span))], at: span)
    }

    fileprivate static func closedObject(at span: SourceSpan) -> Node {
        .map([("type", Node(.string("object"), at: span)), ("additionalProperties", Node(.bool(false), at: span))], at: span)
    }

    /// `if` the property has that value, `then` another property follows that definition.
    fileprivate static func branch(
        property: String, equals value: String, gives other: String, definition: String, at span: SourceSpan
    ) -> Node {
        let required = Node(.list([Node(.string(property), at: span)]), at: span)
        let constant = Node.map([("const", Node(.string(value), at: span))], at: span)
        return .map(
            [
                ("if", .map([("required", required), ("properties", .map([(property, constant)], at: span))], at: span)),
                ("then", .map([("properties", .map([(other, .reference(to: definition, at: span))], at: span))], at: span)),
            ], at: span)
    }
}
