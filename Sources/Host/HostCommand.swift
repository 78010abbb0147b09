import ArgumentParser
import Kernel

/// A command that runs with a host around it.
protocol HostCommand: ParsableCommand {
    var global: GlobalOptions { get }
    /// What `--output` may ask for of any form of the command.
    static var formats: [OutputFormat] { get }
    /// What `--output` may ask for as the command was called.
    var outputs: [OutputFormat] { get }
    /// What is said in the log of readings; nil for commands that show nothing of what is about people, or whose use is an event.
    var reads: [String]? { get }
    /// Whether it only shows what it would do.
    var dryRun: Bool { get }
    func run(_ host: Host) throws -> ExitStatus
}

extension HostCommand {
    static var formats: [OutputFormat] { OutputFormat.ofTables }
    var outputs: [OutputFormat] { Self.formats }

    var reads: [String]? { nil }
    var dryRun: Bool { false }

    /// Refuses values of global options that this command cannot follow, before anything is read or done.
    ///
    /// - Throws: `HostError.wrongFormat`, `.badInstant`, `.badLanguage`.
    func checkOptions(_ host: Host) throws {
        if let output = global.output, !outputs.contains(output) {
            throw HostError.wrongFormat(output.rawValue, can: outputs.map(\.rawValue))
        }
        _ = try host.clock()
        // What is set to nothing counts as not set, and what `--lang` says goes before it.
        if host.global.lang == nil, let given = host.io.environment["KJERNE_LANG"], !given.isEmpty, Language(rawValue: given) == nil {
            throw HostError.badLanguage(given)
        }
    }

    /// The parser's own way in is not used; `Runner` calls `run(_:)`.
    func run() throws {}
}
