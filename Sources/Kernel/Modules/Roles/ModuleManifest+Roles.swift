extension ModuleManifest {
    /// The roles that the module declares.
    public var roles: [Role] {
        (root["roles"]?.map?.pairs ?? []).map { pair in
            Role(
                id: pair.key, title: pair.value["title"].map(Text.init(node:)) ?? Text(verbatim: pair.key),
                scopes: Set((pair.value["scopes"]?.list ?? []).compactMap { $0.string.flatMap(Role.Scope.init(rawValue:)) }),
                module: self.id)
        }
    }
}
