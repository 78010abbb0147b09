import Foundation
import Kernel
import Testing

/// What callers may ask besides: once, only if nothing has changed, only to see, for each row.
@Suite struct RequestTests {
    @Test func aRequestIsDoneOnce() throws {
        let lab = try RuntimeLab()
        let words = [
            "do", "lab.thing.create", "--offering", "nord-h27", "--text", "abc", "--request", "r1", "--output", "json", "--as", "p1",
        ]
        let first = try JSONValue(parsing: Array(try lab.ok(words).utf8))["id"]
        let state = try lab.everything()
        #expect(try JSONValue(parsing: Array(try lab.ok(words).utf8))["id"] == first)
        #expect(try lab.everything() == state)
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--text", "abd", "--request", "r1", by: "p1").code == 77)
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--text", "abc", "--request", "r1", by: "p2").code == 77)
        #expect(lab.act("lab.term.create", "--word", "abc", "--request", "r1", by: "p1").code == 77)
        #expect(try lab.everything() == state)
        // What failed was not done, and may be asked again.
        #expect(lab.act("lab.term.delete", "word", "--request", "r2", by: "p1").code == 65)
        try lab.ok("do", "lab.term.create", "--word", "word")
        #expect(lab.act("lab.term.delete", "word", "--request", "r2", by: "p1").code == 0)
    }

    /// By an empty name no request is known again, and a token that nothing takes is not passed over.
    @Test func anOptionThatSaysNothingIsRefused() throws {
        let lab = try RuntimeLab()
        let before = try lab.everything()
        for request in ["", " "] {
            let answer = lab.act("lab.term.create", "--word", "abc", "--request", request, by: "p1")
            #expect(answer.code == 64 && answer.err.contains("--request is empty"), "\(answer.err)")
        }
        for action in ["lab.term.create", "lab.thing.create", "kernel.role.assign"] {
            let answer = lab.act(action, "--token", "c510c70f6daff2b3", by: "p1")
            #expect(answer.code == 64 && answer.err.contains("'\(action)' makes no anonymous record"), "\(answer.err)")
        }
        #expect(try lab.everything() == before)
    }

