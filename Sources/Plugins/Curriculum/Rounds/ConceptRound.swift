import Agreement
import Kernel

/// A closed round of a concept with what was answered, by respondents whom nobody knows.
struct ConceptRound {
    /// What was answered at one time.
    struct Sitting {
        var kind: String
        /// For each respondent the category of each vignette, from 0; nil where there is none.
        var answers: [Int: [Int?]]

        /// How often each category was given to each vignette, by some of the respondents.
        func table(of respondents: Set<Int>, categories: Int) -> RatingTable {
            let raters = answers.filter { respondents.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
            return RatingTable(raters: raters, categories: categories)
        }

        var respondents: Set<Int> { Set(answers.keys) }
    }

    var title: String
    var concept: String
    var level: MeasurementLevel
    /// How many were asked.
    var invited: Int
    /// What the categories are called, in order.
    var titles: [String]
    var categories: Int { titles.count }
    /// The numbers of the vignettes, in order.
    var vignettes: [Int]
    /// In the order before, after.
    var sittings: [Sitting]
}

extension ConceptRound {
    /// The closed rounds that the one who asks may see.
    ///
    /// - Parameter only: the number of the one that is asked for; nil for all.
    /// - Throws: `UnknownWord` where there is no round of that number, closed or not.
    static func all(only: Int?, reading: borrowing some ReportReading & ~Copyable) throws -> [ConceptRound] {
        let all = try reading.records("curriculum.round", where: [])
        if let only, !all.contains(where: { Int($0.number) == only }) {
            throw UnknownWord(sort: .round, word: String(only), known: all.map { String($0.number) })
        }
        let rounds = all.filter { $0.state == "closed" }
        let concepts = try reading.records("curriculum.concept", where: [])
        let sittings = try reading.records("curriculum.sitting", where: [])
        let categories = try reading.records("curriculum.category", where: [])
        let vignettes = try reading.records("curriculum.vignette", where: [])
        var answers: [Int: [ObservedRecord]] = [:]
        for answer in try reading.observed("curriculum.classification") {
            answers[answer.record["sitting"]?.integer ?? 0, default: []].append(answer)
        }
        return rounds.filter { only == nil || Int($0.number) == only }.compactMap { round in
            guard let concept = concepts.first(where: { Int($0.number) == round["concept"]?.integer }) else { return nil }
            func own(_ records: [VisibleRecord], by field: String) -> [VisibleRecord] {
                records.filter { $0["concept"]?.integer == Int(concept.number) }
                    .sorted { ($0[field]?.integer ?? 0, $0.number) < ($1[field]?.integer ?? 0, $1.number) }
            }
            let (columns, units) = (own(categories, by: "position"), own(vignettes, by: "number"))
            let category = Dictionary(uniqueKeysWithValues: columns.enumerated().map { (Int($0.element.number), $0.offset) })
            let unit = Dictionary(uniqueKeysWithValues: units.enumerated().map { (Int($0.element.number), $0.offset) })
            let held = ["before", "after"].compactMap { kind -> Sitting? in
                guard let sitting = sittings.first(where: { $0["round"]?.integer == Int(round.number) && $0["kind"]?.string == kind })
                else { return nil }
                var given: [Int: [Int?]] = [:]
                for answer in answers[Int(sitting.number)] ?? [] {
                    // An example or a category of another concept is no answer to this one.
                    guard let column = category[answer.record["category"]?.integer ?? 0],
                        let row = unit[answer.record["vignette"]?.integer ?? 0]
                    else { continue }
                    given[answer.respondent, default: [Int?](repeating: nil, count: units.count)][row] = column
                }
                return Sitting(kind: kind, answers: given)
            }
            return ConceptRound(
                title: round["title"]?.string ?? "", concept: concept["title"]?.string ?? "",
                level: concept["scale"]?.string.flatMap(MeasurementLevel.init(rawValue:)) ?? .nominal,
                invited: round["invited"]?.integer ?? 0, titles: columns.map { $0["title"]?.string ?? "" },
                vignettes: units.map { $0["number"]?.integer ?? 0 },
                sittings: held)
        }
    }
}
