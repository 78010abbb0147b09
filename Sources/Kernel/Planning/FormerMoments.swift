/// What the moments of a module's new manifest were called in the one that is live.
struct FormerMoments {
    let before: ModuleDeclarations
    let after: ModuleDeclarations
    let differ: TableDiffer

    /// The deadline that a rule continues: of the same name, or of the newest former name that is there.
    static func match(_ rule: DeadlineRule, in workflow: Workflow) -> DeadlineRule? {
        ([rule.name] + rule.was).lazy.compactMap(workflow.deadline).first
    }

    /// Whether a rule continues one of the live workflow.
    static func former(_ rule: DeadlineRule, continues old: DeadlineRule, in type: RecordType) -> Bool {
        type.workflow.flatMap { match(rule, in: $0) }?.name == old.name
    }

    /// A rule in the words of the live manifest.
    func former(_ rule: DeadlineRule, of type: RecordType, was old: RecordType) -> DeadlineRule {
        func choice(_ choice: MomentChoice) -> MomentChoice {
            MomentChoice(pick: choice.pick, moments: choice.moments.map { Moment(former($0.path, of: type, was: old), at: $0.span) })
        }
        let continued = old.workflow.flatMap { Self.match(rule, in: $0) }
        var rule = rule
        rule.name = continued?.name ?? rule.name
        if let name = rule.setting?.name, let former = continued?.setting?.name, isRenamed(setting: former, to: name) {
            rule.setting?.name = former
        }
        rule.after = choice(rule.after)
        rule.stops = rule.stops.map(choice)
        rule.outer = rule.outer.map { (choice($0.after), $0.within) }
        rule.once = rule.once.map { Moment(former($0.path, of: type, was: old), at: $0.span) }
        if let fact = rule.onlyIf { rule.onlyIf = .init(field: field(fact.field, of: type, was: old), otherwise: fact.otherwise) }
        rule.length = rule.length.map { field($0, of: type, was: old) }
        rule.openWhile = rule.openWhile.map { hold in
            var hold = hold
            guard let new = after.records.first(where: { $0.id == hold.record }), let before = differ.match(new) else { return hold }
            hold.record = before.id
            hold.states = hold.states.map { state($0, of: new, was: before) }
            return hold
        }
        return rule
    }

    private func former(_ path: String, of type: RecordType, was old: RecordType) -> String {
        if let rule = type.workflow?.deadline(path) { return old.workflow.flatMap { Self.match(rule, in: $0) }?.name ?? path }
        if type.field(path) != nil { return field(path, of: type, was: old) }
        if let event = after.event(path) { return event.was.first { before.event($0) != nil } ?? path }
        guard let dot = path.lastIndex(of: ".") else { return path }
        let (name, last) = (String(path[..<dot]), String(path[path.index(after: dot)...]))
        guard let new = after.records.first(where: { $0.name == name || $0.id == name }), let was = differ.match(new) else { return path }
        var word = state(last, of: new, was: was)
        if let rule = new.workflow?.deadline(last), let former = was.workflow.flatMap({ Self.match(rule, in: $0) }) { word = former.name }
        if let step = new.workflow?.transition(last) {
            word = ([step.name] + step.was).first { was.workflow?.transition($0) != nil } ?? last
        }
        return (new.id == name ? was.id : was.name) + "." + word
    }

    /// Whether a setting of the module, or of a kind of activity, was called the one and is called the other now.
    private func isRenamed(setting former: String, to name: String) -> Bool {
        ([after.formerSettings] + after.activities.map(\.formerSettings)).contains { $0[former] == name }
    }

    private func field(_ name: String, of type: RecordType, was old: RecordType) -> String {
        type.field(name).flatMap { TableDiffer.match($0, in: old)?.name } ?? name
    }

    private func state(_ name: String, of type: RecordType, was old: RecordType) -> String {
        guard let state = type.workflow?.state(name) else { return name }
        return ([state.name] + state.was).first { old.workflow?.state($0) != nil } ?? name
    }
}
