import Foundation
import Kernel
import KernelTesting
import Testing

/// Who is named in the work of a group, and that nobody else is put there afterwards.
@Suite struct PartiesTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    /// The parties of confidential work are those whom it was begun with.
    @Test func nobodyTakesThePlaceOfAParty() throws {
        for person in ["s01", "s02", "s05"] {
            _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", "--covers", "mentoring", by: person)
        }
        let conflict = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "Rommet", by: "s03")
        let observation = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "x", by: "s01")
        try lab.ok("do", "community.observation.agree", observation, "--as", "s02")
        let mentoring = try lab.make(
            "community.mentoring.create", "--group", "heim", "--guide", "s01", "--mentee", "s02", "--focus", "x", by: "s01")
        try lab.ok("do", "community.mentoring.agree", mentoring, "--as", "s02")
        try lab.ok("do", "community.conflict.talk", conflict, "--as", "s04")
        let before = try lab.everything()
        for (words, person) in [
            (["conflict.update", conflict, "--helper", "r1"], "s04"), (["conflict.update", conflict, "--second", "s05"], "s03"),
            (["conflict.update", conflict, "--proposed", "r1"], "s04"), (["observation.update", observation, "--observed", "s05"], "s01"),
            (["observation.update", observation, "--observer", "s05"], "s01"), (["mentoring.update", mentoring, "--mentee", "s05"], "s01"),
            (["mentoring.update", mentoring, "--guide", "s05"], "s02"),
        ] {
            let answer = lab.session.run(["do", "community.\(words[0])"] + words.dropFirst() + ["--as", person], now: RuntimeLab.open)
            #expect(answer.code != 0, "\(words): \(answer.out)")
        }
        #expect(try lab.everything() == before)
    }

    /// Nobody works with herself where it is between two.
    @Test func twoAreTwo() throws {
        for words in [
            ["observation.create", "--observer", "s01", "--observed", "s01", "--focus", "x"],
            ["mentoring.create", "--guide", "s01", "--mentee", "s01", "--focus", "x"],
            ["conflict.create", "--first", "s01", "--second", "s01", "--about", "x"],
        ] {
            let answer = lab.session.run(
                ["do", "community.\(words[0])", "--group", "heim"] + words.dropFirst() + ["--as", "s01"], now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains("the same one twice"), "\(words): \(answer.out)\(answer.err)")
        }
    }

    /// A helper comes in when both parties have named the same one, and no sooner.
    @Test func aHelperComesWithBothPartiesYes() throws {
        let conflict = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "Rommet", by: "s03")
        let note = try lab.make("community.conflict-note.create", "--conflict", conflict, "--text", "Mitt", by: "s03")
        #expect(
            lab.act(
                "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s05", "--helper", "r1", "--about", "x",
                by: "s03"
            ).code != 0)
        try lab.ok("do", "community.conflict.second-propose", conflict, "--proposed", "r1", "--as", "s04")
        #expect(try lab.show("community.conflict", conflict, by: "r1") == nil && lab.show("community.conflict-note", note, by: "r1") == nil)
        #expect(lab.act("community.conflict.first-accept", conflict, "--helper", "r1", by: "s04").code != 0)
        #expect(lab.act("community.conflict.second-accept", conflict, "--helper", "r1", by: "s04").code != 0)
        let other = lab.act("community.conflict.first-accept", conflict, "--helper", "s05", by: "s03")
        #expect(other.code == 77 && other.err.contains("'r1' who is proposed"), "\(other.err)")
        // What one does not want is not done; what both want is.
        try lab.ok("do", "community.conflict.refuse", conflict, "--as", "s03")
        #expect(try lab.show("community.conflict", conflict, by: "r1") == nil)
        try lab.ok("do", "community.conflict.first-propose", conflict, "--proposed", "s05", "--as", "s03")
        try lab.ok("do", "community.conflict.second-accept", conflict, "--helper", "s05", "--as", "s04")
        #expect(try lab.show("community.conflict-note", note, by: "s05") != nil)
    }

    /// What belongs to a group names people of the group: nobody gets to see it past its shares by being named.
    @Test func whoeverIsNamedIsOfTheGroup() throws {
        let project = try school.project()
        let cycle = try lab.make("community.cycle.create", "--project", project, "--number", "1", "--question", "x", by: "r1")
        let meeting = try lab.make(
            "community.meeting.create", "--group", "heim", "--title", "x", "--question", "x", "--held", "2027-09-20", by: "s01")
        let action = try lab.make(
            "community.action.create", "--cycle", cycle, "--what", "x", "--responsible", "s02", "--due", "2027-10-01", by: "r1")
        for (words, person) in [
            (["project.update", project, "--responsible", "x1"], "r1"), (["action.update", action, "--responsible", "x1"], "r1"),
            (["action.create", "--cycle", cycle, "--what", "x", "--responsible", "x1", "--due", "2027-10-01"], "r1"),
            (["follow-up.create", "--meeting", meeting, "--what", "x", "--responsible", "x1", "--due", "2027-10-01"], "s01"),
            (["lesson-study.create", "--group", "heim", "--title", "x", "--question", "x", "--team", "s02", "--team", "x1"], "s01"),
            (["support.create", "--group", "heim", "--person", "x1", "--form", "course", "--held", "2027-09-20"], "r1"),
        ] {
            let answer = lab.session.run(["do", "community.\(words[0])"] + words.dropFirst() + ["--as", person], now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains("'x1' is not of the group"), "\(words): \(answer.out)\(answer.err)")
        }
        try lab.ok("do", "community.project.update", project, "--responsible", "s01", "--as", "r1")
        #expect(try lab.show("community.project", project, by: "x1") == nil)
    }

    /// That there is a conflict is known to its parties alone: the name of an event in the log would tell of it.
    @Test func theLogDoesNotNameWhatIsSealedForGood() throws {
        try lab.session.put("id,given_name,family_name,email,organisation,role,language\nada,Ada,Berg,,,admin,nb\n", "ada.csv")
        try lab.ok("people", "import", "ada.csv")
        let conflict = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "Rommet", by: "s03")
        _ = try lab.make("community.conflict-note.create", "--conflict", conflict, "--text", "Mitt", by: "s03")
        try lab.ok("do", "community.conflict.talk", conflict, "--as", "s04")
        func log(_ words: String..., by person: String? = nil) throws -> [String] {
            try lab.ok(["log", "--output", "csv"] + words + (person.map { ["--as", $0] } ?? [])).split(separator: "\r\n").map(String.init)
        }
        let count = try log().count
        for reader in [nil, "ada"] {
            #expect(try log(by: reader).count == count && log(by: reader).allSatisfy { !$0.contains("conflict") })
            #expect(try log(by: reader).filter { $0.hasSuffix(",,,,") }.count == 3)
            for words in [
                ["--event", "community.conflict.*"], ["--event", "community.conflict.created"], ["--action", "community.conflict.talk"],
            ] {
                #expect(
                    try lab.ok(["log", "--output", "csv"] + words + (reader.map { ["--as", $0] } ?? [])).split(separator: "\r\n").count == 1
                )
            }
            // As many are shown as are asked for, those without a name among them.
            #expect(try log("--limit", "5", by: reader).count == 6)
        }
        #expect(try log("--event", "community.conflict.*", by: "s03").count == 2)
        #expect(try log("--action", "community.conflict.talk", by: "s04").count == 2)
    }
}
