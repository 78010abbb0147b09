import GRDB

/// What must hold before a record is made that shares another one.
///
/// Whoever makes it has one of the relations to the shared record that may share it, and those whom it names are there now.
struct ShareCheck {
    let type: RecordType
    let terms: ShareTerms
    let live: LiveConfiguration
    let transaction: ActionTransaction

    /// - Throws: `ShareRefusal`, `ActRefusal`, or a diagnostic at the number where there is no such record to see.
    func require(_ values: [String: FieldValue], _ input: Node, action: String) throws {
        try requireRight(values, input, action: action)
        try requireAudience(values)
    }

    /// Holds a row that is there to its audience, before the last yes makes it share.
    func requireAudience(of number: Int64) throws {
        let names = type.places.map(\.field.name) + (terms.role.map { [$0] } ?? [])
        let columns = names.map { SQLName.quoted(type.field($0)?.column ?? $0) }
        let row = try Row.fetchOne(
            transaction.db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(SQLName.quoted(type.table)) WHERE _id = ?",
            arguments: [number])
        let values = zip(names, row.map { Array($0.databaseValues) } ?? []).map { ($0, $1.isNull ? FieldValue.empty : .scalar($1)) }
        try requireAudience(Dictionary(values) { first, _ in first })
    }

    private func requireAudience(_ values: [String: FieldValue]) throws {
        let places = type.places.compactMap { place in scalar(values, place.field.name).map { (place, $0) } }
        guard !places.isEmpty else { throw ShareRefusal.withNobody(type.places.map(\.field.label)) }
        let role = terms.role.flatMap { scalar(values, $0) }.flatMap(String.fromDatabaseValue)
        let person = places.first { $0.0.target == .person }.flatMap { Int64.fromDatabaseValue($0.1) }
        for (place, value) in places where place.target != .person {
            guard let count = try holders(of: place.target, value, role: role, person: person), count == 0 else { continue }
            throw ShareRefusal.notThere(person: try name(person), place: place.field.label, role: role.map(title))
        }
    }

    private func requireRight(_ values: [String: FieldValue], _ input: Node, action: String) throws {
        let kind = scalar(values, terms.record).flatMap(String.fromDatabaseValue) ?? ""
        let number = scalar(values, terms.number).flatMap(Int64.fromDatabaseValue) ?? 0
        let (db, standing) = (transaction.db, try transaction.standing())
        func absent() -> DiagnosticsError {
            DiagnosticsError(.noSuchRecord(String(number), "\(type.module).\(kind)", known: [], at: input[terms.number]?.span))
        }
        guard let shared = live.record("\(type.module).\(kind)"), let sharing = shared.sharing, sharing.through == type.id else {
            throw absent()
        }
        guard
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(SQLName.quoted(shared.table)) WHERE _id = ?)", arguments: [number])
                == true
        else { throw absent() }
        let decision = try ActRights(type: shared, live: live, standing: standing, db: db).decide(number, by: sharing.by)
        if decision.isAllowed { return }
        guard try RecordReader(live, standing: standing, in: db).sees(shared, number) else { throw absent() }
        throw ActRefusal.right(action: action, decision)
    }

    /// How many people there are in a place, with the role and of that name where they are given; nil where that is not told by lists alone.
    private func holders(of target: KernelRecord, _ value: DatabaseValue, role: String?, person: Int64?) throws -> Int? {
        let (table, column, active): (String, String, String) =
            switch target {
            case .group: ("kernel_group_member", "\"group\"", "")
            case .organisation: ("kernel_affiliation", "organisation", "")
            default: ("kernel_enrolment", "offering", " AND state = 'active'")
            }
        let count = try Int.fetchOne(
            transaction.db,
            sql: """
                SELECT count(*) FROM \(table) WHERE \(column) = ?1 AND (?2 IS NULL OR role = ?2) AND (?3 IS NULL OR person = ?3)\(active)
                """, arguments: [value, role, person])
        // Who has a role in the institution that gives a course has it in the offering too.
        if target == .offering, count == 0, try institutionHolds(value, role: role, person: person) { return nil }
        return count
    }

    private func institutionHolds(_ offering: DatabaseValue, role: String?, person: Int64?) throws -> Bool {
        guard let offering = String.fromDatabaseValue(offering) else { return false }
        let people = try Int64.fetchAll(
            transaction.db,
            sql: "SELECT DISTINCT person FROM kernel_affiliation WHERE (?1 IS NULL OR role = ?1) AND (?2 IS NULL OR person = ?2)",
            arguments: [role, person])
        return try people.contains { key in
            let held = try Standing(.person(key), at: nil, in: transaction.db, memory: live.memory).offerings
            return role.map { held[$0]?.contains(offering) == true } ?? held.values.contains { $0.contains(offering) }
        }
    }

    private func scalar(_ values: [String: FieldValue], _ name: String) -> DatabaseValue? {
        if case .scalar(let value)? = values[name], !value.isNull { value } else { nil }
    }

    private func name(_ person: Int64?) throws -> String? { try person.flatMap { try Person.find(key: $0, in: transaction.db)?.id } }

    private func title(_ role: String) -> Text { live.roles.first { $0.id == role }?.title ?? Text(verbatim: role) }
}

