/// Where a record lies: its offering, activity, organisation and group, as SQL over its row.
///
/// What it hangs under says where it lies; only where that says nothing do the references that it, or one above it, requires. So whoever is
/// named in a record of a group, such as the school that is visited, gets no right to it by that. The nearest counts.
struct RecordScope {
    /// The places that one way of looking for them gives.
    fileprivate struct Places {
        var offering: String?
        var enrolment: String?
        var activity: String?
        var organisation: String?
        var group: String?
    }

    let offering: String?
    let enrolment: String?
    let activity: String?
    let organisation: String?
    let group: String?
    /// The person whose record it is.
    var owner: String?
    /// The full name and number of the record and of each record above it.
    var line: [(kind: String, id: String)] = []

    init(_ type: RecordType, row: String, live: LiveConfiguration) {
        let paths = RecordPath(live)
        if !type.owner.isEmpty { owner = paths.resolve(type.owner, of: type, row: row)?.sql }
        var (above, named) = (Places(), Places())
        var place: RecordType? = type
        var prefix: [String] = []
        while let current = place, prefix.count < 32 {
            func sql(_ path: [String]) -> String? { paths.resolve(prefix + path, of: type, row: row)?.sql }
            if let id = sql([]) { line.append((current.id, id)) }
            for field in current.fields where field.isRequired {
                guard case .reference(let reference) = field.type, reference.by == nil,
                    let target = KernelRecord(rawValue: reference.target)
                else { continue }
                named.take(target, [field.name], sql)
            }
            guard let parent = current.parent, let name = current.parentField else { break }
            if let target = KernelRecord(rawValue: parent) { above.take(target, [name], sql) }
            prefix.append(name)
            place = live.record(parent)
        }
        offering = above.offering ?? named.offering
        enrolment = above.enrolment ?? named.enrolment
        activity = above.activity ?? named.activity
        organisation = above.organisation ?? named.organisation
        group = above.group ?? named.group
    }
}

extension RecordScope.Places {
    fileprivate mutating func take(_ target: KernelRecord, _ path: [String], _ sql: ([String]) -> String?) {
        switch target {
        case .activity:
            activity = activity ?? sql(path)
            offering = offering ?? sql(path + ["offering"])
        case .enrolment:
            enrolment = enrolment ?? sql(path)
            offering = sql(path + ["offering"]) ?? offering
        case .offering: offering = offering ?? sql(path)
        case .organisation: organisation = organisation ?? sql(path)
        case .group:
            group = group ?? sql(path)
            offering = offering ?? sql(path + ["offering"])
            organisation = organisation ?? sql(path + ["organisation"])
        case .person: break
        }
    }
}
