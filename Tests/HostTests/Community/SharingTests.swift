import Foundation
import Kernel
import Testing

/// What leaves a school is decided one by one, and taken back at once, everywhere.
@Suite struct SharingTests {
    private static let secret = "Hemmelig behov"

    @Test func whatWasNotSharedIsSeenByNoOneOutside() throws {
        let school = try CommunityLab()
        let project = try school.project()
        for person in ["e1", "v1", "c1", "x1", "s01"] {
            let seen = school.everything("project", project, search: "hemmelig", by: person)
            #expect(!seen.contains(Self.secret) && !seen.contains("Dybdelæring"), "\(person): \(seen)")
        }
    }

    /// Each audience sees what it was given and nothing else; the others see nothing; and taken back it is gone everywhere.
    @Test(arguments: [
        (["--to-organisation", "fjellheim"], ["s01", "s08"]), (["--to-group", "lg"], ["g1"]),
        (["--to-organisation", "kommune", "--role", "school-owner"], ["e1"]), (["--to-group", "nett"], ["v1"]),
        (["--to-offering", "nord-h27", "--role", "coordinator"], ["c1"]),
        (["--to-offering", "nord-h27", "--role", "lecturer"], ["t1", "t2"]),
        (["--to-group", "lg", "--to-person", "g1"], ["g1"]),
    ])
    func oneAudience(_ audience: [String], _ people: [String]) throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        try lab.ok("do", "community.aim.create", "--project", project, "--text", "Et mål som blir hjemme", "--as", "r1")
        let text = try lab.ok(
            ["do", "community.share.create", "--group", "heim", "--record", "project", "--number", project] + audience
                + ["--as", "r1", "--output", "json"])
        let share = try #require(try JSONValue(parsing: Array(text.utf8))["id"]?.string)
        for person in people {
            let seen = school.everything("project", project, search: "hemmelig", by: person)
            #expect(seen.contains(Self.secret), "\(person): \(seen)")
            #expect(!seen.contains("blir hjemme"), "\(person): \(seen)")
            // Reading is all that it gives.
            for words in [["project.update", project, "--need", "x"], ["project.start", project], ["share.take-back", share]] {
                #expect(lab.act("community.\(words[0])", words[1], by: person).code != 0, "\(person) \(words)")
            }
        }
        for person in Set(["e1", "v1", "c1", "x1", "s01"]).subtracting(people) {
            let seen = school.glance("project", project, by: person)
            #expect(!seen.contains(Self.secret), "\(person): \(seen)")
        }
        try school.take(share)
        for person in people {
            let seen = school.everything("project", project, search: "hemmelig", by: person)
            #expect(!seen.contains(Self.secret) && !seen.contains("Dybdelæring"), "\(person): \(seen)")
        }
        // The owner still has it, and sees what was taken away before.
        #expect(try lab.show("community.project", project, by: "r1") != nil)
        #expect(lab.session.run("log", "--verify").code == 0)
        let exports = try school.report("kernel.handed-out")
        #expect(Set(exports.compactMap { $0["person"]?.string }) == Set(people), "\(exports)")
        #expect(exports.allSatisfy { $0["record"]?.string == "community.project" && $0["id"]?.string == project })
        for person in ["e1", "x1"] { #expect(try school.report("kernel.handed-out", by: person).isEmpty, "\(person)") }
    }

    @Test func whoLeavesTheAudienceLosesIt() throws {
        let school = try CommunityLab()
        let project = try school.project()
        try school.share("project", project, "--to-group", "lg")
        #expect(try school.lab.show("community.project", project, by: "g1") != nil)
        try school.lab.ok("do", "kernel.group.remove", "--group", "lg", "--person", "g1")
        #expect(try school.lab.show("community.project", project, by: "g1") == nil)
    }

