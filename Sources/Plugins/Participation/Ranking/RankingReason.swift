public import Kernel

/// Why an applicant has the place that she has, as a sentence to her.
public struct RankingReason: Sendable {
    let tiers: [RankingTier]
    /// How many were ranked.
    let count: Int

    /// - Parameter count: how many were ranked.
    public init(tiers: [RankingTier], count: Int) {
        self.tiers = tiers
        self.count = count
    }

    public func text(_ ranked: RankedApplicant) -> Text {
        var byLanguage: [String: String] = [:]
        for language in Language.allCases { byLanguage[language.rawValue] = sentence(ranked, language) }
        return Text(byLanguage)
    }

    private func sentence(_ ranked: RankedApplicant, _ language: Language) -> String {
        let place =
            switch language {
            case .nb, .nn: "Plass \(ranked.place) av \(count). "
            case .en: "Place \(ranked.place) of \(count). "
            }
        let tier = ranked.applicant.tier < tiers.count ? "\(tiers[ranked.applicant.tier].title(language)): " : ""
        return place + tier + ground(ranked, language)
    }

    private func ground(_ ranked: RankedApplicant, _ language: Language) -> String {
        let years = years(ranked.applicant.service, language)
        switch (ranked.ground, language) {
        case (.service, .nb), (.service, .nn): return "\(years) år i stilling."
        case (.service, .en): return "\(years) years in post."
        case (.tie(let among), .nb): return "\(years) år i stilling, like mange som andre; loddtrekning mellom \(among)."
        case (.tie(let among), .nn): return "\(years) år i stilling, like mange som andre; loddtrekking mellom \(among)."
        case (.tie(let among), .en): return "\(years) years in post, as long as others; a lot among \(among)."
        case (.lot(let among), .nb): return "loddtrekning mellom \(among)."
        case (.lot(let among), .nn): return "loddtrekking mellom \(among)."
        case (.lot(let among), .en): return "a lot among \(among)."
        case (.employerOrder(let priority, let among), .nb):
            return "loddtrekning mellom \(among), og nummer \(priority) i skoleeierens egen rekkefølge."
        case (.employerOrder(let priority, let among), .nn):
            return "loddtrekking mellom \(among), og nummer \(priority) i skuleeigaren si eiga rekkjefølgje."
        case (.employerOrder(let priority, let among), .en):
            return "a lot among \(among), and number \(priority) in the school owner's own order."
        case (.alone, .nb): return "den eneste i gruppen."
        case (.alone, .nn): return "den einaste i gruppa."
        case (.alone, .en): return "the only one in the group."
        case (.everyone, .nb): return "alle som er kvalifisert, får plass."
        case (.everyone, .nn): return "alle som er kvalifiserte, får plass."
        case (.everyone, .en): return "everyone who is qualified gets a place."
        }
    }

    private func years(_ service: Service, _ language: Language) -> String {
        let tenths = service.hundredths * 10 / 36_525
        return "\(tenths / 10)\(language == .en ? "." : ",")\(tenths % 10)"
    }
}
