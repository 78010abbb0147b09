import GRDB

/// A report that a module declares and its code computes.
struct ProvidedReport: DeclaredReport {
    let declaration: ReportDeclaration
    /// The code; nil where it does not run.
    let provider: (any ReportProvider)?

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        guard let provider else { throw ReportRefusal.codeMissing(report: name) }
        let reading = VisibleReading(
            request: request, module: declaration.module, reads: declaration.reads, sources: declaration.sources,
            leading: declaration.progress,
            aggregate: declaration.form == .aggregate ? declaration : nil, db: db)
        var table = try provider.table(parameters: request.parameters, reading: reading)
        if table.chart == nil { table.chart = chart }
        if let note = declaration.nothingBefore(request.live) { table.notes.append(note) }
        return ReportAnswer(table)
    }
}

/// The store as the one who asks for a report may see it, as far as the report says that it reads.
struct VisibleReading: ReportReading {
    let request: ReportRequest
    /// The module whose code reads.
    let module: String
    /// What may be read, by kind of record.
    let reads: [(record: String, reading: ReadGrant.Reading)]
    /// The module's extension points to which others give records that are read.
    var sources: [String] = []
    /// The roles besides lecturer and coordinator that see each participant's work in their offerings.
    var leading: [String] = []
    /// The aggregate that is made; nil where nothing sealed may be counted.
    var aggregate: ReportDeclaration?
    let db: Database
    /// Notes what is read only because it was shared; nil where nobody asks.
    var handedOut: HandedOut?

    var language: Language { request.language }
    var instant: Instant { request.instant }
    var seed: UInt64? { request.seed }
    var settings: JSONValue { request.live.module(module)?.settings ?? .object([]) }
    var floor: Int { aggregate?.floor ?? 1 }
    func contributions<P: ExtensionPoint>(to point: P.Type) -> [Contributed<P.Contribution>] { request.live.registry[point] }
    var person: String? {
        guard case .person(let key) = request.actor else { return nil }
        return (try? Person.find(key: key, in: db))?.id
    }

    func records(_ kind: String, where filters: [(field: String, value: String)]) throws -> [VisibleRecord] {
        let (type, grant) = try declared(kind)
        let records = try RecordFilter(type, filters, live: request.live, in: db).read(as: request.actor, at: request.instant)
        handedOut?.note(records)
        return records.map { Self.cut($0, grant) }
    }

