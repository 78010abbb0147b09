public import GRDB

/// Performs one transition that time makes happen, as the system, if its whole condition holds.
public struct DueRun: TypedAction {
    public let declaration = ActionDeclaration(
        name: "kernel.due",
        title: Text(nb: "utføre det som har forfalt", nn: "utføre det som har forfalle", en: "perform what has fallen due"),
        roles: [])

    public init() {}

    /// Time needs no right; who may start the pass is the operator's business.
    public func authorise(_ input: DueCandidate, in db: Database, context: RunContext) throws {}

    public func check(_ input: DueCandidate, in db: Database, context: RunContext) throws -> DueCandidate { input }

    /// - Returns: state `done`, or `passed-over` where another part of the condition does not hold or the record has moved on.
    public func perform(_ candidate: DueCandidate, in transaction: ActionTransaction) throws -> ActionOutcome<Bool> {
        let acts = try transaction.records
        guard let type = acts.live.record(candidate.record.kind), let content = try acts.load(type, candidate.record.number),
            let next = try Settling(acts: acts).next(content), next.name == candidate.transition
        else { return ActionOutcome(state: "passed-over", effect: false) }
        try Settling(acts: acts).run(content)
        return ActionOutcome(id: String(content.number), state: "done", effect: true)
    }
}
