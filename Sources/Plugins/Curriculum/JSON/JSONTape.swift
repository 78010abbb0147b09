/// A JSON text as a flat list of values that point into its bytes, for reading many objects fast.
///
/// Nothing is copied until a string is asked for. It checks the syntax strictly; where it finds a fault, the kernel's `JSONReader` says what
/// and where.
final class JSONTape {
    enum Kind: UInt8 { case null, bool, number, string, array, object }

    struct Slot {
        var kind: Kind
        /// Whether a string holds escapes.
        var hasEscapes: Bool
        /// The bytes of the value; of a string those within the quotes.
        var start: Int32
        var end: Int32
        /// The slot after the value and all within it.
        var next: Int32
    }

    /// That the text is no JSON, at a byte.
    struct Fault: Error {
        var offset: Int
    }

    /// How deep values may lie in each other.
    static let deepest = 64

    private(set) var bytes: UnsafeBufferPointer<UInt8>
    fileprivate(set) var slots: [Slot] = []

    init() { bytes = UnsafeBufferPointer(start: nil, count: 0) }

    /// Reads a text, in place of the one before; the bytes must stay where they are for as long as values of it are read.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> JSONView {
        self.bytes = bytes
        slots.removeAll(keepingCapacity: true)
        guard bytes.count < Int32.max else { throw Fault(offset: 0) }
        var parser = JSONTapeParser(bytes: bytes, slots: slots)
        slots = []
        try parser.parse()
        slots = parser.slots
        return JSONView(tape: self, index: 0)
    }
}

