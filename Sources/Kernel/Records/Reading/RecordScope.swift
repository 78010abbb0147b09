/// Where a record lies: its offering, activity, organisation and group, as SQL over its row.
///
/// They come from the record itself, its parents, and the references that these require; the nearest counts.
struct RecordScope {
    var offering: String?
    var enrolment: String?
    var activity: String?
    var organisation: String?
    var group: String?
    /// The person whose record it is.
    var owner: String?
    /// The full name and number of the record and of each record above it.
    var line: [(kind: String, id: String)] = []

    init(_ type: RecordType, row: String, live: LiveConfiguration) {
        let paths = RecordPath(live)
        if !type.owner.isEmpty { owner = paths.resolve(type.owner, of: type, row: row)?.sql }
        var place: RecordType? = type
        var prefix: [String] = []
        while let current = place, prefix.count < 32 {
            func sql(_ path: [String]) -> String? { paths.resolve(prefix + path, of: type, row: row)?.sql }
            if let id = sql([]) { line.append((current.id, id)) }
            for field in current.fields where field.isRequired {
                guard case .reference(let reference) = field.type, reference.by == nil,
                    let target = KernelRecord(rawValue: reference.target)
                else { continue }
                take(target, [field.name], sql)
            }
            guard let parent = current.parent, let name = current.parentField else { break }
            if let target = KernelRecord(rawValue: parent) { take(target, [name], sql) }
            prefix.append(name)
            place = live.record(parent)
        }
    }

    private mutating func take(_ target: KernelRecord, _ path: [String], _ sql: ([String]) -> String?) {
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
