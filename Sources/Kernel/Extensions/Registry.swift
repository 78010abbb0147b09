/// All contributions of the enabled modules, in the order in which the modules are loaded.
public struct Registry: Sendable {
    private var byPoint: [ObjectIdentifier: [(module: String, name: String, failsClosed: Bool, value: any Sendable)]] = [:]

    /// A registry without contributions.
    public init() {}

    mutating func add(_ entry: Registrar.Entry, from module: String, failsClosed: Bool) {
        byPoint[entry.point, default: []].append((module, entry.name, failsClosed, entry.value))
    }

    /// Adds what code of a module contributes, outside a workspace: for tests of modules, and for measurements.
    ///
    /// ```swift
    /// registry.add(from: "notes") { $0.contribute(Greeting(), named: "greeting", to: Reactions.self) }
    /// ```
    public mutating func add(from module: String, failsClosed: Bool = true, _ register: (inout Registrar) -> Void) {
        var registrar = Registrar(module: module)
        register(&registrar)
        for entry in registrar.finish().entries { add(entry, from: module, failsClosed: failsClosed) }
    }

    /// The contributions to that point, in load order, then in the order in which the plugin registered them.
    public subscript<P: ExtensionPoint>(_ point: P.Type) -> [Contributed<P.Contribution>] {
        (byPoint[ObjectIdentifier(point)] ?? []).compactMap { entry in
            (entry.value as? P.Contribution).map {
                Contributed(module: entry.module, name: entry.name, failsClosed: entry.failsClosed, value: $0)
            }
        }
    }
}