    func stateHistory(_ kind: String) throws -> [Int64: [StateEntry]] {
        let seen = Set(try records(kind, where: []).map(\.number))
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT record, state, instant, event FROM kernel_state WHERE kind = ? ORDER BY record, entry"),
            arguments: [kind])
        return rows.reduce(into: [:]) { found, row in
            guard seen.contains(row[0]), let instant = Instant(microseconds: row[2]) else { return }
            found[row[0], default: []].append(StateEntry(state: row[1], instant: instant, event: row[3]))
        }
    }

    func contributed(to point: String) throws -> [ContributedRecord] {
        guard sources.contains(point) else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read what is given to \(point)")
        }
        let reader = RecordReader(request.live, standing: request.standing, in: db)
        let given = request.live.modules.flatMap(\.manifest.bindings).filter { $0.point == "\(module).\(point)" }.compactMap(\.records)
        return try given.flatMap { contribution -> [ContributedRecord] in
            guard let type = request.live.record(contribution.record) else { return [] }
            let records = try reader.read(type)
            handedOut?.note(records)
            let grant = ReadGrant("", .fields(Array(contribution.fields.values)))
            return records.map { ContributedRecord(record: Self.cut($0, grant), fields: contribution.fields) }
        }
    }

    var storeFolder: String? {
        let path = try? String.fetchOne(db, sql: "SELECT file FROM pragma_database_list WHERE name = 'main'")
        return path.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
    }

    func offerings() throws -> [String] {
        try String.fetchAll(db, sql: "SELECT id FROM kernel_offering WHERE state = 'active' ORDER BY id")
    }

    func offerings(as roles: [String]) throws -> [String] {
        let standing = request.standing
        let all = try offerings()
        if standing.person == nil || !standing.everywhere.isDisjoint(with: roles) { return all }
        let held = roles.reduce(into: Set<String>()) { $0.formUnion(standing.offerings[$1] ?? []) }
        return all.filter(held.contains)
    }

    func course(of offering: String) throws -> LiveCourse? { try request.live.course(of: offering, in: db) }

    func revision(of offering: String) throws -> Int {
        // Applied files, and what was extended or ordered for her.
        try Int.fetchOne(
            db,
            sql: """
                SELECT max(event) FROM (SELECT max(event) AS event FROM kernel_apply
                UNION ALL SELECT max(x.event) FROM kernel_extension x JOIN kernel_enrolment e ON e.id = x.record
                WHERE x.kind = 'kernel.enrolment' AND e.offering = ?1 AND e.person = ?2
                UNION ALL SELECT max(x.event) FROM kernel_order x JOIN kernel_enrolment e ON e.id = x.enrolment
                WHERE e.offering = ?1 AND e.person = ?2)
                """, arguments: [offering, request.standing.person]) ?? 0
    }

    func progress(offering: String?, person: String?) throws -> [ActivityProgress] {
        try ProgressEntry.list(request, offering: offering, person: person, seen: people(), in: db).map { entry in
            let status: ActivityProgress.Status =
                switch entry.status {
                case .notBegun: .notBegun
                case .ordered: .ordered
                case .started: .started
                case .overdue: .overdue
                case .waiting: .waiting
                case .done, .recognised: .done
                }
            return ActivityProgress(
                offering: entry.offering, person: entry.person, activity: entry.activity, title: entry.title, due: entry.due,
                status: status, isRecognised: entry.status == .recognised)
        }
    }

    func requirements(offering: String?, person: String?) throws -> [RequirementProgress] {
        let rules = Requirements(live: request.live)
        return try requirements(offering, person) { try rules.fulfilment($0) }
    }

    func requirements(naming rule: String, offering: String?, person: String?) throws -> [RequirementProgress] {
        let rules = Requirements(live: request.live)
        return try requirements(offering, person) { try rules.fulfilment(naming: rule, $0) }
    }

    private func requirements(
        _ offering: String?, _ person: String?, _ outcome: (EnrolmentReading) throws -> Fulfilment?
    ) throws -> [RequirementProgress] {
        let people = try people()
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT e.id, e.offering, p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE e.role = 'participant' AND e.state = 'active' AND \(people.isWorkSeen("e"))
                AND (?1 IS NULL OR e.offering = ?1) AND (?2 IS NULL OR p.id = ?2) ORDER BY e.offering, p.sort_key, p.id
                """, arguments: [offering, person])
        let assessor = Assessor(live: request.live, in: db)
        return try rows.compactMap { row in
            guard let reading = try assessor.reading(row[0]), let outcome = try outcome(reading) else { return nil }
            return RequirementProgress(offering: row[1], person: row[2], enrolment: row[0], outcome: outcome)
        }
    }

    func people(of fact: String, in offering: String, on day: Day) throws -> Set<String> {
        guard let known = request.live.registry[ParticipantFacts.self].first(where: { $0.module == module && $0.name == fact })?.value
        else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "no fact of participants is called \(fact)")
        }
        let seen = try people()
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.key, p.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE e.role = 'participant' AND e.state = 'active' AND \(seen.isWorkSeen("e")) AND e.offering = ?
                """, arguments: [offering])
        return try Set(rows.filter { try known.holds(of: $0[0], in: offering, on: day, db) }.map { $0[1] })
    }

    func person(_ id: String) throws -> Person? { try people().find(id, in: db)?.person }

    private func people() throws -> PeopleReading { try PeopleReading(request.actor, leading: leading, in: db) }

    var time: WorkspaceTime { request.live.time }

    func settings(of module: String) -> JSONValue { request.live.module(module)?.settings ?? .object([]) }

    func variants() throws -> [String] { try String.fetchAll(db, sql: "SELECT variant FROM kernel_live_variant ORDER BY variant") }

    func variant(_ id: String) throws -> CourseVariant? {
        guard
            let text = try String.fetchOne(
                db,
                sql: "SELECT r.canonical FROM kernel_live_variant v JOIN kernel_release r ON r.id = v.release WHERE v.variant = ?",
                arguments: [id])
        else { return nil }
        let release = try StoredNode.read(text, name: "release")
        guard let body = release["body"] else { return nil }
        var faults: [Diagnostic] = []
        let title = release["title"].map(Text.init(node:)) ?? Text(verbatim: id)
        return CourseVariant(body, id: id, title: title, span: body.span, diagnostics: &faults)
    }

    func locks() throws -> [Lock] {
        try String.fetchAll(db, sql: "SELECT json FROM kernel_document WHERE kind = 'lock' ORDER BY key")
            .compactMap { Lock(try StoredNode.read($0, name: "lock")) }
    }

    func members(of group: String) throws -> [GroupMember] {
        guard let key = try Int64.fetchOne(db, sql: "SELECT key FROM kernel_group WHERE id = ?", arguments: [group]) else { return [] }
        if request.standing.person != nil, !request.standing.groups.values.contains(where: { $0.contains(key) }) { return [] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.id, p.given_name || ' ' || p.family_name, group_concat(m.role, ' ') FROM kernel_group_member m
                JOIN kernel_person p ON p.key = m.person WHERE m."group" = ? GROUP BY p.key ORDER BY p.id
                """, arguments: [key])
        return rows.map { GroupMember(id: $0[0], name: $0[1], roles: ($0[2] as String).split(separator: " ").map(String.init).sorted()) }
    }

    func title(ofGroup group: String) throws -> String? {
        let row = try Row.fetchOne(db, sql: "SELECT key, title FROM kernel_group WHERE id = ?", arguments: [group])
        guard let row else { return nil }
        let key: Int64 = row[0]
        if request.standing.person != nil, !request.standing.groups.values.contains(where: { $0.contains(key) }) { return nil }
        return row[1]
    }

    var recordKinds: Set<String> { Set(request.live.activities.values.filter { $0.record != nil }.map(\.id)) }

    func observed(_ kind: String) throws -> [ObservedRecord] {
        let (type, grant) = try declared(kind)
        guard let declaration = aggregate else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "what is asked for gives no aggregate")
        }
        let live = request.live
        let unit = AggregateScope.unit(of: type, live: live)
        let place = declaration.when.flatMap { when in
            RecordScope(type, row: "r", live: live).line.first { $0.kind == when.record }?.id
        }
        let conditions = [AggregateScope.sql(declaration, of: type, request), AggregateScope.reached(declaration, of: type, live: live)]
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT r._id, \(unit), \(place ?? "NULL") FROM \(SQLName.quoted(type.table)) r
                WHERE \((conditions.compactMap { $0 } + ["1"]).map { "(\($0))" }.joined(separator: " AND "))
                """)
        var people: [DatabaseValue: Set<DatabaseValue>] = [:]
        var numbers: [DatabaseValue: Int] = [:]
        var respondents: [Int64: Int] = [:]
        for row in rows {
            // Of a record without a writer each counts as somebody of its own.
            let person: DatabaseValue = (row[1] as DatabaseValue).isNull ? "record \(row[0] as Int64)".databaseValue : row[1]
            people[row[2], default: []].insert(person)
        }
        for row in rows where people[row[2], default: []].count >= declaration.floor {
            let person: DatabaseValue = (row[1] as DatabaseValue).isNull ? "record \(row[0] as Int64)".databaseValue : row[1]
            let number = numbers[person] ?? numbers.count
            numbers[person] = number
            respondents[row[0]] = number
        }
        return try RecordReader(live, as: .system, at: request.instant, in: db).read(type).compactMap { record in
            guard let respondent = respondents[record.number] else { return nil }
            return ObservedRecord(record: Self.cut(record, grant), respondent: respondent)
        }
    }

    func records(_ query: RecordQuery) throws -> [VisibleRecord] {
        let records = try RecordReader(request.live, standing: request.standing, in: db).read(allowed(query), query)
        handedOut?.note(records)
        return records
    }

    func count(_ query: RecordQuery) throws -> Int {
        try RecordReader(request.live, standing: request.standing, in: db).count(allowed(query), query)
    }

    /// The type that a query asks for, if the report reads all that it names.
    private func allowed(_ query: RecordQuery) throws -> RecordType {
        let (type, grant) = try declared(query.kind)
        let named = Set(query.fields + query.conditions.map(\.field))
        guard named.allSatisfy(grant.allows), query.words.isEmpty || type.search.allSatisfy(grant.allows) else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read all of \(query.kind)")
        }
        return type
    }

    private func declared(_ kind: String) throws -> (RecordType, ReadGrant) {
        guard let type = request.live.record(kind), let reading = reads.first(where: { $0.record == kind })?.reading else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read \(kind)")
        }
        return (type, ReadGrant("", reading))
    }

    /// The record with the declared fields alone.
    private static func cut(_ record: VisibleRecord, _ grant: ReadGrant) -> VisibleRecord {
        var record = record
        record.values.removeAll { !grant.allows($0.name) }
        return record
    }
}
