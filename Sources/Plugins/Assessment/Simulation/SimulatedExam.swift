import GRDB
import Kernel

/// One exam of an invented cohort, stage by stage.
struct SimulatedExam {
    /// What happens, in order.
    enum Stage: Int, CaseIterable {
        case prepare, adopt, register, write, deliver, writeLate, deliverLate, allocate, declare, judge, decide, announce, freeze
    }

    static let day = 24 * 3_600
    /// Of so many scripts one fails, and of so many one divides the examiners.
    private static let failing: Int64 = 17
    private static let dividing: Int64 = 9

    var offering: String
    var part: ExamTree.Part
    var opens: Instant
    var due: Instant
    /// Whether the course is over with it.
    var isLast: Bool

    func instant(of stage: Stage) throws -> Instant {
        let open = max(0, due.seconds - opens.seconds)
        return switch stage {
        case .prepare: try opens.adding(seconds: -21 * Self.day)
        case .adopt: try opens.adding(seconds: -20 * Self.day)
        case .register: try opens.adding(seconds: -19 * Self.day)
        // Apart from each other even where an exam closes when it opens, and before that.
        case .write: try opens.adding(seconds: open / 2 - 120)
        case .deliver: try opens.adding(seconds: open / 2 - 60)
        case .writeLate: try due.adding(seconds: -40 - min(open / 8, 7_200))
        case .deliverLate: try due.adding(seconds: -20 - min(open / 16, 3_600))
        // Later stages follow each other by the minute, on the day after.
        default: try due.adding(seconds: Self.day + 60 * stage.rawValue)
        }
    }

    func acts(_ stage: Stage, _ reading: SimulationReading) throws -> [SimulatedAct] {
        let instant = try instant(of: stage)
        guard let coordinator = reading.staff["coordinator"]?.first else { return [] }
        func act(_ name: String, _ record: Int64? = nil, by person: String, _ input: [(String, JSONValue)] = []) -> SimulatedAct {
            SimulatedAct("assessment.\(name)", record: record.map(String.init), by: person, at: instant, input: .object(input))
        }
        let place: [(String, JSONValue)] = [("offering", .string(offering)), ("activity", .string("\(offering)/\(part.exam)"))]
        switch stage {
        case .prepare:
            return [act("guide.create", by: coordinator, place + [("text", .string("guide"))])]
                + (try pool(reading)).map { person, external in
                    act(
                        "pool-member.create", by: coordinator,
                        [("offering", .string(offering)), ("person", .string(person)), ("external", .bool(external))])
                }
        case .adopt: return try numbers("guide", "draft", reading).map { act("guide.adopt", $0, by: coordinator) }
        case .register:
            return zip(reading.participants, reading.diligence).filter { $0.1 > 0 }.map { person, _ in
                act("candidate.create", by: person, [("activity", place[1].1)])
            }
        case .write, .writeLate:
            return try writers(stage == .writeLate, reading).flatMap { candidate, people in
                let others = people.dropFirst().map(JSONValue.string)
                let script = act(
                    "script.create", by: part.isVerifiable ? people[0] : coordinator,
                    [("candidate", .string(String(candidate))), ("text", .string("text"))]
                        + (others.isEmpty ? [] : [("others", .array(others))]))
                // Where the time is counted in hours, it begins when the task is taken out.
                let hasHours = part.isVerifiable && part.duration?.hasTime == true
                return hasHours ? [act("candidate.begin", candidate, by: people[0]), script] : [script]
            }
        case .deliver, .deliverLate:
            return try scripts("draft", reading).flatMap { script in
                let others = part.isVerifiable ? try self.others(script.number, than: script.person, reading) : []
                return others.map { act("script.confirm", script.number, by: $0) } + [
                    act(
                        "script.\(part.isVerifiable ? "deliver" : "hold")", script.number,
                        by: part.isVerifiable ? script.person : coordinator)
                ]
            }
        case .allocate:
            return [act("allocation.create", by: coordinator, place)]
        case .declare: return try judgements("assigned", reading).map { act("judgement.declare", $0.number, by: $0.person) }
        case .judge:
            let grades = try ExamTree(body: reading.body.json).scale(reading.live.registry).grades.map(\.id)
            return try judgements("declared", reading).map {
                act("judgement.seal", $0.number, by: $0.person, [("grade", .string(Self.grade($0.script, $0.turn, grades)))])
            }
        case .decide:
            let grades = try ExamTree(body: reading.body.json).scale(reading.live.registry).grades.map(\.id)
            return try scripts("disagreement", reading).map { script in
                act(
                    "decision.create", by: coordinator,
                    [("script", .string(String(script.number))), ("grade", .string(Self.grade(script.number, 0, grades)))])
            }
        case .announce:
            return [act("announce", by: coordinator, [("offering", .string(offering)), ("activity", .string(part.exam))])]
        case .freeze: return isLast ? [act("freeze", by: coordinator, [("offering", .string(offering))])] : []
        }
    }

