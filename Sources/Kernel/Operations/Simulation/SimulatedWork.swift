import GRDB

/// What a cohort does in the activities of its course: records are made by those who may, and taken on until the work is done.
final class SimulatedWork {
    /// An activity of the offering whose kind keeps records.
    struct Activity {
        var id: String
        var type: RecordType
        var completed: [String]
        var isOnOrder: Bool
    }

    /// A record that was made.
    private struct Made {
        var type: RecordType
        var number: Int64
        /// Whose it is; nil for what is made once for all.
        var participant: Int?
    }

    private let run: SimulatedRun
    private let cohort: SimulatedCohort
    private var ways: [String: SimulatedWay] = [:]
    private var made: [String: [Made]] = [:]
    /// The records of each activity, and those below them.
    private var records: [String: [Made]] = [:]
    private var begun: Set<String> = []
    private var tokens: [String: String] = [:]
    /// What could not be done up to now, by record: the action, why, and the record that it hangs under.
    private var waiting: [String: (action: String, reason: Text, parent: Made?)] = [:]

    /// Of a hundred steps that others than the participant take, so many lead back.
    static let returned = 10

    init(_ run: SimulatedRun, _ cohort: SimulatedCohort) {
        self.run = run
        self.cohort = cohort
    }

    /// Makes the records of those participants that `isTurn` picks, or the one for all.
    func begin(_ activity: Activity, at instant: Instant, _ isTurn: (SimulatedCohort.Participant) -> Bool) throws {
        let type = activity.type
        guard let create = run.action("\(type.id).create") else { return }
        let owns = create.by.contains { cohort.staff[$0] == nil && $0 != "admin" }
        // What leads to one person is made for each, by whoever may.
        guard owns || !type.owner.isEmpty || create.required.contains(where: { Self.isPersonal(type, $0) }) else {
            _ = try make(create, type, nil, activity.id, at: instant)
            return
        }
        let isByGroup =
            type.parent == KernelRecord.group.rawValue || create.fields.contains { $0.name == "group" && create.required.contains("group") }
        for (index, participant) in cohort.participants.enumerated() where isTurn(participant) {
            if isByGroup && !participant.leadsGroup { continue }
            if activity.isOnOrder, try !order(activity.id, participant, at: instant) { continue }
            _ = try make(create, type, index, activity.id, at: instant)
        }
    }

    /// Takes on every record of an activity, and those below it, as far as it goes now.
    func advance(_ activity: Activity, at instant: Instant) throws {
        for record in records[activity.id] ?? [] { try take(record, activity, at: instant) }
    }

    /// What waits when the course is over; work that is done needs nothing more below it.
    func stuck() throws -> [(action: String, reason: Text)] {
        try waiting.sorted { $0.key < $1.key }.map(\.value).compactMap { entry in
            if let parent = entry.parent, let workflow = parent.type.workflow, let state = try state(of: parent),
                way(workflow, []).isDone(state) || workflow.state(state)?.isFinal == true
            {
                return nil
            }
            return (entry.action, entry.reason)
        }
    }

    // MARK: Making

    private static func isPersonal(_ type: RecordType, _ field: String) -> Bool {
        guard case .reference(let reference)? = type.field(field)?.type else { return false }
        return [KernelRecord.enrolment.rawValue, KernelRecord.person.rawValue].contains(reference.target)
    }

    private func order(_ activity: String, _ participant: SimulatedCohort.Participant, at instant: Instant) throws -> Bool {
        guard let order = run.action("kernel.activity.order"), let coordinator = cohort.staff["coordinator"] else { return false }
        let input = JSONValue.object([
            ("enrolment", .string("\(cohort.offering)/\(participant.id)")), ("activity", .string("\(cohort.offering)/\(activity)")),
            ("reason", .string("simulated")),
        ])
        guard case .done = try run.perform(order, nil, input, as: .person(coordinator.key), at: instant) else { return false }
        return true
    }

