/// What `apply` would do: every change with its risk, and the two states it lies between.
public struct Plan: Sendable {
    /// What `json` and a saved plan say that they are.
    public static let format = "kjerne.plan/1"

    public var changes: [Change]
    /// Digest of the live configuration that the plan was made from; `apply` refuses if it is no longer live.
    public var base: String
    /// Digest of the files that the plan was made from.
    public var files: String
    /// Pinned offerings whose variant has moved on: offering to the label it stays on.
    public var behind: [(offering: String, label: String)]
    /// Whether what is live is no longer what was applied: somebody has written around the kernel.
    public var isAltered = false

    public var isEmpty: Bool { changes.isEmpty }
    /// The gravest risk among the changes.
    public var risk: Change.Risk { changes.map(\.risk).max() ?? .safe }

    /// `kjerne.plan/1` of the command line's contract.
    public var json: JSONValue {
        .object(
            [
                ("format", .string(Self.format)),
                ("changes", .array(changes.map(\.json))),
                ("behind", .array(behind.map { .object([("offering", .string($0.offering)), ("release", .string($0.label))]) })),
                ("base", .string(base)),
                ("files", .string(files)),
            ] + (isAltered ? [("altered", .bool(true))] : []))
    }
}

extension Change {
    /// A change as plans tell of it.
    var json: JSONValue {
        .object([
            ("path", .string(path)), ("kind", .string(kind.rawValue)), ("before", before ?? .null), ("after", after ?? .null),
            ("risk", .string(risk.rawValue)), ("people", .integer(people)), ("work", isUncounted ? .null : .integer(work)),
            ("note", note?.json ?? .null),
        ])
    }
}
