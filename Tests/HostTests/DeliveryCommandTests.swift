import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Synchronization
import Testing

/// Events are delivered by whatever command made them, or by `due`.
@Suite struct DeliveryCommandTests {
    private static let linked = LinkedModules(plugins: Session.plugins + [HeraldPlugin.self], declarations: YAMLModules.declarations)
    private static let golden = WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/runtime/deliveries.txt"

    /// A workspace with the herald, and three people, of whom `ada` administers.
    private func session(language: String = "en", delivery: String = "") throws -> Session {
        var files = try WorkspaceFixture()
        files["Config/kjerne.yaml"] = delivery + files["Config/kjerne.yaml"] + "  herald: ^1.0\n"
        let session = try Session(files, language: language)
        try session.put(
            "id,given_name,family_name,email,organisation,role,language\nkari,Kari,Li,,,,nb\nola,Ola,Dal,,,,nn\nada,Ada,Berg,,,admin,nb\n",
            "people.csv")
        for words in [["apply", "--yes"], ["people", "import", "people.csv"]] {
            let answer = session.run(words, linked: Self.linked)
            #expect(answer.code == 0, "\(answer)")
        }
        return session
    }

    @Test func anEventIsDeliveredFailsIsParkedListedAndRetried() throws {
        let notebook = HeraldPlugin.Notebook()
        try HeraldPlugin.$notebook.withValue(notebook) {
            let session = try session(delivery: "delivery: {tries: 2, first-wait: 60}\n")
            var transcript = ""
            func step(_ line: String, at now: String) {
                let answer = session.run(line.split(separator: " ").map(String.init), linked: Self.linked, now: "2027-08-17T\(now)Z")
                transcript += "$ kjerne \(line)    # \(now)\n\(answer.out)\(answer.err)"
                if answer.code != 0 { transcript += "(\(answer.code))\n" }
                transcript += "\n"
            }
            step("enrol nord-h27 kari", at: "08:00:00")
            step("report kernel.deliveries --plain", at: "08:00:00")
            notebook.refused.withLock { $0 = ["2"] }
            step("--as ada enrol nord-h27 ola", at: "09:00:00")
            step("report kernel.deliveries --plain", at: "09:00:30")
            step("due", at: "09:00:30")
            step("due", at: "09:01:00")
            step("do kernel.enrolment.create --offering nord-h27 --person ada", at: "09:02:00")
            step("report kernel.deliveries --plain", at: "09:02:00")
            step("--as ola report kernel.deliveries", at: "09:02:00")
            step("--as ola do kernel.delivery.retry --subscriber herald.announcer", at: "09:02:00")
            step("do kernel.delivery.retry --subscriber herald.anouncer", at: "09:02:00")
            step("--as ada do kernel.delivery.retry --subscriber herald.announcer --event 4", at: "09:03:00")
            notebook.refused.withLock { $0 = [] }
            step("do kernel.delivery.retry --subscriber herald.announcer", at: "09:04:00")
            step("report kernel.deliveries --plain", at: "09:04:00")
            step("log --event kernel.delivery.* --output csv", at: "09:04:00")
            #expect(notebook.heard.withLock { $0 } == [3, 5, 4])
            if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
                try transcript.write(toFile: Self.golden, atomically: true, encoding: .utf8)
            }
            #expect(try transcript == String(contentsOfFile: Self.golden, encoding: .utf8))
        }
    }

    @Test(arguments: [
        ["enrol", "nord-h27", "kari"], ["do", "kernel.enrolment.create", "--each", "list.csv"],
        ["do", "kernel.enrolment.create", "--offering", "nord-h27", "--person", "kari"],
    ]) func everyWayInDelivers(_ words: [String]) throws {
        let notebook = HeraldPlugin.Notebook()
        try HeraldPlugin.$notebook.withValue(notebook) {
            let session = try session()
            try session.put("offering,person,role\nnord-h27,kari,participant\n", "list.csv")
            #expect(session.run(words + ["--dry-run"], linked: Self.linked).code == 0)
            #expect(notebook.heard.withLock { $0 }.isEmpty)
            let answer = session.run(words, linked: Self.linked)
            #expect(answer.code == 0 && answer.err.isEmpty, "\(answer)")
            #expect(notebook.heard.withLock { $0 } == [3])
        }
    }

    /// A host without the module's code, or a process that dies after the commit, leaves the event for the next command.
    @Test(arguments: [["apply", "--yes"], ["people", "import", "people.csv"], ["due"]]) func whateverWasLeftComesNext(_ words: [String])
        throws
    {
        let notebook = HeraldPlugin.Notebook()
        try HeraldPlugin.$notebook.withValue(notebook) {
            let session = try session()
            #expect(session.run(["--safe-mode", "enrol", "nord-h27", "kari"], linked: Self.linked).code == 0)
            #expect(notebook.heard.withLock { $0 }.isEmpty)
            #expect(session.run(words, linked: Self.linked).code == 0)
            #expect(notebook.heard.withLock { $0 } == [3])
        }
    }

    @Test func modulesReactWhicheverWayTheActionIsAskedFor() throws {
        let session = try session()
        for words in [
            ["enrol", "nord-h27", "kari", "--role", "lecturer"],
            ["do", "kernel.enrolment.create", "--offering", "nord-h27", "--person", "kari", "--role", "lecturer"],
        ] {
            let answer = session.run(words, linked: Self.linked)
            #expect(answer.code == 77 && answer.err.contains("the door is shut"), "\(answer)")
        }
        #expect(try store(session) == ["0"])
    }

    private func store(_ session: Session) throws -> [String] {
        let store = try Store.open(at: session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        return try store.read { try TestRows.strings("SELECT count(*) FROM kernel_enrolment", in: $0) }
    }

    /// What a subscriber says is for the operator; who acts learns that it failed, in her own language.
    @Test(arguments: [("nb", "advarsel"), ("nn", "åtvaring"), ("en", "warning")])
    func aFailureIsToldAndStopsNothing(_ language: String, _ word: String) throws {
        let notebook = HeraldPlugin.Notebook()
        notebook.refused.withLock { $0 = ["1", "2"] }
        try HeraldPlugin.$notebook.withValue(notebook) {
            let session = try session(language: language)
            let person = session.run(["--as", "ada", "enrol", "nord-h27", "kari"], linked: Self.linked)
            #expect(person.code == 0 && person.err.hasPrefix("\(word): ") && person.err.contains("herald.announcer"), "\(person)")
            #expect(!person.err.contains("tavla") && !person.err.contains("board"))
            let due = session.run(["due"], linked: Self.linked, now: "2027-08-16T09:00:00Z")
            #expect(due.code == 0 && due.err.contains(language == "en" ? "the board is gone" : "tavla er borte"), "\(due)")
        }
    }
}
