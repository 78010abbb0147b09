/// Who has made use of what whom shared: people, and an arc from one who shared to each one who used it.
///
/// Using one's own is no arc, and using often is one arc.
/// ```swift
/// let graph = SharingGraph(people: 4, uses: [(0, 1), (1, 0), (0, 2)])
/// graph.density       // 3 of 12
/// graph.reciprocity   // 2 of 3
/// ```
public struct SharingGraph: Sendable {
    public let people: Int
    /// The arcs, each once, `from << 32 | to`, sorted.
    private let arcs: [UInt64]

    /// - Parameters:
    ///   - people: how many there are; they are numbered from 0.
    ///   - uses: who shared and who used it; pairs outside of the people are left out.
    public init(people: Int, uses: [(from: Int, to: Int)]) {
        self.people = max(0, people)
        var all: [UInt64] = []
        all.reserveCapacity(uses.count)
        let valid = 0..<min(self.people, Int(UInt32.max))
        for (from, to) in uses where from != to && valid.contains(from) && valid.contains(to) {
            all.append(UInt64(from) << 32 | UInt64(to))
        }
        all.sort()
        var distinct: [UInt64] = []
        distinct.reserveCapacity(all.count)
        for arc in all where distinct.last != arc { distinct.append(arc) }
        arcs = distinct
    }

    /// How many arcs there are.
    public var count: Int { arcs.count }

    /// The share of all possible arcs that are there.
    public var density: Figure {
        people >= 2 ? .value(Double(arcs.count) / (Double(people) * Double(people - 1))) : .undefined(.tooFewPeople)
    }

    /// How many arcs have one the other way.
    public var mutual: Int {
        // The arcs turned round, sorted too: where both lists have the same, it goes both ways.
        let turned = arcs.map { $0 >> 32 | $0 << 32 }.sorted()
        var (left, right, found) = (0, 0, 0)
        while left < arcs.count, right < turned.count {
            if arcs[left] == turned[right] {
                found += 1
                left += 1
                right += 1
            } else if arcs[left] < turned[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return found
    }

    /// The share of the arcs that go both ways.
    public var reciprocity: Figure { .share(mutual, of: arcs.count) }
}
