/// The kinds of error at run time, one for each exit code of the command line's contract.
public enum ErrorKind: String, Sendable, Hashable, CaseIterable {
    /// What was handed in cannot be used as it is.
    case badInput
    /// A plugin does not answer.
    case unavailable
    /// A fault in the program itself.
    case internalFault
    /// A file or folder cannot be made.
    case cannotCreate
    /// The store cannot be read or written.
    case storage
    /// Another process holds what is needed, or what was read has changed: try again.
    case busy
    /// A right, state, rule or lock forbids it.
    case refused
}
