/// The order of names in a Norwegian list: æ, ø, å last, aa as å, other marks ignored.
///
/// A key is bytes that compare as the names sort; the store keeps it in a column, so that a sorted list needs no collation. `ä` sorts as æ,
/// `ö` and `ő` as ø, `ü` and `ű` as y (Norwegian practice); Sámi and other Latin letters sort with their base letter (č as c, ŋ as n);
/// letters of other scripts come after å, by code point. Case does not count.
public enum NameSortKey {
    private static let ae: UInt8 = 0x7B
    private static let oe: UInt8 = 0x7C
    private static let aa: UInt8 = 0x7D
    private static let other: UInt8 = 0x7E
    private static let separator: UInt8 = 0x01

    /// The key of a person's name: the family name first.
    public static func of(family: String, given: String) -> [UInt8] {
        var key: [UInt8] = []
        var (family, given) = (family, given)
        family.withUTF8 { family in
            given.withUTF8 { given in append(family: family, given: given, to: &key) }
        }
        return key
    }

    /// The key of UTF-8 names, added to `key`.
    ///
    /// The bytes must be valid UTF-8.
    static func append(family: UnsafeBufferPointer<UInt8>, given: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
        append(family, to: &key)
        key.append(separator)
        append(given, to: &key)
    }

    private static func append(_ name: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
        var pendingA = false
        var index = 0
        while index < name.count {
            let byte = name[index]
            if byte < 0x80 {
                index += 1
                let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
                if lower == 0x61 {
                    if pendingA { key[key.count - 1] = aa } else { key.append(lower) }
                    pendingA.toggle()
                    continue
                }
                pendingA = false
                // Space, hyphen and apostrophe part words alike; a control character is nothing.
                switch lower {
                case 0x20, 0x27, 0x2D: key.append(0x20)
                case 0..<0x20, 0x7B...: break
                default: key.append(lower)
                }
                continue
            }
            pendingA = false
            let (scalar, length) = decode(name, at: index)
            append(scalar, to: &key)
            index += length
        }
    }

    private static func append(_ scalar: UInt32, to key: inout [UInt8]) {
        switch scalar {
        case 0xC6, 0xE6, 0xC4, 0xE4, 0x1FC, 0x1FD: key.append(ae)
        case 0xD8, 0xF8, 0xD6, 0xF6, 0x150, 0x151, 0x1FE, 0x1FF: key.append(oe)
        case 0xC5, 0xE5: key.append(aa)
        case 0xDE, 0xFE: key.append(contentsOf: [0x74, 0x68])
        case 0xDF: key.append(contentsOf: [0x73, 0x73])
        case 0x152, 0x153: key.append(contentsOf: [0x6F, 0x65])
        case 0xA0, 0x2010...0x2015, 0x2018, 0x2019: key.append(0x20)
        case 0x300...0x36F: combine(scalar, into: &key)
        case 0xC0...0xFF: key.append(latin1[Int(scalar - 0xC0)])
        case 0x100...0x17F: key.append(latinExtendedA[Int(scalar - 0x100)])
        case 0x1E4...0x1E7, 0x1F4, 0x1F5: key.append(0x67)
        case 0x1E8, 0x1E9: key.append(0x6B)
        case 0x1B7, 0x1EE, 0x1EF, 0x292: key.append(0x7A)
        case 0x1E80...0x1E85: key.append(0x77)
        case 0x1EA0...0x1EB7: key.append(0x61)
        case 0x1EB8...0x1EC7: key.append(0x65)
        case 0x1EC8...0x1ECB: key.append(0x69)
        case 0x1ECC...0x1EE3: key.append(0x6F)
        case 0x1EE4...0x1EF1: key.append(0x75)
        case 0x1EF2...0x1EF9: key.append(0x79)
        default:
            key.append(other)
            withUnsafeBytes(of: scalar.bigEndian) { key.append(contentsOf: $0.dropFirst()) }
        }
    }

    /// A mark written on its own after its letter: a ring makes å, a diaeresis æ or ø, all others nothing.
    private static func combine(_ mark: UInt32, into key: inout [UInt8]) {
        guard let letter = key.last else { return }
        switch (letter, mark) {
        case (0x61, 0x30A): key[key.count - 1] = aa
        case (0x61, 0x308): key[key.count - 1] = ae
        case (0x6F, 0x308), (0x6F, 0x30B): key[key.count - 1] = oe
        case (0x75, 0x308), (0x75, 0x30B): key[key.count - 1] = 0x79
        default: break
        }
    }

    /// The base letters of U+00C0 to U+00FF; those with a letter of their own are handled before.
    private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo ouuuyytsaaaaaaaceeeeiiiidnooooo ouuuyyty".utf8)
    /// The base letters of U+0100 to U+017F: each letter and how many code points in a row stand on it.
    private static let latinExtendedA: [UInt8] = [
        ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 12), ("j", 2), ("k", 3), ("l", 10), ("n", 9), ("o", 8), ("r", 6),
        ("s", 8), ("t", 6), ("u", 8), ("y", 2), ("u", 2), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
    ].flatMap { (letter: Character, count: Int) in Array(repeating: letter.asciiValue ?? 0x7E, count: count) }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        func next(_ offset: Int) -> UInt32 { index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0 }
        if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
        return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
}
