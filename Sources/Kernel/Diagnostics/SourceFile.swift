/// A file as it was read: where it lies, as the user would type it, and its bytes.
public struct SourceFile: Sendable {
    /// The number of a file within one `SourceMap`.
    public struct ID: Sendable, Hashable, Comparable {
        public var number: Int32
        public init(_ number: Int) { self.number = Int32(number) }
        public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
    }

    public let id: ID
    /// The path shown in diagnostics, relative to the workspace where it lies in one.
    public let path: String
    public let bytes: [UInt8]

    public init(id: ID, path: String, bytes: [UInt8]) {
        self.id = id
        self.path = path
        self.bytes = bytes
    }
}
