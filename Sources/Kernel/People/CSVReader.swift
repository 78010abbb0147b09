/// Reads CSV by RFC 4180, record by record, straight over the bytes of the file.
///
/// A field may be quoted; within quotes a doubled quote stands for one, and delimiters and line breaks are content. Lines end with LF or
/// CRLF. Empty lines are passed over. After a fault, reading goes on with the next line; after an unclosed quote it ends, since what
/// follows cannot be told.
struct CSVReader {
    /// One step through the file.
    enum Step {
        case record
        case fault(CSVFault)
        case end
    }

    /// The most bytes that one field may have.
    static let fieldLimit = 1 << 16
    /// The most fields that one record may have: more than a spreadsheet's row has any use for, and few enough to hold.
    static let recordLimit = 1 << 12

    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var position: Int
    private var line: Int

    /// - Parameters:
    ///   - bytes: the whole file, which must stay where it is.
    ///   - delimiter: as `delimiter(of:)` says.
    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        let declaration = SeparatorLine(bytes)
        position = declaration?.end ?? Self.byteOrderMark(bytes)
        line = declaration == nil ? 1 : 2
    }

    /// How many bytes have been read.
    var offset: Int { position }

    /// The length of a UTF-8 byte order mark at the start.
    static func byteOrderMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    }

    /// The delimiter of a file: the one that it names itself, or of `,` and `;` the one that its first line holds more of outside quotes.
    static func delimiter(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
        if let declaration = SeparatorLine(bytes) { return declaration.delimiter }
        var (commas, semicolons, quoted) = (0, 0, false)
        for byte in bytes[byteOrderMark(bytes)...].prefix(fieldLimit) {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ",") where !quoted: commas += 1
            case UInt8(ascii: ";") where !quoted: semicolons += 1
            case UInt8(ascii: "\n") where !quoted && commas + semicolons > 0:
                return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
            default: break
            }
        }
        return semicolons > commas ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    /// Reads the next record into `record`.
    mutating func next(into record: inout CSVRecord) -> Step {
        skipEmptyLines()
        record.fields.removeAll(keepingCapacity: true)
        record.start = position
        record.line = line
        guard position < bytes.count else { return .end }
        while true {
            if let fault = readField(into: &record) {
                record.end = position
                recover(from: fault)
                return .fault(fault)
            }
            record.end = position
            guard position < bytes.count else { return .record }
            if bytes[position] == delimiter {
                guard record.fields.count < Self.recordLimit else {
                    let fault = CSVFault(kind: .tooManyFields, offset: record.start)
                    recover(from: fault)
                    return .fault(fault)
                }
                position += 1
                continue
            }
            endLine()
            return .record
        }
    }

    private mutating func skipEmptyLines() {
        while position < bytes.count, bytes[position] == 0x0A || (bytes[position] == 0x0D && isLineBreak(position)) { endLine() }
    }

    private func isLineBreak(_ position: Int) -> Bool {
        position + 1 < bytes.count && bytes[position + 1] == 0x0A
    }

    private mutating func endLine() {
        position += bytes[position] == 0x0D ? 2 : 1
        line += 1
    }

    private mutating func readField(into record: inout CSVRecord) -> CSVFault? {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return readQuoted(into: &record) }
        let start = position
        var index = position
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == 0x0A { break }
            if byte == UInt8(ascii: "\"") {
                position = index
                return CSVFault(kind: .strayQuote, offset: index)
            }
            if byte == 0x0D {
                if isLineBreak(index) { break }
                position = index
                return CSVFault(kind: .strayCarriageReturn, offset: index)
            }
            index += 1
        }
        position = index
        guard index - start <= Self.fieldLimit else { return CSVFault(kind: .fieldTooLong, offset: start) }
        record.fields.append(CSVField(start: start, end: index, hasDoubledQuotes: false))
        return nil
    }

    private mutating func readQuoted(into record: inout CSVRecord) -> CSVFault? {
        let quote = position
        var index = quote + 1
        var doubled = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x0A || byte == 0x0D && !isLineBreak(index) {
                line += 1
            } else if byte == UInt8(ascii: "\"") {
                guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
                doubled = true
                index += 1
            }
            index += 1
            if index - quote - 1 > Self.fieldLimit {
                position = bytes.count
                return CSVFault(kind: .fieldTooLong, offset: quote, other: quote)
            }
        }
        guard index < bytes.count else {
            position = bytes.count
            return CSVFault(kind: .unclosedQuote, offset: quote, other: quote)
        }
        record.fields.append(CSVField(start: quote + 1, end: index, hasDoubledQuotes: doubled))
        position = index + 1
        guard position < bytes.count else { return nil }
        let byte = bytes[position]
        if byte == delimiter || byte == 0x0A || (byte == 0x0D && isLineBreak(position)) { return nil }
        return CSVFault(kind: .textAfterQuote, offset: position, other: quote)
    }

    /// Goes on at the line after the fault.
    private mutating func recover(from fault: CSVFault) {
        while position < bytes.count, bytes[position] != 0x0A {
            // Editors count a carriage return of its own as a line break.
            if bytes[position] == 0x0D, !isLineBreak(position) { line += 1 }
            position += 1
        }
        if position < bytes.count { endLine() }
    }
}
