/// What came of reading a file: the document as far as it could be read, and every fault that was found.
public struct DocumentResult: Sendable {
    /// The document; nil where the file cannot be read to its end.
    ///
    /// Beside errors it exists so that further faults can be found in it, and must not be used for anything else:
    /// of two equal keys it holds the first, of a value that cannot be read, null.
    public var document: Document?
    /// The faults in the order of the file.
    public var diagnostics: [Diagnostic]

    public init(document: Document?, diagnostics: [Diagnostic]) {
        self.document = document
        self.diagnostics = diagnostics
    }

    /// Whether the document may be used: it was read, and nothing worse than a warning was found.
    public var isSound: Bool { document != nil && !diagnostics.contains { $0.severity == .error } }
}
