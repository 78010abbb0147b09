/// The part of a manifest that says what the module is and needs, cut out without reading the rest.
enum ManifestHeading {
    /// The keys that it holds.
    static let keys: Set<String> = [
        "module", "version", "kernel", "title", "description", "requires", "after", "conflicts", "implementation",
    ]

    /// The text with every line left empty that belongs to another key, so that places stay what they are.
    ///
    /// - Parameter bytes: a manifest whose form is known to be right, each key of the root at the beginning of a line.
    static func of(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(4_096)
        var isKept = true
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let first = start < end ? bytes[start] : UInt8(ascii: " ")
            // A key of the root; what stands below it is indented, or an item, a bracket or a comment.
            if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
                let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
                isKept = keys.contains(String(decoding: bytes[start..<colon], as: UTF8.self))
            }
            if isKept { kept.append(contentsOf: bytes[start..<end]) }
            if end < bytes.count { kept.append(UInt8(ascii: "\n")) }
            start = end + 1
        }
        return kept
    }
}
