/// A set of Unicode scalars: ranges and general categories, or all but those.
struct ScalarSet: Sendable, Hashable {
    static let last: UInt32 = 0x10FFFF

    /// Sorted, apart from each other.
    private(set) var ranges: [ClosedRange<UInt32>] = []
    /// One bit for each general category, by `GeneralCategories.index`.
    var categories: UInt32 = 0
    var isNegated = false

    init() {}
    init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = Self.normalised(ranges) }
    init(scalar: UInt32) { ranges = [scalar...scalar] }

    func contains(_ scalar: UInt32, category: Int) -> Bool {
        if categories != 0 && categories & (1 << UInt32(category)) != 0 { return !isNegated }
        return Self.search(ranges, scalar) != isNegated
    }

    mutating func add(_ more: [ClosedRange<UInt32>]) { ranges += more }

    /// To be called when the last range is added.
    mutating func normalise() { ranges = Self.normalised(ranges) }

    private static func search(_ ranges: [ClosedRange<UInt32>], _ scalar: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= scalar
    }

    private static func normalised(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let previous = result.last, range.lowerBound <= previous.upperBound + 1 {
                result[result.count - 1] = previous.lowerBound...max(previous.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in normalised(ranges) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = range.upperBound + 1
        }
        if next <= last { result.append(next...last) }
        return result
    }

    /// `\d`, ECMA-262 section 22.2.2.9.
    static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    /// Word characters, `\w`.
    static let word: [ClosedRange<UInt32>] = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    /// `\s`: WhiteSpace and LineTerminator of ECMA-262 sections 12.2 and 12.3.
    static let space: [ClosedRange<UInt32>] = [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
    /// What `.` does not match: LineTerminator.
    static let lineTerminators: [ClosedRange<UInt32>] = [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]

    static func isWord(_ scalar: UInt32) -> Bool { search(word, scalar) }
}
