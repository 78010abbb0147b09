import GRDB

/// A report that a module declares and its code computes.
struct ProvidedReport: DeclaredReport {
    let declaration: ReportDeclaration
    /// The code; nil where it does not run.
    let provider: (any ReportProvider)?

    func answer(_ request: ReportRequest, in db: Database) throws -> ReportAnswer {
        guard let provider else { throw ReportRefusal.codeMissing(report: name) }
        let reading = VisibleReading(request: request, reads: declaration.reads, db: db)
        var table = try provider.table(parameters: request.parameters, reading: reading)
        if table.chart == nil { table.chart = chart }
        return ReportAnswer(table)
    }
}

/// The store as the one who asks for a report may see it, as far as the report says that it reads.
struct VisibleReading: ReportReading {
    let request: ReportRequest
    let reads: [(record: String, reading: ReadGrant.Reading)]
    let db: Database

    var language: Language { request.language }
    var instant: Instant { request.instant }
    var person: String? {
        guard case .person(let key) = request.actor else { return nil }
        return (try? Person.find(key: key, in: db))?.id
    }

    func records(_ kind: String, where filters: [(field: String, value: String)]) throws -> [VisibleRecord] {
        guard let type = request.live.record(kind), let reading = reads.first(where: { $0.record == kind })?.reading else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read \(kind)")
        }
        let grant = ReadGrant("", reading)
        return try RecordFilter(type, filters, live: request.live, in: db).read(as: request.actor).map { record in
            var record = record
            record.values.removeAll { !grant.allows($0.name) }
            return record
        }
    }

    func records(_ query: RecordQuery) throws -> [VisibleRecord] {
        guard let type = request.live.record(query.kind), let reading = reads.first(where: { $0.record == query.kind })?.reading else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read \(query.kind)")
        }
        let grant = ReadGrant("", reading)
        let named = Set(query.fields + query.conditions.map(\.field))
        guard named.allSatisfy(grant.allows), query.words.isEmpty || type.search.allSatisfy(grant.allows) else {
            throw DatabaseError(resultCode: .SQLITE_AUTH, message: "the report does not read all of \(query.kind)")
        }
        return try RecordReader(request.live, standing: request.standing, in: db).read(type, query)
    }
}
