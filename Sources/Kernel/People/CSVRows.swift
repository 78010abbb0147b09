/// The records of a CSV file below its header, with the wanted columns at hand.
struct CSVRows: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let layout: CSVLayout
    private var reader: CSVReader
    private(set) var record = CSVRecord()
    /// Room for one field of each column whose doubled quotes are undone.
    private let scratch: UnsafeMutableBufferPointer<UInt8>

    /// Starts after the header.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ layout: CSVLayout) {
        self.bytes = bytes
        self.layout = layout
        reader = CSVReader(bytes, delimiter: layout.delimiter)
        scratch = .allocate(capacity: layout.positions.count * CSVReader.fieldLimit)
        _ = reader.next(into: &record)
    }

    deinit { scratch.deallocate() }

    /// How many bytes have been read.
    var offset: Int { reader.offset }

    /// Goes on to the next record; rows in which nothing or only blanks are filled in, such as spreadsheets leave at the end, are passed over.
    mutating func next() -> CSVReader.Step {
        while true {
            let step = reader.next(into: &record)
            guard case .record = step, Self.isBlank(record, in: bytes) else { return step }
        }
    }

    /// Whether no field of a record holds anything but blanks.
    private static func isBlank(_ record: CSVRecord, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for field in record.fields {
            var index = field.start
            while index < field.end {
                switch bytes[index] {
                case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
                // The space that does not break a line, U+00A0.
                case 0xC2 where index + 1 < field.end && bytes[index + 1] == 0xA0: index += 2
                default: return false
                }
            }
        }
        return true
    }

    /// Whether the field at that place of a record is read; other columns may hold what they like.
    func isRead(_ position: Int) -> Bool { layout.positions.contains(position) }

    /// Whether the record has as many fields as the header.
    var hasRightWidth: Bool { record.fields.count == layout.width }

    /// How many fields the header has.
    var width: Int { layout.width }

    /// Where the column lies in this record; nil if the file lacks the column.
    func field(_ column: Int) -> CSVField? {
        layout.positions[column].map { record.fields[$0] }
    }

    /// The content of the column, which stays until the next record is read; nil if the file lacks the column.
    func value(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let field = field(column) else { return nil }
        let raw = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        guard field.hasDoubledQuotes else { return raw }
        let room = UnsafeMutableBufferPointer(
            rebasing: scratch[column * CSVReader.fieldLimit..<(column + 1) * CSVReader.fieldLimit])
        var (count, index) = (0, 0)
        while index < raw.count {
            room[count] = raw[index]
            count += 1
            index += raw[index] == UInt8(ascii: "\"") ? 2 : 1
        }
        return UnsafeBufferPointer(rebasing: room[..<count])
    }

    /// The content of a field as a string.
    static func text(_ field: CSVField, in bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
        return field.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
    }
}
