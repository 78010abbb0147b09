/// Decides on what is about no single record: reports and actions that a role gives, wherever it is held.
struct RoleRights {
    let live: LiveConfiguration
    let standing: Standing
    /// Whether a role that is held on single activities or records alone counts as well: what it opens must go by what each may read.
    var countsAssigned = false

    func decide(by relations: [String]) -> RightDecision {
        guard standing.person != nil else {
            return RightDecision(
                isAllowed: standing.actor != .anonymous, held: [], deciding: [], allowed: relations, actor: standing.actor)
        }
        let held = relations.filter { relation in
            // What is shared says itself with whom.
            if relation == "everyone" || relation == "shared" { return true }
            guard let role = live.roles.first(where: { $0.id == relation }) else { return false }
            return standing.holdsAnywhere(relation, scopes: role.scopes)
                || countsAssigned && standing.isAssigned(relation, scopes: role.scopes)
        }
        return RightDecision(
            isAllowed: !held.isEmpty, held: held, deciding: held, allowed: relations, actor: standing.actor,
            words: RelationWords(live: live))
    }
}
