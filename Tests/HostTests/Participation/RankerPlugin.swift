import Kernel
import Participation

/// A module for tests that ranks in a way of its own: who applied last goes first.
struct RankerPlugin: Plugin {
    static let id = "ranker"
    static var files: [String: String] {
        [
            "module.yaml": """
            module: ranker
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Rangering, nn: Rangering, en: Ranking}
            requires: {participation: ^1.0}
            implementation: {swift: ranker}
            contributes:
              participation.ranking-strategies:
                last-first: {fails: closed}

            """
        ]
    }

    func register(in registrar: inout Registrar) {
        registrar.contribute(LastFirst(), named: "last-first", to: RankingStrategies.self)
    }

    private struct LastFirst: RankingStrategy {
        func needsLots(_ applicants: [RankingApplicant]) -> Bool { false }

        func rank(
            _ applicants: [RankingApplicant], heedsEmployer: Bool, using generator: inout some RandomNumberGenerator
        ) -> [RankedApplicant] {
            applicants.reversed().enumerated().map { RankedApplicant($0.element, place: $0.offset + 1, ground: .service) }
        }
    }
}
