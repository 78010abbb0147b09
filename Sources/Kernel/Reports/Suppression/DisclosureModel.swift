/// All that has been published of a report, and what can be worked out from it.
///
/// A set of records is published only if afterwards
/// 1. no linear combination of published sums is about fewer people than the floor, and
/// 2. for each unpublished set of fewer people than the floor there are other counts, none below zero, that agree with everything
///    published and make the set large enough: nobody can tell that it is small, nor that it is empty.
struct DisclosureModel {
    /// Records that are in the same sets.
    private struct Atom {
        var sets: [Int]
        var people: Set<Int> = []
        var count = 0
    }

    private let floor: Int
    /// The sets of the print that is being made come last, from this index.
    private let first: Int
    private let sets: [ReportPrint.CountedSet]
    /// Those with people enough to be about first.
    private let atoms: [Atom]
    private let largeCount: Int
    /// For each set the places in it: atoms by their position, then kinds of record that there are none of.
    private let places: [[Int]]
    private let sizes: [(people: Int, records: Int)]
    private let hidden: [Int]
    private var span = EchelonRows()
    private var shown: Set<Int> = []
    private var program: CountProgram
    private var witnesses: [Int: [Int]] = [:]
    private var isSound = true
    /// How many steps of searches for small combinations may still be taken; what is asked after that is not published.
    private var effort = 300_000

    /// The model of earlier prints, before anything of the new one is published.
    init(earlier: [ReportPrint], new: ReportPrint, floor: Int) {
        self.floor = floor
        let prints = earlier + [new]
        var sets: [ReportPrint.CountedSet] = []
        var numbers: [String: Int] = [:]
        var memberships: [String: (person: Int, sets: [Int])] = [:]
        var tokens: [String] = []
        var offsets: [Int] = []
        for print in prints {
            offsets.append(sets.count)
            for member in print.members {
                let person = numbers[member.person] ?? numbers.count
                numbers[member.person] = person
                if memberships[member.token] == nil { tokens.append(member.token) }
                memberships[member.token, default: (person, [])].sets += member.sets.map { $0 + sets.count }
            }
            sets += print.sets
        }
        first = offsets.last ?? 0
        self.sets = sets
        var byMembership: [[Int]: Atom] = [:]
        for token in tokens {
            guard let (person, membership) = memberships[token] else { continue }
            byMembership[membership, default: Atom(sets: membership)].people.insert(person)
            byMembership[membership]?.count += 1
        }
        atoms = byMembership.values.sorted { a, b in
            let (x, y) = (a.people.count >= floor, b.people.count >= floor)
            return x == y ? a.sets.lexicographicallyPrecedes(b.sets) : x
        }
        largeCount = atoms.count { $0.people.count >= floor }
        let kinds = Self.emptyKinds(prints, offsets: offsets, atoms: atoms.map(\.sets))
        var places = [[Int]](repeating: [], count: sets.count)
        var people = [Set<Int>](repeating: [], count: sets.count)
        var records = [Int](repeating: 0, count: sets.count)
        for (place, atom) in atoms.enumerated() {
            for set in atom.sets {
                places[set].append(place)
                people[set].formUnion(atom.people)
                records[set] += atom.count
            }
        }
        for (place, kind) in kinds.enumerated() { for set in kind { places[set].append(atoms.count + place) } }
        self.places = places
        sizes = zip(people, records).map { ($0.count, $1) }
        hidden = sets.indices.filter { people[$0].count < floor }
        program = CountProgram(
            real: atoms.map(\.count) + kinds.map { _ in 0 },
            someone: Array(Set(sets.indices.filter { sets[$0].hasSomeone && records[$0] > 0 }.map { places[$0] })).sorted {
                $0.lexicographicallyPrecedes($1)
            })
        for set in 0..<first where sets[set].isShown { add(set) }
        isSound = !hasSmallCombination() && findWitnesses()
    }

    /// The kinds of record that there are none of, each with every standing in other prints that records with a place in its print have.
    private static func emptyKinds(_ prints: [ReportPrint], offsets: [Int], atoms: [[Int]]) -> [[Int]] {
        let most = 400
        let known = Set(atoms)
        var kinds: [[Int]] = []
        var seen: Set<[Int]> = []
        for (print, offset) in zip(prints, offsets) {
            let own = offset..<(offset + print.sets.count)
            var elsewhere: Set<[Int]> = [[]]
            if prints.count > 1 {
                for atom in atoms where atom.contains(where: own.contains) { elsewhere.insert(atom.filter { !own.contains($0) }) }
            }
            let standings = elsewhere.sorted { ($0.count, $0.description) < ($1.count, $1.description) }
            for standing in standings {
                for empty in print.empties {
                    let kind = (empty.map { $0 + offset } + standing).sorted()
                    if !known.contains(kind), seen.insert(kind).inserted { kinds.append(kind) }
                    if kinds.count == most { return kinds }
                }
            }
        }
        return kinds
    }

    /// How many people the set of the new print is about.
    func people(_ set: Int) -> Int { sizes[first + set].people }

    /// Publishes sets of the new print, all or none; whether it did.
    mutating func publish(_ numbers: [Int]) -> Bool {
        guard isSound else { return false }
        var next = self
        for set in numbers.map({ $0 + first }) where !next.shown.contains(set) {
            guard sizes[set].people >= floor else { return false }
            let isNews = next.add(set)
            if isNews && next.hasSmallCombination() || !next.findWitnesses() {
                (effort, program.effort) = (next.effort, next.program.effort)
                return false
            }
        }
        self = next
        return true
    }

    /// Adds a set to what is known; whether its sum says something of people that was not known.
    @discardableResult private mutating func add(_ set: Int) -> Bool {
        shown.insert(set)
        program.know(places[set])
        var row = [UInt64](repeating: 0, count: atoms.count)
        for place in places[set] where place < atoms.count { row[place] = 1 }
        return span.insert(row)
    }

    private mutating func hasSmallCombination() -> Bool {
        let rows = span.rows.filter { $0.pivot >= largeCount }.map { Array($0.entries[largeCount...]) }
        guard !rows.isEmpty else { return false }
        var search = SmallGroupSearch(people: atoms[largeCount...].map(\.people), floor: floor, budget: min(60_000, effort))
        let given = search.budget
        defer { effort -= given - search.budget }
        return search.mayExist(in: rows)
    }

    private mutating func findWitnesses() -> Bool {
        for set in hidden {
            let target = max(floor, sizes[set].records + 1)
            if let witness = witnesses[set], program.holds(witness) { continue }
            guard let found = program.counts(with: places[set], reaching: target) else { return false }
            for other in hidden where CountProgram.sum(places[other], of: found) >= max(floor, sizes[other].records + 1) {
                witnesses[other] = found
            }
        }
        return true
    }
}
