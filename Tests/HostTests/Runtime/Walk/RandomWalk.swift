import KernelTesting
import Testing

@testable import Kernel

/// A sequence of actions drawn from a seed, each held against what the model says of it.
///
/// Some are meant to be refused: by the wrong person, in the wrong state, too late, with something missing or out of date.
final class RandomWalk {
    static let offering = "nord-h27"
    static let notes = ["reflect-a", "reflect-b"]
    static let jobs = ["job-a", "job-b"]
    static let participants = ["p1", "p2", "p3", "x1"]
    private static let people = participants + ["t1", "t2", "c1"]

    let store: Store
    let live: LiveConfiguration
    private let runner: ActionRunner
    private var random: SplitMix64
    private var context: RunContext
    /// Seconds since 1970; at first 2027-09-15T08:00:00Z.
    private(set) var now = 1_820_995_200
    private var due: [String: Int] = [:]
    var model = WalkModel()
    private(set) var performed: [String: Int] = [:]
    private(set) var refused: [String: Int] = [:]

    init(store: Store, seed: UInt64) throws {
        self.store = store
        let live = try store.read { try LiveConfiguration.load($0, linked: Session.linked) }
        self.live = live
        runner = ActionRunner(environment: ActionEnvironment(live: live, files: FileStore(store: store.path)) { _, _ in [] }, store: store)
        random = SplitMix64(seed: seed)
        context = RunContext(randomness: .seed(seed), language: .en)
        for row in try rows("SELECT activity, due / 1000000 FROM kernel_activity WHERE due IS NOT NULL") {
            let words = row.split(separator: "|").map(String.init)
            due[words[0]] = Int(words[1])
        }
        for person in ["p1", "p2", "p3"] { model.enrolled[person] = true }
    }

    // MARK: Drawing

    func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    func chance(_ percent: Int) -> Bool { draw(100) < percent }
    func pick(_ values: [String]) -> String { values[draw(values.count)] }
    /// Mostly one for which the act makes sense.
    func pick<Value>(_ known: [String: Value], likely: (Value) -> Bool = { _ in true }) -> (id: String, value: Value)? {
        let right = known.filter { likely($0.value) }
        let ids = (right.isEmpty || chance(20) ? known : right).keys.sorted()
        guard !ids.isEmpty else { return nil }
        let id = ids[draw(ids.count)]
        return known[id].map { (id, $0) }
    }
    /// Mostly the right one.
    func someone(_ right: String) -> String { chance(85) ? right : pick(Self.people) }

    // MARK: Acting

