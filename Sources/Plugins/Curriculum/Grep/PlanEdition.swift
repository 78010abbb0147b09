/// An edition of a plan that holds from a day on: `NOR01-06` is the sixth of `NOR01`.
struct PlanEdition {
    var code: String
    var type: String
    /// What all editions of the plan have in common.
    var base: Substring
    var number: Int
    /// Its days, `YYYY-MM-DD`; the last of them where there is one.
    var from: String
    var to: String?

    /// - Returns: nil for what is no edition of a plan, never held, or does not say when it began to.
    init?(_ code: String, type: String, _ state: Holding.State) {
        guard GrepType.plans.contains(type), let dash = code.lastIndex(of: "-"), let number = Int(code[code.index(after: dash)...]),
            let from = state.from, Holding([:], on: from).allows(state, in: [], isPlan: true)
        else { return nil }
        (self.code, self.type, self.number, self.from) = (code, type, number, from)
        base = code[..<dash]
        to = state.to
    }

    /// The days on which both hold, `FROM–TO`; nil where there is none.
    func days(with other: PlanEdition) -> String? {
        let first = max(from, other.from)
        guard let last = [to, other.to].compactMap({ $0 }).min() else { return "\(first)–" }
        return first <= last ? "\(first)–\(last)" : nil
    }

    /// What of some editions hold on one day, the earlier first.
    static func overlaps(_ editions: [PlanEdition]) -> [(earlier: PlanEdition, later: PlanEdition, days: String)] {
        var found: [(earlier: PlanEdition, later: PlanEdition, days: String)] = []
        for group in Dictionary(grouping: editions, by: \.base).values {
            let sorted = group.sorted { ($0.number, $0.code) < ($1.number, $1.code) }
            for (place, earlier) in sorted.enumerated() {
                for later in sorted[(place + 1)...] {
                    if let days = earlier.days(with: later) { found.append((earlier, later, days)) }
                }
            }
        }
        return found
    }
}
