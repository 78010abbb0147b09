import Agreement
import Kernel

/// The rows of one round: alpha at each sitting, its change, and A and consensus of each vignette.
///
/// A vignette that fewer than the floor have placed is kept back, and nothing else counts it: not alpha, not the sum of answers and not what is
/// missing, so that it cannot be found by taking one number from another.
struct AgreementRows {
    let seed: UInt64
    let draws: Int
    /// The smallest number of people that a number may be about.
    let floor: Int

    func rows(_ round: ConceptRound) -> [[Table.Cell]] {
        var rows = round.sittings.map { alpha(round, $0) }
        if round.sittings.count == 2 { rows.append(change(round, before: round.sittings[0], after: round.sittings[1])) }
        for sitting in round.sittings where sitting.answers.count >= floor {
            for index in round.vignettes.indices { rows += vignette(round, sitting, index) }
        }
        return rows
    }

    /// What is told of one measure.
    private struct Finding {
        var value = Table.Cell.suppressed
        var interval: (Table.Cell, Table.Cell) = (.suppressed, .suppressed)
        var respondents = Table.Cell.suppressed
        var rate = Table.Cell.suppressed
        var missing = Table.Cell.suppressed
        var distribution = Table.Cell.suppressed
    }

    private func row(_ round: ConceptRound, _ about: Text, _ measure: String, _ finding: Finding) -> [Table.Cell] {
        [
            .text(round.title), .text(round.concept), .localized(about), .coded(measure, AgreementTexts.name(measure)), finding.value,
            finding.interval.0,
            finding.interval.1, finding.respondents, .integer(round.invited), finding.rate, finding.missing, .integer(round.categories),
            finding.distribution,
        ]
    }

    /// The vignettes that enough have placed.
    private func shown(_ table: RatingTable) -> [Int] { table.counts.indices.filter { table.counts[$0].reduce(0, +) >= floor } }

    private func alpha(_ round: ConceptRound, _ sitting: ConceptRound.Sitting) -> [Table.Cell] {
        guard sitting.answers.count >= floor else { return row(round, AgreementTexts.all(sitting.kind), "alpha", Finding()) }
        let table = sitting.table(of: sitting.respondents, categories: round.categories)
        let units = shown(table)
        let isWhole = units.count == round.vignettes.count
        var finding = Finding(respondents: .integer(sitting.answers.count), rate: rate(sitting.answers.count, round))
        if !units.isEmpty {
            let alpha = KrippendorffAlpha(table, level: round.level)
            finding.value = Self.cell(alpha.value(of: units))
            finding.interval = bootstrap { $0.interval(units: units.count) { drawn in alpha.value(of: drawn.map { units[$0] }) } }
            finding.distribution = distribution(
                round.titles.indices.map { category in units.reduce(0) { $0 + table.counts[$1][category] } }, round)
        }
        if isWhole { finding.missing = .integer(sitting.answers.count * round.vignettes.count - table.values) }
        let about =
            isWhole ? AgreementTexts.all(sitting.kind) : AgreementTexts.some(sitting.kind, units.count, of: round.vignettes.count)
        return row(round, about, "alpha", finding)
    }

    /// The change of alpha on the same people, if there are enough of them and none of the others could be worked out from the difference;
    /// else the difference of the two numbers, said to be of different respondents.
    private func change(_ round: ConceptRound, before: ConceptRound.Sitting, after: ConceptRound.Sitting) -> [Table.Cell] {
        let same = before.respondents.intersection(after.respondents)
        let others = [before.answers.count - same.count, after.answers.count - same.count]
        let isPaired = same.count >= floor && others.allSatisfy { $0 == 0 || $0 >= floor }
        func table(_ sitting: ConceptRound.Sitting) -> RatingTable {
            sitting.table(of: isPaired ? same : sitting.respondents, categories: round.categories)
        }
        let tables = (table(before), table(after))
        let units = Set(shown(tables.0)).intersection(shown(tables.1)).sorted()
        guard before.answers.count >= floor, after.answers.count >= floor, !units.isEmpty else {
            return row(round, AgreementTexts.change, "change", Finding(missing: .empty, distribution: .empty))
        }
        let (first, second) = (KrippendorffAlpha(tables.0, level: round.level), KrippendorffAlpha(tables.1, level: round.level))
        func difference(_ drawn: [Int]) -> Coefficient {
            let drawn = drawn.map { units[$0] }
            return switch (first.value(of: drawn), second.value(of: drawn)) {
            case (.value(let a), .value(let b)): .value(b - a)
            case (.undefined(let reason), _), (_, .undefined(let reason)): .undefined(reason)
            }
        }
        let value = Self.cell(difference(Array(units.indices)))
        guard isPaired else {
            let none = Table.Cell.undefined(AgreementTexts.differentPeople)
            return row(
                round, AgreementTexts.changeOfOthers, "change",
                Finding(value: value, interval: (none, none), respondents: none, rate: none, missing: .empty, distribution: .empty))
        }
        return row(
            round, AgreementTexts.change, "change",
            Finding(
                value: value, interval: bootstrap { $0.interval(units: units.count, difference) }, respondents: .integer(same.count),
                rate: rate(same.count, round), missing: .empty, distribution: .empty))
    }

    private func vignette(_ round: ConceptRound, _ sitting: ConceptRound.Sitting, _ index: Int) -> [[Table.Cell]] {
        let counts = sitting.table(of: sitting.respondents, categories: round.categories).counts[index]
        let answered = counts.reduce(0, +)
        let isOrdered = round.level != .nominal
        let measures: [(String, ([Int]) -> Coefficient)] = [
            ("agreement", { isOrdered ? VanDerEijkAgreement.of($0) : .undefined(.noOrder) }),
            ("consensus", { isOrdered ? TastleWiermanConsensus.of($0) : .undefined(.noOrder) }),
        ]
        return measures.map { name, measure in
            let about = AgreementTexts.vignette(round.vignettes[index], sitting.kind)
            guard answered >= floor else { return row(round, about, name, Finding()) }
            return row(
                round, about, name,
                Finding(
                    value: Self.cell(measure(counts)), interval: bootstrap { $0.interval(counts: counts, measure) },
                    respondents: .integer(answered), rate: rate(answered, round), missing: .integer(sitting.answers.count - answered),
                    distribution: distribution(counts, round)))
        }
    }

    /// How large a share of those who were asked have answered.
    private func rate(_ answered: Int, _ round: ConceptRound) -> Table.Cell {
        answered > round.invited ? .undefined(AgreementTexts.moreThanAsked) : .number(Double(answered) / Double(max(1, round.invited)))
    }

    /// How often each category was given.
    private func distribution(_ counts: [Int], _ round: ConceptRound) -> Table.Cell {
        .text(zip(round.titles, counts).map { "\($0) \($1)" }.joined(separator: " · "))
    }

    /// An interval drawn from the recorded seed, for each number anew, so that none depends on which others were asked for.
    private func bootstrap(_ draw: (inout Bootstrap<Xoshiro256StarStar>) -> BootstrapInterval?) -> (Table.Cell, Table.Cell) {
        var bootstrap = Bootstrap(Xoshiro256StarStar(seed: seed), draws: draws)
        guard let interval = draw(&bootstrap) else {
            return (.undefined(AgreementTexts.noInterval), .undefined(AgreementTexts.noInterval))
        }
        return (.number(interval.lower), .number(interval.upper))
    }

    private static func cell(_ coefficient: Coefficient) -> Table.Cell {
        switch coefficient {
        case .value(let value): .number(value)
        case .undefined(let reason): .undefined(AgreementTexts.reason(reason))
        }
    }
}
