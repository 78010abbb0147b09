/// An error at run time that a person is told about: what is wrong, how to mend it, and of which kind it is.
///
/// Faults in what a person wrote are `Diagnostic` values instead. The host maps `kind` to its exit code.
public protocol ExplainedError: Error, Sendable {
    /// The kind, from which the host takes its exit code.
    var kind: ErrorKind { get }
    /// What is wrong, as one sentence without capital and full stop.
    var message: Text { get }
    /// What else is known, such as the words of a library underneath.
    var notes: [Text] { get }
    /// How to mend it.
    var help: Text? { get }
}

extension ExplainedError {
    public var notes: [Text] { [] }
}
