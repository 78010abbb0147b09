import Kernel

/// What a run's commands find around them.
///
/// Bound once, by scope, in `KjerneHost.run`; there is no other ambient value.
enum HostScope {
    struct Value: Sendable {
        var io: HostIO
        var linked: LinkedModules
        var language: Language
        /// What the command that is read or explained can answer as.
        var formats = OutputFormat.ofTables
    }

    @TaskLocal static var current = Value(
        io: HostIO(write: { _ in }, writeError: { _ in }, environment: [:], folder: "."), linked: LinkedModules(plugins: []), language: .en)
}

/// A help text in the language of the run.
func text(nb: String, nn: String, en: String) -> String {
    Text(nb: nb, nn: nn, en: en)(HostScope.current.language)
}
