extension ModuleManifest {
    /// What the manifest declares, in the kernel's own terms.
    ///
    /// The form has been checked by the schema; faults are values that the schema cannot judge, such as a pattern that is no regular
    /// expression. Names of other things are not looked up here: `RecordCatalog` does that.
    ///
    /// - Parameter settings: of the workspace, which may say how long a deadline is; where they say nothing, the default holds.
    public func declarations(
        with settings: JSONValue = .object([])
    ) -> (declarations: ModuleDeclarations, diagnostics: [Diagnostic]) {
        ModuleDeclarations.read(root, module: id, version: version.description, settings: settings)
    }
}

extension ModuleDeclarations {
    /// Reads what a manifest declares, from a file or from the store.
    ///
    /// - Parameters:
    ///   - root: the manifest, whose form the schema has accepted.
    ///   - settings: what the workspace sets for the module.
    /// - Returns: the declarations, without what could not be read, and the faults.
    public static func read(
        _ root: Node, module: String, version: String, settings: JSONValue = .object([])
    ) -> (declarations: ModuleDeclarations, diagnostics: [Diagnostic]) {
        var reader = DeclarationReader(root, module: module, settings: settings)
        let declarations = reader.declarations(version: version)
        return (declarations, reader.faults)
    }
}

/// Reads a manifest's records, workflows, reports, letters, actions, activities and events.
struct DeclarationReader {
    let root: Node
    let module: String
    /// What the workspace sets for the module.
    let settings: JSONValue
    /// The sets of words that the manifest names once for several fields.
    private(set) var codes: [String: [FieldType.CodeValue]] = [:]
    var faults: [Diagnostic] = []

    init(_ root: Node, module: String, settings: JSONValue) {
        self.root = root
        self.module = module
        self.settings = settings
        for pair in root["codes"].pairs { codes[pair.key] = Self.codeValues(pair.value) }
    }

    mutating func declarations(version: String) -> ModuleDeclarations {
        var result = ModuleDeclarations(module: module, version: version)
        var workflows: [String: Workflow] = [:]
        for pair in root["workflows"].pairs { workflows[pair.key] = workflow(pair) }
        for pair in root["records"].pairs { result.records.append(record(pair, workflows: workflows)) }
        for pair in root["reports"].pairs { result.reports.append(report(pair)) }
        for pair in root["notices"].pairs {
            guard let template = pair.value["template"]?.string, let to = pair.value["to"]?.string else { continue }
            result.notices.append(NoticeDeclaration(name: pair.key, template: template, to: to, span: pair.keySpan))
        }
        for pair in root["actions"].pairs {
            result.actions.append(
                CodedAction(
                    module: module, name: pair.key, title: pair.value["title"].text ?? Text(verbatim: pair.key),
                    description: pair.value["description"].text, input: pair.value["input"], by: pair.value["by"].names,
                    record: pair.value["record"]?.string.map(full), event: pair.value["event"]?.string,
                    was: pair.value["was"].names, span: pair.keySpan))
        }
        result.performs = root["performs"].names
        result.formerSettings = Self.formerSettings(root["settings"])
        result.imports = root["imports"].pairs.map(importFormat)
        result.exports = root["exports"].pairs.map(exportFormat)
        for pair in root["activities"].pairs {
            result.activities.append(
                DeclaredActivity(
                    module: module, name: pair.key, title: pair.value["title"].text, record: pair.value["record"]?.string.map(full),
                    completed: (pair.value["completed"]?["state"]).words.map(\.name),
                    counting: (pair.value["completed"]?["of"]?.string).flatMap(DeclaredActivity.Counting.init) ?? .own,
                    was: pair.value["was"].names, formerSettings: Self.formerSettings(pair.value["settings"])))
        }
        for pair in root["events"].pairs {
            result.events.append(
                DeclaredEvent(
                    name: pair.key, version: pair.value["version"]?.integer ?? 1, payload: pair.value["payload"],
                    was: pair.value["was"].names, span: pair.keySpan))
        }
        return result
    }

    /// What settings are called now, by what they were called.
    private static func formerSettings(_ schema: Node?) -> [String: String] {
        var names: [String: String] = [:]
        for pair in schema?["properties"].pairs ?? [] { for former in pair.value["was"].names { names[former] = pair.key } }
        return names
    }

    /// The full name of a record; one without a module is the manifest's own.
    func full(_ name: String) -> String { name.contains(".") ? name : "\(module).\(name)" }

