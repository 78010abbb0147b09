import GRDB

/// The check of enrolments against the store: known offering that takes people in, known person, known role.
struct EnrolmentCheck {
    private var states: [String: Offering.State] = [:]
    private let people: BulkStatement
    private let roles: [String]
    private let db: Database
    private var suggestionsLeft = 20

    /// - Parameter roles: the ids of the roles that a person may have in an offering.
    init(roles: [String], in db: Database) throws {
        self.roles = roles
        self.db = db
        people = try BulkStatement(kept: "SELECT key FROM kernel_person WHERE id = ?", in: db)
        for offering in try Row.fetchAll(db, sql: "SELECT id, state FROM kernel_offering") {
            states[offering[0]] = Offering.State(rawValue: offering[1])
        }
    }

    /// Checks one enrolment; each fault goes to `report`, with the place of its part.
    mutating func request(
        offering: (id: String, span: SourceSpan?), person: (id: String, span: SourceSpan?), role: (id: String, span: SourceSpan?),
        report: (Diagnostic) -> Void
    ) throws -> EnrolmentRequest? {
        var sound = true
        func fault(_ diagnostic: Diagnostic) {
            sound = false
            report(diagnostic)
        }
        switch states[offering.id] {
        case .active: break
        case .retired: fault(.retiredOffering(offering.id, at: offering.span))
        case nil:
            fault(
                .unknownOffering(
                    offering.id, nearest: NearestName.suggestion(for: offering.id, among: states.keys.sorted()), at: offering.span))
        }
        people.bind(1, copying: person.id)
        let key = try people.first { $0.integer(0) }
        if key == nil {
            // Comparing with many people takes time, so only the first faults get a suggestion.
            suggestionsLeft -= 1
            let nearest = suggestionsLeft >= 0 ? try Person.nearestID(to: person.id, in: db) : nil
            fault(.unknownPerson(person.id, nearest: nearest, at: person.span))
        }
        if !roles.contains(role.id) { fault(.unknownRole(role.id, known: roles, at: role.span)) }
        guard sound, let key else { return nil }
        return EnrolmentRequest(offering: offering.id, person: key, role: role.id)
    }
}
