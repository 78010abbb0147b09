import Kernel

/// `attendance: 80%`: presence at that share of the gatherings' half-days.
struct AttendanceRequirement: CompletionRule {
    func obstacles(_ parameter: Node, in inspection: VariantInspection) -> [Finding] {
        guard inspection.variant.gatherings.isEmpty, Percentage.read(parameter) != 0 else { return [] }
        return [
            Finding(
                Text(
                    nb: "oppmøte kreves, men varianten har ingen samlinger", nn: "frammøte blir kravd, men varianten har ingen samlingar",
                    en: "attendance is required, but the variant has no gatherings"), at: parameter.span)
        ]
    }

    func fulfilment(_ parameter: Node, of reading: any CompletionReading) -> Fulfilment {
        if Percentage.read(parameter) == 0 { return .met }
        return .unknown(
            Text(
                nb: "det er ikke registrert oppmøte ennå", nn: "det er ikkje registrert frammøte enno",
                en: "no attendance is recorded yet"))
    }
}
