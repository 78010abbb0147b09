import GRDB

/// What the kernel's own named actions share.
protocol KernelAction: NamedAction {
    var live: LiveConfiguration { get }
    /// The roles that may do it.
    static var roles: [String] { get }
    static var title: Text { get }
    static var action: String { get }
    func run(_ values: KernelInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue>
    /// The offering that the act is about, where it is about one: a role held there is then enough.
    func offering(_ values: KernelInput, in db: Database) throws -> String?
    /// Throws where whoever acts names a record that she may not see: to her there is none.
    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws
}

extension KernelAction {
    var declaration: ActionDeclaration { ActionDeclaration(name: Self.action, title: Self.title, roles: Self.roles) }
    var about: RecordType? { nil }
    var by: [String] { Self.roles }
    var required: [String] { fields.filter(\.isRequired).map(\.name) }

    func offering(_ values: KernelInput, in db: Database) throws -> String? { nil }
    func requireVisible(_ values: KernelInput, in transaction: ActionTransaction) throws {}

    func perform(_ input: ActionInput, in transaction: ActionTransaction, _ environment: ActionEnvironment) throws -> ActionOutcome<
        JSONValue
    > {
        try InputReader.check(input.values, of: Self.action, live: live, schema)
        let values = KernelInput(
            node: input.values, id: input.id, live: live, standing: try transaction.standing(), db: transaction.db)
        // Whoever may do it nowhere is not told what there is.
        let anywhere = try decideAnywhere(in: transaction)
        guard anywhere.isAllowed else { throw ActRefusal.right(action: Self.action, anywhere) }
        // Nor is whoever may do it elsewhere told which records there are here.
        try requireVisible(values, in: transaction)
        let decision = try decide(offering: offering(values, in: transaction.db), in: transaction)
        guard decision.isAllowed else { throw ActRefusal.right(action: Self.action, decision) }
        return try run(values, in: transaction)
    }

    func decide(_ input: ActionInput, in transaction: ActionTransaction) throws -> RightDecision {
        try decide(offering: nil, in: transaction)
    }

    private func decideAnywhere(in transaction: ActionTransaction) throws -> RightDecision {
        let standing = try transaction.standing()
        guard standing.person != nil else { return RoleRights(live: live, standing: standing).decide(by: by) }
        let held = by.filter { standing.everywhere.contains($0) || standing.offerings[$0]?.isEmpty == false }
        return RightDecision(
            isAllowed: !held.isEmpty, held: held, deciding: held, allowed: by, actor: standing.actor, words: RelationWords(live: live))
    }

    private func decide(offering: String?, in transaction: ActionTransaction) throws -> RightDecision {
        let standing = try transaction.standing()
        guard standing.person != nil else { return RoleRights(live: live, standing: standing).decide(by: by) }
        let held = by.filter { role in
            standing.everywhere.contains(role) || offering.map { standing.offerings[role]?.contains($0) == true } ?? false
        }
        return RightDecision(
            isAllowed: !held.isEmpty, held: held, deciding: held, allowed: by, actor: standing.actor, words: RelationWords(live: live))
    }
}

/// The checked input of a kernel action.
struct KernelInput {
    let node: Node
    let id: String?
    let live: LiveConfiguration
    /// Who names records: a key finds only one in which she may read it; nil for the kernel itself.
    let standing: Standing?
    let db: Database

    func text(_ name: String) -> String? { node[name]?.string ?? node[name]?.integer.map(String.init) }
    func integer(_ name: String) -> Int? { node[name]?.integer }

    /// Throws where a module's record, which `field` names, is one that whoever acts may not see.
    func requireVisible(_ kind: String, _ number: Int64, field: String, in transaction: ActionTransaction) throws {
        guard let type = live.record(kind) else { return }
        let reader = RecordReader(live, standing: try transaction.standing(), in: transaction.db)
        guard try !reader.sees(type, number) else { return }
        throw DiagnosticsError(.noSuchRecord(text(field) ?? "", kind, known: [], at: node[field]?.span))
    }

    /// Throws where the field `enrolment` names one of an offering in which whoever acts may not see who takes part.
    func requireVisibleEnrolment(in transaction: ActionTransaction) throws {
        guard node["enrolment"] != nil else { return }
        let key = try key("enrolment", .enrolment)
        let offering = try String.fetchOne(db, sql: "SELECT offering FROM kernel_enrolment WHERE id = ?", arguments: [key]) ?? ""
        guard try !transaction.standing().seesPeople(of: offering, in: db) else { return }
        throw DiagnosticsError(
            .noSuchRecord(text("enrolment") ?? "", KernelRecord.enrolment.rawValue, known: [], at: node["enrolment"]?.span))
    }

    /// The number of a module's record by what a field names it by; nil where there is none.
    ///
    /// It is the same each time that it is asked for.
    func number(_ name: String, _ type: RecordType) throws -> Int64? {
        try ReferenceFinder(live: live, db: db, standing: standing).number(of: text(name) ?? "", type)
    }

    /// The internal key of the record that a field names.
    func key(_ name: String, _ target: KernelRecord, offering: String? = nil) throws -> Int64 {
        let id = text(name) ?? ""
        let finder = ReferenceFinder(live: live, db: db, offering: offering)
        guard let key = try finder.find(target.rawValue, id).flatMap(Int64.fromDatabaseValue) else {
            let known = target == .person ? [try Person.nearestID(to: id, in: db)].compactMap { $0 } : try finder.known(target.rawValue)
            throw DiagnosticsError(.noSuchRecord(id, target.rawValue, known: known, at: node[name]?.span))
        }
        return key
    }
}

extension Field {
    /// An input of a kernel action.
    static func input(_ name: String, required: Bool = true, _ title: Text, type: FieldType = .text(.init())) -> Field {
        Field(
            name: name, title: title, type: type, isRequired: required, fallback: nil, personal: .no, seal: nil, was: [],
            span: SourceSpan(startOf: .init(0)))
    }

    static func reference(_ name: String, to target: KernelRecord, required: Bool = true, _ title: Text) -> Field {
        input(name, required: required, title, type: .reference(.init(target: target.rawValue, by: nil, keepsDangling: false)))
    }
}

extension Text {
    static let person = Text(nb: "Personen", nn: "Personen", en: "The person")
    static let role = Text(nb: "Rollen", nn: "Rolla", en: "The role")
    static let reason = Text(nb: "Hvorfor", nn: "Kvifor", en: "Why")
    static let offering = Text(nb: "Gjennomføringen", nn: "Gjennomføringa", en: "The offering")
    static let enrolment = Text(nb: "Påmeldingen", nn: "Påmeldinga", en: "The enrolment")
    static let group = Text(nb: "Gruppen", nn: "Gruppa", en: "The group")
}
