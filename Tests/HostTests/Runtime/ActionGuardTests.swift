import Kernel
import KernelTesting
import Synchronization
import Testing

/// Guards of transitions fail closed: what is not plainly allowed is refused, and nothing has then changed.
@Suite struct ActionGuardTests {
    static let linked = LinkedModules(plugins: Session.plugins + [WardenPlugin.self], declarations: Session.linked.declarations)

    private func session() throws -> (Session, door: String) {
        var files = try WorkspaceFixture()
        files["Config/kjerne.yaml"] += "  warden: ^1.0\n"
        let session = try Session(files)
        func ok(_ words: String...) throws -> String {
            let answer = session.run(words, linked: Self.linked)
            guard answer.code == 0 else { throw RuntimeLab.Failed(description: "\(words): \(answer.out)\(answer.err)") }
            return answer.out
        }
        _ = try ok("apply", "--yes")
        try session.put("id,given_name,family_name,email,organisation,role,language\np1,A,B,,Skolen,teacher,nb\n", "people.csv")
        _ = try ok("people", "import", "people.csv")
        let made = try ok("do", "warden.door.create", "--offering", "nord-h27", "--text", "x", "--as", "p1", "--output", "json")
        return (session, try JSONValue(parsing: Array(made.utf8))["id"]?.string ?? "")
    }

    private func everything(_ session: Session) throws -> String { try (session.digest() ?? "") + session.run("log", "--verify").out }

    @Test func whatIsAllowedIsDone() throws {
        let (session, door) = try session()
        try WardenPlugin.$notebook.withValue(.init()) {
            #expect(session.run("do", "warden.door.lenient", door, "--as", "p1", linked: Self.linked).code == 0)
            let act = try #require(WardenPlugin.notebook.seen.withLock { $0.first })
            #expect(act.action == "warden.door.lenient" && String(act.number) == door && act.values["text"]?.string == "x")
        }
    }

    @Test(arguments: [
        ("strict", "not today"), ("all", "not today"), ("broken", "the rule 'warden/broken' could not be run"),
        ("writing", "the rule 'warden/writing' could not be run"), ("meddling", "the rule 'warden/meddling' could not be run"),
        ("endless", "the rule 'warden/endless' could not be run"),
    ])
    func whatIsNotIsRefusedAndChangesNothing(action: String, message: String) throws {
        let (session, door) = try session()
        let before = try everything(session)
        for extra in [["--as", "p1"], ["--as", "p1", "--dry-run"], []] {
            let answer = session.run(["do", "warden.door.\(action)", door] + extra, linked: Self.linked)
            #expect(answer.code == 77, "\(extra): \(answer.out)\(answer.err)")
            #expect(answer.err.contains(message), "\(answer.err)")
        }
        #expect(try everything(session) == before)
    }

    @Test func withoutItsCodeNothingIsDone() throws {
        let (session, door) = try session()
        let before = try everything(session)
        let answer = session.run("do", "warden.door.lenient", door, "--as", "p1")
        #expect(answer.code == 69, "\(answer.out)\(answer.err)")
        #expect(try everything(session) == before)
    }
}