    /// Performs an action, and compares whether it was done with what the model expects.
    ///
    /// - Returns: the record's number; nil where it was refused, and nothing has then changed.
    @discardableResult
    func act(
        _ name: String, _ id: String? = nil, _ words: [String] = [], expect: Int? = nil, by person: String, _ isRight: Bool
    ) throws -> String? {
        let action = try #require(ActionCatalog(live).find(name))
        var sources = SourceMap()
        let values = FlagInputs.parse(words, schema: action.schema, into: &sources).values
        context.clock = .fixed(try #require(Instant(microseconds: Int64(now) * 1_000_000)))
        context.actor = try store.read { try Authorisation.actor(person, in: $0) }
        let before = try store.read { try EventLog.head($0) }
        do {
            let result = try runner.perform(action, ActionInput(id: id, values: values, expect: expect), context: &context)
            #expect(isRight, "\(name) \(id ?? "") \(words) by \(person) was done")
            performed[name, default: 0] += 1
            return result.outcome.id ?? ""
        } catch let error where error is any ExplainedError || error is DiagnosticsError {
            #expect(!isRight, "\(name) \(id ?? "") \(words) by \(person) was refused: \(error)")
            #expect(try store.read { try EventLog.head($0) } == before, "\(name) was refused and left an event")
            refused[name, default: 0] += 1
            return nil
        }
    }

    /// One step of the walk.
    func step() throws {
        switch draw(22) {
        case 0, 1, 16: try create("reflection.note", Self.notes, \.notes, state: "draft")
        case 2, 17: try create("walk.job", Self.jobs, \.jobs, state: "open")
        case 3: try update("reflection.note", Self.notes, \.notes)
        case 4: try update("walk.job", Self.jobs, \.jobs)
        case 5, 6: try deliver()
        case 7: try giveBack()
        case 8: try delete()
        case 9: try writeFeedback()
        case 10: try giveFeedback()
        case 11: try send()
        case 12: try extend()
        case 13: try enrol()
        case 14: try fallDue()
        case 18: try recognise()
        case 19: try changeMerit()
        case 20, 21: try moveMerit()
        default: now += 3600 * (1 + draw(40))
        }
    }

    private func create(
        _ record: String, _ activities: [String], _ works: WritableKeyPath<WalkModel, [String: WalkModel.Work]>, state: String
    ) throws {
        let (person, activity) = (chance(85) ? pick(Self.participants) : pick(Self.people), pick(activities))
        let isTaken = model[keyPath: works].values.contains { $0.owner == person && $0.activity == activity }
        var work = WalkModel.Work(owner: person, activity: activity, state: state)
        var words = ["--activity", activity]
        fill(&work, &words, isNote: record == "reflection.note")
        if let id = try act("\(record).create", nil, words, by: person, model.enrolled[person] == true && !isTaken) {
            model[keyPath: works][id] = work
        }
    }

    /// Draws values of fields.
    private func fill(_ work: inout WalkModel.Work, _ words: inout [String], isNote: Bool) {
        if chance(70) {
            work.text = "text \(draw(1000)) på blå"
            words += ["--text", work.text ?? ""]
        }
        if isNote, chance(70) {
            work.level = pick(["formal", "perceived", "operational"])
            words += ["--level", work.level ?? ""]
        }
        if !isNote, chance(60) {
            let ends = now + 3600 * (draw(100) - 20) + 1800
            work.ends = ends
            words += ["--ends", Instant(microseconds: Int64(ends) * 1_000_000)?.description ?? ""]
        }
    }

    private func update(
        _ record: String, _ activities: [String], _ works: WritableKeyPath<WalkModel, [String: WalkModel.Work]>
    ) throws {
        guard let (id, before) = pick(model[keyPath: works], likely: \.isOpen) else { return }
        var work = before
        let person = someone(work.owner)
        let isStale = chance(10)
        var words: [String] = []
        if chance(30) {
            work.activity = pick(activities)
            words += ["--activity", work.activity]
        }
        fill(&work, &words, isNote: record == "reflection.note")
        guard !words.isEmpty else { return }
        let isTaken = model[keyPath: works].contains {
            $0.key != id && $0.value.owner == before.owner && $0.value.activity == work.activity
        }
        let isRight = person == before.owner && before.isOpen && !isStale && !isTaken
        work.version += 1
        if try act("\(record).update", id, words, expect: isStale ? before.version - 1 : before.version, by: person, isRight) != nil {
            model[keyPath: works][id] = work
        }
    }

    private func deliver() throws {
        guard let (id, note) = pick(model.notes, likely: { $0.isOpen && $0.text != nil && $0.level != nil }) else { return }
        let person = someone(note.owner)
        let limit = due[note.activity].map { max($0, model.extensions["\(note.owner) \(note.activity)"] ?? 0) } ?? .max
        let isRight = person == note.owner && note.isOpen && now < limit && note.text != nil && note.level != nil
        guard try act("reflection.note.deliver", id, by: person, isRight) != nil else { return }
        model.notes[id]?.state = "delivered"
        model.notes[id]?.wasDelivered = true
        model.notes[id]?.version += 1
        model.settle(note: id)
    }

    private func giveBack() throws {
        guard let (id, note) = pick(model.notes, likely: { $0.state == "delivered" }) else { return }
        let person = someone(pick(["t1", "t2"]))
        let isRight = ["t1", "t2"].contains(person) && note.state == "delivered"
        guard try act("reflection.note.return", id, ["--reason", "more"], by: person, isRight) != nil else { return }
        model.notes[id]?.state = "returned"
        model.notes[id]?.version += 1
    }

    private func delete() throws {
        if chance(50) {
            guard let (id, note) = pick(model.notes, likely: \.isOpen) else { return }
            let person = someone(note.owner)
            let isUsed = model.feedback.values.contains { $0.note == id }
            let isRight = person == note.owner && note.isOpen && !isUsed
            if try act("reflection.note.delete", id, by: person, isRight) != nil { model.notes[id] = nil }
        } else if chance(50) {
            guard let (id, job) = pick(model.jobs, likely: \.isOpen) else { return }
            let person = someone(job.owner)
            if try act("walk.job.delete", id, by: person, person == job.owner && job.isOpen) != nil { model.jobs[id] = nil }
        } else {
            guard let (id, feedback) = pick(model.feedback, likely: { !$0.isGiven }) else { return }
            let person = someone(feedback.author)
            let isRight = person == feedback.author && !feedback.isGiven
            if try act("reflection.feedback.delete", id, by: person, isRight) != nil { model.feedback[id] = nil }
        }
    }

    private func writeFeedback() throws {
        guard let (id, note) = pick(model.notes, likely: \.wasDelivered) else { return }
        let person = someone(pick(["t1", "t2"]))
        let text = chance(80) ? "answer \(draw(100))" : nil
        let words = ["--note", id] + (text.map { ["--text", $0] } ?? [])
        let isRight = ["t1", "t2"].contains(person) && note.wasDelivered
        if let made = try act("reflection.feedback.create", nil, words, by: person, isRight) {
            model.feedback[made] = .init(note: id, author: person, text: text)
        }
    }

    private func giveFeedback() throws {
        guard let (id, feedback) = pick(model.feedback, likely: { !$0.isGiven }) else { return }
        let person = someone(feedback.author)
        let isRight = person == feedback.author && !feedback.isGiven && feedback.text != nil
        guard try act("reflection.feedback.give", id, by: person, isRight) != nil else { return }
        model.feedback[id]?.isGiven = true
        model.feedback[id]?.version += 1
        model.settle(note: feedback.note)
    }

    private func send() throws {
        let reopens = chance(40)
        guard let (id, job) = pick(model.jobs, likely: { $0.state == (reopens ? "sent" : "open") }) else { return }
        if reopens {
            let person = someone(pick(["t1", "t2"]))
            // What time has made happen comes first, and then it is too late.
            let isRight = ["t1", "t2"].contains(person) && job.state == "sent" && now < job.ends ?? .max
            guard try act("walk.job.reopen", id, by: person, isRight) != nil else { return }
            model.jobs[id]?.state = "open"
        } else {
            let person = someone(job.owner)
            guard try act("walk.job.send", id, by: person, person == job.owner && job.state == "open" && job.text != nil) != nil else {
                return
            }
            model.jobs[id]?.state = "sent"
        }
        model.jobs[id]?.version += 1
        model.settle(job: id, at: now)
    }

    private func extend() throws {
        let (person, activity, by) = (pick(Self.participants), pick(Self.notes), someone("c1"))
        let until = now + 3600 * draw(400)
        let words = [
            "--enrolment", "\(Self.offering)/\(person)", "--activity", activity, "--until",
            Instant(microseconds: Int64(until) * 1_000_000)?.description ?? "", "--reason", "ill",
        ]
        let isRight = by == "c1" && model.enrolled[person] != nil && until > due[activity] ?? 0
        if try act("kernel.deadline.extend", nil, words, by: by, isRight) != nil { model.extensions["\(person) \(activity)"] = until }
    }

    private func enrol() throws {
        let (person, by) = (pick(Self.participants), someone("c1"))
        if chance(60) {
            let words = ["--offering", Self.offering, "--person", person]
            if try act("kernel.enrolment.create", nil, words, by: by, by == "c1") != nil { model.enrolled[person] = true }
        } else {
            let words = ["--enrolment", "\(Self.offering)/\(person)", "--reason", "moved"]
            let isRight = by == "c1" && model.enrolled[person] != nil
            if try act("kernel.enrolment.end", nil, words, by: by, isRight) != nil { model.enrolled[person] = false }
        }
    }

    private func fallDue() throws {
        let instant = try #require(Instant(microseconds: Int64(now) * 1_000_000))
        context.clock = .fixed(instant)
        context.actor = .system
        let pass = try DuePass.run(
            find: { try store.read { try DueFinder(live.deadlines.index, time: live.time, in: $0).find(at: instant) } },
            perform: { candidate in
                let result = try ActionPipeline.perform(DueRun(), candidate, context: &context, in: store, live: live)
                return result.effect ? .done : .passedOver
            })
        #expect(!pass.isUnfinished)
        performed["due", default: 0] += pass.count { $0 == .done }
        for id in model.jobs.keys { model.settle(job: id, at: now) }
    }
}
