/// Finds the name that a person most likely meant.
public enum NearestName {
    /// Longer names are neither suggested nor looked for.
    private static let longest = 64
    /// How many candidates are measured at most; beyond that, only names that differ in case are found.
    private static let mostMeasured = 2_000

    /// The candidate nearest to `name`, or nil if none is near enough to be worth showing.
    ///
    /// A candidate that differs only in upper and lower case wins. Otherwise the distance is the number of letters to add, remove,
    /// replace or swap with their neighbour (restricted Damerau–Levenshtein distance, case ignored), and at most
    /// `max(letters, 3) / 3`; of equally near candidates the first in alphabetical order wins.
    /// ```swift
    /// NearestName.suggestion(for: "nmae", among: ["id", "name"])   // "name"
    /// ```
    public static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        guard let wanted = letters(of: name), !wanted.isEmpty else { return nil }
        let limit = max(wanted.count, 3) / 3
        var best: (distance: Int, name: String)?
        var measured = 0
        for candidate in candidates where candidate != name {
            guard let found = letters(of: candidate), abs(found.count - wanted.count) <= limit else { continue }
            let distance: Int
            if found == wanted {
                distance = 0
            } else {
                measured += 1
                guard measured <= mostMeasured, let near = self.distance(wanted, found, limit: limit) else { continue }
                distance = near
            }
            if let best, (best.distance, best.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// The letters of a name in lower case; nil for a name that is too long.
    private static func letters(of name: String) -> [Unicode.Scalar]? {
        // No character takes more than four bytes, and a few grow when they are lowered.
        guard name.utf8.count <= 4 * longest else { return nil }
        let letters = Array(name.lowercased().unicodeScalars)
        return letters.count <= longest ? letters : nil
    }

    /// Restricted Damerau–Levenshtein distance, nil if above `limit`.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [Int](repeating: i, count: b.count + 1)
            var smallest = i
            for j in stride(from: 1, through: b.count, by: 1) {
                var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
                row[j] = cost
                smallest = min(smallest, cost)
            }
            if smallest > limit { return nil }
            (beforeLast, last) = (last, row)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
