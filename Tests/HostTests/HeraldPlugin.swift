import Kernel
import Synchronization

/// A plugin for tests that is told of enrolments, and can be made to fail.
struct HeraldPlugin: Plugin {
    /// What the subscriber had, and for whom it fails.
    final class Notebook: Sendable {
        let heard = Mutex<[Int64]>([])
        let refused = Mutex<Set<String>>([])
    }

    @TaskLocal static var notebook = Notebook()

    static let id = "herald"
    static var files: [String: String] {
        [
            "module.yaml": """
            module: herald
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Budbærer, nn: Bodberar, en: Herald}
            description: {nb: Sier fra om påmeldinger, nn: Seier frå om påmeldingar, en: Tells of enrolments}
            implementation: {swift: herald}
            contributes:
              kernel.reactions:
                doorkeeper: {fails: closed}
              kernel.subscribers:
                announcer: {fails: open}

            """
        ]
    }

    func register(in registrar: inout Registrar) {
        registrar.contribute(Announcer(notebook: Self.notebook), named: "announcer", to: Subscribers.self)
        registrar.contribute(Doorkeeper(), named: "doorkeeper", to: Reactions.self)
    }

    private struct Announcer: Subscriber {
        let notebook: Notebook
        let events: EventSelection = ["kernel.enrolment.created"]

        func receive(_ event: DeliveredEvent) throws {
            let records = event.header.records.map(\.id)
            if notebook.refused.withLock({ !$0.isDisjoint(with: records) }) { throw Unreachable() }
            notebook.heard.withLock { $0.append(event.sequence) }
        }
    }

    /// Lets no lecturer in.
    private struct Doorkeeper: Reaction {
        let events: EventSelection = ["kernel.enrolment.created"]

        func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
            guard event.payload?["role"]?.string == "lecturer" else { return }
            throw ReactionRefusal(Text(nb: "døra er lukket", nn: "døra er lukka", en: "the door is shut"))
        }
    }

    private struct Unreachable: ExplainedError {
        var kind: ErrorKind { .refused }
        var help: Text? { nil }
        var message: Text { Text(nb: "tavla er borte", nn: "tavla er borte", en: "the board is gone") }
    }
}
