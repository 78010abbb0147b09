/// Writes diagnostics for programs: `kjerne.diagnostics/1` of the command line's contract.
///
/// Lines and columns count from 1, columns in Unicode scalars and, as `utf16`, in UTF-16 code units; `byte` counts from 0.
/// What is written under the fault's own place (`did you mean …`) comes first among the labels, with that place.
public struct JSONRenderer: Sendable {
    public var language: Language

    public init(language: Language) { self.language = language }

    /// The diagnostics in the order of the files, as pretty JSON with a line break at the end.
    public func render(_ diagnostics: Diagnostics, in sources: SourceMap) -> String { value(diagnostics, in: sources).pretty + "\n" }

    /// The diagnostics in the order of the files.
    public func value(_ diagnostics: Diagnostics, in sources: SourceMap) -> JSONValue {
        .object([
            ("format", .string("kjerne.diagnostics/1")),
            ("diagnostics", .array(diagnostics.sorted(in: sources).map { value($0, sources) })),
        ])
    }

    private func value(_ diagnostic: Diagnostic, _ sources: SourceMap) -> JSONValue {
        var labels = diagnostic.labels
        if let span = diagnostic.span, let label = diagnostic.label { labels.insert(Diagnostic.Label(span, label), at: 0) }
        return .object(
            [("id", .string(diagnostic.id)), ("severity", .string(diagnostic.severity.rawValue)), ("message", text(diagnostic.message))]
                + place(diagnostic.span, sources)
                + [
                    ("labels", .array(labels.map { .object(place($0.span, sources) + [("message", text($0.text))]) })),
                    ("notes", .array(diagnostic.shownNotes.map(text))),
                    ("help", diagnostic.help.map(text) ?? .null),
                    ("fix", diagnostic.fix.map { .object(place($0.span, sources) + [("replacement", .string($0.replacement))]) } ?? .null),
                ])
    }

    private func text(_ text: Text) -> JSONValue { .string(text(language)) }

    private func place(_ span: SourceSpan?, _ sources: SourceMap) -> [(key: String, value: JSONValue)] {
        guard let span else { return [("file", .null), ("start", .null), ("end", .null)] }
        return [("file", .string(sources[span.file].path)), ("start", position(span.start)), ("end", position(span.end))]
    }

    private func position(_ position: SourcePosition) -> JSONValue {
        .object([
            ("line", .integer(Int(position.line))), ("column", .integer(Int(position.column))), ("byte", .integer(Int(position.byte))),
            ("utf16", .integer(Int(position.utf16))),
        ])
    }
}
