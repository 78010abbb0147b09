/// Recognises a fault from one run to the next, also when lines above it come or go: by its id, its file and what its line says.
struct SARIFFingerprints {
    private var seen: [String: Int] = [:]

    /// The fingerprint of a fault: a hash, and how many faults before it in this run have the same.
    mutating func next(_ id: String, _ span: SourceSpan, in file: SourceFile) -> String {
        // FNV-1a of 64 bits: stable everywhere, and nothing here needs to withstand an attack.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let line = SourceExcerpt(span, in: file).line
        for byte in "\(id)\u{0}\(file.path)\u{0}\(line.drop { $0 == " " })".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        let text = String(repeating: "0", count: 16 - digits.count) + digits
        seen[text, default: 0] += 1
        return "\(text):\(seen[text] ?? 1)"
    }
}
