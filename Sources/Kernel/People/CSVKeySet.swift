/// The keys met so far in a file, held as places in it: twelve bytes a key and no copy.
///
/// Hashed with the standard library's seeded hash, so that no file can be made to collide.
struct CSVKeySet {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var keys: [(start: UInt32, length: UInt16, hash: UInt16)] = []
    private var lines: [UInt32] = []
    private var slots: [UInt32] = Array(repeating: 0, count: 1024)

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Takes in a key.
    ///
    /// - Parameters:
    ///   - start: its first byte, below 4 GiB.
    ///   - length: its length, below 64 KiB.
    ///   - line: the line it stands on.
    /// - Returns: nil if it is new; otherwise where it was first.
    mutating func insert(start: Int, length: Int, line: Int) -> (start: Int, line: Int)? {
        let hash = hash(start, length)
        var slot = hash & (slots.count - 1)
        let mark = UInt16(truncatingIfNeeded: hash >> 40)
        while slots[slot] != 0 {
            let index = Int(slots[slot] - 1)
            let key = keys[index]
            if key.hash == mark, Int(key.length) == length, same(Int(key.start), start, length) {
                return (Int(key.start), Int(lines[index]))
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        keys.append((UInt32(start), UInt16(length), mark))
        lines.append(UInt32(line))
        slots[slot] = UInt32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return nil
    }

    private func hash(_ start: Int, _ length: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<start + length]))
        return hasher.finalize()
    }

    private func same(_ a: Int, _ b: Int, _ length: Int) -> Bool {
        bytes[a..<a + length].elementsEqual(bytes[b..<b + length])
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 4)
        for (index, key) in keys.enumerated() {
            var slot = hash(Int(key.start), Int(key.length)) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
