import Agreement

/// What may be shown of the answers to one item, so that no step that few chose can be worked out from it.
///
/// Where a step was chosen by fewer than the floor, its number is hidden. The mean, and the agreement to one decimal, are then shown only where
/// other counts give the same, and give each step that few chose another number (decision 0011). The deviation and the interval are never shown
/// then: with the mean they tell nearly every time how many chose what. What all answered alike is everybody's answer, and not shown either.
struct ItemDisclosure {
    /// How many sets of counts are tried before it is taken that there is no other.
    private static let budget = 1_500

    private let counts: [Int]
    /// The steps that few chose.
    private let small: [Int]
    /// Whether all that is known of the item is shown: no step was chosen by fewer than the floor, nor by nobody.
    let isWhole: Bool
    /// Whether the mean can be shown.
    private(set) var showsMean = false
    /// The agreement as it can be shown; nil where it is not.
    private(set) var agreement: Coefficient?

    /// - Parameter counts: how many chose each step, in order.
    init(counts: [Int], floor: Int) {
        self.counts = counts
        small = counts.indices.filter { (1..<max(1, floor)).contains(counts[$0]) }
        isWhole = counts.allSatisfy { $0 >= floor }
        guard counts.count(where: { $0 > 0 }) > 1 else { return }
        let exact = VanDerEijkAgreement.of(counts)
        guard !isWhole, let value = exact.number else {
            showsMean = isSafe { _ in true }
            agreement = exact
            return
        }
        let rounded = Self.rounded(value)
        if isSafe({ VanDerEijkAgreement.of($0).number.map(Self.rounded) == rounded }) {
            showsMean = true
            agreement = .value(Double(rounded) / 10)
        } else {
            showsMean = isSafe { _ in true }
        }
    }

    private static func rounded(_ value: Double) -> Int { Int((value * 10).rounded()) }

    /// Whether for each step that few chose there are other counts with the same mean that agree with what is shown, and that give it another number.
    ///
    /// Counts are tried that lie near: two people at a time change their answers, one as much up as the other down.
    private func isSafe(_ agrees: ([Int]) -> Bool) -> Bool {
        var left = Set(small)
        var seen: Set<[Int]> = [counts]
        var queue = [counts]
        var next = 0
        while !left.isEmpty, next < queue.count {
            let from = queue[next]
            next += 1
            for other in Self.neighbours(of: from) where seen.insert(other).inserted {
                guard seen.count <= Self.budget else { return false }
                queue.append(other)
                if agrees(other) { left = left.filter { other[$0] == counts[$0] } }
                if left.isEmpty { return true }
            }
        }
        return left.isEmpty
    }

    private static func neighbours(of counts: [Int]) -> [[Int]] {
        var found: [[Int]] = []
        for low in counts.indices {
            for high in counts.indices {
                for step in 1..<max(2, counts.count) where low + step < counts.count && high - step >= 0 {
                    var other = counts
                    other[low] -= 1
                    other[low + step] += 1
                    other[high] -= 1
                    other[high - step] += 1
                    if other.allSatisfy({ $0 >= 0 }), other != counts { found.append(other) }
                }
            }
        }
        return found
    }
}
