/// Where each value of a composed variant comes from.
public struct Provenance: Sendable {
    /// A value as one layer gave it.
    public struct Origin: Sendable {
        /// The layer's name, for example `institution/vest`.
        public var layer: String
        public var value: Node
    }

    /// What happened at one place: every layer that spoke of it, lowest first; the last one counts.
    public struct Entry: Sendable {
        public var origins: [Origin]
        /// The reason, where the item was removed.
        public var removed: String?
    }

    public internal(set) var entries: [String: Entry] = [:]

    /// The entry of that path, written with dots.
    public subscript(path: String) -> Entry? { entries[path] }

    /// The entries at or below that path, sorted.
    public func below(_ path: String) -> [(path: String, entry: Entry)] {
        entries.filter { $0.key == path || $0.key.hasPrefix(path + ".") }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
