/// What `apply` would do: every change with its risk, and the two states it lies between.
public struct Plan: Sendable {
    public var changes: [Change]
    /// Digest of the live configuration that the plan was made from; `apply` refuses if it is no longer live.
    public var base: String
    /// Digest of the files that the plan was made from.
    public var files: String
    /// Pinned offerings whose variant has moved on: offering to the label it stays on.
    public var behind: [(offering: String, label: String)]

    public var isEmpty: Bool { changes.isEmpty }
    /// The gravest risk among the changes.
    public var risk: Change.Risk { changes.map(\.risk).max() ?? .safe }

    /// `kjerne.plan/1` of the command line's contract.
    public var json: JSONValue {
        .object([
            ("format", .string("kjerne.plan/1")),
            (
                "changes",
                .array(
                    changes.map { change in
                        .object([
                            ("path", .string(change.path)), ("kind", .string(change.kind.rawValue)), ("before", change.before ?? .null),
                            ("after", change.after ?? .null), ("risk", .string(change.risk.rawValue)), ("people", .integer(change.people)),
                            ("work", .integer(change.work)), ("note", change.note?.json ?? .null),
                        ])
                    })
            ),
            ("behind", .array(behind.map { .object([("offering", .string($0.offering)), ("release", .string($0.label))]) })),
            ("base", .string(base)),
            ("files", .string(files)),
        ])
    }
}
