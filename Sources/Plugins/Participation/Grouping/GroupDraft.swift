/// Groups in the making.
struct GroupDraft {
    private(set) var groups: [[Int]]
    private let sizes: [Int]
    /// The school of each member.
    private let school: [Int]
    /// Which single of a school is in which group; a school is in a group at most once.
    private var holder: [[Int?]]
    /// Whether a team of the school is in the group.
    private var taken: [[Bool]]
    private let place: [Int]
    private var mixture: [[Int]]

    init(count: Int, sizes: [Int], school: [Int], schools: Int, place: [String?]) {
        groups = Array(repeating: [], count: count)
        self.sizes = sizes
        self.school = school
        holder = Array(repeating: Array(repeating: nil, count: count), count: schools)
        taken = Array(repeating: Array(repeating: false, count: count), count: schools)
        let names = Array(Set(place.compactMap { $0 })).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        self.place = place.map { $0.flatMap { numbers[$0] } ?? -1 }
        mixture = Array(repeating: Array(repeating: 0, count: names.count), count: count)
    }

    func room(_ group: Int) -> Int { sizes[group] - groups[group].count }

    func fits(_ team: [Int], in group: Int) -> Bool { room(group) >= team.count && team.allSatisfy { !taken[school[$0]][group] } }

    mutating func add(_ team: [Int], to group: Int) {
        for member in team {
            put(member, group)
            taken[school[member]][group] = true
        }
    }

    private mutating func put(_ member: Int, _ group: Int) {
        groups[group].append(member)
        if place[member] >= 0 { mixture[group][place[member]] += 1 }
    }

    private mutating func take(_ member: Int, from group: Int) {
        groups[group].removeAll { $0 == member }
        if place[member] >= 0 { mixture[group][place[member]] -= 1 }
    }

    private func isOpen(_ school: Int, _ group: Int) -> Bool { !taken[school][group] && holder[school][group] == nil }

    /// Places those who came alone: each where fewest of her municipality are, and where that fails by moving others along.
    ///
    /// - Returns: whether all found a place; then and only then there is one, the teams being where they are.
    mutating func place(_ singles: [Int]) -> Bool {
        for member in singles {
            let open = groups.indices.filter { room($0) > 0 && isOpen(school[member], $0) }
            let best = open.min { (alike(member, $0), -room($0), $0) < (alike(member, $1), -room($1), $1) }
            if let best {
                put(member, best)
                holder[school[member]][best] = member
            } else if !makeRoom(for: member) {
                return false
            }
        }
        return true
    }

    private func alike(_ member: Int, _ group: Int) -> Int { place[member] < 0 ? 0 : mixture[group][place[member]] }

    /// Finds the shortest chain of moves at whose end there is room, and makes it.
    private mutating func makeRoom(for member: Int) -> Bool {
        // The school by which a group was reached, and the group from which a school was.
        var reachedBy: [Int: Int] = [:]
        var cameFrom: [Int: Int] = [:]
        var queue = [school[member]]
        var seen: Set<Int> = [school[member]]
        var next = 0
        while next < queue.count {
            let from = queue[next]
            next += 1
            for group in groups.indices where reachedBy[group] == nil && isOpen(from, group) {
                reachedBy[group] = from
                if room(group) > 0 {
                    move(along: group, reachedBy, cameFrom, member)
                    return true
                }
                for other in holder.indices where holder[other][group] != nil && !seen.contains(other) {
                    seen.insert(other)
                    cameFrom[other] = group
                    queue.append(other)
                }
            }
        }
        return false
    }

    private mutating func move(along end: Int, _ reachedBy: [Int: Int], _ cameFrom: [Int: Int], _ member: Int) {
        var group = end
        while let from = reachedBy[group] {
            guard let before = cameFrom[from], let moving = holder[from][before] else {
                put(member, group)
                holder[from][group] = member
                return
            }
            take(moving, from: before)
            holder[from][before] = nil
            put(moving, group)
            holder[from][group] = moving
            group = before
        }
    }

    /// Swaps two at a time as long as municipalities are mixed better by it.
    mutating func mix(_ singles: [Int]) {
        var home = Array(repeating: 0, count: school.count)
        for (group, members) in groups.enumerated() { for member in members { home[member] = group } }
        for _ in 0..<20 {
            var isBetter = false
            for a in singles where place[a] >= 0 {
                // Nothing to gain where she is the only one of hers.
                guard mixture[home[a]][place[a]] > 1 else { continue }
                for b in singles where b != a && swapIsBetter(a, b, home) {
                    swap(a, b, &home)
                    isBetter = true
                    break
                }
            }
            guard isBetter else { return }
        }
    }

    private func swapIsBetter(_ a: Int, _ b: Int, _ home: [Int]) -> Bool {
        let (here, there) = (home[a], home[b])
        guard here != there, place[a] != place[b] else { return false }
        let isAllowed = school[a] == school[b] || isOpen(school[a], there) && isOpen(school[b], here)
        guard isAllowed else { return false }
        // What the sum of squares changes by, halved.
        var change = 0
        if place[a] >= 0 { change += mixture[there][place[a]] - (mixture[here][place[a]] - 1) }
        if place[b] >= 0 { change += mixture[here][place[b]] - (mixture[there][place[b]] - 1) }
        return change < 0
    }

    private mutating func swap(_ a: Int, _ b: Int, _ home: inout [Int]) {
        let (here, there) = (home[a], home[b])
        take(a, from: here)
        take(b, from: there)
        put(a, there)
        put(b, here)
        holder[school[a]][here] = nil
        holder[school[b]][there] = nil
        holder[school[a]][there] = a
        holder[school[b]][here] = b
        (home[a], home[b]) = (there, here)
    }
}
