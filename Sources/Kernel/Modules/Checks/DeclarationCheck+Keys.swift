/// Keys: that being told that one is taken tells nobody of a record that she may not read.
extension DeclarationCheck {
    /// A key that is refused when two are the same tells whoever tries that another is there, so what no one may see is in none,
    /// unless only she who wrote the other could meet it.
    mutating func checkKeysKeepSeals(_ type: RecordType, _ node: Node) {
        let isHidden = type.seal != nil || type.pseudonym != nil || type.isAnonymous
        let lists = [node["key"]].compactMap { $0 } + node.uniqueLists
        for list in lists {
            let words = list.words
            let sealed = words.first { type.field($0.name)?.seal != nil }
            guard !words.isEmpty else { continue }
            guard isHidden || sealed != nil else {
                checkKeyIsRead(words.map(\.name), of: type, at: list.span)
                continue
            }
            let isAuthors = words.contains { $0.name == "author" } && Set(type.update).isSubset(of: ["author"])
            let isOwners =
                type.owner.first.map { first in words.contains { $0.name == first } } == true && type.create == ["owner"]
                && Set(type.update).isSubset(of: ["owner", "author"])
            if !isAuthors && !isOwners { faults.append(.keyTells(sealed?.name ?? words[0].name, at: sealed?.span ?? list.span)) }
        }
    }

    /// Whoever writes a key should be able to read it in every record that could hold the same: everyone reads it, or the key itself says that
    /// the other is hers, or lies where she has the same role.
    private mutating func checkKeyIsRead(_ key: [String], of type: RecordType, at span: SourceSpan) {
        // What is misspelt is a fault of its own.
        let known = type.fields.map(\.name) + (type.parentField.map { [$0] } ?? []) + ["author"]
        guard !type.isBulk, key.allSatisfy(known.contains) else { return }
        let inputs = (type.workflow?.transitions ?? []).filter { step in step.input.contains { key.contains($0.name) } }.flatMap(\.by)
        let readers = type.read.filter { grant in grant.once == nil && grant.filters.isEmpty && key.allSatisfy(grant.allows) }
            .map(\.relation)
        guard !readers.contains(ReadGrant.everyone) else { return }
        let isAuthors = key.contains("author") && readers.contains("author")
        // Who wrote a record is one of those who may make it, and they are judged.
        let writers = (isAuthors ? [] : type.create) + (type.update + inputs).filter { $0 != "author" || type.create.isEmpty }
        for relation in writers where isRelation(relation, of: type) {
            guard !readers.contains(relation) || !fixes(key, relation, of: type) else { continue }
            faults.append(.keyTellsOthers(key[0], relation: relation, at: span))
            return
        }
    }

    private func isRelation(_ name: String, of type: RecordType) -> Bool {
        if name == "owner" { return !type.owner.isEmpty }
        if Self.relations.contains(name) || catalog.roles.named(name, of: type) != nil { return true }
        guard let route = try? catalog.resolve(name.split(separator: ".").map(String.init), from: type.id) else { return false }
        switch route.end {
        case .record(KernelRecord.person.rawValue), .list(.reference): return true
        default: return false
        }
    }

    /// Whether two records with the same key have the same persons in a relation.
    private func fixes(_ key: [String], _ relation: String, of type: RecordType) -> Bool {
        switch relation {
        case "author": return key.contains("author")
        case "owner": return type.owner.first.map(key.contains) ?? false
        default: break
        }
        let first = String(relation.prefix { $0 != "." })
        guard catalog.roles.named(relation, of: type) != nil || Self.relations.contains(relation) else { return key.contains(first) }
        // A role is held at a place: where the record has none, it is the same for all.
        let places: Set<KernelRecord> = [.offering, .enrolment, .activity, .group, .organisation]
        return type.parentField.map(key.contains) ?? false || type.activityName.map(key.contains) ?? false
            || !catalog.lies(type, in: places)
    }
}
