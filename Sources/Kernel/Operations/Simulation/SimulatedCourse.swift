import GRDB

/// A cohort's whole way through one offering.
final class SimulatedCourse {
    private struct Step {
        enum What {
            /// Those who are always in time begin, or those who never are.
            case begin(Int, isLate: Bool)
            case advance(Int)
            case act(SimulatedAct)
            case ask(any SimulationPart)
        }
        var instant: Instant
        var what: What
    }

    private let run: SimulatedRun
    private let offering: String
    private let body: Node
    private let schedule: Schedule
    private let cohort: SimulatedCohort
    private let work: SimulatedWork
    private var activities: [SimulatedWork.Activity] = []
    private var steps: [Step] = []
    private var refused: [String: (action: String, reason: Text)] = [:]

    private static let day = 24 * 3_600

    init(
        run: SimulatedRun, offering: String, body: JSONValue, schedule: Schedule, start: Instant, participants: Int
    ) throws {
        self.run = run
        self.offering = offering
        self.body = try StoredNode.read(body.compact, name: "release")
        self.schedule = schedule
        var randomness = Randomness.seed(run.draw())
        let enrol = run.action("kernel.enrolment.create")
        cohort = try SimulatedCohort(participants, offering: offering, live: run.live, randomness: &randomness, in: run.db) {
            person, role in
            guard let enrol else { throw SimulationRefusal.noOffering(offering) }
            let input = JSONValue.object([("offering", .string(offering)), ("person", .string(person)), ("role", .string(role))])
            switch try run.perform(enrol, nil, input, as: .operator, at: start) {
            case .done(let outcome): return outcome.id.flatMap { Int64($0) } ?? 0
            case .refused(let reason, _): throw SimulatedEnrolmentRefused(reason: reason)
            }
        }
        work = SimulatedWork(run, cohort)
        try plan(start)
    }

    // MARK: The days

