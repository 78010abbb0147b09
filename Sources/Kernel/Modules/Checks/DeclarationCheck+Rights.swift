/// Rights: who may create, change, delete, read and act.
extension DeclarationCheck {
    /// Relations that are no roles and no paths.
    static let relations = ["owner", "author", "peer", "everyone", "shared", "audience", "sharer"]

    /// What the log and refusals call whoever acts and is no person.
    static let actors = ["operator", "system", "anonymous"]

    mutating func checkRights(_ type: RecordType, _ node: Node) {
        for act in ["create", "update", "delete"] { relations(node[act]?["by"], of: type) }
        for word in node["create"]?["by"].words ?? [] where isNobodyYet(word.name, of: type) {
            faults.append(.madeByNobody(word.name, record: type.name, at: word.span))
        }
        for act in ["create", "update"] {
            for word in node[act]?["guard"].words ?? [] where isComplete && !guards.contains(word.name) {
                faults.append(.unknownGuard(word.name, among: guards, at: word.span))
            }
        }
        let states = type.workflow?.states.map(\.name) ?? []
        for word in node["update"]?["in"].words ?? [] { one(word, among: states, .state) }
        let fields = type.fields.map(\.name) + (type.parentField.map { [$0] } ?? []) + ["author"]
        for pair in node["read"].pairs {
            relation((pair.key, pair.keySpan), of: type)
            let names = pair.value["fields"] ?? pair.value
            if names.list != nil { for word in names.words { one(word, among: fields, .field) } }
            one(pair.value["once"], among: states, .state)
            for filter in pair.value["where"].pairs {
                guard let route = route(filter.key, from: type.id, at: filter.keySpan) else { continue }
                checkUnsealed(filter.key, from: type.id, at: filter.keySpan)
                check(values: filter.value, at: route)
            }
        }
        checkParticipant(type, node)
    }

    /// Whether nobody can be that to a record that is about to be made: it has no writer yet, shares nothing yet and is shared with no one yet.
    private func isNobodyYet(_ relation: String, of type: RecordType) -> Bool {
        switch relation {
        case "author": true
        case "sharer", "audience": type.shares != nil
        case "shared": type.sharing != nil
        default: false
        }
    }

    /// An owner is a participant too, and of two relations the most limited decides; for the others there is `peer`.
    private mutating func checkParticipant(_ type: RecordType, _ node: Node) {
        guard let owner = type.read.first(where: { $0.relation == "owner" }),
            let participant = type.read.first(where: { $0.relation == "participant" }), narrower(participant.reading, than: owner.reading),
            let span = node["read"]?.map?.pair("participant")?.keySpan
        else { return }
        faults.append(.narrowerParticipant(at: span))
    }

    private func narrower(_ a: ReadGrant.Reading, than b: ReadGrant.Reading) -> Bool {
        switch (a, b) {
        case (.fields, .all): true
        case (.fields(let a), .fields(let b)): !Set(b).isSubset(of: a)
        case (.all, _): false
        }
    }

    /// Each of the relations that stand there.
    mutating func relations(_ node: Node?, of type: RecordType?) {
        for word in node.words { relation(word, of: type) }
    }

    /// A relation: a word of the kernel's, a role, or a path of references to a person.
    ///
    /// - Parameters:
    ///   - besides: the words of the kernel's that are known there.
    ///   - toGroup: whether the path may lead to a group, for all its members.
    mutating func relation(
        _ word: (name: String, span: SourceSpan), of type: RecordType?, besides: [String] = Self.relations, toGroup: Bool = false
    ) {
        let roles = catalog.roles.map(\.id)
        if besides.contains(word.name) {
            if word.name == "owner", let type, type.owner.isEmpty { faults.append(.noOwner(short(type.id), at: word.span)) }
            if word.name == "peer", let type, !catalog.lies(type, in: [.offering, .enrolment, .activity, .group]) {
                faults.append(.noOffering(short(type.id), at: word.span))
            }
            if ["shared", "audience", "sharer"].contains(word.name), let type, !holds(word.name, for: type) {
                faults.append(.notShared(short(type.id), relation: word.name, at: word.span))
            }
            return
        }
        if catalog.roles.named(word.name, of: type) != nil {
            // Read as the role, it would give everyone with that role what is meant for one person.
            if let type, type.people.contains(word.name) { faults.append(.roleOrField(word.name, at: word.span)) }
            return
        }
        guard let type else { return unknownRelation(word, besides + roles) }
        let first = word.name.prefix { $0 != "." }
        guard catalog.words(of: type.id).contains(String(first)) else {
            return unknownRelation(word, besides + roles + type.people + (toGroup ? groups(of: type) : []))
        }
        guard let route = route(word.name, from: type.id, at: word.span) else { return }
        checkUnsealed(word.name, from: type.id, at: word.span)
        switch route.end {
        case .record(KernelRecord.person.rawValue): return
        case .list(.reference(let reference)) where reference.target == KernelRecord.person.rawValue && !word.name.contains("."): return
        case .record(KernelRecord.group.rawValue) where toGroup: return
        default: faults.append(toGroup ? .neitherPersonNorGroup(word.name, at: word.span) : .relationIsNoPerson(word.name, at: word.span))
        }
    }

    private mutating func unknownRelation(_ word: (name: String, span: SourceSpan), _ known: [String]) {
        // A role may be that of a module that is not known here.
        if !isComplete { return }
        var seen: Set<String> = []
        let known = known.filter { seen.insert($0).inserted }
        faults.append(.unknownRelation(word.name, among: known, at: word.span))
    }

    /// The references of a record to a group, its parent among them.
    private func groups(of type: RecordType) -> [String] {
        let fields = type.fields.compactMap { field -> String? in
            guard case .reference(let reference) = field.type, reference.by == nil else { return nil }
            return reference.target == KernelRecord.group.rawValue ? field.name : nil
        }
        return fields + (type.parent == KernelRecord.group.rawValue ? type.parentField.map { [$0] } ?? [] : [])
    }
}
