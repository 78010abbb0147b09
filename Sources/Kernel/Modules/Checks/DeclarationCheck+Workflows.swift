/// What transitions and time limits name.
extension DeclarationCheck {
    mutating func check(_ workflow: Workflow, of type: RecordType, _ node: Node?) {
        for transition in workflow.transitions {
            let written = node?["transitions"]?[transition.name]
            relations(written?["by"], of: type)
            for word in written?["needs"].words ?? [] {
                one(word, among: type.fields.map(\.name) + (type.parentField.map { [$0] } ?? []), .field)
            }
            for pair in written?["input"].pairs ?? [] { check(references: pair.value) }
            for word in written?["guard"].words ?? [] where isComplete && !guards.contains(word.name) {
                faults.append(.unknownGuard(word.name, among: guards, at: word.span))
            }
            for moment in [transition.after, transition.before].compactMap({ $0 }) { check(moment, of: type) }
            if let condition = transition.when, let node = written?["when"] { check(condition, of: type, node) }
            if let notice = transition.notice.flatMap({ name in manifest.root["notices"]?[name] }) { check(notice, of: type) }
        }
        for deadline in workflow.deadlines {
            if deadline.length != nil, let written = node?["deadlines"]?[deadline.name]?["within"] {
                one(written, among: type.fields.filter { if case .duration = $0.type { true } else { false } }.map(\.name), .field)
            }
            for moment in deadline.moments { check(moment, of: type) }
            if let written = node?["deadlines"]?[deadline.name]?["only-if"]?["field"] {
                one(written, among: type.fields.filter { $0.type.word == "boolean" }.map(\.name), .field)
            }
            for (hold, written) in zip(deadline.openWhile, node?["deadlines"]?[deadline.name]?["open-while"]?.list ?? []) {
                _ = check(children: hold.record, of: type, written, at: hold.span)
            }
        }
    }

    private mutating func check(_ notice: Node, of type: RecordType) {
        guard let to = notice["to"], let name = to.string else { return }
        relation((name, to.span), of: type, besides: ["owner", "author"] + (type.shares == nil ? [] : ["audience"]), toGroup: true)
        // A letter to a role goes to those who hold it in the offering.
        guard catalog.roles.named(name, of: type) != nil, !catalog.lies(type, in: [.offering, .enrolment, .activity, .group]) else {
            return
        }
        faults.append(.noOffering(short(type.id), at: to.span))
    }

    /// The letters that are sent when a record is made and when it is changed by hand.
    mutating func checkLetter(_ type: RecordType, _ node: Node) {
        for act in ["create", "update"] { one(node[act]?["notice"], among: module.notices.map(\.name), .notice) }
        for name in [type.createNotice, type.updateNotice].compactMap({ $0 }) {
            if let notice = manifest.root["notices"]?[name] { check(notice, of: type) }
        }
    }

    private mutating func check(_ moment: Moment, of type: RecordType) {
        guard let source = MomentSource(moment.path, of: type, in: catalog.index) else {
            faults.append(.unknownMoment(moment.path, record: short(type.id), among: moments(of: type), at: moment.span))
            return
        }
        switch source {
        case .activityOpens, .activityDue:
            if !catalog.lies(type, in: [.activity]) { faults.append(.noActivity(short(type.id), at: moment.span)) }
        case .offeringStart:
            if !catalog.lies(type, in: [.offering, .enrolment, .activity, .group]) {
                faults.append(.noOffering(short(type.id), at: moment.span))
            }
        default: break
        }
    }

    /// Every moment that a record knows of, as files write it.
    private func moments(of type: RecordType) -> [String] {
        let deadlines = type.workflow?.deadlines.map(\.name) ?? []
        let fields = type.fields.filter(\.isMoment).map(\.name)
        let states = catalog.index.line(of: type).flatMap { type in
            (type.workflow?.states ?? []).map { "\(short(type.id)).\($0.name)" }
        }
        let letters = module.notices.flatMap { ["\($0.name).announced", "\($0.name).notified"] }
        return deadlines + fields + ["activity.opens", "activity.due", "offering.start"] + module.events.map(\.name) + states + letters
    }

    private mutating func check(_ condition: Condition, of type: RecordType, _ node: Node) {
        switch condition {
        case .passed(let moment): check(moment, of: type)
        case .all(let conditions):
            for (condition, node) in zip(conditions, node["all"]?.list ?? []) { check(condition, of: type, node) }
        case .any(let conditions):
            for (condition, node) in zip(conditions, node["any"]?.list ?? []) { check(condition, of: type, node) }
        case .children(let record, _, let count, let span):
            guard check(children: record, of: type, node, at: span) else { return }
            if case .named(let name) = count { check(count: name, of: type, at: node["count"]?.span ?? span) }
        }
    }

    /// Records right under one, in states of theirs.
    private mutating func check(children record: String, of type: RecordType, _ node: Node, at span: SourceSpan) -> Bool {
        let place = node["children"]?.span ?? span
        let children = catalog.index.types.values.filter { $0.parent == type.id }.map { short($0.id) }.sorted()
        guard target(node["children"], .record), let child = catalog.index.types[record], child.parent == type.id else {
            if catalog.has(record) { faults.append(.notAChild(short(record), of: short(type.id), among: children, at: place)) }
            return false
        }
        for word in node["in"].words { one(word, among: child.workflow?.states.map(\.name) ?? [], .state) }
        return true
    }

    /// A number by name: a field of the record, else a setting of the activity, else a setting of the module.
    private mutating func check(count name: String, of type: RecordType, at span: SourceSpan) {
        let fields = type.fields.filter { $0.type.word == "integer" }.map(\.name)
        let activities = manifest.activities.flatMap { Self.properties($0.settings) }
        let known = fields + activities + Self.properties(manifest.settings)
        if !known.contains(name) { faults.append(.unknownCount(name, among: known, at: span)) }
    }

    private static func properties(_ schema: Node?) -> [String] { schema?["properties"]?.map?.keys ?? [] }
}
