import Kernel

/// Everything happens in the semesters that the course takes.
struct CourseEndRule: VariantRule {
    /// The days of a semester.
    private static let semester = 26 * 7

    func findings(in inspection: VariantInspection) throws -> [Finding] {
        guard let semesters = inspection.variant.body["semesters"]?.integer else { return [] }
        return try inspection.runs.flatMap { run in
            let end = try run.start.adding(days: semesters * Self.semester)
            return run.schedule.entries.filter { $0.lastDay >= end }.map { finding($0, semesters, run) }
        }
    }

    private func finding(_ entry: Schedule.Entry, _ semesters: Int, _ run: VariantInspection.Run) -> Finding {
        Finding(
            Text(
                nb: "«\(entry.id)» faller på \(entry.day), etter kurset, som tar \(Counted.text(semesters, "semester", "semestre"))",
                nn: "«\(entry.id)» fell på \(entry.day), etter kurset, som tek \(Counted.text(semesters, "semester", "semester"))",
                en: "'\(entry.id)' falls on \(entry.day), after the course, which takes \(Counted.text(semesters, "semester", "semesters"))"
            ),
            at: entry.span, notes: [.inOffering(run.offering)])
    }
}
