/// Thrown where work cannot go on because of faults in what a person wrote.
///
/// Holds at least one error.
public struct DiagnosticsError: Error, Sendable {
    public var diagnostics: Diagnostics
    public init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }
    public init(_ diagnostic: Diagnostic) {
        diagnostics = Diagnostics()
        diagnostics.report(diagnostic)
    }
}
