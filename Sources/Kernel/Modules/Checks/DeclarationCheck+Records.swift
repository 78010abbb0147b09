/// Records: what they hang under, whose they are, their keys and fields.
extension DeclarationCheck {
    mutating func check(_ type: RecordType, _ node: Node?) {
        guard let node else { return }
        target(node["parent"], .record)
        checkCycle(type, at: node["parent"])
        checkCircle(type, node)
        checkOwner(type, at: node["owner"])
        for field in type.fields { check(field, node["fields"]?[field.name], of: type) }
        if let limit = node["anonymous"]?["at-most"] {
            one(limit, among: type.parent.flatMap { catalog.index.types[$0] }?.fields.filter(\.isInteger).map(\.name) ?? [], .field)
        }
        checkKeys(type, node)
        checkRights(type, node)
        checkPersonal(type, node)
        check(above: type, node)
        checkSharing(type, node)
        checkRecognition(type, node)
        checkLetter(type, node)
        if let workflow = type.workflow { check(workflow, of: type, manifest.root["workflows"]?[workflow.name]) }
    }

    private mutating func checkCycle(_ type: RecordType, at node: Node?) {
        guard let node else { return }
        var line = [type.id]
        while let parent = catalog.index.types[line[line.count - 1]]?.parent {
            line.append(parent)
            if parent == type.id {
                faults.append(.parentCycle(line.map(short), at: node.span))
                return
            }
            // A circle further up is the fault of those who lie on it.
            if line.dropLast().contains(parent) { return }
        }
    }

    private mutating func checkOwner(_ type: RecordType, at node: Node?) {
        guard let node, let path = node.string, let route = route(path, from: type.id, at: node.span) else { return }
        if case .record(KernelRecord.person.rawValue) = route.end { return }
        faults.append(.ownerIsNoPerson(path, at: node.span))
    }

    private mutating func check(_ field: Field, _ node: Node?, of type: RecordType) {
        if RecordType.systemWords.contains(field.name) { faults.append(.reservedName(field.name, at: field.span)) }
        if field.name == type.parentField { faults.append(.sameColumn(field.name, parent: short(type.parent ?? ""), at: field.span)) }
        if case .list = field.type, ["search", "tokens", "asked"].contains(field.name) {
            faults.append(.reservedName(field.name, at: field.span))
        }
        check(references: node)
        if case .alias(let scope) = field.type, let place = node?["scope"] { check(aliasScope: scope, of: type, at: place.span) }
        if let setting = node?["decided"]?["setting"] { check(setting: setting, of: type) }
        if let seal = field.seal, let until = node?["sealed"]?["until"] { check(seal, of: type, node?["sealed"], at: until.span) }
    }

    /// A setting that a field is copied from: one of an activity, which the record must be for.
    private mutating func check(setting node: Node, of type: RecordType) {
        guard type.activityName != nil else { return faults.append(.noActivity(type.name, at: node.span)) }
        let kinds = manifest.root["activities"].pairs.map(\.value)
        one(node, among: kinds.flatMap { $0["settings"]?["properties"]?.map?.keys ?? [] }, .setting)
    }

    /// Within what an alias is drawn: a field or the parent of the record, or something that the record lies in.
    private mutating func check(aliasScope scope: String, of type: RecordType, at span: SourceSpan) {
        if type.field(scope) != nil || scope == type.parentField { return }
        let known = AliasScope.allCases.filter { $0.targets.isEmpty || catalog.lies(type, in: $0.targets) }
        // What lies above a record of another module is not judged where that module is not known.
        guard isComplete || AliasScope(rawValue: scope) == nil, !known.contains(where: { $0.rawValue == scope }) else { return }
        one((scope, span), among: known.map(\.rawValue), .aliasScope)
    }

    /// What a field, an input or the item of a list refers to.
    mutating func check(references node: Node?) {
        guard let node, let type = node["type"]?.string else { return }
        if type == "list" { check(references: node["of"]) }
        guard type == "reference", target(node["to"], .record), let to = node["to"]?.string, let by = node["by"] else { return }
        one(by, among: keys(of: full(to)), .key)
    }

    /// The fields by which a record is known.
    private func keys(of record: String) -> [String] {
        if let kernel = KernelRecord(rawValue: record) { return kernel.values.map(\.name) }
        guard let type = catalog.index.types[record] else { return [] }
        return (type.key.count == 1 ? type.key : []) + type.unique.filter { $0.count == 1 }.flatMap { $0 }
    }

    private mutating func check(_ seal: Field.Seal, of type: RecordType, _ node: Node?, at span: SourceSpan) {
        check((seal.record, seal.state), of: type, at: span)
        relations(node?["except"], of: type)
    }

    private mutating func checkKeys(_ type: RecordType, _ node: Node) {
        let known = type.fields.map(\.name) + (type.parentField.map { [$0] } ?? [])
        let unique = known + (type.isAnonymous ? [] : ["author"])
        for word in node["key"].words {
            checkKey(word, type, known)
            // A record without its key could be named by nobody.
            if let field = type.field(word.name), !field.isRequired, field.fallback == nil, field.setting == nil {
                faults.append(.keyOptional(word.name, at: word.span))
            }
        }
        for list in node.uniqueLists { for word in list.words { checkKey(word, type, unique) } }
        for list in (node["index"]?.list ?? []) { for word in list.words { checkKey(word, type, known) } }
        checkKeysKeepSeals(type, node)
        let places = type.fields.filter { field in
            guard case .reference(let reference) = field.type else { return false }
            return reference.by == nil && reference.target == KernelRecord.organisation.rawValue
        }
        for word in node["lies-in"].words { one(word, among: places.map(\.name), .field) }
        for word in node["search"].words {
            one(word, among: type.fields.map(\.name), .field)
            guard let field = type.field(word.name) else { continue }
            switch field.type {
            case .text, .localized: break
            default: faults.append(.notSearchable(word.name, type: field.type.word, at: word.span))
            }
        }
    }

    private mutating func checkKey(_ word: (name: String, span: SourceSpan), _ type: RecordType, _ known: [String]) {
        one(word, among: known, .field)
        if case .list = type.field(word.name)?.type { faults.append(.listInKey(word.name, at: word.span)) }
    }

    /// A list says whether it is personal where its items are of a type that must say so; the schema asks the others.
    private mutating func checkPersonal(_ type: RecordType, _ node: Node) {
        for field in type.fields {
            guard let written = node["fields"]?[field.name], case .list(let item) = field.type, written["personal"] == nil,
                written["of"]?["personal"] == nil
            else { continue }
            switch item {
            case .text, .code, .localized, .json, .file: faults.append(.personalUnsaid(field.name, item: item.word, at: field.span))
            case .reference(let reference) where reference.target == KernelRecord.person.rawValue:
                faults.append(.personalUnsaid(field.name, item: item.word, at: field.span))
            default: break
            }
        }
    }
}

extension Text {
    fileprivate static let key = Text(nb: "nøkkelen", nn: "nøkkelen", en: "key")
}
