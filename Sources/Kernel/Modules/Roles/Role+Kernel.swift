extension Role {
    /// The roles that the kernel knows; modules declare others.
    public static let kernel: [Role] = [
        Role(id: "admin", title: Text(nb: "administrator", nn: "administrator", en: "administrator"), scopes: [.workspace]),
        Role(
            id: "coordinator", title: Text(nb: "koordinator", nn: "koordinator", en: "coordinator"),
            scopes: [.workspace, .institution, .offering]),
        Role(id: "lecturer", title: Text(nb: "faglærer", nn: "faglærar", en: "lecturer"), scopes: [.institution, .offering]),
        Role(id: "participant", title: Text(nb: "deltaker", nn: "deltakar", en: "participant"), scopes: [.offering]),
        Role(id: "leader", title: Text(nb: "leder", nn: "leiar", en: "leader"), scopes: [.organisation, .group]),
        Role(id: "teacher", title: Text(nb: "lærer", nn: "lærar", en: "teacher"), scopes: [.organisation]),
        // To belong to an organisation, which everyone in a roster does, gives no right in its groups.
        Role(id: "member", title: Text(nb: "medlem", nn: "medlem", en: "member"), scopes: [.group]),
    ]
}

extension Sequence<Role> {
    /// The ids of the roles that can hold in one of `scopes`, in order.
    public func ids(in scopes: Role.Scope...) -> [String] {
        filter { !$0.scopes.isDisjoint(with: scopes) }.map(\.id)
    }
}
