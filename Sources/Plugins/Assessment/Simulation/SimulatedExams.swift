import GRDB
import Kernel

/// How an invented cohort sits its exams: a guide, a pool, registration, scripts, allocation, sealed judgements, a decision where they
/// differ, announcement, and the joint result.
///
/// It finds examiners who cannot be in time, and exams with so few candidates that a number hides nobody.
struct SimulatedExams: SimulationPart {
    /// Fewer than so many are known by what they write.
    static let fewest = 5

    let kinds: Set<String> = ["assessment.exam"]

    func instants(in reading: SimulationReading) throws -> [Instant] {
        try exams(reading).flatMap { exam in try SimulatedExam.Stage.allCases.map { try exam.instant(of: $0) } }
    }

    func acts(at instant: Instant, in reading: SimulationReading) throws -> [SimulatedAct] {
        let exams = try exams(reading)
        return try exams.flatMap { exam in
            try SimulatedExam.Stage.allCases.filter { try exam.instant(of: $0) == instant }.flatMap { try exam.acts($0, reading) }
        }
    }

    func findings(in reading: SimulationReading) throws -> [Text] {
        let settings = reading.live.module("assessment")?.settings
        let (days, rate) = (settings?["grading-days"]?.integer ?? 15, settings?["scripts-a-day"]?.integer ?? 10)
        return try exams(reading).flatMap { exam -> [Text] in
            let load = try exam.load(in: reading.db)
            var findings: [Text] = []
            if load.most > days * rate {
                findings.append(
                    Text(
                        nb: "en sensor får \(load.most) besvarelser på «\(exam.part.exam)» og rekker \(days * rate) på \(days) virkedager",
                        nn: "ein sensor får \(load.most) svar på «\(exam.part.exam)» og rekk \(days * rate) på \(days) yrkedagar",
                        en:
                            "one examiner gets \(load.most) scripts of '\(exam.part.exam)' and manages \(days * rate) in \(days) working days"
                    ))
            }
            if (1..<Self.fewest).contains(load.scripts), exam.part.isVerifiable {
                findings.append(
                    Text(
                        nb: "bare \(load.scripts) besvarelser på «\(exam.part.exam)»: et nummer skjuler ikke hvem som har skrevet",
                        nn: "berre \(load.scripts) svar på «\(exam.part.exam)»: eit nummer skjuler ikkje kven som har skrive",
                        en: "only \(load.scripts) scripts of '\(exam.part.exam)': a number does not hide who wrote"))
            }
            return findings
        }
    }

    private func exams(_ reading: SimulationReading) throws -> [SimulatedExam] {
        let parts = ExamTree(body: reading.body.json).parts
        let rows = try Row.fetchAll(
            reading.db,
            sql: """
                SELECT activity, opens, due FROM kernel_activity WHERE offering = ? AND kind = 'assessment.exam' AND state = 'active'
                AND due IS NOT NULL ORDER BY due, position
                """, arguments: [reading.offering])
        return try rows.enumerated().compactMap { index, row in
            let exam: String = row[0]
            guard let part = parts.first(where: { $0.exam == exam }), let due = Instant(microseconds: row[2]) else { return nil }
            return SimulatedExam(
                offering: reading.offering, part: part,
                opens: try (row[1] as Int64?).flatMap(Instant.init(microseconds:)) ?? due.adding(seconds: -14 * SimulatedExam.day),
                due: due, isLast: index == rows.count - 1)
        }
    }
}