    private func plan(_ start: Instant) throws {
        let taken = Set(run.live.registry[SimulationParts.self].flatMap(\.value.kinds))
        let rows = try Row.fetchAll(
            run.db,
            sql: """
                SELECT activity, kind, opens, due, on_order FROM kernel_activity WHERE offering = ? AND state = 'active' ORDER BY position
                """, arguments: [offering])
        for row in rows {
            let kind: String = row[1]
            guard !taken.contains(kind), let declared = run.live.activity(kind), let type = declared.record.flatMap(run.live.record) else {
                continue
            }
            let opens = (row[2] as Int64?).flatMap { Instant(microseconds: $0) } ?? start
            let due = try (row[3] as Int64?).flatMap { Instant(microseconds: $0) } ?? opens.adding(seconds: 14 * Self.day)
            let index = activities.count
            activities.append(.init(id: row[0], type: type, completed: declared.completed, isOnOrder: row[4] == 1))
            let open = max(0, due.seconds - opens.seconds)
            let half = try opens.adding(seconds: open / 2)
            // While it is open, just before it closes, and in the weeks that those who judge it have.
            steps.append(Step(instant: half, what: .begin(index, isLate: false)))
            steps.append(Step(instant: try due.adding(seconds: -min(open, 7_200)), what: .begin(index, isLate: true)))
            for instant in try [
                half.adding(seconds: min(open / 2, 3_600)), due.adding(seconds: -min(open, 3_600)), due.adding(seconds: 7 * Self.day),
                due.adding(seconds: 30 * Self.day), due.adding(seconds: 90 * Self.day),
            ] {
                steps.append(Step(instant: instant, what: .advance(index)))
            }
        }
        for part in run.live.registry[SimulationParts.self] {
            for act in try part.value.acts(in: reading) { steps.append(Step(instant: act.instant, what: .act(act))) }
            for instant in try part.value.instants(in: reading) { steps.append(Step(instant: instant, what: .ask(part.value))) }
        }
        steps = steps.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }.map(\.element)
    }

    private var reading: SimulationReading {
        SimulationReading(
            db: run.db, live: run.live, offering: offering, body: body, schedule: schedule, participants: cohort.participants.map(\.id),
            staff: cohort.staff.mapValues { [$0.id] }, diligence: cohort.participants.map(\.diligence))
    }

    /// Goes through the days.
    func go(_ progress: ((Double) -> Void)?) throws {
        for (index, step) in steps.enumerated() {
            switch step.what {
            case .begin(let activity, let isLate):
                try work.begin(activities[activity], at: step.instant) { person in
                    // What is on order is for those who have not done what they should.
                    activities[activity].isOnOrder
                        ? isLate && person.diligence == 0.5 : person.diligence == (isLate ? 0.5 : 1)
                }
            case .advance(let activity):
                try run.due(at: step.instant, time: run.live.time)
                try work.advance(activities[activity], at: step.instant)
            case .act(let act): try perform(act)
            case .ask(let part):
                try run.due(at: step.instant, time: run.live.time)
                for act in try part.acts(at: step.instant, in: reading) { try perform(act) }
            }
            progress?(Double(index + 1) / Double(steps.count))
        }
    }

    private func perform(_ act: SimulatedAct) throws {
        guard let action = run.action(act.action), let person = cohort.keys[act.person] else { return }
        if case .refused(let reason, _) = try run.perform(action, act.record, act.input, as: .person(person), at: act.instant) {
            refused["\(act.action) \(refused.count)"] = (act.action, reason)
        }
    }

    // MARK: What came of it

    func result(variant: String, seed: UInt64) throws -> SimulationResult {
        let requirements = try self.requirements()
        return SimulationResult(
            variant: variant, offering: offering, participants: cohort.participants.count, seed: seed, acts: run.performed,
            activities: try completed(), requirements: requirements.map(\.requirement),
            findings: try impossible(requirements) + holidays() + floors() + stuck() + modules(), digest: "")
    }

    private func completed() throws -> [SimulationResult.Activity] {
        try Row.fetchAll(
            run.db,
            sql: """
                SELECT a.activity, a.kind, count(c.enrolment), count(CASE c.status WHEN 'done' THEN 1 END) FROM kernel_activity a
                LEFT JOIN kernel_completion c ON c.activity = a.key WHERE a.offering = ? AND a.state = 'active'
                GROUP BY a.key ORDER BY a.position
                """, arguments: [offering]
        ).map { .init(id: $0[0], kind: $0[1], begun: $0[2], done: $0[3]) }
    }

    /// Each leaf of the requirements, with what those lacked who did all that was asked.
    private func requirements() throws -> [(requirement: SimulationResult.Requirement, lacking: Text?, isMetByDiligent: Bool)] {
        let requirements = Requirements(live: run.live)
        let assessor = Assessor(live: run.live, in: run.db)
        var all: [(requirement: SimulationResult.Requirement, lacking: Text?, isMetByDiligent: Bool)] = []
        for participant in cohort.participants {
            guard let reading = try assessor.reading(participant.enrolment) else { continue }
            let outcomes =
                [("all", try requirements.fulfilment(reading))] + (try requirements.leaves(reading).map { ($0.rule, $0.outcome) })
            for (index, outcome) in outcomes.enumerated() {
                if all.count == index { all.append((.init(rule: outcome.0, met: 0, unmet: 0, unknown: 0), nil, false)) }
                switch outcome.1 {
                case .met: all[index].requirement.met += 1
                case .unmet: all[index].requirement.unmet += 1
                case .unknown: all[index].requirement.unknown += 1
                }
                guard participant.diligence == 1 else { continue }
                if outcome.1 == .met {
                    all[index].isMetByDiligent = true
                } else {
                    all[index].lacking = all[index].lacking ?? outcome.1.reason
                }
            }
        }
        return all
    }

    private func impossible(
        _ requirements: [(requirement: SimulationResult.Requirement, lacking: Text?, isMetByDiligent: Bool)]
    ) -> [SimulationResult.Finding] {
        guard cohort.participants.contains(where: { $0.diligence == 1 }) else { return [] }
        // A leaf below an `any` may be out of reach while the whole is not.
        guard let whole = requirements.first, !whole.isMetByDiligent else { return [] }
        return requirements.filter { !$0.isMetByDiligent }.map { entry in
            let reason = entry.lacking ?? Text(verbatim: "")
            return .init(
                kind: .impossible, place: entry.requirement.rule,
                message: Text(
                    nb: "ingen av dem som gjorde alt, kom i mål: \(reason(.nb))",
                    nn: "ingen av dei som gjorde alt, kom i mål: \(reason(.nn))",
                    en: "none of those who did everything got there: \(reason(.en))"))
        }
    }

    private func holidays() throws -> [SimulationResult.Finding] {
        var findings: [SimulationResult.Finding] = []
        for entry in schedule.entries where !run.live.calendar.isWorkingDay(entry.day) && entry.moment != .opens {
            findings.append(.init(kind: .holiday, place: entry.id, message: holiday(entry.day)))
        }
        let rows = try Row.fetchAll(
            run.db, sql: "SELECT DISTINCT kind, name, due FROM kernel_deadline WHERE stopped IS NULL ORDER BY kind, name, due")
        for row in rows {
            // A deadline ends at midnight, which is the next day's first instant.
            guard let due = Instant(microseconds: row[2]) else { continue }
            let day = run.live.timeZone.day(at: try due.adding(seconds: -1))
            if !run.live.calendar.isWorkingDay(day) {
                findings.append(.init(kind: .holiday, place: "\(row[0] as String).\(row[1] as String)", message: holiday(day)))
            }
        }
        return findings
    }

    private func holiday(_ day: Day) -> Text {
        let name = run.live.calendar.holiday(on: day)?.title
        return Text(
            nb: "\(day) er ikke en virkedag\(name.map { " (\($0(.nb)))" } ?? "")",
            nn: "\(day) er ikkje ein yrkedag\(name.map { " (\($0(.nn)))" } ?? "")",
            en: "\(day) is not a working day\(name.map { " (\($0(.en)))" } ?? "")")
    }

    /// Reports that can never show anything, since there are fewer people than their floor.
    private func floors() -> [SimulationResult.Finding] {
        run.live.modules.flatMap(\.declarations.reports).filter { $0.floor > cohort.participants.count }.map { report in
            .init(
                kind: .floor, place: report.id,
                message: Text(
                    nb: "viser ingenting for færre enn \(report.floor), og her er \(cohort.participants.count)",
                    nn: "viser ingenting for færre enn \(report.floor), og her er \(cohort.participants.count)",
                    en: "shows nothing for fewer than \(report.floor), and here are \(cohort.participants.count)"))
        }
    }

    /// What waited at the end, each action and reason once.
    private func stuck() throws -> [SimulationResult.Finding] {
        var counts: [String: (action: String, reason: Text, count: Int)] = [:]
        for entry in try work.stuck() + refused.sorted(by: { $0.key < $1.key }).map(\.value) + run.refusedByTime {
            // What differs by numbers alone is one.
            let form = entry.action + " " + entry.reason(.en).filter { !$0.isNumber }
            counts[form, default: (entry.action, entry.reason, 0)].count += 1
        }
        return counts.sorted { $0.key < $1.key }.map { entry in
            let (reason, count) = (entry.value.reason, entry.value.count)
            return .init(
                kind: .stuck, place: entry.value.action,
                message: Text(
                    nb: "\(count) ganger til slutt: \(reason(.nb))", nn: "\(count) gonger til slutt: \(reason(.nn))",
                    en: "\(count) times at the end: \(reason(.en))"))
        }
    }

    private func modules() throws -> [SimulationResult.Finding] {
        try run.live.registry[SimulationParts.self].flatMap { part in
            try part.value.findings(in: reading).map { .init(kind: .module, place: "\(part.module).\(part.name)", message: $0) }
        }
    }
}

/// That someone of the cohort could not be enrolled: then there is no cohort.
struct SimulatedEnrolmentRefused: ExplainedError {
    var reason: Text
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "deltakerne kan ikke meldes på: \(reason(.nb))", nn: "deltakarane kan ikkje meldast på: \(reason(.nn))",
            en: "the participants cannot be enrolled: \(reason(.en))")
    }
    var help: Text? { nil }
}
