/// One place in a text file, counted in the four units that readers of diagnostics need.
///
/// Lines and columns are 1-based, as people and editors count; `byte` is the 0-based offset from the start of the file.
public struct SourcePosition: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public var line: Int32
    /// The column in Unicode scalars, from 1.
    public var column: Int32
    /// The offset in bytes from the start of the file (a byte order mark included), from 0.
    public var byte: Int32
    /// The column in UTF-16 code units, from 1, as SARIF and the language server protocol count.
    public var utf16: Int32

    public init(line: Int, column: Int, byte: Int, utf16: Int) {
        self.line = Int32(truncatingIfNeeded: line)
        self.column = Int32(truncatingIfNeeded: column)
        self.byte = Int32(truncatingIfNeeded: byte)
        self.utf16 = Int32(truncatingIfNeeded: utf16)
    }

    /// The first character of a file.
    public static let start = SourcePosition(line: 1, column: 1, byte: 0, utf16: 1)

    public static func < (a: Self, b: Self) -> Bool { a.byte < b.byte }
}
