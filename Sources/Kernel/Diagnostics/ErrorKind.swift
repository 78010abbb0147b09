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

    /// The id of the diagnostic that an error of this kind is to programs.
    public var diagnosticID: String {
        switch self {
        case .badInput: "command/bad-input"
        case .unavailable: "command/unavailable"
        case .internalFault: "command/internal-fault"
        case .cannotCreate: "command/cannot-create"
        case .storage: "command/storage"
        case .busy: "command/busy"
        case .refused: "command/refused"
        }
    }
}
