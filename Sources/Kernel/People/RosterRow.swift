/// One person of a roster, as bytes of the file; gone with the next row.
struct RosterRow {
    let id: UnsafeBufferPointer<UInt8>
    let givenName: UnsafeBufferPointer<UInt8>
    let familyName: UnsafeBufferPointer<UInt8>
    /// Nil where the file lacks the column, as for those below.
    let email: UnsafeBufferPointer<UInt8>?
    let organisation: UnsafeBufferPointer<UInt8>?
    let role: UnsafeBufferPointer<UInt8>?
    let language: UnsafeBufferPointer<UInt8>?

    init(_ rows: borrowing CSVRows) {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        id = rows.value(Roster.Column.id.rawValue) ?? nothing
        givenName = rows.value(Roster.Column.givenName.rawValue) ?? nothing
        familyName = rows.value(Roster.Column.familyName.rawValue) ?? nothing
        email = rows.value(Roster.Column.email.rawValue)
        organisation = rows.value(Roster.Column.organisation.rawValue)
        role = rows.value(Roster.Column.role.rawValue)
        language = rows.value(Roster.Column.language.rawValue)
    }

    /// Whether a row of `key, given_name, family_name, email, language` says the same, as far as the file has the columns.
    func isSame(as row: borrowing BulkRow) -> Bool {
        guard row.isText(1, givenName), row.isText(2, familyName) else { return false }
        return isSame(email, row, 3) && isSame(language, row, 4)
    }

    private func isSame(_ value: UnsafeBufferPointer<UInt8>?, _ row: borrowing BulkRow, _ column: Int32) -> Bool {
        guard let value else { return true }
        return value.isEmpty ? row.kind(column) == .null : row.isText(column, value)
    }
}
