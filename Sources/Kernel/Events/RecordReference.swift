/// The record that an event is about, by kind and opaque id: `kernel.person` `17`.
public struct RecordReference: Sendable, Hashable, Comparable {
    /// The module and record, for example `kernel.enrolment`.
    public var kind: String
    /// The internal key.
    ///
    /// Never a name or number that a person is known by.
    public var id: String

    public init(_ kind: String, _ id: String) {
        self.kind = kind
        self.id = id
    }

    public init(_ kind: String, _ key: Int64) { self.init(kind, String(key)) }

    public static func person(_ key: Int64) -> Self { Self("kernel.person", key) }
    public static func enrolment(_ key: Int64) -> Self { Self("kernel.enrolment", key) }
    public static func offering(_ id: String) -> Self { Self("kernel.offering", id) }
    /// Another event; an erasure names the events whose payload it erased.
    public static func event(_ sequence: Int64) -> Self { Self("kernel.event", sequence) }

    /// By bytes, as the event log orders them.
    public static func < (a: Self, b: Self) -> Bool {
        if a.kind != b.kind { return a.kind.utf8.lexicographicallyPrecedes(b.kind.utf8) }
        return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
}
