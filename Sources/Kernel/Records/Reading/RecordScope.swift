/// Where a record lies: its offering, activity, organisation and group, as SQL over its row.
///
/// What it hangs under says where it lies; only where that says nothing do the references that it, or one above it, requires or says that it
/// lies in. So whoever is
/// named in a record of a group, such as the school that is visited, gets no right to it by that. The nearest counts.
struct RecordScope {
    /// The places that one way of looking for them gives.
    fileprivate struct Places {
        var offering: String?
        var enrolment: (sql: String?, path: [String])?
        var activity: String?
        var organisation: String?
        var group: (sql: String?, path: [String])?
    }

    let offering: String?
    let enrolment: String?
    let activity: String?
    let organisation: String?
    let group: String?
    /// The paths that the enrolment and the group are at the end of.
    let paths: (enrolment: [String], group: [String])
    /// The person whose record it is.
    var owner: String?
    /// The full name and number of the record and of each record above it.
    var line: [(kind: String, id: String)] = []

    init(_ type: RecordType, row: String, live: LiveConfiguration) {
        let finder = RecordPath(live)
        if !type.owner.isEmpty { owner = finder.resolve(type.owner, of: type, row: row)?.sql }
        var (above, named) = (Places(), Places())
        var place: RecordType? = type
        var prefix: [String] = []
        while let current = place, prefix.count < 32 {
            func sql(_ path: [String]) -> String? { finder.resolve(prefix + path, of: type, row: row)?.sql }
            if let id = sql([]) { line.append((current.id, id)) }
            for field in current.fields where field.isRequired || current.liesIn.contains(field.name) {
                guard case .reference(let reference) = field.type, reference.by == nil,
                    let target = KernelRecord(rawValue: reference.target)
                else { continue }
                named.take(target, prefix, [field.name], sql)
            }
            guard let parent = current.parent, let name = current.parentField else { break }
            if let target = KernelRecord(rawValue: parent) { above.take(target, prefix, [name], sql) }
            prefix.append(name)
            place = live.record(parent)
        }
        offering = above.offering ?? named.offering
        activity = above.activity ?? named.activity
        organisation = above.organisation ?? named.organisation
        let (enrolment, group) = (above.enrolment ?? named.enrolment, above.group ?? named.group)
        self.enrolment = enrolment?.sql
        self.group = group?.sql
        paths = (enrolment?.path ?? [], group?.path ?? [])
    }
}

extension RecordScope.Places {
    fileprivate mutating func take(_ target: KernelRecord, _ prefix: [String], _ path: [String], _ sql: ([String]) -> String?) {
        switch target {
        case .activity:
            activity = activity ?? sql(path)
            offering = offering ?? sql(path + ["offering"])
        case .enrolment:
            if enrolment?.sql == nil { enrolment = (sql(path), prefix + path) }
            offering = sql(path + ["offering"]) ?? offering
        case .offering: offering = offering ?? sql(path)
        case .organisation: organisation = organisation ?? sql(path)
        case .group:
            if group?.sql == nil { group = (sql(path), prefix + path) }
            offering = offering ?? sql(path + ["offering"])
            organisation = organisation ?? sql(path + ["organisation"])
        case .person: break
        }
    }
}
