/// What a module may know of an event's payload.
///
/// Every module that hears an event sees its header. The payload is for the module whose event it is, for those that require it, and, where the
/// event is the kernel's, for all. Of that, `filter` takes away what is sealed. Of what is written under a seal as a whole, other modules learn
/// that it was, and neither by whom nor about whom; so does whoever hears of it after the commit.
public struct EventAudience: Sendable {
    /// Leaves out of a payload what the module may not see; nil for all of it.
    public typealias Filter = @Sendable (_ event: EventHeader, _ payload: JSONValue, _ module: String) -> JSONValue?

    /// Whether an event is about a record that is sealed as a whole.
    public typealias Veil = @Sendable (_ event: EventHeader) -> Bool

    private let requires: [String: Set<String>]
    private let filter: Filter
    /// Whether an event is about a record that is sealed as a whole.
    let isVeiled: Veil
    /// What events were called before: those that wait under an old name are for who hears the new one.
    let formers: FormerNames

    /// - Parameters:
    ///   - requires: the modules that each module requires.
    ///   - filter: what takes away sealed fields; without one, nothing is sealed.
    ///   - veil: which events are about what is sealed as a whole; without one, none is.
    ///   - formers: what the modules' events were called before.
    public init(
        requires: [String: Set<String>] = [:], formers: FormerNames = FormerNames([]),
        filter: @escaping Filter = { _, payload, _ in payload }, veil: @escaping Veil = { _ in false }
    ) {
        self.requires = requires
        self.filter = filter
        isVeiled = veil
        self.formers = formers
    }

    /// The audience among the modules of a workspace.
    public init(
        _ modules: [ModuleManifest], formers: FormerNames = FormerNames([]), filter: @escaping Filter = { _, payload, _ in payload },
        veil: @escaping Veil = { _ in false }
    ) {
        self.init(
            requires: Dictionary(
                modules.map { ($0.id, Set($0.requires.map(\.id))) }, uniquingKeysWith: { $0.union($1) }), formers: formers, filter: filter,
            veil: veil)
    }

    /// Whether the payloads of a module's events are for `module` at all.
    func isOpen(from source: String, to module: String) -> Bool {
        source == module || source == NewEvent.Source.kernel.module || requires[module]?.contains(source) == true
    }

    /// What `module` sees of a header.
    ///
    /// - Parameter takesPart: whether it hears of it within the transaction, where a module does the rest of its own work.
    func header(_ header: EventHeader, for module: String, takesPart: Bool) -> EventHeader {
        guard isVeiled(header), !(takesPart && header.source.module == module) else { return header }
        var veiled = header
        veiled.actor = Actor.anonymous.description
        veiled.records = []
        return veiled
    }

    /// What `module` sees of a payload; nil for nothing.
    func payload(_ payload: JSONValue, of event: EventHeader, for module: String) -> JSONValue? {
        isOpen(from: event.source.module, to: module) ? filter(event, payload, module) : nil
    }
}
