import ArgumentParser

/// A command that runs with a host around it.
protocol HostCommand: ParsableCommand {
    var global: GlobalOptions { get }
    /// What `--output` may ask for.
    var outputs: [OutputFormat] { get }
    func run(_ host: Host) throws -> ExitStatus
}

extension HostCommand {
    var outputs: [OutputFormat] { OutputFormat.ofTables }

    /// Refuses values of global options that this command cannot follow, before anything is read or done.
    ///
    /// - Throws: `HostError.wrongFormat`, `.badInstant`.
    func checkOptions(_ host: Host) throws {
        if let output = global.output, !outputs.contains(output) {
            throw HostError.wrongFormat(output.rawValue, can: outputs.map(\.rawValue))
        }
        _ = try host.clock()
    }

    /// The parser's own way in is not used; `Runner` calls `run(_:)`.
    func run() throws {}
}
