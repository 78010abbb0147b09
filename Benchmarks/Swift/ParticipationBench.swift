import Foundation
import Kernel
import Participation

/// Ranking and grouping, without a store.
enum ParticipationBench {
    /// Ranks 10,000 applicants by tiers and lots, with a reason for each in every language.
    static func ranking() throws -> Int64 {
        let tiers = (0..<4).map { RankingTier(id: "tier-\($0)", title: Text(nb: "Gruppe \($0)", nn: "Gruppe \($0)", en: "Group \($0)")) }
        let applicants = (1...10_000).map { number in
            RankingApplicant(
                application: Int64(number), tier: number * 7 % 4, service: Service(hundredths: number * 37 % 900_000),
                employer: "kommune-\(number * 31 % 356)", priority: number % 3 == 0 ? nil : number % 40)
        }
        let start = Main.now()
        var generator = Xoshiro256StarStar(seed: 4711)
        let ranked = TiersLotteryStrategy().rank(applicants, heedsEmployer: true, using: &generator)
        let reason = RankingReason(tiers: tiers, count: ranked.count)
        let length = ranked.reduce(0) { $0 + reason.text($1).json.compact.utf8.count }
        let end = Main.now()
        guard ranked.count == 10_000, length > 0 else { throw Main.Faulty() }
        return end - start
    }

    /// Groups 500 people from 250 schools, every tenth in a team.
    static func grouping() throws -> Int64 {
        let members = (0..<500).map { number in
            GroupingMember(
                enrolment: Int64(number), school: "skole-\(number / 2)", municipality: "kommune-\(number / 24)",
                team: number % 20 < 2 ? "lag-\(number / 20)" : nil)
        }
        let start = Main.now()
        var generator = Xoshiro256StarStar(seed: 4711)
        let groups = try GroupBuilder(members, size: 5).groups(using: &generator)
        let end = Main.now()
        guard groups.count == 100 else { throw Main.Faulty() }
        return end - start
    }
}