    @Test func anExpectedVersionThatIsAnotherIsRefused() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "abc")
        #expect(lab.act("lab.thing.update", id, "--text", "abd", "--expect", "2").code == 75)
        #expect(lab.act("lab.thing.update", id, "--text", "abd", "--expect", "1").code == 0)
        #expect(lab.act("lab.thing.update", id, "--text", "abe", "--expect", "1").code == 75)
        #expect(lab.act("lab.thing.delete", id, "--expect", "1").code == 75)
    }

    @Test func aRehearsalChangesNothing() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let before = try lab.everything()
        for words in [
            ["lab.work.deliver", id], ["lab.work.update", id, "--text", "x"], ["lab.work.delete", id],
            ["lab.thing.create", "--offering", "nord-h27", "--request", "r9"],
        ] {
            try lab.ok(["do"] + words + ["--as", "p1", "--dry-run"])
            #expect(try lab.everything() == before, "\(words)")
        }
        try lab.session.put("word\na\nb\n", "words.csv")
        try lab.ok("do", "lab.term.create", "--each", "words.csv", "--dry-run")
        #expect(try lab.everything() == before)
    }

    @Test func eachRowOrNone() throws {
        let lab = try RuntimeLab()
        let before = try lab.everything()
        try lab.session.put("word\na\nb\nthis-word-is-longer-than-it-may-be\nc\n", "words.csv")
        let long = lab.act("lab.term.create", "--each", "words.csv")
        #expect(long.code == 65)
        #expect(long.err.contains("words.csv:4"), "\(long.err)")
        try lab.session.put("word\na\nb\na\n", "words.csv")
        let twice = lab.act("lab.term.create", "--each", "words.csv")
        #expect(twice.code == 77)
        #expect(twice.err.contains("line 4"), "\(twice.err)")
        #expect(try lab.everything() == before)
        try lab.session.put("word\na\nb\n", "words.csv")
        try lab.ok("do", "lab.term.create", "--each", "words.csv")
        #expect(try lab.texts("SELECT word FROM lab_term ORDER BY word") == ["a", "b"])
    }

    @Test func aListIsOneRequest() throws {
        let lab = try RuntimeLab()
        try lab.session.put("word\na\nb\n", "words.csv")
        let words = ["do", "lab.term.create", "--each", "words.csv", "--request", "l1", "--output", "json"]
        func effect() throws -> JSONValue? { try JSONValue(parsing: Array(lab.ok(words).utf8))["effect"] }
        let first = try effect()
        let state = try lab.everything()
        #expect(first?["rows"]?.integer == 2)
        #expect(try effect() == first)
        #expect(try lab.everything() == state)
        try lab.session.put("word\nc\n", "words.csv")
        #expect(lab.session.run(words).code == 77)
        #expect(lab.act("lab.term.create", "--word", "c", "--request", "l1").code == 77)
        for option in [["--expect", "1"], ["--token", "x"], ["--input", "words.csv"]] {
            let answer = lab.session.run(["do", "lab.term.create", "--each", "words.csv"] + option)
            #expect(answer.code == 64 && answer.err.contains(option[0]), "\(answer.err)")
        }
        #expect(try lab.everything() == state)
        try lab.session.put("offering,person\nnord-h27,x1\n", "enrolments.csv")
        let enrol = ["do", "kernel.enrolment.create", "--each", "enrolments.csv", "--request", "l2"]
        try lab.ok(enrol)
        let enrolled = try lab.everything()
        try lab.ok(enrol)
        #expect(try lab.everything() == enrolled)
    }

    @Test func everyRefusedRowIsTold() throws {
        let lab = try RuntimeLab()
        try lab.ok("do", "lab.term.create", "--word", "a")
        try lab.ok("do", "lab.term.create", "--word", "c")
        try lab.session.put("word\na\nb\nc\n", "words.csv")
        let before = try lab.everything()
        let answer = lab.act("lab.term.create", "--each", "words.csv")
        #expect(answer.code == 77)
        #expect(answer.err.contains("line 2: ") && answer.err.contains("line 4: ") && !answer.err.contains("line 3: "), "\(answer.err)")
        #expect(try lab.everything() == before)
    }

    @Test func anAnonymousAnswerLeavesNothingOfThePerson() throws {
        let lab = try RuntimeLab()
        let round = try lab.make("lab.round.create", "--activity", "nord-h27/essay", "--name", "One", by: "t1")
        let other = try lab.make("lab.round.create", "--activity", "nord-h27/paper", "--name", "Two", by: "t1")
        let tokens = try ["p1", "p2", "p3"].map { try lab.token("lab.answer", round, by: $0) }
        try #require(Set(tokens).count == 3)
        func answer(_ token: String?, _ words: String...) -> Int32 {
            lab.session.run(
                ["do", "lab.answer.create", "--round", round, "--score", "4", "--as", "p1"] + (token.map { ["--token", $0] } ?? []) + words
            ).code
        }
        #expect(answer(nil) == 77)
        #expect(answer("0000") == 77)
        // A token is for the round that it was made for; tried elsewhere it is not used up.
        let elsewhere = lab.session.run(
            "do", "lab.answer.create", "--round", other, "--score", "4", "--token", tokens[0], "--as", "p1")
        #expect(elsewhere.code == 77)
        func collect(_ words: String..., by person: String?) -> Session.Answer {
            lab.session.run(["do", "kernel.token.collect", "--record", "lab.answer"] + words + (person.map { ["--as", $0] } ?? []))
        }
        #expect(collect(by: "p1").code == 65 && collect("--parent", "99", by: "p1").code == 65)
        #expect(collect("--parent", round, by: "x1").code == 65, "what one may not see is not there")
        #expect(collect("--parent", round, by: "t1").code == 77, "who is not asked gets none")
        let operated = collect("--parent", round, by: nil)
        #expect(operated.code == 77 && operated.err.contains("must come from a person"), "\(operated.err)")
        // Nobody gets a second, neither with a request that could be repeated nor many at once.
        let second = collect("--parent", round, by: "p1")
        #expect(second.code == 77 && second.err.contains("nobody gets a second"), "\(second.err)")
        #expect(collect("--parent", other, "--request", "again", by: "p1").code == 0)
        let repeated = collect("--parent", other, "--request", "again", by: "p1")
        #expect(repeated.code == 77 && repeated.out.isEmpty, "\(repeated.out)")
        #expect(lab.session.run("do", "kernel.token.issue").code == 65, "nobody gets tokens for others")
        #expect(answer(tokens[0]) == 0)
        #expect(answer(tokens[0]) == 77)
        #expect(answer(tokens[1], "--request", "mine") == 0)
        #expect(try lab.texts("SELECT count(*) FROM lab_answer") == ["2"])
        #expect(try lab.texts("SELECT count(*) FROM lab_answer__tokens WHERE scope = '\(round)'") == ["1"])
        #expect(try lab.texts("SELECT count(*) FROM kernel_request") == ["0"], "a request would tie the person to the answer")
        for event in try lab.texts("SELECT * FROM kernel_event WHERE name IN ('lab.answer.created', 'kernel.token.collected')") {
            #expect(event.contains("anonymous") && !event.contains("person") && !event.contains("p1"), "\(event)")
        }
        #expect(!lab.session.run("list", "lab.answer", "--output", "csv").out.contains("person"))
    }
}
