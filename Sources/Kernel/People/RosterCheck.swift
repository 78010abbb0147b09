/// The check of a whole roster before anything is written: every bad row, with line and column.
struct RosterCheck {
    private let roster: Roster
    private let vocabulary: RosterVocabulary
    private let places: CSVPlaces
    private let faults = CSVFaultList()
    private var ids: CSVKeySet
    private var organisations: KnownNames
    private var languages: KnownNames
    private var organisationRoles: KnownNames
    private var workspaceRoles: KnownNames
    private var newOrganisations: Set<String> = []
    private var suggestionsLeft = 20
    private var otherRoles: [String: Int] = [:]
    /// Whether it has been said that roles need a column that the file lacks.
    private var hasReportedOrganisations = false
    /// How many different words are remembered for the summary.
    private static let otherRolesKept = 100

    private init(_ roster: Roster, _ vocabulary: RosterVocabulary, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.roster = roster
        self.vocabulary = vocabulary
        places = CSVPlaces(file: roster.file.id, bytes: bytes)
        ids = CSVKeySet(bytes)
        organisations = KnownNames(vocabulary.organisations)
        languages = KnownNames(Set(vocabulary.languages))
        organisationRoles = KnownNames(Set(vocabulary.organisationRoles))
        workspaceRoles = KnownNames(Set(vocabulary.workspaceRoles))
    }

    /// Checks every row.
    ///
    /// - Throws: `DiagnosticsError` with the first 1,000 faults.
    static func run(
        _ roster: Roster, _ vocabulary: RosterVocabulary, progress: ((RosterProgress) -> Void)? = nil
    ) throws -> CheckedRoster {
        try roster.file.bytes.withUnsafeBufferPointer { bytes in
            var check = RosterCheck(roster, vocabulary, bytes)
            return try check.run(progress)
        }
    }

    private mutating func run(_ progress: ((RosterProgress) -> Void)?) throws -> CheckedRoster {
        let bytes = places.bytes
        let columns = Roster.Column.allCases.map(\.column)
        guard let layout = CSVLayout.read(places, columns: columns, mapping: roster.mapping, faults: faults) else {
            throw DiagnosticsError(faults.diagnostics(end: SourceSpan(startOf: places.file)))
        }
        var rows = CSVRows(bytes, layout)
        var count = 0
        reading: while true {
            switch rows.next() {
            case .end: break reading
            case .fault(let fault): faults.report(.csv(fault, in: rows.record, places))
            case .record: row(rows)
            }
            count += 1
            if count % RosterProgress.interval == 0 {
                progress?(RosterProgress(phase: .checking, rows: count, fraction: Double(rows.offset) / Double(bytes.count)))
            }
            guard count <= Roster.rowLimit else {
                faults.report(.tooManyRows(Roster.rowLimit, at: places.span(rows.record)))
                break
            }
        }
        guard faults.isEmpty else { throw DiagnosticsError(faults.diagnostics(end: places.end(after: rows.record))) }
        return CheckedRoster(
            roster: roster, layout: layout, count: count, newOrganisations: newOrganisations.sorted(), otherRoles: otherRoles)
    }

    private mutating func row(_ rows: borrowing CSVRows) {
        guard CSVRowForm.check(rows, places, faults) else { return }
        id(rows)
        if isBlank(rows, .givenName), isBlank(rows, .familyName) { faults.report(.noName(at: span(rows, .givenName))) }
        if let email = rows.value(Roster.Column.email.rawValue), !email.isEmpty, !EmailAddress.isValid(email) {
            faults.report(.badEmail(string(email), at: span(rows, .email)))
        }
        if let tag = rows.value(Roster.Column.language.rawValue), !tag.isEmpty, !languages.contains(tag) {
            faults.report(.unknownLanguage(string(tag), known: vocabulary.languages, at: span(rows, .language)))
        }
        organisation(rows)
        role(rows)
    }

    private mutating func id(_ rows: borrowing CSVRows) {
        guard let field = rows.field(Roster.Column.id.rawValue) else { return }
        guard !field.isEmpty else {
            faults.report(.emptyID(at: span(rows, .id)))
            return
        }
        let bytes = UnsafeBufferPointer(rebasing: places.bytes[field.start..<field.end])
        guard !PersonID.isReserved(bytes) else {
            faults.report(.reservedID(CSVRows.text(field, in: places.bytes), at: span(rows, .id)))
            return
        }
        guard PersonID.isValid(bytes) else {
            faults.report(.badID(CSVRows.text(field, in: places.bytes), at: span(rows, .id)))
            return
        }
        let line = places.bytes[rows.record.start..<field.start].reduce(rows.record.line) { $1 == 0x0A ? $0 + 1 : $0 }
        if let earlier = ids.insert(start: field.start, length: field.end - field.start, line: line) {
            faults.report(
                .repeatedPerson(CSVRows.text(field, in: places.bytes), at: span(rows, .id), first: firstPlace(earlier, like: field)))
        }
    }

