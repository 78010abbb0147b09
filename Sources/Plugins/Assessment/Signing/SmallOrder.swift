import Kernel

/// Public keys that are points of small order on the curve of Ed25519: with one of them a signature can be made that fits many texts.
enum SmallOrder {
    /// The encodings without the bit for the sign: of the points of order 4, 1, 8, 8 and 2, and the first two once more, with the prime added.
    private static let points: Set<[UInt8]> = {
        let (zeros, ones) = (String(repeating: "0", count: 60), String(repeating: "f", count: 60))
        let texts: [String] = [
            "00\(zeros)00", "01\(zeros)00", "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", "ec\(ones)7f", "ed\(ones)7f", "ee\(ones)7f",
        ]
        return Set(texts.compactMap { Hex.bytes($0) })
    }()

    static func contains(_ key: [UInt8]) -> Bool {
        guard let top = key.last else { return true }
        return points.contains(Array(key.dropLast()) + [top & 0x7f])
    }
}
