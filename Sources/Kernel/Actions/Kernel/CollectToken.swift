import GRDB

/// `kernel.token.collect`: gives a person her own one-time token for an anonymous record, once; it is told to her alone.
///
/// The relations under `create` of the record say who is asked: held where the record lies that the answers hang under, such as a
/// round, or for answers that hang under nothing by roles held anywhere. Nobody collects for another.
struct CollectToken: NamedAction {
    let live: LiveConfiguration
    static let action = "kernel.token.collect"

    var declaration: ActionDeclaration {
        ActionDeclaration(
            name: Self.action,
            title: Text(
                nb: "hente sin egen engangskode", nn: "hente sin eigen eingongskode", en: "collect one's own token"), roles: [])
    }
    var explanation: Text? {
        Text(
            nb: "Den som er spurt, henter sin egen kode, og ingen får en til. Hvem som fikk hvilken kode, blir ikke lagret.",
            nn: "Den som er spurd, hentar sin eigen kode, og ingen får ein til. Kven som fekk kva kode, blir ikkje lagra.",
            en: "Whoever is asked collects a token of her own, and nobody gets a second. Who got which token is not kept.")
    }
    var about: RecordType? { nil }
    var by: [String] { [ReadGrant.everyone] }
    /// A second time there is nothing to tell: what was told once is not kept, not under the name of a request either.
    var tellsOnce: Bool { true }
    var fields: [Field] {
        [
            .input("record", Text(nb: "Slags svar", nn: "Slags svar", en: "The kind of answer")),
            .input(
                "parent", required: false,
                Text(
                    nb: "Det svarene hører til, for eksempel runden", nn: "Det svara høyrer til, til dømes runden",
                    en: "What the answers belong to, for example the round"),
                type: .reference(.init(target: "record", by: nil, keepsDangling: false))),
        ]
    }
    var required: [String] { ["record"] }

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        try InputReader.check(input.values, of: Self.action, live: live, schema)
        let type = try type(input)
        let parent = try parent(input, of: type, in: transaction)
        guard let person = try transaction.standing().person else { throw ActRefusal.needsPerson(record: type.label) }
        let decision = try decide(type, parent, in: transaction)
        guard decision.isAllowed else { throw ActRefusal.right(action: Self.action, decision) }
        let base = RecordAction(type: type, live: live, action: Self.action, title: declaration.title)
        try base.requireWindow(below: parent.flatMap(Int64.fromDatabaseValue), in: transaction)
        let tokens = Tokens(type)
        try tokens.ask(person, under: parent, in: transaction.db)
        try requirePlace(type, parent, in: transaction)
        let token = try tokens.make(under: parent, in: transaction)
        // The log says that somebody collected one, since who it was could be held against the time of an answer.
        try transaction.acting(as: .anonymous) {
            _ = try transaction.emit(NewEvent("kernel.token.collected", payload: .object([("record", .string(type.id))])))
        }
        return ActionOutcome(state: "collected", effect: .object([("token", .string(token))]))
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        let type = try type(input)
        let parent = input.values["parent"] == nil ? nil : try parent(input, of: type, in: transaction)
        return try decide(type, parent, in: transaction)
    }

    private func decide(_ type: RecordType, _ parent: DatabaseValue?, in transaction: ActionTransaction) throws -> RightDecision {
        let standing = try transaction.standing()
        guard let parent, let name = type.parentField else { return RoleRights(live: live, standing: standing).decide(by: type.create) }
        return try ActRights(type: type, live: live, standing: standing, db: transaction.db).decide(
            new: [(SQLName.column(name), parent)], by: type.create)
    }

    /// No tokens for what is over, and where the record above says how many are asked, no more than that in all: the unused ones and the answers.
    private func requirePlace(_ type: RecordType, _ parent: DatabaseValue?, in transaction: ActionTransaction) throws {
        guard let target = type.parent.flatMap(live.record), let name = type.parentField,
            let number = parent.flatMap(Int64.fromDatabaseValue),
            let above = try RecordLoader(live: live, db: transaction.db).load(target, number)
        else { return }
        if let state = above.state.flatMap({ target.workflow?.state($0) }), state.isFinal {
            throw ActRefusal.guarded(
                by: Self.action,
                Text(
                    nb: "\(target.label(.nb)) \(number) er i tilstanden «\(state.label(.nb))» og tar ikke imot flere svar",
                    nn: "\(target.label(.nn)) \(number) er i tilstanden «\(state.label(.nn))» og tek ikkje imot fleire svar",
                    en: "\(target.label(.en)) \(number) is in the state '\(state.label(.en))' and takes no more answers"))
        }
        guard let limit = type.tokenLimit, let most = above.values[limit]?.integer else { return }
        let answers =
            try Int.fetchOne(
                transaction.db,
                sql: "SELECT count(*) FROM \(SQLName.quoted(type.table)) WHERE \(SQLName.quoted(SQLName.column(name))) = ?",
                arguments: [number]) ?? 0
        let issued = try Tokens(type).count(under: parent, in: transaction.db) + answers
        guard issued >= most else { return }
        throw ActRefusal.guarded(
            by: Self.action,
            Text(
                nb: "«\(target.field(limit)?.label(.nb) ?? limit)» er \(most), og så mange engangskoder er hentet",
                nn: "«\(target.field(limit)?.label(.nn) ?? limit)» er \(most), og så mange eingongskodar er henta",
                en: "'\(target.field(limit)?.label(.en) ?? limit)' is \(most), and so many tokens have been collected"))
    }

    /// The internal key of the record that the answers will hang under.
    private func parent(_ input: ActionInput, of type: RecordType, in transaction: ActionTransaction) throws -> DatabaseValue? {
        let node = input.values["parent"]
        guard let target = type.parent, let name = type.parentField else {
            guard let node else { return nil }
            throw DiagnosticsError(.hasNoParent(type.id, at: node.span))
        }
        guard let node else { throw DiagnosticsError(.noTokenParent(type.id, name, at: input.values.span)) }
        let id = node.string ?? node.integer.map(String.init) ?? ""
        let finder = try ReferenceFinder(live: live, db: transaction.db, standing: transaction.standing())
        guard let key = try finder.find(target, id) else {
            throw DiagnosticsError(.noSuchRecord(id, target, known: [], at: node.span))
        }
        if let record = live.record(target), let number = Int64.fromDatabaseValue(key),
            try RecordReader(live, as: transaction.context.actor, at: transaction.instant, in: transaction.db).find(record, number) == nil
        {
            throw DiagnosticsError(.noSuchRecord(id, target, known: [], at: node.span))
        }
        return key
    }

    private func type(_ input: ActionInput) throws -> RecordType {
        let name = input.values["record"]?.string ?? ""
        guard let type = live.record(name), type.isAnonymous else {
            throw DiagnosticsError(
                .noSuchRecord(
                    name, "record", known: live.recordTypes.filter(\.isAnonymous).map(\.id), at: input.values["record"]?.span))
        }
        return type
    }
}

extension Diagnostic {
    static func noTokenParent(_ record: String, _ parent: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/no-token-parent", .error,
            Text(
                nb: "engangskoder for \(record) gjelder én bestemt «\(parent)», og den er ikke oppgitt",
                nn: "eingongskodar for \(record) gjeld éin bestemt «\(parent)», og den er ikkje oppgitt",
                en: "tokens for \(record) are for one '\(parent)', and it is not given"), at: span,
            help: Text(nb: "oppgi den med --parent ID", nn: "oppgi den med --parent ID", en: "give it with --parent ID"))
    }

    static func hasNoParent(_ record: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "input/has-no-parent", .error,
            Text(
                nb: "\(record) hører ikke til noe annet", nn: "\(record) høyrer ikkje til noko anna",
                en: "\(record) does not belong to anything"), at: span,
            help: Text(nb: "ta bort «parent»", nn: "ta bort «parent»", en: "take 'parent' away"))
    }
}