    /// The span of a field met before, on a record that started on a known line.
    private func firstPlace(_ earlier: (start: Int, line: Int), like field: CSVField) -> SourceSpan {
        var record = CSVRecord()
        record.line = earlier.line
        record.start = places.bytes[..<earlier.start].lastIndex(of: 0x0A).map { $0 + 1 } ?? CSVReader.byteOrderMark(places.bytes)
        return places.span(earlier.start, earlier.start + field.end - field.start, in: record)
    }

    private mutating func organisation(_ rows: borrowing CSVRows) {
        guard let bytes = rows.value(Roster.Column.organisation.rawValue), !bytes.isEmpty, !organisations.contains(bytes) else { return }
        let id = string(bytes)
        guard PersonID.isValid(bytes) else {
            faults.report(.badOrganisation(id, at: span(rows, .organisation)))
            return
        }
        if roster.createsOrganisations {
            newOrganisations.insert(id)
            organisations.add(id)
            return
        }
        // Comparing with every organisation takes time, so only the first faults get a suggestion.
        suggestionsLeft -= 1
        let nearest = suggestionsLeft >= 0 ? NearestName.suggestion(for: id, among: vocabulary.organisations.sorted()) : nil
        faults.report(.unknownOrganisation(id, nearest: nearest, at: span(rows, .organisation)))
    }

    private mutating func role(_ rows: borrowing CSVRows) {
        guard let role = rows.value(Roster.Column.role.rawValue), !role.isEmpty else { return }
        let inWorkspace = isEmpty(rows, .organisation)
        guard inWorkspace ? workspaceRoles.contains(role) : organisationRoles.contains(role) else {
            if inWorkspace {
                // A role in the whole workspace may come to give rights, so it is never taken on trust.
                roleAlone(string(role), rows)
            } else {
                other(string(role), rows)
            }
            return
        }
        if inWorkspace, !vocabulary.grantsWorkspaceRoles { faults.report(.roleNotGrantable(string(role), at: span(rows, .role))) }
    }

    /// A role without an organisation that is none in the whole workspace: mostly it is the organisation that is missing.
    private mutating func roleAlone(_ role: String, _ rows: borrowing CSVRows) {
        let known = vocabulary.workspaceRoles
        if !vocabulary.organisationRoles.contains(role), NearestName.suggestion(for: role, among: known) != nil {
            faults.report(.unknownRole(role, known: known, at: span(rows, .role)))
            return
        }
        let lacksColumn = rows.field(Roster.Column.organisation.rawValue) == nil
        // What the file lacks is said once, not for each row.
        if lacksColumn && hasReportedOrganisations { return }
        hasReportedOrganisations = hasReportedOrganisations || lacksColumn
        faults.report(.roleWithoutOrganisation(role, lacksColumn: lacksColumn, known: known, at: span(rows, .role)))
    }

    /// A word that no module knows as a role here: it says what a person is, and gives no rights.
    private mutating func other(_ role: String, _ rows: borrowing CSVRows) {
        guard role.unicodeScalars.count <= Roster.roleLength, role.first != " ", role.last != " " else {
            faults.report(.badRole(role, at: span(rows, .role)))
            return
        }
        guard otherRoles[role] != nil || otherRoles.count < Self.otherRolesKept else { return }
        otherRoles[role, default: 0] += 1
    }

    private func isEmpty(_ rows: borrowing CSVRows, _ column: Roster.Column) -> Bool { rows.field(column.rawValue)?.isEmpty ?? true }
    private func isBlank(_ rows: borrowing CSVRows, _ column: Roster.Column) -> Bool {
        guard let field = rows.field(column.rawValue), !field.isEmpty else { return true }
        // Few names begin with a space of any kind, all of which begin with one of these bytes.
        guard [0x09, 0x20, 0xC2, 0xE1, 0xE2, 0xE3].contains(places.bytes[field.start]) else { return false }
        return CSVRows.text(field, in: places.bytes).allSatisfy(\.isWhitespace)
    }
    private func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private func span(_ rows: borrowing CSVRows, _ column: Roster.Column) -> SourceSpan {
        guard let field = rows.field(column.rawValue) else { return places.span(rows.record) }
        return places.span(field, in: rows.record)
    }
}