    /// A record and one of its states: `RECORD.STATE`, or `MODULE.RECORD.STATE`.
    func state(_ path: String) -> (record: String, state: String) {
        let words = path.split(separator: ".").map(String.init)
        return (full(words.dropLast().joined(separator: ".")), words.last ?? "")
    }

    private mutating func record(_ pair: NodeMap.Pair, workflows: [String: Workflow]) -> RecordType {
        let node = pair.value
        var repeatTexts: [[String]: Text] = [:]
        for list in node["unique"]?.list ?? [] {
            if let text = list["taken"].text { repeatTexts[list["fields"].names] = text }
        }
        return RecordType(
            module: module, name: pair.key, title: node["title"].text, was: node["was"].names,
            parent: node["parent"]?.string.map(full), owner: Self.path(node["owner"]?.string), key: node["key"].names,
            unique: node.uniqueLists.map(\.names), indexes: (node["index"]?.list ?? []).map(\.names),
            create: node["create"]?["by"].names ?? [], update: node["update"]?["by"].names ?? [], delete: node["delete"]?["by"].names ?? [],
            openStates: node["update"]?["in"].names ?? [], read: node["read"].pairs.map(Self.grant),
            fields: node["fields"].pairs.map { field($0) },
            search: node["search"].names, workflow: node["workflow"]?.string.flatMap { workflows[$0] },
            isBulk: node["written-by"]?.string == "importer", isAnonymous: node["anonymous"] != nil,
            tokenLimit: node["anonymous"]?["at-most"]?.string, isExceptional: node["exceptional"]?.bool ?? false,
            seal: seal(node),
            pseudonym: node["pseudonymous"]?["until"]?.string.map(state),
            window: node["while"].pairs.map { (full($0.key), $0.value.names) },
            createGuards: node["create"]?["guard"].names ?? [], createNotice: node["create"]?["notice"]?.string,
            updateGuards: node["update"]?["guard"].names ?? [], updateNotice: node["update"]?["notice"]?.string,
            repeatTexts: repeatTexts,
            sharing: node["shared"].map {
                RecordSharing(through: full($0["through"]?.string ?? ""), by: $0["by"].names, agreedBy: $0["agreed-by"].names)
            },
            shares: node["shares"].map {
                ShareTerms(
                    record: $0["record"]?.string ?? "", number: $0["number"]?.string ?? "", state: $0["in"]?.string ?? "",
                    role: $0["role"]?.string, until: $0["until"]?.string, asks: $0["asks"]?.string, agreed: $0["agreed"]?.string)
            },
            liesIn: node["lies-in"].names,
            recognises: node["recognises"].map {
                RecognitionTerms(states: $0["in"].names, ground: $0["ground"]?.string ?? "", source: $0["source"]?.string)
            }, requires: root["requires"].pairs.map(\.key), span: pair.keySpan)
    }

    /// What is said under `sealed`.
    ///
    /// Anonymous answers that nobody may read are there for nobody, the operator included: who sees them come in sees whose they are.
    private func seal(_ node: Node) -> RecordSeal? {
        if let seal = node["sealed"] { return RecordSeal(until: seal["until"]?.string.map(state), except: seal["except"].names) }
        return node["anonymous"] != nil && node["read"].pairs.isEmpty ? RecordSeal(until: nil, except: []) : nil
    }

    /// `all`, names of fields, or `{fields: ..., once: STATE, where: {PATH: VALUE}}`.
    private static func grant(_ pair: NodeMap.Pair) -> ReadGrant {
        let filters = pair.value["where"].pairs.map { filter in
            ReadGrant.Filter(path: path(filter.key), values: (filter.value.list ?? [filter.value]).compactMap(word))
        }
        return ReadGrant(
            pair.key, reading(pair.value["fields"] ?? pair.value), once: pair.value["once"]?.string, filters: filters)
    }

    /// A value as it is compared: a text, a number as it was written, `true` or `false`.
    static func word(_ node: Node) -> String? {
        if let bool = node.bool { return bool ? "true" : "false" }
        return node.string ?? node.number?.text
    }

    static func reading(_ node: Node) -> ReadGrant.Reading { node.string == "all" ? .all : .fields(node.names) }

    static func path(_ text: String?) -> [String] { (text ?? "").split(separator: ".").map(String.init) }
}
