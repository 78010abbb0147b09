/// Proves of workflows that no time limit waits for itself and that no window is always shut.
///
/// A limit counts from moments, and a moment may come of a transition that waits for a limit: where all that a limit could begin with waits for
/// the limit itself, it never begins. Code of a module may take any transition and leave any event, so that only limits that count from each
/// other are faults there.
struct TimeCheck {
    let index: DeclarationIndex
    /// The modules whose code may do more than they declare.
    let coded: Set<String>
    /// What can come to be.
    private var possible: Set<Occurrence> = []

    /// Something that a limit or a transition may wait for.
    enum Occurrence: Hashable {
        case deadline(kind: String, name: String)
        case transition(kind: String, name: String)
        case state(kind: String, name: String)

        var isDeadline: Bool { if case .deadline = self { true } else { false } }
    }

    init(_ index: DeclarationIndex, coded: Set<String>) {
        self.index = index
        self.coded = coded
        let all = index.types.values.sorted { $0.id < $1.id }.flatMap { type in Self.occurrences(of: type).map { (type, $0) } }
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (type, occurrence) in all where !possible.contains(occurrence) && can(occurrence, type) {
                possible.insert(occurrence)
                isSettled = false
            }
        }
    }

    private static func occurrences(of type: RecordType) -> [Occurrence] {
        guard let workflow = type.workflow else { return [] }
        return workflow.deadlines.map { .deadline(kind: type.id, name: $0.name) }
            + workflow.transitions.map { .transition(kind: type.id, name: $0.name) }
            + workflow.states.map { .state(kind: type.id, name: $0.name) }
    }

    /// What is wrong with the times of a record's workflow.
    func faults(of type: RecordType) -> [Diagnostic] {
        guard let workflow = type.workflow else { return [] }
        return circles(workflow, of: type) + neverBegun(workflow, of: type) + neverDone(workflow, of: type)
            + workflow.transitions.compactMap { shut($0, workflow, of: type) }
    }

    // MARK: Limits that count from each other

    /// Circles of limits of one workflow, each once, with the limit that stands first.
    private func circles(_ workflow: Workflow, of type: RecordType) -> [Diagnostic] {
        var seen: Set<String> = []
        return workflow.deadlines.compactMap { deadline in
            guard !seen.contains(deadline.name), let circle = circle(from: deadline, workflow, of: type) else { return nil }
            seen.formUnion(circle)
            return .deadlineCircle(circle, at: deadline.span)
        }
    }

    /// The shortest way from a limit through those that it names back to itself.
    private func circle(from start: DeadlineRule, _ workflow: Workflow, of type: RecordType) -> [String]? {
        var queue = [[start.name]]
        var seen: Set<String> = []
        while !queue.isEmpty {
            let way = queue.removeFirst()
            for moment in workflow.deadline(way[way.count - 1])?.moments ?? [] {
                guard case .deadline(let name)? = MomentSource(moment.path, of: type, in: index) else { continue }
                if name == start.name { return way + [name] }
                if seen.insert(name).inserted { queue.append(way + [name]) }
            }
        }
        return nil
    }

    // MARK: What never comes to be

    private func neverBegun(_ workflow: Workflow, of type: RecordType) -> [Diagnostic] {
        workflow.deadlines.compactMap { deadline in
            let start = Occurrence.deadline(kind: type.id, name: deadline.name)
            guard !possible.contains(start), let way = wayBack(to: start), circle(from: deadline, workflow, of: type) == nil else {
                return nil
            }
            return .neverBegins(deadline.name, way: way.map { self.name($0, seenFrom: type) }, at: deadline.span)
        }
    }

    /// Transitions that wait for what does not come without them; where a limit lies on the way, that is the fault.
    private func neverDone(_ workflow: Workflow, of type: RecordType) -> [Diagnostic] {
        workflow.transitions.compactMap { step in
            let start = Occurrence.transition(kind: type.id, name: step.name)
            guard !possible.contains(start), step.from.contains(where: { possible.contains(.state(kind: type.id, name: $0)) }),
                let way = wayBack(to: start), !way.contains(where: \.isDeadline)
            else { return nil }
            return .neverDone(step.name, way: way.map { self.name($0, seenFrom: type) }, at: step.span)
        }
    }

    /// The shortest way from an occurrence through what it waits for back to itself.
    private func wayBack(to start: Occurrence) -> [Occurrence]? {
        var queue = [[start]]
        var seen: Set<Occurrence> = []
        while !queue.isEmpty {
            let way = queue.removeFirst()
            for next in waits(way[way.count - 1]) where !possible.contains(next) {
                if next == start { return way + [next] }
                if seen.insert(next).inserted { queue.append(way + [next]) }
            }
        }
        return nil
    }

    private func name(_ occurrence: Occurrence, seenFrom type: RecordType) -> String {
        func short(_ kind: String, _ name: String) -> String {
            let record = index.types[kind]?.name ?? kind
            return "\(record).\(name)"
        }
        return switch occurrence {
        case .deadline(let kind, let name), .transition(let kind, let name): kind == type.id ? name : short(kind, name)
        case .state(let kind, let name): short(kind, name)
        }
    }

    /// What an occurrence cannot come without, as far as it is an occurrence itself; any one of them may be enough.
    private func waits(_ occurrence: Occurrence) -> [Occurrence] {
        switch occurrence {
        case .deadline(let kind, let name):
            guard let type = index.types[kind], let deadline = type.workflow?.deadline(name) else { return [] }
            return deadline.after.moments.flatMap { causes($0, type) ?? [] }
        case .transition(let kind, let name):
            guard let type = index.types[kind], let step = type.workflow?.transition(name) else { return [] }
            let moments = (step.after.map { [$0] } ?? []) + (step.by.isEmpty ? step.when?.moments ?? [] : [])
            let children = step.by.isEmpty ? step.when?.children ?? [] : []
            return step.from.map { .state(kind: kind, name: $0) } + moments.flatMap { causes($0, type) ?? [] }
                + children.flatMap { child in child.states.map { .state(kind: child.record, name: $0) } }
        case .state(let kind, let name):
            guard let type = index.types[kind] else { return [] }
            let steps = type.workflow?.transitions ?? []
            let window = type.workflow?.initial == name ? type.window : []
            return window.flatMap { above in above.states.map { .state(kind: above.record, name: $0) } }
                + steps.filter { $0.to == name }.map { .transition(kind: kind, name: $0.name) }
        }
    }

    private func can(_ occurrence: Occurrence, _ type: RecordType) -> Bool {
        switch occurrence {
        case .deadline(_, let name): return type.workflow?.deadline(name)?.after.moments.contains { can($0, type) } ?? true
        case .transition(_, let name):
            guard let step = type.workflow?.transition(name) else { return true }
            if coded.contains(type.module) || step.isCoded { return true }
            guard step.from.contains(where: { possible.contains(.state(kind: type.id, name: $0)) }) else { return false }
            if let after = step.after, !can(after, type) { return false }
            return !step.by.isEmpty || step.when.map { can($0, type) } ?? true
        case .state(_, let name):
            return coded.contains(type.module) || type.workflow?.initial == name && canBeMade(type)
                || (type.workflow?.transitions ?? []).contains {
                    $0.to == name && possible.contains(.transition(kind: type.id, name: $0.name))
                }
        }
    }

    /// Whether what lies above can come to the states in which a record is made.
    private func canBeMade(_ type: RecordType) -> Bool {
        type.window.allSatisfy { above in above.states.contains { possible.contains(.state(kind: above.record, name: $0)) } }
    }

    private func can(_ moment: Moment, _ type: RecordType) -> Bool { causes(moment, type).map { !possible.isDisjoint(with: $0) } ?? true }

    private func can(_ condition: Condition, _ type: RecordType) -> Bool {
        switch condition {
        case .passed(let moment): can(moment, type)
        case .children(let record, let states, _, _):
            index.types[record] == nil || states.contains { possible.contains(.state(kind: record, name: $0)) }
        case .all(let parts): parts.allSatisfy { can($0, type) }
        case .any(let parts): parts.contains { can($0, type) }
        }
    }

    /// What a moment comes of; nil where it comes of something that no workflow decides, or of nothing known.
    private func causes(_ moment: Moment, _ type: RecordType) -> [Occurrence]? {
        switch MomentSource(moment.path, of: type, in: index) {
        case .deadline(let name): return [.deadline(kind: type.id, name: name)]
        case .deadlineAbove(let kind, let name): return [.deadline(kind: kind, name: name)]
        case .state(let kind, let state): return [.state(kind: kind, name: state)]
        case .event(let name): return makers(ofEvent: name, in: type.module)
        case .noticeAnnounced(let letter), .noticeNotified(let letter):
            guard !coded.contains(type.module), type.createNotice != letter, type.updateNotice != letter else { return nil }
            return (type.workflow?.transitions ?? []).filter { $0.notice == letter }.map { .transition(kind: type.id, name: $0.name) }
        case .activityOpens, .activityDue, .offeringStart, .field, nil: return nil
        }
    }

    /// The transitions that leave an event; nil where something else may leave it.
    private func makers(ofEvent name: String, in module: String) -> [Occurrence]? {
        guard !coded.contains(module), name.hasPrefix(module + "."), let declared = index.modules[module] else { return nil }
        let word = String(name.dropFirst(module.count + 1))
        let ownWords = declared.records.flatMap { record in ["created", "updated", "deleted"].map { "\(record.name).\($0)" } }
        if ownWords.contains(word) || declared.actions.contains(where: { $0.event == word }) { return nil }
        return declared.records.flatMap { record in
            (record.workflow?.transitions ?? []).filter { ($0.event ?? "\(record.name).\($0.name)") == word }
                .map { .transition(kind: record.id, name: $0.name) }
        }
    }
}
