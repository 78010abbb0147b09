/// Which field of each record holds which column, as the header says.
struct CSVLayout {
    let delimiter: UInt8
    /// How many fields each record has.
    let width: Int
    /// For each wanted column, its place among the fields.
    let positions: [Int?]

    /// Whether the file has this column.
    func has(_ column: Int) -> Bool { positions[column] != nil }

    /// Whether a roster has this column.
    func has(_ column: Roster.Column) -> Bool { has(column.rawValue) }

    /// Reads the header of a file.
    ///
    /// - Parameters:
    ///   - columns: what the import reads, in the order in which `positions` answers.
    ///   - mapping: other names that the file has for them.
    /// - Returns: nil if the header is faulty; the faults are reported.
    static func read(
        _ places: CSVPlaces, columns: [CSVColumn], mapping: CSVMapping, faults: CSVFaultList
    ) -> CSVLayout? {
        let bytes = places.bytes
        // UTF-16 begins with one of these; read as bytes, its line breaks look wrong before its letters do.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            faults.report(.notUTF8(at: SourceSpan(startOf: places.file)))
            return nil
        }
        let delimiter = CSVReader.delimiter(of: bytes)
        var reader = CSVReader(bytes, delimiter: delimiter)
        var record = CSVRecord()
        switch reader.next(into: &record) {
        case .end:
            faults.report(.emptyCSV(columns: columns.map(\.name), at: SourceSpan(startOf: places.file)))
            return nil
        case .fault(let fault):
            faults.report(.csv(fault, in: record, places))
            return nil
        case .record: break
        }
        if let invalid = UTF8Check.firstInvalid(in: bytes, record.start..<record.end) {
            faults.report(.notUTF8(at: places.span(invalid, invalid + 1, in: record)))
            return nil
        }
        let resolution = CSVHeader(record: record, places: places, columns: columns, mapping: mapping)
        let before = faults.count
        let positions = resolution.positions(faults)
        return faults.count == before ? CSVLayout(delimiter: delimiter, width: record.fields.count, positions: positions) : nil
    }
}
