/// One file of a programme, an institution or a variant: a part of what is composed.
public struct Layer: Sendable {
    public enum Kind: String, Sendable { case programme, institution, variant }

    /// A value that layers above may not change.
    public struct Lock: Sendable {
        public var path: [String]
        public var reason: Text
        public var span: SourceSpan
    }

    public var kind: Kind
    public var id: String
    public var title: Text
    public var description: Text?
    /// The layers that this one stands on, as written.
    public var bases: [(name: String, span: SourceSpan)]
    public var locks: [Lock]
    /// The keys that compose.
    public var body: Node
    public var root: Node
    /// Whether `after` or `remove` occurs anywhere in the body, so that it must be looked at even where no other layer speaks.
    let holdsOperations: Bool
    /// How far its form can be relied on.
    var trust = CheckedDocument.Trust.sound
    /// The places of the faults in its form.
    var faultSpans: [SourceSpan] = []

    /// The name other layers use: `programme/plf`.
    public var name: String { "\(kind.rawValue)/\(id)" }

    private static let head: Set<String> = [
        "programme", "institution", "variant", "title", "description", "layers", "locks", "ownership", "language",
    ]

    /// What the file says of the layer itself, and what does not compose: its title and its description.
    var heading: NodeMap { NodeMap((root.map?.pairs ?? []).filter { Self.headingTitles[$0.key] != nil }) }

    /// What the keys of a heading are called.
    static let headingTitles = [
        "title": Text(nb: "Navn", nn: "Namn", en: "Title"),
        "description": Text(nb: "Beskrivelse", nn: "Beskriving", en: "Description"),
    ]

    static func holdsOperations(_ node: Node) -> Bool {
        switch node.value {
        case .map(let map): map["after"] != nil || map["remove"] != nil || map.pairs.contains { holdsOperations($0.value) }
        case .list(let items): items.contains { holdsOperations($0) }
        default: false
        }
    }

    /// The keys of its head that a layer must have.
    static func required(_ kind: Kind) -> [String] { [kind.rawValue, "title"] + (kind == .variant ? ["layers"] : []) }

    /// Reads a layer; nil where it is no map.
    ///
    /// - Parameter name: the id to go by where the file gives none.
    init?(_ root: Node, kind: Kind, name: String) {
        guard let map = root.map else { return nil }
        self.kind = kind
        id = root[kind.rawValue]?.string ?? name
        title = root["title"].map(Text.init(node:)) ?? Text(verbatim: name)
        description = root["description"].map(Text.init(node:))
        bases = (root["layers"]?.list ?? []).compactMap { node in node.string.map { ($0, node.span) } }
        locks = (root["locks"]?.list ?? []).compactMap { lock in
            guard let path = lock["path"]?.string, let reason = lock["reason"] else { return nil }
            return Lock(
                path: path.split(separator: ".").map(String.init), reason: Text(node: reason), span: lock["path"]?.span ?? lock.span)
        }
        body = Node(.map(NodeMap(map.pairs.filter { !Self.head.contains($0.key) })), at: root.span)
        self.root = root
        holdsOperations = Self.holdsOperations(body)
    }

    /// Whether it can be told what the layer stands on.
    var namesItsBases: Bool {
        guard let layers = root["layers"] else { return kind != .variant }
        return layers.list?.allSatisfy { $0.string != nil } ?? false
    }

    /// Whether all that others may look for by name can be told: parts with what is in them, aims and outcomes.
    var holdsNames: Bool {
        func named(_ list: Node?, _ key: String) -> Bool {
            guard let list else { return true }
            return list.list?.allSatisfy { $0[key]?.string != nil } ?? false
        }
        return named(body["parts"], "part") && ["aims", "outcomes"].allSatisfy { body[$0] == nil || body[$0]?.map != nil }
            && (body["parts"]?.list ?? []).allSatisfy { named($0["gatherings"], "gathering") && named($0["activities"], "activity") }
    }
}
