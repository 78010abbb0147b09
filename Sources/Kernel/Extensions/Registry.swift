import Synchronization

/// All contributions of the enabled modules, in the order in which the modules are loaded.
public struct Registry: Sendable {
    /// The contributions to each point as the point's own type, made when they are first asked for.
    private final class Typed: Sendable {
        let lists = Mutex<[ObjectIdentifier: any AnyObject & Sendable]>([:])
        let selections = Mutex<[String: any AnyObject & Sendable]>([:])
    }
    private final class List<Contribution: Sendable>: Sendable {
        let items: [Contributed<Contribution>]
        init(_ items: [Contributed<Contribution>]) { self.items = items }
    }
    private var typed = Typed()
    private var byPoint: [ObjectIdentifier: [(module: String, name: String, failsClosed: Bool, value: any Sendable)]] = [:]

    /// A registry without contributions.
    public init() {}

    mutating func add(_ entry: Registrar.Entry, from module: String, failsClosed: Bool) {
        byPoint[entry.point, default: []].append((module, entry.name, failsClosed, entry.value))
        typed = Typed()
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
        let id = ObjectIdentifier(point)
        if let known = typed.lists.withLock({ $0[id] }) as? List<P.Contribution> { return known.items }
        let items = (byPoint[id] ?? []).compactMap { entry in
            (entry.value as? P.Contribution).map {
                Contributed(module: entry.module, name: entry.name, failsClosed: entry.failsClosed, value: $0)
            }
        }
        let list = List(items)
        typed.lists.withLock { $0[id] = list }
        return items
    }

    /// A selection of contributions, made when it is first asked for and kept until one is added.
    ///
    /// - Parameter key: what is selected by, told apart from all other selections of other types.
    func selection<Contribution: Sendable>(
        _ key: String, _ make: () -> [Contributed<Contribution>]
    ) -> [Contributed<Contribution>] {
        if let known = typed.selections.withLock({ $0[key] }) as? List<Contribution> { return known.items }
        let list = List(make())
        typed.selections.withLock { $0[key] = list }
        return list.items
    }
}