/// Fills the slots of a tape.
private struct JSONTapeParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var slots: [JSONTape.Slot]
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, slots: [JSONTape.Slot]) {
        self.bytes = bytes
        self.slots = slots
    }

    mutating func parse() throws(JSONTape.Fault) {
        try value(0)
        skip()
        guard position == bytes.count else { throw JSONTape.Fault(offset: position) }
    }

    private mutating func skip() {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            position += 1
        }
    }

    private func fault() -> JSONTape.Fault { JSONTape.Fault(offset: position) }

    private mutating func value(_ depth: Int) throws(JSONTape.Fault) {
        skip()
        guard position < bytes.count, depth < JSONTape.deepest else { throw fault() }
        switch bytes[position] {
        case UInt8(ascii: "{"): try object(depth)
        case UInt8(ascii: "["): try array(depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true", .bool)
        case UInt8(ascii: "f"): try word("false", .bool)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number()
        }
    }

    private mutating func open(_ kind: JSONTape.Kind) -> Int {
        slots.append(.init(kind: kind, hasEscapes: false, start: Int32(position), end: 0, next: 0))
        position += 1
        return slots.count - 1
    }

    private mutating func close(_ slot: Int) {
        position += 1
        slots[slot].end = Int32(position)
        slots[slot].next = Int32(slots.count)
    }

    private mutating func object(_ depth: Int) throws(JSONTape.Fault) {
        let slot = open(.object)
        skip()
        if position < bytes.count, bytes[position] == UInt8(ascii: "}") { return close(slot) }
        var keys = 0
        var names: Set<String> = []
        while true {
            skip()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault() }
            let key = slots.count
            try string()
            keys += 1
            try check(key, of: slot, keys, &names)
            skip()
            guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw fault() }
            position += 1
            try value(depth + 1)
            skip()
            guard position < bytes.count else { throw fault() }
            if bytes[position] == UInt8(ascii: "}") { return close(slot) }
            guard bytes[position] == UInt8(ascii: ",") else { throw fault() }
            position += 1
        }
    }

    /// How many keys of an object are compared one by one before they are gathered in a set.
    private static let fewKeys = 48

    /// Refuses a key that the object has already: readers of JSON do not agree on which of the two counts.
    private func check(_ key: Int, of object: Int, _ count: Int, _ names: inout Set<String>) throws(JSONTape.Fault) {
        let isFirstOfMany = count == Self.fewKeys
        if count > Self.fewKeys {
            guard names.insert(text(key)).inserted else { throw JSONTape.Fault(offset: Int(slots[key].start) - 1) }
            return
        }
        if isFirstOfMany { names.insert(text(key)) }
        var other = object + 1
        while other < key {
            if isSame(key, other) { throw JSONTape.Fault(offset: Int(slots[key].start) - 1) }
            if isFirstOfMany { names.insert(text(other)) }
            other = Int(slots[other + 1].next)
        }
    }

    private func isSame(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (slots[a], slots[b])
        if first.hasEscapes || second.hasEscapes { return text(a) == text(b) }
        let count = first.end - first.start
        guard count == second.end - second.start else { return false }
        for offset in 0..<Int(count) where bytes[Int(first.start) + offset] != bytes[Int(second.start) + offset] { return false }
        return true
    }

    /// The text of a string.
    private func text(_ slot: Int) -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[Int(slots[slot].start)..<Int(slots[slot].end)])
        return (slots[slot].hasEscapes ? JSONEscapes.decode(part) : nil) ?? String(decoding: part, as: UTF8.self)
    }

    private mutating func array(_ depth: Int) throws(JSONTape.Fault) {
        let slot = open(.array)
        skip()
        if position < bytes.count, bytes[position] == UInt8(ascii: "]") { return close(slot) }
        while true {
            try value(depth + 1)
            skip()
            guard position < bytes.count else { throw fault() }
            if bytes[position] == UInt8(ascii: "]") { return close(slot) }
            guard bytes[position] == UInt8(ascii: ",") else { throw fault() }
            position += 1
        }
    }

    private mutating func string() throws(JSONTape.Fault) {
        position += 1
        let start = position
        var hasEscapes = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                slots.append(
                    .init(
                        kind: .string, hasEscapes: hasEscapes, start: Int32(start), end: Int32(position), next: Int32(slots.count + 1)))
                position += 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try escape()
            } else {
                guard byte >= 0x20 else { throw fault() }
                position += 1
            }
        }
        throw fault()
    }

    /// One escape, or the two of a surrogate pair; half of a pair stands for nothing (RFC 8259, section 8.2).
    private mutating func escape() throws(JSONTape.Fault) {
        guard let unit = unit(at: position) else {
            let letters: [UInt8] = [0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74]
            guard position + 1 < bytes.count, letters.contains(bytes[position + 1]) else { throw fault() }
            position += 2
            return
        }
        switch unit {
        case 0xD800..<0xDC00:
            guard let low = self.unit(at: position + 6), (0xDC00..<0xE000).contains(low) else { throw fault() }
            position += 12
        case 0xDC00..<0xE000: throw fault()
        default: position += 6
        }
    }

    /// The unit of UTF-16 that an escape with digits stands for; nil where there is none.
    private func unit(at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[(start + 2)..<(start + 6)] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
                unit = unit << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return unit
    }

    private mutating func word(_ word: StaticString, _ kind: JSONTape.Kind) throws(JSONTape.Fault) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw fault() }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] { throw fault() }
        slots.append(
            .init(
                kind: kind, hasEscapes: false, start: Int32(position), end: Int32(position + count), next: Int32(slots.count + 1)))
        position += count
    }

    private mutating func number() throws(JSONTape.Fault) {
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                position += 1
                continue
            default: break
            }
            break
        }
        guard Self.isNumber(bytes[start..<position]) else { throw JSONTape.Fault(offset: start) }
        slots.append(
            .init(
                kind: .number, hasEscapes: false, start: Int32(start), end: Int32(position), next: Int32(slots.count + 1)))
    }

    /// Whether it is a number as RFC 8259 writes it: no leading zeros, no plus, digits on both sides of a point.
    private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        func digits() -> Bool {
            guard isDigit(rest.first) else { return false }
            rest = rest.drop { isDigit($0) }
            return true
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.first == UInt8(ascii: "0") { rest.removeFirst() } else if !digits() { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits() else { return false }
        }
        if let byte = rest.first, byte | 0x20 == UInt8(ascii: "e") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
            guard digits() else { return false }
        }
        return rest.isEmpty
    }
}
