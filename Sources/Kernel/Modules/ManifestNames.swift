/// Checks that the names a manifest uses are names that it declares: records, workflows, states, letters.
enum ManifestNames {
    /// - Parameters:
    ///   - files: the paths in the module's folder.
    ///   - languages: the languages that every letter must exist in.
    static func check(_ module: ModuleManifest, files: Set<String>, languages: [String]) -> [Diagnostic] {
        var check = Check(root: module.root)
        let records = module.root["records"]?.map?.keys ?? []
        let workflows = module.root["workflows"]?.map?.keys ?? []
        let notices = module.root["notices"]?.map?.keys ?? []
        for pair in module.root["activities"]?.map?.pairs ?? [] { check.one(pair.value["record"], among: records, .record) }
        for pair in module.root["records"]?.map?.pairs ?? [] {
            check.one(pair.value["workflow"], among: workflows, .workflow)
            let fields = pair.value["fields"]?.map?.keys ?? []
            check.each(pair.value["search"], among: fields, .field)
            check.each(pair.value["key"], among: fields, .field)
        }
        for pair in module.root["workflows"]?.map?.pairs ?? [] {
            let states = pair.value["states"]?.map?.keys ?? []
            check.one(pair.value["initial"], among: states, .state)
            for transition in pair.value["transitions"]?.map?.pairs ?? [] {
                check.each(transition.value["from"], among: states, .state)
                check.one(transition.value["to"], among: states, .state)
                check.one(transition.value["notice"], among: notices, .notice)
            }
        }
        var faults = check.faults
        for pair in module.root["notices"]?.map?.pairs ?? [] {
            guard let template = pair.value["template"], let path = template.string else { continue }
            for language in languages where !files.contains("\(path).\(language).md") {
                faults.append(.noLetter("\(path).\(language).md", at: template.span))
            }
        }
        return faults
    }

    private struct Check {
        let root: Node
        var faults: [Diagnostic] = []

        mutating func one(_ node: Node?, among known: [String], _ kind: Text) {
            guard let node, let name = node.string, !known.contains(name) else { return }
            faults.append(
                .unknownName(name, kind: kind, nearest: NearestName.suggestion(for: name, among: known), known: known, at: node.span))
        }

        mutating func each(_ node: Node?, among known: [String], _ kind: Text) {
            guard let node else { return }
            if let list = node.list { for item in list { one(item, among: known, kind) } } else { one(node, among: known, kind) }
        }
    }
}

extension Text {
    fileprivate static let record = Text(nb: "posten", nn: "posten", en: "record")
    fileprivate static let workflow = Text(nb: "arbeidsflyten", nn: "arbeidsflyten", en: "workflow")
    fileprivate static let field = Text(nb: "feltet", nn: "feltet", en: "field")
    fileprivate static let state = Text(nb: "tilstanden", nn: "tilstanden", en: "state")
    fileprivate static let notice = Text(nb: "brevet", nn: "brevet", en: "letter")
}

extension Diagnostic {
    static func noLetter(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "module/no-letter", .error,
            Text(nb: "brevet mangler filen «\(path)»", nn: "brevet manglar fila «\(path)»", en: "the letter lacks the file '\(path)'"),
            at: span)
    }
}
