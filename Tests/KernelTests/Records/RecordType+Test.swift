@testable import Kernel

/// Declarations built directly, as the reader of manifests would.
extension RecordType {
    static let nowhere = SourceSpan(startOf: .init(0))

    static func test(
        _ id: String, parent: String? = nil, owner: [String] = [], fields: [Field] = [], workflow: Workflow? = nil
    ) -> RecordType {
        let parts = id.split(separator: ".").map(String.init)
        return RecordType(
            module: parts[0], name: parts[1], title: nil, was: [], parent: parent, owner: owner, key: [], unique: [], indexes: [],
            create: [], update: [], delete: [], read: [], fields: fields, search: [], workflow: workflow, isBulk: false, isAnonymous: false,
            span: nowhere)
    }
}

extension Field {
    static func test(_ name: String, _ type: FieldType, required: Bool = false) -> Field {
        Field(
            name: name, title: nil, type: type, isRequired: required, fallback: nil, personal: .no, seal: nil, was: [],
            span: RecordType.nowhere)
    }

    static func reference(_ name: String, to target: String, required: Bool = true) -> Field {
        test(name, .reference(.init(target: target, by: nil, keepsDangling: false)), required: required)
    }
}

extension Moment {
    static func test(_ path: String) -> Moment { Moment(path, at: RecordType.nowhere) }
}

extension MomentChoice {
    static func latest(_ paths: String...) -> MomentChoice { MomentChoice(pick: .latest, moments: paths.map(Moment.test)) }
    static func earliest(_ paths: String...) -> MomentChoice { MomentChoice(pick: .earliest, moments: paths.map(Moment.test)) }
}

extension DeadlineRule {
    static func test(
        _ name: String, after: MomentChoice, within: TimeSpan?, roll: Deadline.Roll = .nextWorkingDay, late: Late = .refused,
        stops: MomentChoice? = nil, outer: (after: MomentChoice, within: TimeSpan?)? = nil, title: Text? = nil, source: String? = nil,
        length: String? = nil, openWhile: [DeadlineHold] = []
    ) -> DeadlineRule {
        DeadlineRule(
            name: name, title: title, after: after, within: within ?? .workingDays(0), length: length, roll: roll, late: late, stops: stops,
            outer: outer.map { ($0.after, $0.within ?? .workingDays(0)) }, openWhile: openWhile, source: source, was: [],
            span: RecordType.nowhere)
    }
}

extension Transition {
    static func test(
        _ name: String, from: [String], to: String, after: String? = nil, before: String? = nil, when: Condition? = nil,
        event: String? = nil,
        title: Text? = nil, notice: String? = nil
    ) -> Transition {
        Transition(
            name: name, title: title, from: from, to: to, by: ["owner"], needs: [], input: [], after: after.map(Moment.test),
            before: before.map(Moment.test), when: when, guards: [], event: event, notice: notice, source: nil, span: RecordType.nowhere)
    }
}

extension Workflow {
    static func test(
        _ name: String, states: [String], final: Set<String> = [], transitions: [Transition] = [], deadlines: [DeadlineRule] = []
    ) -> Workflow {
        Workflow(
            module: "trial", name: name, title: nil, initial: states[0], initialSpan: RecordType.nowhere,
            states: states.map { .init(name: $0, title: nil, isFinal: final.contains($0), was: [], span: RecordType.nowhere) },
            transitions: transitions, deadlines: deadlines, span: RecordType.nowhere)
    }
}
