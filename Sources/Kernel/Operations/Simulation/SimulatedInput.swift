import GRDB

/// What a person of the cohort hands in, drawn by the conformance kit's generator; references point at what is hers.
struct SimulatedInput {
    let run: SimulatedRun
    let cohort: SimulatedCohort
    /// The activity that it is done in.
    let activity: String
    /// Whose work it is; nil for what is made once for all.
    let participant: SimulatedCohort.Participant?
    let instant: Instant
    /// The latest record of a type that is about her, or about all.
    let latest: (String) throws -> String?

    /// - Parameter needs: fields that must have a value besides those that the action requires.
    /// - Returns: nil where there is no value to be made for something that must be given.
    func make(_ action: any NamedAction, _ type: RecordType, needs: [String]) throws -> JSONValue? {
        var pairs: [(key: String, value: JSONValue)] = []
        for field in action.fields {
            // What ties it to a person or an activity is given, even where it may be left out.
            let isPlace =
                action.about == nil
                && (field.name == type.parentField || field.name == type.owner.first || Self.isActivity(field.type))
            guard action.required.contains(field.name) || needs.contains(field.name) || isPlace else { continue }
            guard let value = try value(field.type, field.name, of: type) else { return nil }
            pairs.append((field.name, value))
        }
        return .object(pairs)
    }

    private static func isActivity(_ type: FieldType) -> Bool {
        if case .reference(let reference) = type { reference.target == KernelRecord.activity.rawValue } else { false }
    }

    private func value(_ field: FieldType, _ name: String, of type: RecordType) throws -> JSONValue? {
        switch field {
        case .date: return .string(String(instant.description.prefix(10)))
        case .instant: return .string(instant.description)
        case .file(let limits): return .string(MediaType.fits("application/pdf", limits.types) ? "work.pdf" : "work.txt")
        case .json(let schema): return schema == nil ? .object([]) : nil
        case .list(let item): return try value(item, name, of: type).map { .array([$0]) }
        case .reference(let reference): return try self.reference(reference, name, of: type).map(JSONValue.string)
        default: return run.drawn(field)
        }
    }

    private func reference(_ reference: FieldType.Reference, _ name: String, of type: RecordType) throws -> String? {
        let first = participant ?? cohort.participants.first
        switch KernelRecord(rawValue: reference.target) {
        case .person:
            if type.owner.first == name { return first?.id }
            // Someone with that role, or the next participant.
            if let staff = cohort.staff[name] { return staff.id }
            return cohort.participants[((first?.number ?? 0) + 1) % cohort.participants.count].id
        case .enrolment: return first.map { "\(cohort.offering)/\($0.id)" }
        case .offering: return cohort.offering
        case .organisation: return first?.organisation
        case .group: return first?.group
        case .activity: return "\(cohort.offering)/\(activity)"
        case nil:
            if let by = reference.by, let target = run.live.record(reference.target) {
                return try String.fetchOne(
                    run.db,
                    sql: "SELECT \(SQLName.quoted(SQLName.column(by))) FROM \(SQLName.quoted(target.table)) ORDER BY 1 LIMIT 1")
            }
            return try latest(reference.target)
        }
    }
}
