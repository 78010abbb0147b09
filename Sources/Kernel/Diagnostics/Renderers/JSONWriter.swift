/// Writes JSON values as text.
struct JSONWriter {
    enum Layout { case compact, pretty }

    private var text: [UInt8] = []
    private let layout: Layout

    private init(_ layout: Layout) { self.layout = layout }

    static func string(_ value: JSONValue, _ layout: Layout) -> String {
        var writer = JSONWriter(layout)
        writer.write(value, indent: 0)
        return String(decoding: writer.text, as: UTF8.self)
    }

    private mutating func write(_ value: JSONValue, indent: Int) {
        switch value {
        case .null: text += "null".utf8
        case .bool(let bool): text += (bool ? "true" : "false").utf8
        case .integer(let integer): text += String(integer).utf8
        case .number(let double): text += Self.literal(double).utf8
        case .string(let string): Self.append(string, to: &text)
        case .array(let items):
            text.append(UInt8(ascii: "["))
            for (position, item) in items.enumerated() {
                separate(position, indent + 1)
                write(item, indent: indent + 1)
            }
            close("]", isEmpty: items.isEmpty, indent)
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                separate(position, indent + 1)
                Self.append(member.key, to: &text)
                text += (layout == .pretty ? ": " : ":").utf8
                write(member.value, indent: indent + 1)
            }
            close("}", isEmpty: members.isEmpty, indent)
        }
    }

    private mutating func separate(_ position: Int, _ indent: Int) {
        if position > 0 { text.append(UInt8(ascii: ",")) }
        if layout == .pretty { breakLine(indent) }
    }

    private mutating func close(_ bracket: Unicode.Scalar, isEmpty: Bool, _ indent: Int) {
        if layout == .pretty, !isEmpty { breakLine(indent) }
        text.append(UInt8(ascii: bracket))
    }

    private mutating func breakLine(_ indent: Int) {
        text.append(UInt8(ascii: "\n"))
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    /// JSON has no infinity: a number beyond every double is read back as one.
    ///
    /// It has no NaN either, which JavaScript and SQLite write as null.
    private static func literal(_ double: Double) -> String {
        if double.isNaN { return "null" }
        if double.isInfinite { return double < 0 ? "-1e999" : "1e999" }
        return ECMAScriptNumber.text(double)
    }

    /// A string in quotes, with the fewest escapes that RFC 8259 allows, in the forms of RFC 8785, 3.2.2.2.
    static func append(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        let isPlain = string.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
            text.append(contentsOf: bytes)
            return true
        }
        if isPlain == true {
            text.append(UInt8(ascii: "\""))
            return
        }
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0x08: text += "\\b".utf8
            case 0x09: text += "\\t".utf8
            case 0x0A: text += "\\n".utf8
            case 0x0C: text += "\\f".utf8
            case 0x0D: text += "\\r".utf8
            case 0..<0x20: text += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}

extension JSONValue {
    /// The value on one line, members in their order.
    ///
    /// An infinite number is written as `1e999`, which reads back as infinite, and NaN as `null`; `canonical` refuses both.
    public var compact: String { JSONWriter.string(self, .compact) }

    /// The value on several lines, two spaces a level, members in their order, without a line break at the end.
    public var pretty: String { JSONWriter.string(self, .pretty) }
}
