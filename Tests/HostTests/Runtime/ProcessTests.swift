import Foundation
import Kernel
import Testing

/// Processes that are killed while they act, and processes that act at once.
@Suite(.serialized) struct ProcessTests {
    /// The store is whole, the log is unbroken, and every record has the event that made it.
    private func sound(_ lab: RuntimeLab, _ round: String) throws {
        #expect(try lab.texts("PRAGMA integrity_check") == ["ok"], "\(round)")
        #expect(try lab.texts("SELECT count(*) FROM pragma_foreign_key_check") == ["0"], "\(round)")
        let log = lab.session.run("log", "--verify")
        #expect(log.code == 0, "\(round): \(log.out)")
    }

    @Test func anActThatIsKilledIsDoneOrNot() throws {
        let lab = try RuntimeLab()
        let whole = try ChildProcess.run(["do", "lab.term.create", "--word", "first"], in: lab.session.path)
        #expect(whole.code == 0, "\(whole.err)")
        var acknowledged = ["first"]
        for round in 0..<12 {
            let word = "word\(round)"
            let delay = Double.random(in: whole.seconds * 0.3...whole.seconds * 1.2)
            let answer = try ChildProcess.run(["do", "lab.term.create", "--word", word], in: lab.session.path, killAfter: delay)
            if answer.out.contains("lab.term.create") { acknowledged.append(word) }
        }
        let words = try lab.texts("SELECT word FROM lab_term")
        #expect(Set(acknowledged).isSubset(of: words))
        #expect(try lab.texts("SELECT count(*) FROM kernel_event WHERE name = 'lab.term.created'") == ["\(words.count)"])
        try sound(lab, "do")
    }

    @Test func aListThatIsKilledIsDoneWhollyOrNotAtAll() throws {
        let lab = try RuntimeLab()
        func rows(_ round: Int) throws {
            try lab.session.put("word\n" + (0..<120).map { "r\(round)-\($0)\n" }.joined(), "words.csv")
        }
        try rows(0)
        let words = ["do", "lab.term.create", "--each", "words.csv"]
        let whole = try ChildProcess.run(words, in: lab.session.path)
        #expect(whole.code == 0, "\(whole.err)")
        var done = 1
        for round in 1...6 {
            try rows(round)
            let delay = Double.random(in: whole.seconds * 0.3...whole.seconds * 1.1)
            let answer = try ChildProcess.run(words, in: lab.session.path, killAfter: delay)
            let count = try lab.texts("SELECT count(*) FROM lab_term WHERE word LIKE 'r\(round)-%'")
            #expect(count == ["0"] || count == ["120"], "\(count)")
            if answer.out.contains("120") { #expect(count == ["120"], "acknowledged and lost") }
            if count == ["120"] { done += 1 }
        }
        #expect(try lab.texts("SELECT count(*) FROM kernel_event WHERE name = 'lab.term.created'") == ["\(done * 120)"])
        try sound(lab, "--each")
    }

    @Test func whatFallsDueIsDoneOnceHoweverOftenItIsKilled() throws {
        let lab = try RuntimeLab()
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\n" + (0..<12).map { "q\($0),A,B,,Skolen,teacher,nb\n" }.joined(),
            "q.csv")
        try lab.ok("people", "import", "q.csv")
        try lab.session.put("person,offering,role\n" + (0..<12).map { "q\($0),nord-h27,participant\n" }.joined(), "e.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "e.csv")
        for person in (0..<12).map({ "q\($0)" }) {
            let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", "--ends", "2027-10-01T00:00:00Z", by: person)
            try lab.ok("do", "lab.work.deliver", id, "--as", person)
        }
        let whole = try ChildProcess.run(["due", "--dry-run"], in: lab.session.path, now: RuntimeLab.late)
        for _ in 0..<6 {
            _ = try ChildProcess.run(
                ["due"], in: lab.session.path, killAfter: Double.random(in: whole.seconds * 0.5...whole.seconds * 1.6), now: RuntimeLab.late
            )
            // Every work is before or after, with its history and its event.
            let half = try lab.texts(
                """
                SELECT w._id FROM lab_work w WHERE (w._state = 'closed') <>
                  (SELECT count(*) FROM kernel_state s WHERE s.kind = 'lab.work' AND s.record = w._id AND s.state = 'closed')
                """)
            #expect(half.isEmpty)
        }
        let several = try ChildProcess.together([["due"], ["due"], ["due"]], in: lab.session.path, now: RuntimeLab.late)
        #expect(several.allSatisfy { $0.code == 0 }, "\(several)")
        #expect(try lab.texts("SELECT DISTINCT _state FROM lab_work") == ["closed"])
        #expect(try lab.texts("SELECT count(*) FROM kernel_event WHERE name = 'lab.work.close'") == ["12"])
        #expect(try lab.texts("SELECT count(*) FROM kernel_state WHERE kind = 'lab.work' AND state = 'closed'") == ["12"])
        try sound(lab, "due")
    }

    @Test func ofTwoThatActAtOnceOneWins() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        for round in 1...3 {
            let deliver = ["do", "lab.work.deliver", id, "--as", "p1"]
            try oneWins(try ChildProcess.together([deliver, deliver], in: lab.session.path), "deliver \(round)")
            #expect(
                try lab.texts("SELECT count(*) FROM kernel_state WHERE kind = 'lab.work' AND state = 'delivered'") == ["\(round)"])
            let sent = try ChildProcess.together(
                ["t1", "t2"].map { ["do", "lab.work.return", id, "--why", "by \($0)", "--as", $0] }, in: lab.session.path)
            try oneWins(sent, "return \(round)")
        }
        let version = try #require(try lab.show("lab.work", id, by: "p1")?["version"]?.integer)
        let updates = ["one", "two", "three"].map { ["do", "lab.work.update", id, "--text", $0, "--expect", "\(version)", "--as", "p1"] }
        try oneWins(try ChildProcess.together(updates, in: lab.session.path), "update")
        #expect(try lab.show("lab.work", id, by: "p1")?["version"]?.integer == version + 1)
        try sound(lab, "two at once")
    }

    private func oneWins(_ answers: [ChildProcess.Answer], _ act: String) throws {
        #expect(answers.count { $0.code == 0 } == 1, "\(act): \(answers)")
        for answer in answers where answer.code != 0 {
            #expect(answer.code == 75 || answer.code == 77, "\(act): \(answer)")
            let isClear = ["is in the state", "changed by someone else", "another process"].contains { answer.err.contains($0) }
            #expect(isClear, "\(act): \(answer.err)")
        }
    }

    @Test func aRequestFromSeveralAtOnceIsDoneOnce() throws {
        let lab = try RuntimeLab()
        for round in 0..<2 {
            let words = [
                "do", "lab.thing.create", "--offering", "nord-h27", "--text", "abc", "--request", "r\(round)", "--output", "json", "--as",
                "p1",
            ]
            let answers = try ChildProcess.together([words, words, words], in: lab.session.path)
            #expect(answers.allSatisfy { $0.code == 0 }, "\(answers)")
            let ids = try answers.map { try JSONValue(parsing: Array($0.out.utf8))["id"]?.string }
            #expect(Set(ids).count == 1)
            #expect(try lab.texts("SELECT count(*) FROM lab_thing") == ["\(round + 1)"])
            #expect(try lab.texts("SELECT count(*) FROM kernel_event WHERE name = 'lab.thing.created'") == ["\(round + 1)"])
        }
    }
}
