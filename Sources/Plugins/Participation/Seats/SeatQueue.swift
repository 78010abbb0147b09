import Kernel

/// What an applicant of a ranking has said of seats, and what the variant says that she may have.
struct SeatQueue {
    let rules: AdmissionRules

    /// An applicant as a seat is found for her.
    ///
    /// - Parameters:
    ///   - wishes: what she named, the best first; empty where she has no preference.
    ///   - onlyWished: whether she has said that she would rather wait.
    ///   - holds: the kind that she has been offered or has accepted.
    func wish(
        _ application: Int64, wishes: [String], employer: String, onlyWished: Bool, holds: String?
    ) -> SeatAllocation.Wish {
        let open = rules.kinds(openTo: employer)
        // With no preference she takes what the course has most of all: the first kind that is open to her.
        let kinds = wishes.isEmpty ? Array((rules.seats.isEmpty ? ["funded"] : open).prefix(1)) : wishes.filter(open.contains)
        let unwished = onlyWished ? [] : rules.seats.filter { $0.isOfferedUnwished && open.contains($0.kind) }.map(\.kind)
        return SeatAllocation.Wish(
            application: application, kinds: kinds, unwished: unwished.filter { !kinds.contains($0) }, holds: holds)
    }

    /// The seats of each kind that nobody has or has been offered.
    func free(places: Int, taken: [String: Int]) -> SeatAllocation {
        var free: [String: Int] = [:]
        for seats in rules.seats { free[seats.kind, default: 0] += seats.number }
        if rules.seats.isEmpty { free["funded"] = places }
        for (kind, count) in taken { free[kind, default: 0] -= count }
        return SeatAllocation(free: free, total: places - taken.values.reduce(0, +))
    }
}
