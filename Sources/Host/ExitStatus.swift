import Kernel

/// The exit codes of the command line (design section 4).
enum ExitStatus: Int32 {
    case done = 0
    /// The thing judged is wrong.
    case wrong = 1
    /// `plan --exit-code` or `drift` found a difference.
    case different = 2
    case usage = 64
    case badInput = 65
    case unavailable = 69
    case internalFault = 70
    case cannotCreate = 73
    case storage = 74
    case busy = 75
    case refused = 77

    init(_ kind: ErrorKind) {
        switch kind {
        case .badInput: self = .badInput
        case .unavailable: self = .unavailable
        case .internalFault: self = .internalFault
        case .cannotCreate: self = .cannotCreate
        case .storage: self = .storage
        case .busy: self = .busy
        case .refused: self = .refused
        }
    }
}

/// Thrown when the faults have been shown already and only the exit code is left to give.
struct ReportedFaults: Error {
    var status: ExitStatus
}
