import Foundation
import Kernel
import KernelTesting
import Testing

/// What somebody may not read or write reaches her, and is reached by her, on no side road either: deadlines, needed fields, numbers.
struct UnreadFieldTests {
    private let lab: RuntimeLab

    init() throws {
        lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  kit: ^1.0\n"
            files["Modules/kit/module.yaml"] = try String(
                contentsOfFile: WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/runtime/kit.yaml", encoding: .utf8)
        }
    }

    /// The right to a transition is none to write what it needs.
    @Test func whatATransitionNeedsIsNotWrittenByIt() throws {
        let paper = try lab.make("kit.paper.create", "--enrolment", "nord-h27/p1", "--text", "Mitt svar", by: "p1")
        let swapped = lab.act("kit.paper.approve", paper, "--text", "Noe annet", "--note", "Ja", by: "t1")
        #expect(swapped.code == 77 && swapped.err.contains("no right to write 'Text'"), "\(swapped.err)")
        #expect(try lab.texts("SELECT text FROM kit_paper") == ["Mitt svar"])
        // What is empty and hers to read, she may fill in by the same act.
        #expect(lab.act("kit.paper.approve", paper, "--note", "Ja", by: "t1").code == 0)
        let memo = try lab.make("kit.memo.create", "--enrolment", "nord-h27/p1", "--mark", "5", by: "t1")
        #expect(lab.act("kit.memo.mark", memo, "--mark", "2", by: "t2").code == 77)
        #expect(try lab.texts("SELECT mark FROM kit_memo") == ["5"])
    }

    /// A day that follows from a sealed one tells it.
    @Test func deadlinesTellNothingThatTheirFieldsDoNot() throws {
        let memo = try lab.make("kit.memo.create", "--enrolment", "nord-h27/p1", "--day", "2027-12-01", by: "t1")
        let hidden = try lab.make("kit.hidden.create", "--memo", memo, "--when", "2027-11-01", by: "t1")
        func run(_ words: String..., by person: String?) -> Session.Answer {
            lab.session.run(words + (person.map { ["--as", $0] } ?? []), now: RuntimeLab.open)
        }
        for person in ["p1", "c1", "t2", nil] {
            let seen = [
                run("explain", "deadline", "kit.memo", memo, by: person), run("report", "kernel.deadlines", by: person),
                run("explain", "deadline", "kit.hidden", hidden, by: person), run("do", "kit.memo.go", memo, by: person),
                run(
                    "do", "kernel.deadline.extend", "--record", "kit.memo", "--id", memo, "--deadline", "limit", "--until", "2027-12-24",
                    "--reason", "x", by: person),
                run(
                    "do", "kernel.deadline.extend", "--record", "kit.hidden", "--id", hidden, "--deadline", "limit", "--until",
                    "2027-12-24", "--reason", "x", by: person),
            ].map { $0.out + $0.err }.joined()
            for day in ["December", "2027-12", "November", "2027-11", "1 Dec", "4 Dec"] {
                #expect(!seen.contains(day), "\(person ?? "operator"): \(seen)")
            }
        }
        #expect(try lab.texts("SELECT until FROM kernel_extension").isEmpty)
        #expect(run("explain", "deadline", "kit.memo", memo, by: "t1").out.contains("December"))
        #expect(run("report", "kernel.deadlines", by: "t1").out.contains("kit.hidden"))
        #expect(run("do", "kit.memo.go", memo, by: "t1").err.contains("December"))
    }

    /// Whose a record is shows to those who may read every reference on the way.
    @Test func deadlinesNameNobodyToABlindReader() throws {
        let paper = try lab.make("kit.paper.create", "--enrolment", "nord-h27/p1", "--text", "Svar", by: "p1")
        try lab.make("kit.score.create", "--paper", paper, "--day", "2027-10-01", by: "t1")
        let seen = try lab.ok("report", "kernel.deadlines", "--output", "csv", "--as", "t2")
        #expect(seen.contains("kit.score") && !seen.contains("p1"), "\(seen)")
    }

    /// An alias is drawn within whatever the record lies in.
    @Test func aliasesAreDrawnWithinWhatTheRecordLiesIn() throws {
        for person in ["p1", "p2", "p3"] { try lab.make("kit.memo.create", "--enrolment", "nord-h27/\(person)", by: "t1") }
        let paper = try lab.make("kit.paper.create", "--enrolment", "nord-h27/p1", "--text", "Svar", by: "p1")
        try lab.make("kit.score.create", "--paper", paper, by: "t1")
        let numbers = try lab.texts("SELECT number FROM kit_memo UNION ALL SELECT number FROM kit_score")
        #expect(numbers.count == 4 && numbers.allSatisfy { $0.count >= 3 }, "\(numbers)")
    }

    @Test func anAliasWithinWhatTheRecordDoesNotLieInIsAFault() throws {
        let fixture = Result {
            try RuntimeLab { files in
                files["Config/kjerne.yaml"] += "  kit: ^1.0\n"
                files["Modules/kit/module.yaml"] = try String(
                    contentsOfFile: WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/runtime/kit.yaml", encoding: .utf8
                ).replacing("scope: offering", with: "scope: group")
            }
        }
        guard case .failure(let error as RuntimeLab.Failed) = fixture else { Issue.record("it was applied"); return }
        #expect(error.description.contains("scope 'group' is not declared"), "\(error.description)")
    }
}
