/// Makes groups: sizes that differ by at most one, teams whole, never two from one school who did not come together, and municipalities mixed.
///
/// Everything but the mix is held without exception; the mix is as good as swapping two at a time makes it. The same members, size and numbers
/// give the same groups.
public struct GroupBuilder: Sendable {
    /// How often teams are placed anew before it is given up.
    static let attempts = 200

    private let members: [GroupingMember]
    private let count: Int
    private let teams: [[Int]]
    private let singles: [Int]
    /// The school of each member as a number; a member whose school is not known has one of her own.
    private let school: [Int]
    private let schools: Int

    /// - Parameter size: how many a group has at the most.
    /// - Throws: `GroupingFault`.
    public init(_ members: [GroupingMember], size: Int) throws(GroupingFault) {
        guard !members.isEmpty, size > 0 else { throw .nobody }
        self.members = members
        count = (members.count + size - 1) / size
        var teams: [String: [Int]] = [:]
        for (index, member) in members.enumerated() { if let team = member.team { teams[team, default: []].append(index) } }
        let whole = teams.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
        self.teams = whole.map(\.value)
        let placed = Set(whole.flatMap(\.value))
        singles = members.indices.filter { !placed.contains($0) }
        var numbers: [String: Int] = [:]
        var next = 0
        school = members.map { member in
            guard let name = member.school else {
                next += 1
                return next - 1
            }
            if let known = numbers[name] { return known }
            numbers[name] = next
            next += 1
            return next - 1
        }
        schools = next
        let largest = members.count / count + (members.count % count == 0 ? 0 : 1)
        for (name, team) in whole where team.count > largest { throw .team(name, count: team.count, size: largest) }
        var units = Array(repeating: 0, count: schools)
        for team in self.teams { for place in Set(team.map { school[$0] }) { units[place] += 1 } }
        for single in singles { units[school[single]] += 1 }
        for (name, number) in numbers.sorted(by: { $0.key < $1.key }) where units[number] > count {
            throw .school(name, count: units[number], groups: count)
        }
    }

    /// The groups, each as places in the list of members.
    public func groups(using generator: inout some RandomNumberGenerator) throws(GroupingFault) -> [[Int]] {
        for _ in 0..<Self.attempts {
            var draft = GroupDraft(
                count: count, sizes: sizes(&generator), school: school, schools: schools, place: members.map(\.municipality))
            guard place(teams, in: &draft, &generator), draft.place(FisherYates().shuffled(singles, using: &generator)) else { continue }
            draft.mix(singles)
            return draft.groups.map { $0.sorted() }
        }
        throw .notFound
    }

    private func sizes(_ generator: inout some RandomNumberGenerator) -> [Int] {
        let (base, extra) = members.count.quotientAndRemainder(dividingBy: count)
        return FisherYates().shuffled((0..<count).map { $0 < extra ? base + 1 : base }, using: &generator)
    }

    /// Places the teams, the largest first, each where most room is left.
    private func place(_ teams: [[Int]], in draft: inout GroupDraft, _ generator: inout some RandomNumberGenerator) -> Bool {
        let shuffled = FisherYates().shuffled(teams, using: &generator)
        let ordered = shuffled.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
        for team in ordered {
            let fitting = draft.groups.indices.filter { draft.fits(team, in: $0) }
            guard let most = fitting.map({ draft.room($0) }).max() else { return false }
            let best = fitting.filter { draft.room($0) == most }
            draft.add(team, to: best[Int(UniformDraw().below(UInt64(best.count), using: &generator))])
        }
        return true
    }
}