    /// How many scripts were judged, and how many the examiner who has most had.
    func load(in db: Database) throws -> (scripts: Int, most: Int) {
        let loads = try Int.fetchAll(
            db,
            sql: """
                SELECT count(*) FROM assessment_judgement j JOIN assessment_script s ON s._id = j.script
                JOIN kernel_activity a ON a.key = s.activity WHERE a.offering = ? AND a.activity = ? GROUP BY j.assessor
                """, arguments: [offering, part.exam])
        let scripts = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM assessment_script s JOIN kernel_activity a ON a.key = s.activity
                WHERE a.offering = ? AND a.activity = ? AND s._state NOT IN ('draft', 'dropped')
                """, arguments: [offering, part.exam])
        return (scripts ?? 0, loads.max() ?? 0)
    }

    /// Those of the course who may examine: whoever teaches, and two from outside.
    private func pool(_ reading: SimulationReading) throws -> [(person: String, external: Bool)] {
        let known = try String.fetchSet(
            reading.db,
            sql: "SELECT p.id FROM assessment_pool_member m JOIN kernel_person p ON p.key = m.person WHERE m.offering = ?",
            arguments: [offering])
        return [("lecturer", false), ("examiner", true), ("evaluator", true)].compactMap { role, external in
            reading.staff[role]?.first.flatMap { known.contains($0) ? nil : ($0, external) }
        }
    }

    /// A grade that depends on the script, and in some of them on the examiner.
    private static func grade(_ script: Int64, _ turn: Int, _ grades: [String]) -> String {
        let passing = max(1, grades.count - 1)
        if script % failing == 0 { return grades[grades.count - 1] }
        let place = Int(script) % passing
        return grades[script % dividing == 0 && turn > 0 ? min(passing - 1, place + 1) : place]
    }

    /// Who delivers now: the candidate, and those who write together, that one first.
    private func writers(_ isLate: Bool, _ reading: SimulationReading) throws -> [(candidate: Int64, people: [String])] {
        let turn = Set(zip(reading.participants, reading.diligence).filter { ($0.1 < 1) == isLate }.map(\.0))
        let rows = try Row.fetchAll(
            reading.db,
            sql: """
                SELECT c._id, p.id FROM assessment_candidate c JOIN kernel_activity a ON a.key = c.activity
                JOIN kernel_enrolment e ON e.id = c.enrolment JOIN kernel_person p ON p.key = e.person
                WHERE a.offering = ? AND a.activity = ? AND c._state = 'registered' ORDER BY p.id
                """, arguments: [offering, part.exam]
        ).map { (candidate: $0[0] as Int64, person: $0[1] as String) }.filter { turn.contains($0.person) }
        let size = part.isGroup ? max(1, min(part.groupSize, 4)) : 1
        return stride(from: 0, to: rows.count, by: size).map { from in
            let group = rows[from..<min(from + size, rows.count)]
            return (rows[from].candidate, group.map(\.person))
        }
    }

    /// Those who are named in a script beside its owner.
    private func others(_ script: Int64, than owner: String, _ reading: SimulationReading) throws -> [String] {
        try ExamStore(reading.db).list("script", "members", script).compactMap { person in
            try String.fetchOne(reading.db, sql: "SELECT id FROM kernel_person WHERE key = ?", arguments: [person])
        }.filter { $0 != owner }
    }

    private func scripts(_ state: String, _ reading: SimulationReading) throws -> [(number: Int64, person: String)] {
        try Row.fetchAll(
            reading.db,
            sql: """
                SELECT s._id, p.id FROM assessment_script s JOIN assessment_candidate c ON c._id = s.candidate
                JOIN kernel_activity a ON a.key = c.activity JOIN kernel_enrolment e ON e.id = c.enrolment
                JOIN kernel_person p ON p.key = e.person WHERE a.offering = ? AND a.activity = ? AND s._state = ? ORDER BY s._id
                """, arguments: [offering, part.exam, state]
        ).map { ($0[0], $0[1]) }
    }

    private func judgements(
        _ state: String, _ reading: SimulationReading
    ) throws -> [(number: Int64, script: Int64, person: String, turn: Int)] {
        var turns: [Int64: Int] = [:]
        return try Row.fetchAll(
            reading.db,
            sql: """
                SELECT j._id, j.script, p.id FROM assessment_judgement j JOIN assessment_script s ON s._id = j.script
                JOIN kernel_activity a ON a.key = s.activity JOIN kernel_person p ON p.key = j.assessor
                WHERE a.offering = ? AND a.activity = ? AND j._state = ? ORDER BY j._id
                """, arguments: [offering, part.exam, state]
        ).map { row in
            let script: Int64 = row[1]
            defer { turns[script, default: 0] += 1 }
            return (row[0], script, row[2], turns[script] ?? 0)
        }
    }

    private func numbers(_ record: String, _ state: String, _ reading: SimulationReading) throws -> [Int64] {
        try Int64.fetchAll(
            reading.db,
            sql: """
                SELECT r._id FROM assessment_\(record) r JOIN kernel_activity a ON a.key = r.activity
                WHERE a.offering = ? AND a.activity = ? AND r._state = ? ORDER BY r._id
                """, arguments: [offering, part.exam, state])
    }
}