    private func make(
        _ create: any NamedAction, _ type: RecordType, _ index: Int?, _ activity: String, at instant: Instant, below parent: Made? = nil,
        depth: Int = 0, copy: Int = 1
    ) throws -> Made? {
        let place = "\(activity) \(type.id) \(parent.map { String($0.number) } ?? "") \(index.map(String.init) ?? "all") \(copy)"
        guard begun.insert(place).inserted else { return nil }
        let participant = index.map { cohort.participants[$0] }
        let input = SimulatedInput(run: run, cohort: cohort, activity: activity, participant: participant, instant: instant) { target in
            if let parent, parent.type.id == target { return String(parent.number) }
            return try self.needed(target, index, activity, at: instant, depth: depth)
        }
        guard var values = try input.make(create, type, needs: []) else {
            waiting[place] = (create.name, Self.nothingToGive, parent)
            return nil
        }
        if type.isAnonymous {
            guard let token = try token(type, participant, parent, at: instant, waitsAs: place) else {
                begun.remove(place)
                return nil
            }
            values = .object((values.object ?? []) + [("token", .string(token))])
        }
        guard let outcome = try perform(create, nil, values, by: create.by, participant, at: instant, waitsAs: place, below: parent),
            let number = outcome.id.flatMap({ Int64($0) })
        else {
            begun.remove(place)
            return nil
        }
        let record = Made(type: type, number: number, participant: index)
        made[type.id, default: []].append(record)
        records[activity, default: []].append(record)
        return record
    }

    private static let nothingToGive = Text(
        nb: "det er ingenting å oppgi der noe må oppgis", nn: "det er ingenting å oppgi der noko må oppgivast",
        en: "there is nothing to give where something must be given")

    /// The latest record of a type that is hers, her group's, or everyone's.
    private func latest(_ target: String, _ index: Int?) -> String? {
        let all = made[target] ?? []
        let group = index.map { cohort.participants[$0].group }
        let found =
            all.last { $0.participant == index }
            ?? all.last { other in other.participant.map { cohort.participants[$0].group } == group && group != nil }
            ?? all.last { $0.participant == nil }
        return found.map { String($0.number) }
    }

    /// A record that another one points at and that is no one's work in the course: made by whoever may, once for each group.
    private func needed(_ target: String, _ index: Int?, _ activity: String, at instant: Instant, depth: Int) throws -> String? {
        if let known = latest(target, index) { return known }
        guard depth < 5, let type = run.live.record(target), !type.isBulk, let create = run.action("\(target).create") else { return nil }
        return try make(create, type, index, activity, at: instant, depth: depth + 1).map { String($0.number) }
    }

    /// Her own token, which each participant collects once.
    private func token(
        _ type: RecordType, _ participant: SimulatedCohort.Participant?, _ parent: Made?, at instant: Instant, waitsAs place: String
    ) throws -> String? {
        guard let participant, let collect = run.action(CollectToken.action) else { return nil }
        let number = parent.map { String($0.number) }
        let key = "\(type.id) \(number ?? "") \(participant.key)"
        if let known = tokens[key] { return known }
        let input = JSONValue.object([("record", .string(type.id))] + (number.map { [("parent", .string($0))] } ?? []))
        switch try run.perform(collect, nil, input, as: .person(participant.key), at: instant) {
        case .done(let outcome): tokens[key] = outcome.effect["token"]?.string
        case .refused(let text, _): waiting[place] = (collect.name, text, parent)
        }
        return tokens[key]
    }

    // MARK: Taking on

