/// Faults in files that code found while it ran, together with the files, so that they can be shown with their places.
public struct SourcedFaults: Error, Sendable {
    public let diagnostics: Diagnostics
    public let sources: SourceMap

    public init(_ diagnostics: Diagnostics, sources: SourceMap) {
        self.diagnostics = diagnostics
        self.sources = sources
    }

    /// One fault.
    public init(_ diagnostic: Diagnostic, sources: SourceMap = SourceMap()) {
        var faults = Diagnostics()
        faults.report(diagnostic)
        self.init(faults, sources: sources)
    }
}
