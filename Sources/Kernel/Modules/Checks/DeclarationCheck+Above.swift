/// What a whole record says of those above it: its seal, until when its writer is kept, and while what it may be made.
extension DeclarationCheck {
    mutating func check(above type: RecordType, _ node: Node) {
        if let until = type.seal?.until, let written = node["sealed"]?["until"] { check(until, of: type, at: written.span) }
        relations(node["sealed"]?["except"], of: type)
        if let until = type.pseudonym, let written = node["pseudonymous"]?["until"] {
            check(until, of: type, at: written.span)
            if type.isAnonymous { faults.append(.pseudonymOfNobody(type.name, at: node.keySpan("pseudonymous"))) }
        }
        for pair in node["while"].pairs {
            let line = catalog.index.line(of: type).dropFirst()
            guard let above = line.first(where: { $0.id == full(pair.key) }) else {
                faults.append(.notAbove(pair.key, among: line.map { short($0.id) }, at: pair.keySpan))
                continue
            }
            for word in pair.value.words { one(word, among: above.workflow?.states.map(\.name) ?? [], .state) }
        }
    }

    /// `RECORD.STATE` of the record or one above it.
    mutating func check(_ until: (record: String, state: String), of type: RecordType, at span: SourceSpan) {
        let line = catalog.index.line(of: type)
        guard let place = line.first(where: { $0.id == until.record }) else {
            let known = line.flatMap { type in (type.workflow?.states ?? []).map { "\(short(type.id)).\($0.name)" } }
            let written = "\(short(until.record)).\(until.state)"
            faults.append(.sealElsewhere(short(until.record), among: known, written: written, at: span))
            return
        }
        let states = place.workflow?.states.map(\.name) ?? []
        if !states.contains(until.state) { faults.append(.unknownName(until.state, kind: .state, among: states, at: span)) }
    }
}
