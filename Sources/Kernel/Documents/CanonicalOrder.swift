/// The order that RFC 8785 gives the members of an object: by the UTF-16 code units of their names.
enum CanonicalOrder {
    /// The positions of the members in the order of their names.
    static func positions(_ count: Int, name: (Int) -> String) -> [Int] {
        var names: [String] = []
        names.reserveCapacity(count)
        var isSorted = true
        for position in 0..<count {
            let next = name(position)
            if let last = names.last, isSorted, precedes(next, last) { isSorted = false }
            names.append(next)
        }
        var order = Array(0..<count)
        if isSorted { return order }
        guard count <= 16 else { return order.sorted { precedes(names[$0], names[$1]) } }
        // Insertion, which is the faster way for the few keys that most objects have.
        for position in order.indices.dropFirst() {
            let moving = order[position]
            var place = position
            while place > 0, precedes(names[moving], names[order[place - 1]]) {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = moving
        }
        return order
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
