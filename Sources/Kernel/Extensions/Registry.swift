/// All contributions of the enabled modules, in the order in which the modules are loaded.
public struct Registry: Sendable {
    private var byPoint: [ObjectIdentifier: [(module: String, name: String, value: any Sendable)]] = [:]

    init() {}

    mutating func add(_ entry: Registrar.Entry, from module: String) {
        byPoint[entry.point, default: []].append((module, entry.name, entry.value))
    }

    /// The contributions to that point, in load order, then in the order in which the plugin registered them.
    public subscript<P: ExtensionPoint>(_ point: P.Type) -> [Contributed<P.Contribution>] {
        (byPoint[ObjectIdentifier(point)] ?? []).compactMap { entry in
            (entry.value as? P.Contribution).map { Contributed(module: entry.module, name: entry.name, value: $0) }
        }
    }
}