/// Why a record is not shared with those who are named.
public enum ShareRefusal: ExplainedError {
    /// No one is named; the fields that could.
    case withNobody([Text])
    /// No one is there: neither the person who is named nor, where none is, anybody.
    case notThere(person: String?, place: Text, role: Text?)
    /// What is shared, or was, is not deleted.
    case shared(record: Text)
    /// Nobody is named whose yes is needed; the field that would.
    case nobodyToAsk(Text)
    /// Her yes is not needed, or is there.
    case notAsked

    public var kind: ErrorKind { .refused }

    public var message: Text {
        switch self {
        case .withNobody:
            return Text(
                nb: "det er ikke sagt hvem det deles med", nn: "det er ikkje sagt kven det blir delt med",
                en: "it is not said with whom it is shared")
        case .notThere(let person?, let place, let role?):
            return Text(
                nb: "«\(person)» er ikke \(role(.nb)) i «\(place(.nb))», eller er det ikke lenger",
                nn: "«\(person)» er ikkje \(role(.nn)) i «\(place(.nn))», eller er det ikkje lenger",
                en: "'\(person)' is not \(role(.en)) in '\(place(.en))', or no longer")
        case .notThere(let person?, let place, nil):
            return Text(
                nb: "«\(person)» hører ikke til «\(place(.nb))», eller gjør det ikke lenger",
                nn: "«\(person)» høyrer ikkje til «\(place(.nn))», eller gjer det ikkje lenger",
                en: "'\(person)' does not belong to '\(place(.en))', or no longer")
        case .notThere(nil, let place, let role?):
            return Text(
                nb: "ingen er \(role(.nb)) i «\(place(.nb))»", nn: "ingen er \(role(.nn)) i «\(place(.nn))»",
                en: "nobody is \(role(.en)) in '\(place(.en))'")
        case .notThere(nil, let place, nil):
            return Text(
                nb: "det er ingen i «\(place(.nb))»", nn: "det er ingen i «\(place(.nn))»", en: "there is nobody in '\(place(.en))'")
        case .shared(let record):
            return Text(
                nb: "\(record(.nb)) kan ikke slettes: det er eller har vært delt",
                nn: "\(record(.nn)) kan ikkje slettast: det er eller har vore delt",
                en: "\(record(.en)) cannot be deleted: it is shared, or was")
        case .nobodyToAsk(let field):
            return Text(
                nb: "dette deles bare når alle det gjelder, sier ja, og «\(field(.nb))» er ikke fylt ut",
                nn: "dette blir berre delt når alle det gjeld, seier ja, og «\(field(.nn))» er ikkje fylt ut",
                en: "this is shared only when all whose matter it is say yes, and '\(field(.en))' is not filled in")
        case .notAsked:
            return Text(
                nb: "det er ikke ditt ja dette venter på", nn: "det er ikkje ditt ja dette ventar på",
                en: "it is not your yes that this waits for")
        }
    }

    public var help: Text? {
        switch self {
        case .withNobody(let fields):
            func list(_ language: Language) -> String { language.quoted(fields.map { $0(language) }) }
            return Text(nb: "oppgi \(list(.nb))", nn: "oppgi \(list(.nn))", en: "give \(list(.en))")
        case .notThere:
            return Text(
                nb: "ingenting er delt; se hvem som er der nå, og del på nytt",
                nn: "ingenting er delt; sjå kven som er der no, og del på nytt",
                en: "nothing was shared; see who is there now, and share again")
        case .shared, .nobodyToAsk, .notAsked: return nil
        }
    }
}
