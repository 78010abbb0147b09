import Glibc
import Kernel
import Synchronization

/// What a run of the command line touches outside itself.
///
/// Tests give their own; `main` gives the process's.
public struct HostIO: Sendable {
    /// Writes data: to standard output.
    public var write: @Sendable (String) -> Void
    /// Writes everything else: to standard error.
    public var writeError: @Sendable (String) -> Void
    public var environment: [String: String]
    /// The folder that relative paths start from.
    public var folder: String
    /// Whether standard output is a terminal, so that colour may be used.
    public var isTerminal: Bool
    /// Whether standard error is a terminal, so that a progress bar may be drawn.
    public var isErrorTerminal: Bool
    /// Reads a person's answer to a question: a line of standard input, nil at its end.
    public var answer: @Sendable () -> String?
    /// The system's code (`errno`) for the first write to standard output that failed; nil while all went well.
    public var fault: @Sendable () -> Int32?

    public init(
        write: @escaping @Sendable (String) -> Void, writeError: @escaping @Sendable (String) -> Void, environment: [String: String],
        folder: String,
        isTerminal: Bool = false, isErrorTerminal: Bool = false, answer: @escaping @Sendable () -> String? = { nil },
        fault: @escaping @Sendable () -> Int32? = { nil }
    ) {
        self.write = write
        self.writeError = writeError
        self.environment = environment
        self.folder = folder
        self.isTerminal = isTerminal
        self.isErrorTerminal = isErrorTerminal
        self.answer = answer
        self.fault = fault
    }

    /// The process's own streams, environment and folder.
    public static func process() -> HostIO {
        var environment: [String: String] = [:]
        for name in ["KJERNE_NOW", "KJERNE_LANG", "KJERNE_WORKSPACE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        let folder = getcwd(nil, 0).map { pointer in
            defer { free(pointer) }
            return String(cString: pointer)
        }
        let failure = WriteFailure()
        return HostIO(
            write: { text in if let code = put(text, to: 1) { failure.note(code) } }, writeError: { _ = put($0, to: 2) },
            environment: environment, folder: folder ?? ".", isTerminal: isatty(1) == 1, isErrorTerminal: isatty(2) == 1,
            answer: { readLine() }, fault: { failure.code })
    }

    /// The first failure to write; a class, since two closures share it.
    private final class WriteFailure: Sendable {
        private let first = Mutex<Int32?>(nil)
        var code: Int32? { first.withLock { $0 } }
        func note(_ code: Int32) { first.withLock { $0 = $0 ?? code } }
    }

    /// Writes a text whole; the system's code where that failed.
    private static func put(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { buffer in
            var offset = 0
            while offset < buffer.count {
                let wrote = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
                if wrote < 0 && errno == EINTR { continue }
                if wrote <= 0 { return wrote < 0 ? errno : EIO }
                offset += wrote
            }
            return nil
        }
    }

    /// The path, seen from the folder of the run.
    func resolved(_ path: String) -> String { path.hasPrefix("/") ? path : folder + "/" + path }

    /// The language that the environment asks for; English where it asks for none of ours.
    func language() -> Language {
        if let own = environment["KJERNE_LANG"].flatMap(Language.init(rawValue:)) { return own }
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        if locale.hasPrefix("nb") || locale.hasPrefix("no") { return .nb }
        return locale.hasPrefix("nn") ? .nn : .en
    }
}
