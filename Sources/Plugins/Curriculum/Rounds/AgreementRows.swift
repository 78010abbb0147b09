import Agreement
import Kernel

/// The rows of one round: alpha at each sitting, its change, and A and consensus of each vignette.
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

    private func row(
        _ round: ConceptRound, _ about: Text, _ measure: String, _ value: Table.Cell, _ interval: (Table.Cell, Table.Cell),
        respondents: Table.Cell, missing: Table.Cell
    ) -> [Table.Cell] {
        [
            .text(round.title), .text(round.concept), .localized(about), .text(measure), value, interval.0, interval.1, respondents,
            .integer(round.invited), missing,
        ]
    }

    private func alpha(_ round: ConceptRound, _ sitting: ConceptRound.Sitting) -> [Table.Cell] {
        let about = AgreementTexts.all(sitting.kind)
        guard sitting.answers.count >= floor else {
            return row(
                round, about, "alpha", .suppressed, (.suppressed, .suppressed), respondents: .suppressed, missing: .suppressed)
        }
        let table = sitting.table(of: sitting.respondents, categories: round.categories)
        let alpha = KrippendorffAlpha(table, level: round.level)
        let interval = bootstrap { $0.interval(units: table.counts.count, alpha.value) }
        return row(
            round, about, "alpha", Self.cell(alpha.value(of: Array(table.counts.indices))), interval,
            respondents: .integer(sitting.answers.count),
            missing: .integer(sitting.answers.count * round.vignettes.count - table.values))
    }

    /// The change of alpha on the same people, if there are enough of them and none of the others could be worked out from the difference;
    /// else the difference of the two numbers, said to be of different respondents.
    private func change(_ round: ConceptRound, before: ConceptRound.Sitting, after: ConceptRound.Sitting) -> [Table.Cell] {
        let same = before.respondents.intersection(after.respondents)
        let others = [before.answers.count - same.count, after.answers.count - same.count]
        guard before.answers.count >= floor, after.answers.count >= floor else {
            return row(
                round, AgreementTexts.change, "change", .suppressed, (.suppressed, .suppressed), respondents: .suppressed, missing: .empty)
        }
        let isPaired = same.count >= floor && others.allSatisfy { $0 == 0 || $0 >= floor }
        func alpha(_ sitting: ConceptRound.Sitting) -> KrippendorffAlpha {
            KrippendorffAlpha(
                sitting.table(of: isPaired ? same : sitting.respondents, categories: round.categories), level: round.level)
        }
        let (first, second) = (alpha(before), alpha(after))
        func difference(_ units: [Int]) -> Coefficient {
            switch (first.value(of: units), second.value(of: units)) {
            case (.value(let a), .value(let b)): .value(b - a)
            case (.undefined(let reason), _), (_, .undefined(let reason)): .undefined(reason)
            }
        }
        let units = Array(round.vignettes.indices)
        guard isPaired else {
            let none = Table.Cell.undefined(AgreementTexts.differentPeople)
            return row(
                round, AgreementTexts.changeOfOthers, "change", Self.cell(difference(units)), (none, none), respondents: none,
                missing: .empty)
        }
        return row(
            round, AgreementTexts.change, "change", Self.cell(difference(units)),
            bootstrap { $0.interval(units: units.count, difference) }, respondents: .integer(same.count), missing: .empty)
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
            guard answered >= floor else {
                return row(round, about, name, .suppressed, (.suppressed, .suppressed), respondents: .suppressed, missing: .suppressed)
            }
            return row(
                round, about, name, Self.cell(measure(counts)), bootstrap { $0.interval(counts: counts, measure) },
                respondents: .integer(answered), missing: .integer(sitting.answers.count - answered))
        }
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