    private func take(_ record: Made, _ activity: Activity, at instant: Instant) throws {
        let type = record.type
        let participant = record.participant.map { cohort.participants[$0] }
        let children = run.live.children(of: type.id)
        guard let workflow = type.workflow else {
            for child in children { try below(record, child, activity, at: instant) }
            return
        }
        let way = way(workflow, type.id == activity.type.id ? activity.completed : [])
        if let state = try state(of: record), way.isDone(state) { return }
        for child in children { try below(record, child, activity, at: instant) }
        for _ in 0..<8 {
            guard let state = try state(of: record), !way.isDone(state) else { return }
            let steps = way.steps(from: state)
            var step = steps.on.first
            if let back = steps.back.first(where: { !Self.isOwn($0.by, cohort) }), Int(run.draw() % 100) < Self.returned { step = back }
            guard let step, let action = run.action("\(type.id).\(step.name)") else { return }
            let place = "\(type.id) \(record.number)"
            let input = SimulatedInput(run: run, cohort: cohort, activity: activity.id, participant: participant, instant: instant) {
                self.latest($0, record.participant)
            }
            guard let values = try input.make(action, type, needs: step.needs) else {
                waiting[place] = (action.name, Self.nothingToGive, nil)
                return
            }
            guard try perform(action, String(record.number), values, by: step.by, participant, at: instant, waitsAs: place) != nil else {
                return
            }
        }
    }

    /// What hangs under a record: made by each participant where it is anonymous, and else once by the first who may.
    private func below(_ record: Made, _ child: RecordType, _ activity: Activity, at instant: Instant) throws {
        guard !child.isExceptional, let create = run.action("\(child.id).create") else { return }
        if child.isAnonymous {
            for (index, participant) in cohort.participants.enumerated() where participant.diligence > 0 {
                _ = try make(create, child, index, activity.id, at: instant, below: record)
            }
        } else {
            // Two, where there can be two.
            for copy in 1...2 {
                guard try make(create, child, record.participant, activity.id, at: instant, below: record, copy: copy) != nil else {
                    return
                }
            }
        }
    }

    private func way(_ workflow: Workflow, _ completed: [String]) -> SimulatedWay {
        let key = "\(workflow.module).\(workflow.name) \(completed)"
        if let known = ways[key] { return known }
        let way = SimulatedWay(workflow, completed: completed)
        ways[key] = way
        return way
    }

    private func state(of record: Made) throws -> String? {
        let query = try BulkStatement(kept: "SELECT _state FROM \(SQLName.quoted(record.type.table)) WHERE _id = ?", in: run.db)
        query.bind(1, record.number)
        return try query.first { $0.optionalText(0) } ?? nil
    }

    /// Whether only the participant herself may.
    private static func isOwn(_ by: [String], _ cohort: SimulatedCohort) -> Bool { !by.contains { cohort.staff[$0] != nil } }

    /// Lets those who may try in turn; what nobody may waits.
    private func perform(
        _ action: any NamedAction, _ id: String?, _ input: JSONValue, by: [String], _ participant: SimulatedCohort.Participant?,
        at instant: Instant, waitsAs place: String, below parent: Made? = nil
    ) throws -> ActionOutcome<JSONValue>? {
        var actors: [Int64] = []
        for relation in by {
            if let staff = cohort.staff[relation] { actors.append(staff.key) } else if let participant { actors.append(participant.key) }
        }
        // A role may be held in her group, or be a relation that a field of the record gives.
        if let participant { actors += cohort.group(of: participant).map(\.key) }
        if by.contains(where: { cohort.staff[$0] == nil }) { actors += cohort.staffKeys }
        var tried: Set<Int64> = []
        var reason: Text?
        for actor in actors where tried.insert(actor).inserted {
            switch try run.perform(action, id, input, as: .person(actor), at: instant) {
            case .done(let outcome):
                waiting[place] = nil
                return outcome
            case .refused(let text, let isForHer):
                // What time or the record's state forbids, it forbids everyone.
                if !isForHer {
                    waiting[place] = (action.name, text, parent)
                    return nil
                }
                reason = reason ?? text
            }
        }
        if let reason { waiting[place] = (action.name, reason, parent) }
        return nil
    }
}
