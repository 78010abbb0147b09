/// Which events someone hears: by their names, or by how the names begin.
///
/// ```swift
/// let selection: EventSelection = ["kernel.enrolment.created", "notes.*"]
/// ```
/// `notes.*` stands for every name that begins with `notes.`, and `*` for every event.
public struct EventSelection: Sendable, Hashable, ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
    private var names: Set<String> = []
    private var prefixes: [String] = []

    /// - Parameter patterns: names, and beginnings that end in `*`.
    public init(_ patterns: some Sequence<String>) {
        for pattern in patterns {
            if pattern.hasSuffix("*") { prefixes.append(String(pattern.dropLast())) } else { names.insert(pattern) }
        }
    }

    public init(arrayLiteral patterns: String...) { self.init(patterns) }
    public init(stringLiteral pattern: String) { self.init([pattern]) }

    public func contains(_ name: String) -> Bool {
        names.contains(name) || prefixes.contains { name.hasPrefix($0) }
    }
}
