import ArgumentParser

/// A command that runs with a host around it.
protocol HostCommand: ParsableCommand {
    var global: GlobalOptions { get }
    func run(_ host: Host) throws -> ExitStatus
}

extension HostCommand {
    /// The parser's own way in is not used; `Runner` calls `run(_:)`.
    func run() throws {}
}
