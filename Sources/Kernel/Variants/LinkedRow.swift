/// A row of names of which some move after others, each move in the same time however long the row is.
struct LinkedRow {
    private let all: [String]
    private let positions: [String: Int]
    /// For each name the one after it and the one before it; the place behind the last name stands before the first.
    private var next: [Int]
    private var previous: [Int]

    /// - Parameter names: each once.
    init(_ names: [String]) {
        all = names
        positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        next = (0...names.count).map { ($0 + 1) % (names.count + 1) }
        previous = (0...names.count).map { ($0 + names.count) % (names.count + 1) }
    }

    /// Moves one name right behind another; a name that the row does not have moves nothing.
    mutating func move(_ name: String, after target: String) {
        guard let moved = positions[name], let place = positions[target], moved != place else { return }
        next[previous[moved]] = next[moved]
        previous[next[moved]] = previous[moved]
        (previous[moved], next[moved]) = (place, next[place])
        previous[next[place]] = moved
        next[place] = moved
    }

    /// The names as they stand now.
    var names: [String] {
        var names: [String] = []
        names.reserveCapacity(all.count)
        var place = next[all.count]
        while place < all.count {
            names.append(all[place])
            place = next[place]
        }
        return names
    }
}
