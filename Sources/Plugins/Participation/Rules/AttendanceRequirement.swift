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

    func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        let percent = Percentage.read(parameter) ?? 100
        if percent == 0 { return .met }
        let demand = AttendanceDemand(reading.body["attendance"])
        let tally = AttendanceTally(
            gatherings: try reading.records("participation.gathering"), attendance: try reading.records("participation.attendance"),
            seats: try reading.records("participation.seat"), planned: Self.planned(reading.body))
        guard tally.present + tally.ill + tally.absent > 0 else {
            return .unknown(
                Text(
                    nb: "det er ikke registrert oppmøte ennå", nn: "det er ikkje registrert frammøte enno",
                    en: "no attendance is recorded yet"))
        }
        let counted = tally.counted(demand)
        switch tally.reaches(percent, demand) {
        case true?: return .met
        case false?:
            return .unmet(
                Text(
                    nb: "oppmøte \(counted) av \(tally.total) halve dager, og \(percent) % kreves",
                    nn: "frammøte \(counted) av \(tally.total) halve dagar, og \(percent) % blir kravd",
                    en: "attendance \(counted) of \(tally.total) half-days, and \(percent) % is required"))
        case nil:
            return .unknown(
                Text(
                    nb: "oppmøte \(counted) av \(tally.total) halve dager så langt; \(percent) % kreves",
                    nn: "frammøte \(counted) av \(tally.total) halve dagar så langt; \(percent) % blir kravd",
                    en: "attendance \(counted) of \(tally.total) half-days so far; \(percent) % is required"))
        }
    }

    /// The half-days of the plan.
    private static func planned(_ body: Node) -> Int {
        (body["parts"]?.list ?? []).flatMap { $0["gatherings"]?.list ?? [] }.reduce(0) { sum, gathering in
            sum + Int(((gathering["days"]?.number?.double ?? 1) * 2).rounded())
        }
    }
}
