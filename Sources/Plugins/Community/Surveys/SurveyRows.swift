import Agreement
import CommunityMeasures
import Kernel

/// The rows of a survey's results: all of it, each subscale, each item, and what changed since the one before.
struct SurveyRows {
    let instrument: Instrument
    /// The smallest number of people that a number may be about.
    let floor: Int
    let seed: UInt64

    func rows(_ answers: [[String: Int]], invited: Int) -> [[Table.Cell]] {
        let isShown = answers.count >= floor
        let n: Table.Cell = isShown ? .integer(answers.count) : .suppressed
        // More answers than were asked is no rate.
        let rate: Table.Cell =
            !isShown
            ? .suppressed : invited >= answers.count ? .number(Double(answers.count) / Double(invited)) : .undefined(SurveyTexts.tooMany)
        var rows: [[Table.Cell]] = [
            [.localized(instrument.title), .localized(SurveyTexts.whole), n, .integer(invited), rate]
                + [Table.Cell](repeating: .empty, count: 7)
        ]
        guard isShown else { return rows }
        let shown = disclosures(answers)
        for subscale in instrument.subscales {
            rows.append(self.subscale(subscale, answers, shown))
            for item in instrument.items where item.subscale == subscale.id { rows.append(self.item(item, answers, shown[item.id])) }
        }
        return rows
    }

    /// The difference of the means of each subscale: nobody knows who answered both times, so it is of different respondents.
    func changes(from before: [[String: Int]], to after: [[String: Int]]) -> [[Table.Cell]] {
        guard before.count >= floor, after.count >= floor else { return [] }
        let (shownBefore, shownAfter) = (disclosures(before), disclosures(after))
        return instrument.subscales.map { subscale in
            let (first, second) = (spread(subscale.id, before, shownBefore), spread(subscale.id, after, shownAfter))
            let cell: Table.Cell =
                if case (let first?, let second?) = (first, second) { .number(second.mean - first.mean) } else { .suppressed }
            return [.localized(subscale.title), .localized(SurveyTexts.unpaired), .integer(after.count), .empty, .empty, cell]
                + [Table.Cell](repeating: .empty, count: 6)
        }
    }

    private func items(of subscale: String) -> [Instrument.Item] { instrument.items.filter { $0.subscale == subscale } }

    /// What each respondent answered, turned items turned.
    private func scores(_ subscale: String, _ answers: [[String: Int]]) -> [[Int]] {
        let items = items(of: subscale)
        return answers.map { answer in items.map { instrument.turned(answer[$0.id] ?? instrument.scale.lowerBound, of: $0) } }
    }

    /// Nil where all are alike, or where the mean of one of the items is hidden: that could be worked out from it and the others.
    private func spread(_ subscale: String, _ answers: [[String: Int]], _ shown: [String: ItemDisclosure]) -> Spread? {
        let scores = scores(subscale, answers)
        guard Set(scores.map { $0.reduce(0, +) }).count > 1 else { return nil }
        guard items(of: subscale).allSatisfy({ shown[$0.id]?.showsMean == true }) else { return nil }
        return Spread(scores.map { Double($0.reduce(0, +)) / Double(max(1, $0.count)) })
    }

    private func disclosures(_ answers: [[String: Int]]) -> [String: ItemDisclosure] {
        let pairs = instrument.items.map { item in (item.id, ItemDisclosure(counts: counts(item, answers), floor: floor)) }
        return Dictionary(pairs) { first, _ in first }
    }

    /// How many chose each step.
    private func counts(_ item: Instrument.Item, _ answers: [[String: Int]]) -> [Int] {
        let values = answers.compactMap { $0[item.id] }
        return instrument.scale.map { step in values.count { $0 == step } }
    }

    private func subscale(
        _ subscale: (id: String, title: Text), _ answers: [[String: Int]], _ shown: [String: ItemDisclosure]
    ) -> [Table.Cell] {
        let spread = spread(subscale.id, answers, shown)
        let own = items(of: subscale.id)
        // The deviation of a subscale with one item is the item's.
        let showsDeviation = own.count != 1 || shown[own[0].id]?.isWhole == true
        let alpha: Table.Cell
        if answers.count < instrument.alphaFrom {
            alpha = .undefined(SurveyTexts.alphaNeeds(instrument.alphaFrom))
        } else if case .value(let number) = CronbachAlpha.of(scores(subscale.id, answers)) {
            alpha = .number(number)
        } else {
            alpha = .undefined(Figure.Reason.noVariation.text)
        }
        return [
            .localized(subscale.title), .localized(SurveyTexts.subscale), .integer(answers.count), .empty, .empty,
            spread.map { .number($0.mean) } ?? .suppressed,
            spread.map { showsDeviation ? .number($0.deviation) : .suppressed } ?? .suppressed,
            .empty, .empty, .empty,
            spread == nil ? .suppressed : alpha, .empty,
        ]
    }

    private func item(_ item: Instrument.Item, _ answers: [[String: Int]], _ disclosure: ItemDisclosure?) -> [Table.Cell] {
        let kind = item.isReversed ? SurveyTexts.reversedItem : SurveyTexts.item
        let values = answers.compactMap { $0[item.id] }
        guard let disclosure, disclosure.showsMean, let spread = Spread(values.map(Double.init)) else {
            return [.localized(item.text), .localized(kind), .integer(answers.count), .empty, .empty]
                + [Table.Cell](repeating: .suppressed, count: 5) + [.empty, .suppressed]
        }
        let agreement: Table.Cell =
            disclosure.agreement.map { $0.number.map { .number($0) } ?? .undefined(Figure.Reason.tooFewItems.text) } ?? .suppressed
        let start: [Table.Cell] = [
            .localized(item.text), .localized(kind), .integer(answers.count), .empty, .empty, .number(spread.mean),
        ]
        // A step that few or none chose tells about them, and about all the others: then none of them is shown, nor what gives them away.
        guard disclosure.isWhole else { return start + [.suppressed, agreement, .suppressed, .suppressed, .empty, .suppressed] }
        var bootstrap = Bootstrap(Xoshiro256StarStar(seed: seed))
        let interval = bootstrap.interval(counts: counts(item, answers), VanDerEijkAgreement.of)
        return start + [
            .number(spread.deviation), agreement, interval.map { .number($0.lower) } ?? .empty,
            interval.map { .number($0.upper) } ?? .empty, .empty, .text(counts(item, answers).map(String.init).joined(separator: " · ")),
        ]
    }
}
