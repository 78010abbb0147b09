import Kernel

/// A value of a tape in the one form that RFC 8785 gives it, for hashing: the same bytes however the JSON was written.
///
/// It says the same as `JSONValue.canonical`, without making the value in between, since a whole dump is hashed so.
struct JSONCanonical {
    private var text: [UInt8] = []

    /// The canonical form of a value; what it fills is kept for the next.
    mutating func bytes(of view: JSONView) throws -> [UInt8] {
        text.removeAll(keepingCapacity: true)
        try append(view)
        return text
    }

    private mutating func append(_ view: JSONView) throws {
        switch view.kind {
        case .null, .bool: text.append(contentsOf: view.bytes)
        case .number: try append(number: view)
        case .string: try append(string: view)
        case .array:
            text.append(UInt8(ascii: "["))
            var isFirst = true
            try view.forEachItem { item in
                if !isFirst { text.append(UInt8(ascii: ",")) }
                isFirst = false
                try append(item)
            }
            text.append(UInt8(ascii: "]"))
        case .object: try append(object: view)
        }
    }

    /// Short whole numbers stand as they are; the rest as the kernel writes them.
    private mutating func append(number view: JSONView) throws {
        let bytes = view.bytes
        if bytes.count <= 15, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            text.append(contentsOf: bytes)
        } else {
            text.append(contentsOf: try JSONValue(parsing: Array(bytes)).canonical)
        }
    }

    /// A string without escapes stands as it is: the tape takes no control characters.
    private mutating func append(string view: JSONView) throws {
        if view.hasEscapes {
            text.append(contentsOf: try JSONValue.string(view.string ?? "").canonical)
        } else {
            text.append(UInt8(ascii: "\""))
            text.append(contentsOf: view.bytes)
            text.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(object view: JSONView) throws {
        var members: [(key: JSONView, value: JSONView)] = []
        var isSorted = true
        view.forEachMember { key, value in
            if let last = members.last, !Self.precedes(last.key, key) { isSorted = false }
            members.append((key, value))
        }
        if !isSorted { members.sort { Self.precedes($0.key, $1.key) } }
        text.append(UInt8(ascii: "{"))
        for (position, member) in members.enumerated() {
            if position > 0 { text.append(UInt8(ascii: ",")) }
            try append(string: member.key)
            text.append(UInt8(ascii: ":"))
            try append(member.value)
        }
        text.append(UInt8(ascii: "}"))
    }

    /// Whether a key comes before another by the code units of UTF-16.
    private static func precedes(_ a: JSONView, _ b: JSONView) -> Bool {
        // By bytes the order is the same as long as nothing lies beyond ASCII.
        let (first, second) = (a.bytes, b.bytes)
        if a.hasEscapes || b.hasEscapes || !first.allSatisfy({ $0 < 0x80 }) || !second.allSatisfy({ $0 < 0x80 }) {
            return (a.string ?? "").utf16.lexicographicallyPrecedes((b.string ?? "").utf16)
        }
        return first.lexicographicallyPrecedes(second)
    }
}
