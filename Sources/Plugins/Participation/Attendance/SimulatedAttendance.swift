import Kernel

/// How an invented cohort comes to its gatherings: those who do everything always, the late ones three times in four, and those who do
/// nothing never.
struct SimulatedAttendance: SimulationPart {
    /// The late ones miss one half-day of so many.
    private static let missed = 4

    func acts(in reading: SimulationReading) throws -> [SimulatedAct] {
        guard let course = try reading.live.course(of: reading.offering, in: reading.db),
            let marker = reading.staff["lecturer"]?.first ?? reading.staff["coordinator"]?.first,
            let coordinator = reading.staff["coordinator"]?.first
        else { return [] }
        let gatherings = course.variant.gatherings.compactMap { gathering in
            course.schedule.day(gathering.id, .start).map { (gathering: gathering, day: $0) }
        }
        guard let first = gatherings.map(\.day).min() else { return [] }
        let zone = reading.live.timeZone
        var acts = [
            SimulatedAct(
                "participation.lay-out-gatherings", by: coordinator, at: try zone.startOfDay(first.adding(days: -1)),
                input: .object([("offering", .string(reading.offering))]))
        ]
        for (number, entry) in gatherings.enumerated() {
            let halfDays = max(1, Int((entry.gathering.days * 2).rounded()))
            // In the evening of its last day. The store is empty before, so that they are numbered in the order in which they are laid out.
            let evening = try zone.startOfDay(entry.day.adding(days: (halfDays - 1) / 2)).adding(seconds: 20 * 3_600)
            for (index, person) in reading.participants.enumerated() {
                for half in 1...halfDays {
                    acts.append(
                        SimulatedAct(
                            "participation.attendance.create", by: marker, at: evening,
                            input: .object([
                                ("enrolment", .string("\(reading.offering)/\(person)")), ("gathering", .string(String(number + 1))),
                                ("half-day", .integer(half)),
                                (
                                    "presence",
                                    .string(Self.comes(reading.diligence[index], index + 7 * number + 3 * half) ? "present" : "absent")
                                ),
                            ])))
                }
            }
        }
        return acts
    }

    private static func comes(_ diligence: Double, _ turn: Int) -> Bool {
        diligence == 1 || diligence > 0 && turn % missed != 0
    }
}
