/// A composed variant with everything that decides how it runs, as canonical JSON (RFC 8785) with its SHA-256.
///
/// Releases are immutable: the same content always has the same digest, and another digest is another release.
public struct Release: Sendable, Equatable {
    /// Where the content comes from; that of a composed variant is only written out where someone asks for it.
    private enum Source: Sendable {
        case stored(JSONValue)
        case composed(body: Node, rest: [(key: String, value: JSONValue)])
    }

    public let variant: String
    /// Lower-case hexadecimal SHA-256 of the canonical bytes.
    public let digest: String
    private let source: Source

    public var content: JSONValue {
        switch source {
        case .stored(let content): content
        case .composed(let body, let rest): .object(rest.prefix(3) + [("body", body.json)] + rest.dropFirst(3))
        }
    }

    /// - Parameters:
    ///   - modules: the modules that it runs with, see `bound`.
    ///   - calendar: the calendar's id and the digest of its content.
    ///   - description: what the variant's file says of it, if anything.
    init(
        _ variant: CourseVariant, description: Text? = nil, modules: JSONValue, calendar: (id: String, digest: String),
        locks: [String: String] = [:]
    ) throws(JSONValue.NotFinite) {
        self.variant = variant.id
        var rest: [(key: String, value: JSONValue)] = [
            ("format", .string("kjerne.release/1")),
            ("variant", .string(variant.id)),
            ("title", variant.title.json),
            ("modules", modules),
            ("calendar", .object([("id", .string(calendar.id)), ("digest", .string(calendar.digest))])),
        ]
        // Courses without one have the digest that they always had.
        if let description { rest.append(("description", description.json)) }
        // Courses that build on nothing pinned have the digest that they always had.
        if !locks.isEmpty { rest.append(("locks", .object(locks.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))) }
        source = .composed(body: variant.body, rest: rest)
        // By name, the body comes before all the others.
        var text = Array("{\"body\":".utf8)
        text.reserveCapacity(1 << 14)
        try variant.body.appendCanonical(to: &text)
        text.append(UInt8(ascii: ","))
        text += try JSONValue.object(rest).canonical.dropFirst()
        digest = Digest.hex(text)
    }

    /// The modules as a release names them, each with its version and digest.
    static func bound(_ modules: [ModuleManifest]) -> JSONValue {
        .object(
            modules.map { module in
                (module.id, .object([("version", .string(module.version.description)), ("digest", .string(module.digest))]))
            }.sorted { $0.0 < $1.0 })
    }

    /// A release as the store keeps it.
    init(variant: String, content: JSONValue, digest: String) {
        self.variant = variant
        source = .stored(content)
        self.digest = digest
    }

    public static func == (a: Self, b: Self) -> Bool { a.variant == b.variant && a.digest == b.digest }
}
