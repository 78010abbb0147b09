/// A stretch of one file: from `start` up to, not including, `end`.
public struct SourceSpan: Sendable, Hashable, Comparable {
    /// The file, as numbered by the `SourceMap` that read it.
    public var file: SourceFile.ID
    public var start: SourcePosition
    public var end: SourcePosition

    public init(file: SourceFile.ID, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The whole of a file that has no better place: its first character.
    public init(startOf file: SourceFile.ID) {
        self.init(file: file, start: .start, end: .start)
    }

    public static func < (a: Self, b: Self) -> Bool {
        if a.file != b.file { return a.file < b.file }
        if a.start != b.start { return a.start < b.start }
        return a.end < b.end
    }
}
