/// Gives seats of several kinds to applicants in their order: each gets the first kind that she wishes and that is left.
///
/// Nobody who waits wishes a seat that is free, and nobody who comes later has a seat that someone before her would rather have.
struct SeatAllocation {
    /// One who is to have a seat.
    struct Wish: Sendable, Hashable {
        var application: Int64
        /// The kinds that she takes, the best first.
        var kinds: [String]
    }

    /// How many seats are left of each kind.
    private(set) var free: [String: Int]
    /// How many are left in all; nil where that is what is left of the kinds.
    private(set) var total: Int?

    init(free: [String: Int], total: Int? = nil) {
        self.free = free
        self.total = total
    }

    /// The kind that each one gets; nil for those who must wait.
    mutating func give(_ wishes: [Wish]) -> [(application: Int64, kind: String?)] {
        wishes.map { wish in
            let kind = total.map { $0 > 0 } ?? true ? wish.kinds.first { free[$0, default: 0] > 0 } : nil
            if let kind {
                free[kind, default: 0] -= 1
                total = total.map { $0 - 1 }
            }
            return (wish.application, kind)
        }
    }
}
