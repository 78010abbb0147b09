import Kernel

/// Gatherings and deadlines fall on working days.
struct DatesRule: VariantRule {
    func findings(in inspection: VariantInspection) throws -> [Finding] {
        try inspection.runs.flatMap { run in
            try run.schedule.entries.compactMap { entry in try finding(entry, run, inspection.calendar) }
        }
    }

    private func finding(_ entry: Schedule.Entry, _ run: VariantInspection.Run, _ calendar: WorkingCalendar) throws -> Finding? {
        var day = entry.day
        while calendar.isWorkingDay(day) {
            if day >= entry.lastDay { return nil }
            day = try day.adding(days: 1)
        }
        let name = calendar.holiday(on: day)?.title ?? Text(nb: "helg", nn: "helg", en: "a weekend")
        return Finding(
            Text(
                nb: "«\(entry.id)» faller på \(day), som er \(name(.nb))", nn: "«\(entry.id)» fell på \(day), som er \(name(.nn))",
                en: "'\(entry.id)' falls on \(day), which is \(name(.en))"), at: entry.span, notes: [.inOffering(run.offering)])
    }
}
