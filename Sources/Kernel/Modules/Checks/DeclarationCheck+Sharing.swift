/// What records say of sharing.
extension DeclarationCheck {
    mutating func checkSharing(_ type: RecordType, _ node: Node) {
        if let shared = node["shared"] {
            let known = module.records.filter { $0.shares != nil }.map(\.name)
            one(shared["through"], among: known, .record)
            relations(shared["by"], of: type)
            checkAgreement(type, shared["agreed-by"])
        }
        guard let terms = type.shares, let shares = node["shares"] else { return }
        one(shares["record"], among: fields(of: type) { if case .code = $0 { true } else { false } }, .field)
        one(shares["number"], among: fields(of: type) { if case .integer = $0 { true } else { false } }, .field)
        one(shares["role"], among: fields(of: type) { if case .code = $0 { true } else { false } }, .field)
        one(
            shares["until"],
            among: fields(of: type) {
                switch $0 {
                case .date, .instant: true
                default: false
                }
            }, .field)
        one(shares["in"], among: type.workflow?.states.map(\.name) ?? [], .state)
        one(shares["asks"], among: type.workflow?.states.map(\.name) ?? [], .state)
        one(shares["agreed"], among: fields(of: type, Self.isListOfPeople), .field)
        if case .code(let codes)? = type.field(terms.record)?.type, let written = node["fields"]?[terms.record]?["of"] {
            let known = module.records.filter { $0.sharing?.through == type.id }.map(\.name)
            for code in codes where !known.contains(code.id) {
                faults.append(.unknownName(code.id, kind: .record, among: known, at: written.span))
            }
        }
        checkShareIsFinal(type, terms, node)
    }

    /// Everyone whose yes is needed may share it herself, is named by the record, and can be asked.
    private mutating func checkAgreement(_ type: RecordType, _ node: Node?) {
        guard let node, let sharing = type.sharing else { return }
        let people = fields(of: type) { Self.isPerson($0) || Self.isListOfPeople($0) } + ["author"]
        for word in node.words { one(word, among: sharing.by.filter(people.contains), .field) }
        let share = module.records.first { $0.id == sharing.through }
        if share != nil, share?.shares?.asks == nil { faults.append(.nobodyIsAsked(type.name, at: node.span)) }
    }

    private static func isPerson(_ type: FieldType) -> Bool {
        guard case .reference(let reference) = type else { return false }
        return reference.by == nil && reference.target == KernelRecord.person.rawValue
    }

    private static func isListOfPeople(_ type: FieldType) -> Bool { if case .list(let item) = type { isPerson(item) } else { false } }

    /// What shares is made once and taken back once: a way to change it would go round the right to share.
    private mutating func checkShareIsFinal(_ type: RecordType, _ terms: ShareTerms, _ node: Node) {
        let isChanged = !type.update.isEmpty || type.isBulk || type.isAnonymous || type.places.isEmpty
        // Only the last yes leads into the state in which it shares, where yeses are waited for.
        let isReentered = type.workflow.map { flow in
            flow.initial != terms.asks ?? terms.state
                || flow.transitions.contains { transition in
                    transition.to == terms.state && (terms.asks == nil || transition.from.contains { $0 != terms.asks })
                }
        }
        if isChanged || isReentered != false { faults.append(.shareIsChanged(type.name, at: node.keySpan("shares"))) }
    }

    private func fields(of type: RecordType, _ fits: (FieldType) -> Bool) -> [String] {
        type.fields.filter { fits($0.type) }.map(\.name)
    }

    /// Whether the record, or one above it, is shared, or shares.
    func holds(_ relation: String, for type: RecordType) -> Bool {
        catalog.index.line(of: type).contains { relation == "shared" ? $0.sharing != nil : $0.shares != nil }
    }
}

extension Diagnostic {
    static func notShared(_ record: String, relation: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/not-shared", .error,
            Text(
                nb: "verken «\(record)» eller noe over den sier hvordan det deles, så \(relation) er ingen",
                nn: "verken «\(record)» eller noko over han seier korleis det blir delt, så \(relation) er ingen",
                en: "neither '\(record)' nor anything above it says how it is shared, so \(relation) is nobody"), at: span,
            help: Text(
                nb: "skriv shared: {through: …, by: […]} i posten, og shares i den som deler",
                nn: "skriv shared: {through: …, by: […]} i posten, og shares i den som deler",
                en: "write shared: {through: …, by: […]} in the record, and shares in the one that shares"))
    }

    static func nobodyIsAsked(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/share-asks-nobody", .error,
            Text(
                nb: "flere må si ja før «\(record)» deles, og det som deler, har ingen tilstand der det venter på dem",
                nn: "fleire må seie ja før «\(record)» blir delt, og det som deler, har ingen tilstand der det ventar på dei",
                en: "several must say yes before '\(record)' is shared, and what shares it has no state in which it waits for them"),
            at: span,
            help: Text(
                nb: "skriv asks og agreed under shares i den som deler", nn: "skriv asks og agreed under shares i den som deler",
                en: "write asks and agreed under shares in the one that shares"))
    }

    static func shareIsChanged(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "record/share", .error,
            Text(
                nb: "«\(record)» deler en annen post, så den må lages i den tilstanden, nevne noen, og aldri endres",
                nn: "«\(record)» deler ein annan post, så han må bli laga i den tilstanden, nemne nokon, og aldri bli endra",
                en: "'\(record)' shares another record, so it must be made in that state, name somebody, and never be changed"), at: span,
            help: Text(
                nb:
                    "ta bort update, la in være den første tilstanden, og ha en henvisning til en person, gruppe, organisasjon eller gjennomføring",
                nn:
                    "ta bort update, la in vere den første tilstanden, og ha ei tilvising til ein person, ei gruppe, ein organisasjon eller ei gjennomføring",
                en: "take update away, let in be the first state, and have a reference to a person, a group, an organisation or an offering"
            ))
    }
}
