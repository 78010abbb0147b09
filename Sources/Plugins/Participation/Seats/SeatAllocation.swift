/// Gives seats of several kinds to applicants in their order: each gets the first kind that she wishes and that is left.
///
/// Nobody who waits wishes a seat that is free, and nobody who comes later has a seat that someone before her would rather have. What is left
/// then of the kinds that may be given unwished goes to those who wait, in the same order.
struct SeatAllocation {
    /// One who is to have a seat.
    struct Wish: Sendable, Hashable {
        var application: Int64
        /// The kinds that she takes, the best first.
        var kinds: [String]
        /// The kinds that she may be offered though she did not wish them.
        var unwished: [String] = []
        /// The kind that she has been offered or has accepted; nil for those who wait.
        var holds: String?
    }

    /// How many seats are left of each kind.
    private(set) var free: [String: Int]
    /// How many are left in all; nil where that is what is left of the kinds.
    private(set) var total: Int?

    init(free: [String: Int], total: Int? = nil) {
        self.free = free
        self.total = total
    }

    /// The kind that each one has afterwards; nil for those who must wait.
    mutating func give(_ wishes: [Wish]) -> [(application: Int64, kind: String?)] {
        var held = wishes.map(\.holds)
        var next = 0
        while next < wishes.count {
            let before = held[next]
            if let kind = best(wishes[next], holding: before) {
                take(kind, for: &held[next])
                // The seat that she leaves may be one that somebody before her would rather have.
                if before != nil {
                    next = 0
                    continue
                }
            }
            next += 1
        }
        for index in wishes.indices where held[index] == nil {
            guard hasRoom, let kind = wishes[index].unwished.first(where: { free[$0, default: 0] > 0 }) else { continue }
            take(kind, for: &held[index])
        }
        return zip(wishes, held).map { ($0.application, $1) }
    }

    private var hasRoom: Bool { total.map { $0 > 0 } ?? true }

    /// The first kind that is free and that she would rather have than the one that she holds.
    private func best(_ wish: Wish, holding held: String?) -> String? {
        guard held != nil || hasRoom else { return nil }
        return wish.kinds.prefix { $0 != held }.first { free[$0, default: 0] > 0 }
    }

    private mutating func take(_ kind: String, for held: inout String?) {
        free[kind, default: 0] -= 1
        if let old = held { free[old, default: 0] += 1 } else { total = total.map { $0 - 1 } }
        held = kind
    }
}
