/// A configuration as comparable content: what the files describe, or what is live.
///
/// `plan` is the difference of two of them.
public struct ConfigurationState: Sendable, Equatable {
    /// The kinds of thing that a configuration holds.
    public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
        case workspace, calendar, module, institution, lock, variant, offering
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        /// What paths of this kind begin with; a variant's path begins with its own id (design 4, Names).
        var prefix: [String] {
            switch self {
            case .workspace: ["workspace"]
            case .calendar: ["calendars"]
            case .module: ["modules"]
            case .institution: ["institutions"]
            case .variant: []
            case .lock: ["locks"]
            case .offering: ["offerings"]
            }
        }
    }

    public struct Key: Sendable, Hashable, Comparable {
        public var kind: Kind
        public var id: String
        public init(_ kind: Kind, _ id: String) {
            self.kind = kind
            self.id = id
        }
        public static func < (a: Self, b: Self) -> Bool { a.kind == b.kind ? a.id < b.id : a.kind < b.kind }

        /// The beginning of the paths of what lies under this key.
        var path: [String] { kind == .workspace ? kind.prefix : kind.prefix + [id] }
    }

    public var documents: [Key: JSONValue]

    public init(_ documents: [Key: JSONValue] = [:]) { self.documents = documents }

    /// SHA-256 over every document in the order of the keys.
    public var digest: String {
        get throws {
            var entries: [JSONValue] = []
            for (key, value) in documents.sorted(by: { $0.key < $1.key }) {
                entries.append(.array([.string(key.kind.rawValue), .string(key.id), value]))
            }
            return Digest.hex(try JSONValue.array(entries).canonical)
        }
    }
}

extension ConfigurationState {
    /// The state that a workspace's files describe; the workspace has no errors.
    public init(_ workspace: Workspace) {
        var documents: [Key: JSONValue] = [:]
        if let settings = workspace.settings {
            documents[Key(.workspace, settings.id)] = settings.root.json
            for (id, calendar) in workspace.calendars where id == settings.calendar { documents[Key(.calendar, id)] = calendar.root.json }
        }
        // A manifest is kept as a text, since canonical JSON would sort what it puts in an order.
        for module in workspace.modules {
            documents[Key(.module, module.id)] = .object([
                ("version", .string(module.version.description)), ("digest", .string(module.digest)), ("title", module.title.json),
                ("settings", workspace.moduleSettings[module.id]?.json ?? .object([])),
                ("manifest", .string(module.root.json.compact)),
                ("texts", .object(module.texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
            ])
        }
        for lock in workspace.locks.values { documents[Key(.lock, lock.id)] = lock.root.json }
        for layer in workspace.layers.values where layer.kind == .institution {
            var pairs: [(String, JSONValue)] = [("title", layer.title.json)]
            for key in ["description", "ownership", "language"] { if let value = layer.root[key] { pairs.append((key, value.json)) } }
            documents[Key(.institution, layer.id)] = .object(pairs)
        }
        for composed in workspace.variants { documents[Key(.variant, composed.variant.id)] = composed.release.content }
        for offering in workspace.offerings { documents[Key(.offering, offering.id)] = offering.root.json }
        self.init(documents)
    }
}