    @Test func aShareToSomeoneWhoLostTheRoleIsRefused() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        try lab.ok("do", "kernel.group.remove", "--group", "lg", "--person", "g1")
        let before = try lab.everything()
        func refused(_ words: String...) -> Session.Answer {
            lab.session.run(
                ["do", "community.share.create", "--group", "heim", "--record", "project", "--number", project] + words + ["--as", "r1"],
                now: RuntimeLab.open)
        }
        let gone = refused("--to-group", "lg", "--to-person", "g1")
        #expect(gone.code == 77 && gone.err.contains("'g1' does not belong to"), "\(gone.err)")
        let role = refused("--to-organisation", "kommune", "--role", "partner")
        #expect(role.code == 77 && role.err.contains("nobody is External partner"), "\(role.err)")
        let nobody = refused()
        #expect(nobody.code == 77 && nobody.err.contains("with whom"), "\(nobody.err)")
        #expect(refused("--to-person", "e1").code == 77)
        #expect(refused("--to-offering", "nord-h27").err.contains("staff alone"))
        #expect(try lab.everything() == before)
    }

    @Test func onlyWhoseItIsSharesIt() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let note = try lab.make("community.reflection.create", "--group", "heim", "--text", "Bare mitt", by: "s01")
        // The leader does not see a teacher's note, so there is none to share.
        for person in ["r1", "s02"] {
            func share(_ number: String) -> Session.Answer {
                lab.act(
                    "community.share.create", "--group", "heim", "--record", "reflection", "--number", number, "--to-organisation",
                    "fjellheim",
                    by: person)
            }
            let (there, absent) = (share(note), share("99"))
            func plain(_ text: String, _ number: String) -> String {
                text.replacing("'\(number)'", with: "N").replacing("--number \(number)", with: "N").filter {
                    !$0.isWhitespace && $0 != "^" && $0 != "~"
                }
            }
            #expect(there.code == 65 && plain(there.err, note) == plain(absent.err, "99"), "\(person)\n\(there.err)\n\(absent.err)")
        }
        let share = try school.share("reflection", note, "--to-organisation", "fjellheim", by: "s01")
        #expect(try lab.show("community.reflection", note, by: "s02") != nil)
        // What is shared cannot be passed on, taken back by others, changed or deleted.
        #expect(
            lab.act(
                "community.share.create", "--group", "heim", "--record", "reflection", "--number", note, "--to-group", "heim", by: "s02"
            ).code == 77)
        #expect(lab.act("community.share.take-back", share, by: "s02").code != 0)
        #expect(lab.act("community.share.update", share, "--why", "x", by: "s01").code != 0)
        #expect(lab.act("community.share.update", share, "--why", "x").code != 0)
        #expect(lab.act("community.reflection.delete", note, by: "s01").err.contains("it is shared, or was"))
        try school.take(share, by: "s01")
        #expect(try lab.show("community.reflection", note, by: "s02") == nil)
        // Nothing goes back into being shared.
        #expect(lab.act("community.share.take-back", share, by: "s01").code == 77)
    }

    @Test func bothWhoAreInAnObservationMayTakeItBack() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let observation = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s01")
        let share = try school.share("observation", observation, "--to-organisation", "fjellheim", by: "s01")
        try lab.ok("do", "community.share.agree", share, "--as", "s02")
        #expect(try lab.show("community.observation", observation, by: "s03")?.compact.contains("notes") == false)
        try school.take(share, by: "s02")
        #expect(try lab.show("community.observation", observation, by: "s03") == nil)
    }

    @Test func aShareEndsWithItsTime() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        try school.share("project", project, "--to-group", "lg", "--until", "2027-10-01")
        #expect(try lab.show("community.project", project, by: "g1") != nil)
        try lab.ok(["due"], now: "2027-10-03T08:00:00Z")
        #expect(try lab.show("community.project", project, by: "g1") == nil)
    }

    /// Those with whom something is shared get a letter that says that and nothing of what it is; what is taken back is not told of any more.
    @Test func whoGetsSomethingIsToldByALetter() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        func letters(_ person: String) throws -> [[String: JSONValue]] { try school.report("kernel.notices", by: person) }
        let share = try school.share("project", project, "--to-group", "lg", "--why", "Hemmelig spørsmål")
        #expect(try letters("g1").count == 1)
        // Nobody else, and not the one who shares, although she is in the group.
        for person in ["r1", "s01", "v1", "e1", "x1"] { #expect(try letters(person).isEmpty, "\(person)") }
        let letter = try lab.texts("SELECT subject || char(10) || body FROM kernel_notice").joined(separator: "\n")
        #expect(letter.contains("delt noe med deg") && letter.contains("deling \(share)"), "\(letter)")
        #expect(!letter.contains("Hemmelig") && !letter.contains("Dybdelæring") && !letter.contains("Rakel"), "\(letter)")
        // The role and the person narrow it down, as they do for what is seen.
        try school.share("project", project, "--to-organisation", "kommune", "--role", "school-owner")
        #expect(try letters("e1").count == 1)
        try school.share("project", project, "--to-organisation", "fjellheim", "--to-person", "s02")
        #expect(try letters("s02").count == 1 && letters("s01").isEmpty)
        // A letter that has not arrived is taken back with the share; one that has is kept.
        try school.take(share)
        #expect(try letters("g1").isEmpty)
        let kept = try #require(try letters("e1").first?["id"]?.integer)
        try lab.ok("do", "kernel.notice.deliver", "--notice", "\(kept)", "--channel", "email")
        let owner = try #require(try school.report("community.sharing").first { $0["with"]?.string == "kommune" }?["share"]?.integer)
        try school.take("\(owner)")
        #expect(try letters("e1").count == 1)
    }

    /// Nobody has to note that the time is out: the last day is the last on which it is seen, by whatever way.
    @Test func aShareIsOverWhenItsTimeIsAlsoWhereNothingHasNotedIt() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        let share = try school.share("project", project, "--to-group", "lg", "--until", "2027-10-01")
        let (last, over) = ("2027-10-01T21:59:00Z", "2027-10-01T22:00:00Z")
        let before = school.everything("project", project, search: "hemmelig", by: "g1", now: last)
        #expect(before.contains("Hemmelig behov"))
        let after = school.everything("project", project, search: "hemmelig", by: "g1", now: over)
        #expect(!after.contains("Hemmelig") && !after.contains("Dybdelæring"), "\(after)")
        let lists = ["list", "community.share", "--output", "json", "--as", "g1"]
        #expect(lab.session.run(lists, now: last).out.contains(project) && !lab.session.run(lists, now: over).out.contains("given"))
        // It was only read: the row still says that it is given, and whose it is sees until when.
        let rows = try school.report("community.sharing", now: over)
        #expect(rows.first?["until"]?.string == "2027-10-01")
        let use = ["do", "community.use.create", "--share", share, "--kind", "reuse", "--text", "For seint", "--as", "g1"]
        #expect(lab.session.run(use, now: over).code != 0)
        #expect(lab.session.run(use, now: last).code == 0)
    }

    /// To share with somebody never takes from what she reads anyway.
    @Test func whoReadsItAnywayReadsAsMuch() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        let before = try lab.show("community.project", project, by: "r1")
        try school.share("project", project, "--to-organisation", "fjellheim")
        #expect(try lab.show("community.project", project, by: "r1") == before)
        #expect(lab.act("community.project.update", project, "--need", "Nytt", by: "r1").code == 0)
        #expect(try lab.show("community.project", project, by: "s01")?.compact.contains("responsible") == false)
    }

    @Test func useByOthersIsCounted() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        let share = try school.share("project", project, "--to-organisation", "fjellheim")
        try lab.ok("do", "community.use.create", "--share", share, "--kind", "reuse", "--text", "Prøvd på 3. trinn", "--as", "s01")
        #expect(lab.act("community.use.create", "--share", share, "--kind", "reuse", "--text", "x", by: "x1").code != 0)
        let row = try #require(try school.report("community.sharing").first)
        #expect(row["reuses"]?.integer == 1 && row["comments"]?.integer == 0)
        try school.take(share)
        #expect(lab.act("community.use.create", "--share", share, "--kind", "comment", "--text", "x", by: "s01").code != 0)
        #expect(try lab.show("community.use", "1", by: "s02") == nil)
    }

    /// Days that are over end nothing: neither a share nor a survey is made for them.
    @Test func nothingIsMadeForADayThatIsOver() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        let share = lab.act(
            "community.share.create", "--group", "heim", "--record", "project", "--number", project, "--to-organisation", "fjellheim",
            "--until", "2027-09-27", by: "r1")
        #expect(share.code == 77 && share.err.contains("2027-09-27, has passed already"), "\(share.err)")
        let survey = lab.act(
            "community.survey.create", "--group", "heim", "--instrument", "plc-own", "--title", "Høst", "--invited", "9", "--closes",
            "2027-09-27", by: "r1")
        #expect(survey.code == 77 && survey.err.contains("2027-09-27, has passed already"), "\(survey.err)")
        _ = try school.share("project", project, "--to-organisation", "fjellheim", "--until", "2027-09-28")
    }

    /// Those with whom only a project is shared are told no numbers of what lies in its cycles.
    @Test func aSharedCycleTellsNoNumbers() throws {
        let school = try CommunityLab()
        let lab = school.lab
        let project = try school.project()
        let cycle = try lab.make("community.cycle.create", "--project", project, "--number", "1", "--question", "x", by: "r1")
        _ = try lab.make(
            "community.action.create", "--cycle", cycle, "--what", "x", "--responsible", "s02", "--due", "2027-10-01", by: "r1")
        try school.share("project", project, "--to-organisation", "fjellheim")
        func holds(_ person: String) throws -> String { try lab.ok("report", "community.cycle", "--project", project, "--as", person) }
        #expect(try holds("r1").contains("Actions: 1, done: 0"))
        let shared = try holds("s03")
        #expect(shared.contains("Acting") || !shared.isEmpty)
        #expect(!shared.contains("Actions:") && !shared.contains("Evidence:"), "\(shared)")
    }
}
