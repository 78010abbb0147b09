import Kernel

/// The outcomes and the named elements of the curriculum are served in the ways that the variant asks for (`curriculum.coverage`).
struct CoverageRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let coverage = Coverage(inspection.variant, recordKinds: inspection.recordKinds)
        let unknown = coverage.unknown.map { reference in
            Finding(
                Text(
                    nb: "varianten har verken samling, aktivitet eller eksamensdel med navnet «\(reference.id)»",
                    nn: "varianten har verken samling, aktivitet eller eksamensdel med namnet «\(reference.id)»",
                    en: "the variant has no gathering, activity or exam part named '\(reference.id)'"), at: reference.span,
                notes: [
                    Text(
                        nb: "i varianten \(inspection.variant.id)", nn: "i varianten \(inspection.variant.id)",
                        en: "in variant \(inspection.variant.id)")
                ], meant: .init(reference.id) { coverage.places.map(\.id) })
        }
        return unknown + unknownKinds(inspection)
            + coverage.asks.flatMap { aspect in
                [coverage.outcomes, coverage.elements].flatMap { holes($0, aspect, coverage.minimum, inspection.variant.id) }
            }
    }

    /// Kinds that no enabled module has: what they were meant for would count otherwise than it should.
    private func unknownKinds(_ inspection: VariantInspection) -> [Finding] {
        Coverage.namedKinds(inspection.variant).filter { !inspection.activityKinds.contains($0.id) }.map { kind in
            Finding(
                Text(
                    nb: "det finnes ikke noe slag aktivitet «\(kind.id)»", nn: "det finst ikkje noko slag aktivitet «\(kind.id)»",
                    en: "there is no kind of activity '\(kind.id)'"), at: kind.span,
                meant: .init(kind.id) { inspection.activityKinds.sorted() })
        }
    }

    private func holes(_ items: [Coverage.Item], _ aspect: CoverageAspect, _ minimum: Int, _ variant: String) -> [Finding] {
        let share = Coverage.share(items, aspect)
        guard share < minimum else { return [] }
        return items.filter { $0.lacks(aspect) }.map { item in
            Finding(
                aspect.hole(item.id), at: item.span,
                notes: [aspect.share(variant, share, of: minimum, elements: item.isElement)],
                help: item.isElement ? Self.elementHelp(aspect) : aspect.help("outcomes"))
        }
    }

    /// Elements are named in the settings of the curriculum's own kinds; of anything else under `curriculum.elements`.
    private static func elementHelp(_ aspect: CoverageAspect) -> Text {
        let help = aspect.help("elements")
        return Text(
            nb: "\(help(.nb)), eller nevn stedet ved koden under curriculum.elements",
            nn: "\(help(.nn)), eller nemn staden ved koden under curriculum.elements",
            en: "\(help(.en)), or name the place at the code under curriculum.elements")
    }
}
