import GRDB
import Kernel

/// A plugin for tests that does to its own records what no module should.
struct ManglerPlugin: Plugin {
    enum Harm: String, CaseIterable {
        case none
        /// Takes away the white space around a text.
        case trims
        /// Writes what a seed does not decide.
        case draws
        /// Fails, rather than refuses, where a text is long.
        case fails
    }

    @TaskLocal static var harm = Harm.none

    static let id = "mangler"
    static var files: [String: String] {
        [
            "module.yaml": ModuleConformanceTests.manifest.replacing("module: small", with: "module: mangler") + """

                implementation: {swift: mangler}
                contributes:
                  kernel.reactions:
                    mangle: {fails: closed}

                """, "README.md": "Mangles.",
        ]
    }

    func register(in registrar: inout Registrar) { registrar.contribute(Mangle(harm: Self.harm), named: "mangle", to: Reactions.self) }

    private struct Mangle: Reaction {
        let harm: Harm
        let events: EventSelection = ["mangler.note.created"]

        func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
            switch harm {
            case .none: break
            case .trims: try transaction.db.execute(sql: "UPDATE mangler_note SET text = trim(text)")
            case .draws: try transaction.db.execute(sql: "UPDATE mangler_note SET text = text || hex(randomblob(8))")
            case .fails: try transaction.db.execute(sql: "UPDATE mangler_note SET text = NULL WHERE length(text) > 1000")
            }
        }
    }
}
