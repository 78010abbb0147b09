/// The order that RFC 8785 gives the members of an object: by the UTF-16 code units of their names.
enum CanonicalOrder {
    /// The positions of the members in the order of their names.
    static func positions(_ count: Int, name: (Int) -> String) -> [Int] {
        var order = Array(0..<count)
        if count < 2 { return order }
        // Most names differ in their first eight bytes, which are compared as one number.
        var starts: [UInt64] = []
        starts.reserveCapacity(count)
        var isSorted = true
        for position in 0..<count {
            guard let start = start(of: name(position)) else { return order.sorted { precedes(name($0), name($1)) } }
            if let last = starts.last, last >= start { isSorted = false }
            starts.append(start)
        }
        if isSorted { return order }
        func comes(_ a: Int, before b: Int) -> Bool {
            starts[a] != starts[b] ? starts[a] < starts[b] : precedes(name(a), name(b))
        }
        guard count <= 16 else { return order.sorted { comes($0, before: $1) } }
        // Insertion, which is the faster way for the few keys that most objects have.
        for position in 1..<count {
            let moving = order[position]
            var place = position
            while place > 0, comes(moving, before: order[place - 1]) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = moving
        }
        return order
    }

    /// The first eight bytes of a name as a number in the same order, zeros after a shorter one.
    ///
    /// - Returns: nil for a name of which bytes may not tell the order, see `precedes`.
    private static func start(of name: String) -> UInt64? {
        var start: UInt64 = 0
        var shift: UInt64 = 64
        for byte in name.utf8 {
            if byte >= 0xF0 { return nil }
            if shift == 0 { break }
            shift -= 8
            start |= UInt64(byte) << shift
        }
        return start
    }

    /// Whether a name comes before another by UTF-16 code units.
    ///
    /// Bytes of UTF-8 give the same order unless a scalar beyond U+FFFF, whose lead byte is 0xF0 or more, meets one above the surrogates.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        let isBefore = a.utf8.withContiguousStorageIfAvailable { x in
            b.utf8.withContiguousStorageIfAvailable { y -> Bool? in
                for position in 0..<min(x.count, y.count) where x[position] != y[position] {
                    return x[position] < 0xF0 && y[position] < 0xF0 ? x[position] < y[position] : nil
                }
                return x.count < y.count
            }
        }
        return isBefore.flatMap(\.self).flatMap(\.self) ?? a.utf16.lexicographicallyPrecedes(b.utf16)
    }
}
