import GRDB

/// The check of a whole list of enrolments before anything is written.
struct EnrolmentListCheck {
    /// The enrolments of the list, in its order.
    ///
    /// - Throws: `DiagnosticsError` with the first 1,000 faults.
    static func run(_ list: EnrolmentList, roles: [String], in db: Database) throws -> [EnrolmentRequest] {
        try list.file.bytes.withUnsafeBufferPointer { bytes in
            let places = CSVPlaces(file: list.file.id, bytes: bytes)
            let faults = CSVFaultList()
            let columns = EnrolmentList.Column.allCases.map(\.column)
            guard let layout = CSVLayout.read(places, columns: columns, mapping: list.mapping, faults: faults) else {
                throw DiagnosticsError(faults.diagnostics(end: SourceSpan(startOf: places.file)))
            }
            var check = try EnrolmentCheck(roles: roles, in: db)
            var rows = CSVRows(bytes, layout)
            var requests: [EnrolmentRequest] = []
            reading: while true {
                switch rows.next() {
                case .end: break reading
                case .fault(let fault): faults.report(.csv(fault, in: rows.record, places))
                case .record:
                    guard CSVRowForm.check(rows, places, faults) else { continue }
                    func cell(_ column: EnrolmentList.Column) -> (id: String, span: SourceSpan?) {
                        guard let field = rows.field(column.rawValue) else { return ("", nil) }
                        return (CSVRows.text(field, in: bytes), places.span(field, in: rows.record))
                    }
                    var role = cell(.role)
                    if role.id.isEmpty { role.id = EnrolmentList.participant }
                    let request = try check.request(offering: cell(.offering), person: cell(.person), role: role) { faults.report($0) }
                    let resume = cell(.resume)
                    guard ["", "true", "false"].contains(resume.id) else {
                        faults.report(.badResume(resume.id, at: resume.span))
                        continue
                    }
                    if var request {
                        request.resumes = resume.id == "true"
                        requests.append(request)
                    }
                }
            }
            guard faults.isEmpty else { throw DiagnosticsError(faults.diagnostics(end: places.end(after: rows.record))) }
            return requests
        }
    }
}
