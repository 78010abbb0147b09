import GRDB
import Kernel

/// Times actions one by one in this process: each participant of an offering creates a reflection note of her own.
enum ActionBench {
    /// Creates notes in the store at `path`, each by another participant.
    ///
    /// - Returns: the median time of an action, from its input to the end of its transaction.
    static func run(_ path: String, count: Int, linked: LinkedModules) throws -> Int64 {
        let store = try Store.open(at: path, access: .readWrite(create: false))
        let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
        let people = try store.read { db in
            try Int64.fetchAll(
                db, sql: "SELECT person FROM kernel_enrolment WHERE offering = 'vest-h27' AND role = 'participant' ORDER BY id LIMIT ?",
                arguments: [count])
        }
        guard people.count == count, let action = ActionCatalog(live).find("reflection.note.create") else { throw Main.Faulty() }
        let runner = ActionRunner(
            environment: ActionEnvironment(live: live, files: FileStore(store: path)) { _, _ in [] }, store: store)
        let values = try Main.node(
            #"{"activity": "vest-h27/note-01", "text": "We talked about in-depth learning. Nothing changed.", "level": "operational"}"#)
        var times: [Int64] = []
        for person in people {
            var context = RunContext(actor: .person(person), clock: .fixed(try Instant("2027-10-01T08:00:00Z")))
            let start = Main.now()
            let result = try runner.perform(action, ActionInput(values: values), context: &context)
            times.append(Main.now() - start)
            guard result.events.count == 1, result.outcome.state == "draft" else { throw Main.Faulty() }
        }
        try store.close()
        return times.sorted()[times.count / 2]
    }
}
