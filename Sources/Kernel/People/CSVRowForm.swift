/// What every row of every import must be: as wide as the header, and plain UTF-8 text on one line in each field that is read.
enum CSVRowForm {
    /// Whether the row is so; every fault is reported.
    static func check(_ rows: borrowing CSVRows, _ places: CSVPlaces, _ faults: CSVFaultList) -> Bool {
        let record = rows.record
        guard rows.hasRightWidth else {
            faults.report(.wrongWidth(found: record.fields.count, expected: rows.width, at: places.span(record)))
            return false
        }
        guard !PlainText.isPlainASCII(places.bytes, record.start..<record.end) else { return true }
        let before = faults.count
        for (position, field) in record.fields.enumerated() {
            if let invalid = UTF8Check.firstInvalid(in: places.bytes, field.start..<field.end) {
                faults.report(.notUTF8(at: places.span(invalid, invalid + 1, in: record)))
            } else if rows.isRead(position), let control = places.bytes[field.start..<field.end].firstIndex(where: PlainText.isControl) {
                faults.report(.controlCharacter(places.bytes[control], at: places.span(control, control + 1, in: record)))
            }
        }
        return faults.count == before
    }
}
