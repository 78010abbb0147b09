import Testing

@testable import Participation

/// Groups: hard constraints hold on generated cases that have a solution, and the same seed gives the same groups.
@Suite struct GroupBuilderTests {
    /// People of whom it is known that they can be grouped: they are made group by group.
    private static func solvable(_ groups: Int, size: Int, seed: UInt64) -> [GroupingMember] {
        var generator = LotGenerator.make(seed: seed)
        var members: [GroupingMember] = []
        for group in 0..<groups {
            var schools = FisherYates().shuffled(Array(0..<(size * 2)), using: &generator)
            var left = size
            while left > 0 {
                let school = schools.removeLast()
                let together = left >= 3 && Int.random(in: 0..<6, using: &generator) == 0 ? Int.random(in: 2...3, using: &generator) : 1
                for _ in 0..<together {
                    members.append(
                        GroupingMember(
                            enrolment: 0, school: "s\(school)", municipality: "k\(school % 5)",
                            team: together > 1 ? "t\(group)-\(school)" : nil))
                }
                left -= together
            }
        }
        members = FisherYates().shuffled(members, using: &generator)
        for index in members.indices { members[index].enrolment = Int64(index + 1) }
        return members
    }

    private func expectSound(_ groups: [[Int]], _ members: [GroupingMember], size: Int) {
        #expect(groups.flatMap { $0 }.sorted() == Array(members.indices))
        let sizes = groups.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
        #expect((sizes.max() ?? 0) <= size)
        for group in groups {
            var teams: [String: Set<String>] = [:]
            var count: [String: Int] = [:]
            for member in group.map({ members[$0] }) {
                guard let school = member.school else { continue }
                count[school, default: 0] += 1
                teams[school, default: []].insert(member.team ?? "\(member.enrolment)")
            }
            for (school, number) in count where number > 1 { #expect(teams[school]?.count == 1, "\(school)") }
        }
        for team in Set(members.compactMap(\.team)) {
            #expect(groups.count { $0.contains { members[$0].team == team } } == 1, "\(team)")
        }
    }

    @Test func hardConstraintsHoldWhereThereIsASolution() throws {
        for seed in UInt64(1)...60 {
            let size = 3 + Int(seed % 5)
            let members = Self.solvable(3 + Int(seed % 12), size: size, seed: seed)
            let builder = try GroupBuilder(members, size: size)
            var generator = LotGenerator.make(seed: seed)
            let groups = try builder.groups(using: &generator)
            expectSound(groups, members, size: size)
            generator = LotGenerator.make(seed: seed)
            #expect(try builder.groups(using: &generator) == groups)
        }
    }

    @Test func fiveHundredAreGrouped() throws {
        let members = Self.solvable(100, size: 5, seed: 5)
        var generator = LotGenerator.make(seed: 5)
        expectSound(try GroupBuilder(members, size: 5).groups(using: &generator), members, size: 5)
    }

    @Test func municipalitiesAreMixed() throws {
        // Four from each of five municipalities, each from a school of her own: four groups of five can have one from each.
        let members = (0..<20).map { GroupingMember(enrolment: Int64($0), school: "s\($0)", municipality: "k\($0 / 4)", team: nil) }
        for seed in UInt64(1)...20 {
            var generator = LotGenerator.make(seed: seed)
            let groups = try GroupBuilder(members, size: 5).groups(using: &generator)
            #expect(groups.allSatisfy { Set($0.map { members[$0].municipality }).count == 5 })
        }
    }

    @Test func whatCannotBeGroupedIsSaidWithItsReason() {
        func member(_ number: Int64, _ school: String?, _ team: String? = nil) -> GroupingMember {
            GroupingMember(enrolment: number, school: school, municipality: nil, team: team)
        }
        #expect(throws: GroupingFault.nobody) { try GroupBuilder([], size: 4) }
        #expect(throws: GroupingFault.school("a", count: 3, groups: 2)) {
            try GroupBuilder([member(1, "a"), member(2, "a"), member(3, "a"), member(4, "b")], size: 2)
        }
        #expect(throws: GroupingFault.team("t", count: 3, size: 2)) {
            try GroupBuilder([member(1, "a", "t"), member(2, "a", "t"), member(3, "a", "t"), member(4, "b")], size: 2)
        }
        #expect(throws: GroupingFault.notFound) {
            // Two teams of two fit, three do not: groups of 3 and 3.
            var generator = LotGenerator.make(seed: 1)
            let members = (0..<6).map { member(Int64($0), "s\($0)", "t\($0 / 2)") }
            return try GroupBuilder(members, size: 3).groups(using: &generator)
        }
    }
}
