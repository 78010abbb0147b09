/// Names that are taken: by the kernel, by another thing, or by what a thing was called before.
extension DeclarationCheck {
    mutating func checkNames() {
        let root = manifest.root
        if ["kernel", "sqlite"].contains(manifest.id) { faults.append(.reservedModule(manifest.id, at: manifest.idSpan)) }
        for key in ["records", "workflows", "activities", "actions", "reports", "notices", "roles", "events"] { checkFormer(root[key]) }
        for pair in root["records"].pairs {
            checkFormer(pair.value["fields"])
            for field in pair.value["fields"].pairs { checkFormer(field.value["of"]) }
        }
        checkFormer(root["settings"]?["properties"])
        for pair in root["activities"].pairs { checkFormer(pair.value["settings"]?["properties"]) }
        if let pair = root.map?.pair("was") { faults.append(.moduleRenamed(manifest.id, at: pair.keySpan)) }
        for pair in root["codes"].pairs { checkFormer(pair.value) }
        for pair in root["workflows"].pairs {
            for key in ["states", "transitions", "deadlines"] { checkFormer(pair.value[key]) }
            for transition in pair.value["transitions"].pairs where ["create", "update", "delete"].contains(transition.key) {
                faults.append(.reservedTransition(transition.key, at: transition.keySpan))
            }
        }
        for pair in root["roles"].pairs {
            if Self.relations.contains(pair.key) || Self.actors.contains(pair.key) {
                faults.append(.reservedRole(pair.key, at: pair.keySpan))
            }
            guard let role = Role.kernel.first(where: { $0.id == pair.key }) else { continue }
            let known = role.scopes.map(\.rawValue).sorted()
            for word in pair.value["scopes"].words where !known.contains(word.name) {
                faults.append(.scopeOfKernelRole(word.name, role: role.id, known: known, at: word.span))
            }
        }
        var taken: [String: SourceSpan] = [:]
        for record in module.records {
            for act in ["create", "update", "delete"] { taken["\(record.name).\(act)"] = record.span }
            for transition in record.workflow?.transitions ?? [] { taken["\(record.name).\(transition.name)"] = transition.span }
        }
        for action in module.actions {
            if let first = taken[action.name] { faults.append(.actionTwice(action.name, first: first, at: action.span)) }
        }
    }

    /// What a thing was called before cannot be what another is called.
    private mutating func checkFormer(_ node: Node?) {
        var former: [String: SourceSpan] = [:]
        for pair in node.pairs {
            for word in pair.value["was"].words {
                if let now = node?.map?.pair(word.name) {
                    faults.append(.nameInUse(word.name, other: now.keySpan, at: word.span))
                } else if let first = former.updateValue(word.span, forKey: word.name) {
                    faults.append(.nameInUse(word.name, other: first, at: word.span))
                }
            }
        }
    }
}
