import Crypto

/// A composed variant with everything that decides how it runs, as canonical JSON (RFC 8785) with its SHA-256.
///
/// Releases are immutable: the same content always has the same digest, and another digest is another release.
public struct Release: Sendable, Equatable {
    public let variant: String
    public let content: JSONValue
    /// Lower-case hexadecimal SHA-256 of the canonical bytes.
    public let digest: String

    /// - Parameters:
    ///   - modules: the modules in load order, with version and digest.
    ///   - calendar: the calendar's id and the digest of its content.
    init(_ variant: CourseVariant, modules: [ModuleManifest], calendar: (id: String, digest: String)) throws {
        self.variant = variant.id
        let bound = modules.sorted { $0.id < $1.id }.map { module in
            (module.id, JSONValue.object([("version", .string(module.version.description)), ("digest", .string(module.digest))]))
        }
        content = .object([
            ("format", .string("kjerne.release/1")),
            ("variant", .string(variant.id)),
            ("title", variant.title.json),
            ("body", variant.body.json),
            ("modules", .object(bound)),
            ("calendar", .object([("id", .string(calendar.id)), ("digest", .string(calendar.digest))])),
        ])
        digest = Digest.hex(try content.canonical)
    }

    /// A release as the store keeps it.
    init(variant: String, content: JSONValue, digest: String) {
        self.variant = variant
        self.content = content
        self.digest = digest
    }
}
