/// Every action that can be called by name: the kernel's, and those of the live modules.
public struct ActionCatalog: Sendable {
    private let live: LiveConfiguration

    public init(_ live: LiveConfiguration) { self.live = live }

    /// The action of that name; nil where there is none.
    public func find(_ name: String) -> (any NamedAction)? {
        if let own = kernelActions.first(where: { $0.name == name }) { return own }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let module = live.module(parts[0]) else { return nil }
        let rest = parts.dropFirst().joined(separator: ".")
        if let coded = module.declarations.actions.first(where: { $0.name == rest }) { return ModuleAction(coded, live: live) }
        guard parts.count == 3, let type = live.record("\(parts[0]).\(parts[1])") else { return nil }
        return actions(on: type).first { $0.name == name }
    }

    /// All actions, by name.
    public var all: [any NamedAction] {
        let coded = live.modules.flatMap { module in module.declarations.actions.map { ModuleAction($0, live: live) as any NamedAction } }
        return (kernelActions + coded + live.recordTypes.flatMap(actions)).sorted { $0.name < $1.name }
    }

    /// What can be done with records of a type: only what the manifest gives someone the right to.
    func actions(on type: RecordType) -> [any NamedAction] {
        var actions: [any NamedAction] = []
        if !type.create.isEmpty || type.isAnonymous { actions.append(CreateRecord(type, live: live)) }
        if !type.update.isEmpty { actions.append(UpdateRecord(type, live: live)) }
        if !type.delete.isEmpty { actions.append(DeleteRecord(type, live: live)) }
        for transition in type.workflow?.transitions ?? [] where !transition.by.isEmpty {
            actions.append(TransitionRecord(type, transition, live: live))
        }
        return actions
    }

    private var kernelActions: [any NamedAction] {
        [
            EnrolAction(live: live), EndEnrolment(live: live), AssignRole(live: live), RevokeRole(live: live), CreateGroup(live: live),
            AddToGroup(live: live), RemoveFromGroup(live: live), OrderActivity(live: live), CollectToken(live: live),
            ExtendDeadline(live: live), DeliverNotice(live: live), RetryDelivery(live: live), PlaceOrganisation(live: live),
        ]
    }
}
