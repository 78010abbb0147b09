import Foundation
import Kernel
import KernelTesting
import Testing

/// The ways of working among a staff: who sees what, what is refused, and what is noted.
@Suite struct WorkFormTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    @Test func aConflictIsThereForItsPartiesAlone() throws {
        let conflict = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "Rommet vi deler", by: "s03")
        try lab.ok("do", "community.conflict.first-propose", conflict, "--proposed", "s05", "--as", "s03")
        try lab.ok("do", "community.conflict.second-accept", conflict, "--helper", "s05", "--as", "s04")
        let note = try lab.make("community.conflict-note.create", "--conflict", conflict, "--text", "Vi møtes igjen", by: "s05")
        for person in ["s03", "s04", "s05"] {
            #expect(try lab.show("community.conflict", conflict, by: person) != nil)
            #expect(try lab.show("community.conflict-note", note, by: person) != nil)
        }
        for person in ["r1", "s01", "c1", "e1", "x1", nil] {
            #expect(
                try lab.show("community.conflict", conflict, by: person) == nil
                    && lab.show("community.conflict-note", note, by: person) == nil)
            let user = person.map { ["--as", $0] } ?? []
            for words in [
                ["list", "community.conflict"], ["list", "community.conflict-note"], ["do", "community.conflict.end", conflict],
                ["do", "community.conflict-note.create", "--conflict", conflict, "--text", "x"],
            ] {
                let answer = lab.session.run(words + user, now: RuntimeLab.open)
                #expect(
                    !answer.out.contains("deler") && (words[0] == "list" || answer.code != 0),
                    "\(person ?? "operator") \(words) \(answer.out)")
            }
        }
    }

    @Test func nobodyIsObservedWithoutConsent() throws {
        let id = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s01")
        // Nobody says yes for her, whatever she has consented to among colleagues.
        _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", by: "s02")
        for person in ["s01", "r1", "s03"] { #expect(lab.act("community.observation.agree", id, by: person).code != 0, "\(person)") }
        // Whoever asked has said yes, and she says it herself.
        try lab.ok("do", "community.observation.agree", id, "--as", "s02")
        // Where she asks for it herself, the other must have consented.
        let own = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s02")
        let refused = lab.act("community.observation.agree", own, by: "s02")
        #expect(refused.code == 77 && refused.err.contains("'s01' has given no consent"), "\(refused.err)")
    }

    /// A consent that is withdrawn stops what was begun with it: nothing more is written of her, passed on of her, or set going with another.
    @Test func aWithdrawnConsentStopsTheWork() throws {
        let consent = try lab.make(
            "community.consent.create", "--group", "heim", "--covers", "observation", "--covers", "mentoring", by: "s02")
        func begun() throws -> String {
            let id = try lab.make(
                "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål",
                by: "s01"
            )
            try lab.ok("do", "community.observation.agree", id, "--as", "s02")
            return id
        }
        let (first, second) = (try begun(), try begun())
        try lab.ok("do", "community.observation.prepare", second, "--before", "Bakerst", "--as", "s01")
        try lab.ok("do", "community.observation.observe", second, "--held", "2027-09-21", "--notes", "Fire av ni", "--as", "s01")
        let mentoring = try lab.make(
            "community.mentoring.create", "--group", "heim", "--guide", "s01", "--mentee", "s02", "--focus", "Vente", by: "s01")
        let both = lab.act("community.mentoring.agree", mentoring, by: "s01")
        #expect(both.code == 77 && both.err.contains("the other of the two"), "\(both.err)")
        try lab.ok("do", "community.mentoring.agree", mentoring, "--as", "s02")
        let share = try school.share("observation", second, "--to-organisation", "kommune", "--role", "school-owner", by: "s01")
        try lab.ok("do", "community.share.agree", share, "--as", "s02")
        #expect(try lab.show("community.observation", second, by: "e1") != nil)
        try lab.ok("do", "community.consent.withdraw", consent, "--as", "s02")
        #expect(try lab.show("community.share", share, by: "s01")?["state"]?.string == "taken-back")
        let before = try lab.everything()
        for words in [
            ["observation.prepare", first, "--before", "x"], ["observation.update", second, "--notes", "Mer om henne"],
            ["observation.close", second, "--after", "x"],
            ["talk.create", "--mentoring", mentoring, "--held", "2027-09-21", "--note", "x"],
            ["share.create", "--group", "heim", "--record", "observation", "--number", second, "--to-organisation", "fjellheim"],
        ] {
            let answer = lab.session.run(["do", "community.\(words[0])"] + words.dropFirst() + ["--as", "s01"], now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains("'s02' has given no consent"), "\(words): \(answer.out)\(answer.err)")
        }
        #expect(try lab.everything() == before)
        // Nor is what was shared of her before out any longer.
        #expect(try lab.show("community.observation", second, by: "e1") == nil)
        #expect(try school.report("community.sharing", by: "s01").allSatisfy { $0["state"]?["en"]?.string != "Shared" })
        // She herself can end it, and can say yes again.
        try lab.ok("do", "community.observation.decline", second, "--as", "s02")
        try lab.ok("do", "community.consent.give-again", consent, "--as", "s02")
        try lab.ok("do", "community.observation.prepare", first, "--before", "Bakerst", "--as", "s01")
        try lab.ok("do", "community.consent.end", consent, "--as", "s02")
        #expect(lab.act("community.observation.update", first, "--notes", "x", by: "s01").code == 77)
    }

    /// A consent that covers less stops the work that it no longer covers, and nothing else.
    @Test func aNarrowedConsentStopsWhatItNoLongerCovers() throws {
        let consent = try lab.make(
            "community.consent.create", "--group", "heim", "--covers", "observation", "--covers", "mentoring", "--covers", "lesson-study",
            by: "s02")
        let observation = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "x", by: "s01")
        try lab.ok("do", "community.observation.agree", observation, "--as", "s02")
        let mentoring = try lab.make(
            "community.mentoring.create", "--group", "heim", "--guide", "s01", "--mentee", "s02", "--focus", "x", by: "s01")
        try lab.ok("do", "community.mentoring.agree", mentoring, "--as", "s02")
        let study = try lab.make(
            "community.lesson-study.create", "--group", "heim", "--title", "x", "--question", "x", "--team", "s01", "--team", "s02",
            by: "s01"
        )
        var shares: [String] = []
        for (record, number) in [("observation", observation), ("lesson-study", study)] {
            let share = try school.share(record, number, "--to-organisation", "kommune", "--role", "school-owner", by: "s01")
            try school.agree(share, by: "s02")
            #expect(try lab.show("community.\(record)", number, by: "e1") != nil)
            shares.append(share)
        }
        try lab.ok("do", "community.consent.update", consent, "--covers", "mentoring", "--as", "s02")
        for share in shares { #expect(try lab.show("community.share", share, by: "s01")?["state"]?.string == "taken-back") }
        #expect(
            try lab.show("community.observation", observation, by: "e1") == nil
                && lab.show("community.lesson-study", study, by: "e1") == nil)
        for words in [
            ["observation.prepare", observation, "--before", "x"],
            ["share.create", "--group", "heim", "--record", "observation", "--number", observation, "--to-organisation", "fjellheim"],
            ["share.create", "--group", "heim", "--record", "lesson-study", "--number", study, "--to-organisation", "fjellheim"],
        ] {
            let answer = lab.session.run(["do", "community.\(words[0])"] + words.dropFirst() + ["--as", "s01"], now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains("'s02' has given no consent"), "\(words): \(answer.out)\(answer.err)")
        }
        try lab.ok("do", "community.talk.create", "--mentoring", mentoring, "--held", "2027-09-21", "--note", "x", "--as", "s01")
        // It covers it again from the moment that she says so.
        try lab.ok("do", "community.consent.update", consent, "--covers", "mentoring", "--covers", "observation", "--as", "s02")
        try lab.ok("do", "community.observation.prepare", observation, "--before", "x", "--as", "s01")
    }

    /// Her own yes to a piece of work is a consent to it, whatever else she has consented to before.
    @Test func aConsentToOtherWorkTakesNothingBack() throws {
        _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "mentoring", by: "s02")
        let id = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "x", by: "s01")
        try lab.ok("do", "community.observation.agree", id, "--as", "s02")
        try lab.ok("do", "community.observation.prepare", id, "--before", "x", "--as", "s01")
    }

    /// Two of the staff mentor each other: both see it and either can say yes, and nobody else is there, whatever her role.
    @Test func peerMentoringIsForTheTwo() throws {
        for person in ["s01", "s02"] {
            _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "mentoring", by: person)
        }
        let id = try lab.make(
            "community.mentoring.create", "--group", "heim", "--guide", "s01", "--mentee", "s02", "--focus", "Vente", by: "s01")
        try lab.ok("do", "community.mentoring.agree", id, "--as", "s02")
        let talk = try lab.make(
            "community.talk.create", "--mentoring", id, "--held", "2027-09-21", "--note", "Fem sekunder er lenge", by: "s01")
        for person in ["s01", "s02"] { #expect(try lab.show("community.talk", talk, by: person) != nil) }
        try lab.ok("do", "kernel.group.add", "--group", "heim", "--person", "x1", "--role", "mentor")
        for person in ["r1", "s03", "x1", "e1", "c1"] {
            #expect(
                try lab.show("community.mentoring", id, by: person) == nil && lab.show("community.talk", talk, by: person) == nil,
                "\(person)")
        }
        try lab.ok("do", "community.mentoring.update", id, "--held", "2027-09-21", "--as", "s01")
        try lab.ok("do", "community.mentoring.close", id, "--as", "s02")
        let support = try school.report("community.support", "--group", "heim")
        #expect((support.first { $0["person"]?.string == "s02" }?["total"]?.integer ?? 0) > 0, "\(support)")
    }

    /// A group is of those who are in it: neither the rest of the course, nor whoever belongs to the school or the institution, reads or writes in it.
    @Test func belongingIsNotBeingInTheGroup() throws {
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\nf9,Frode,Far,,fjellheim,,nb\nu1,Una,Uni,,nord,member,nb\n",
            "more.csv")
        #expect(try !lab.ok("people", "import", "more.csv").contains("Roles that no module knows"))
        let meeting = try lab.make(
            "community.meeting.create", "--group", "heim", "--title", "Møte", "--question", "Hva lærte vi?", "--held", "2027-09-20",
            by: "s01")
        let visit = try lab.make(
            "community.visit.create", "--group", "lg", "--host", "dalheim", "--held", "2027-09-20", "--question", "Hva ser dere?", by: "r1")
        try lab.ok("do", "community.visit.hold", visit, "--as", "g1")
        for person in ["f9", "u1", "p2", "x1"] {
            #expect(try lab.show("community.meeting", meeting, by: person) == nil, "\(person)")
            #expect(try lab.show("community.visit", visit, by: person) == nil, "\(person)")
            #expect(lab.act("community.visit.update", visit, "--report", "Forfalsket", by: person).code != 0, "\(person)")
            #expect(
                lab.act(
                    "community.visit.create", "--group", "lg", "--host", "dalheim", "--held", "2027-09-20", "--question", "x", by: person
                ).code != 0)
            #expect(lab.session.run("report", "community.measures", "--group", "heim", "--as", person, now: RuntimeLab.open).code == 77)
        }
        // Whoever leads the school that is visited gets no right by being named, where the visit is another group's.
        let own = try lab.make(
            "community.visit.create", "--group", "heim", "--host", "dalheim", "--held", "2027-09-20", "--question", "Hva?", by: "r1")
        try lab.ok("do", "community.visit.hold", own, "--as", "r1")
        try lab.ok("do", "community.visit.update", own, "--report", "Internt", "--as", "r1")
        for person in ["v1", "g1"] {
            #expect(try lab.show("community.visit", own, by: person) == nil, "\(person)")
            #expect(lab.act("community.visit.update", own, "--report", "Forfalsket", by: person).code != 0, "\(person)")
        }
        try lab.ok("do", "community.visit.update", visit, "--report", "Fire ting", "--as", "g1")
        try lab.ok("do", "community.visit.report", visit, "--as", "r1")
    }

    /// A consent among colleagues is none to the owner, and nobody from outside begins something that only its parties see.
    @Test func nobodyFromOutsideBeginsItWithTheStaff() throws {
        _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", "--covers", "mentoring", by: "s02")
        for words in [
            ["observation.create", "--group", "heim", "--observer", "e1", "--observed", "s02", "--focus", "x"],
            ["mentoring.create", "--group", "heim", "--guide", "e1", "--mentee", "s02", "--focus", "x"],
            ["conflict.create", "--group", "heim", "--first", "e1", "--second", "s02", "--about", "x"],
        ] {
            let answer = lab.session.run(["do", "community.\(words[0])"] + words.dropFirst() + ["--as", "e1"], now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains("'e1' is not of the group"), "\(words): \(answer.out)\(answer.err)")
        }
        let own = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s01")
        try lab.ok("do", "community.observation.agree", own, "--as", "s02")
        #expect(lab.act("community.observation.update", own, "--observer", "e1", by: "s01").code != 0)
        // Whoever helps may come from elsewhere.
        let conflict = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "x", by: "s03")
        try lab.ok("do", "community.conflict.second-propose", conflict, "--proposed", "e1", "--as", "s04")
        try lab.ok("do", "community.conflict.first-accept", conflict, "--helper", "e1", "--as", "s03")
    }

    /// An observation leaves the support of both, and the leader sees that and nothing of what was said.
    @Test func supportIsNotedWithoutWhatWasSaid() throws {
        _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", by: "s02")
        let id = try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s01")
        try lab.ok("do", "community.observation.agree", id, "--as", "s02")
        try lab.ok("do", "community.observation.prepare", id, "--before", "Bakerst", "--as", "s02")
        try lab.ok("do", "community.observation.observe", id, "--held", "2027-09-20", "--notes", "Taushet", "--as", "s01")
        try lab.ok("do", "community.observation.close", id, "--after", "Jeg visste det ikke", "--as", "s02")
        let rows = try school.report("community.support", "--group", "heim")
        #expect(rows.count == 9 && rows.prefix(7).allSatisfy { $0["total"]?.integer == 0 })
        #expect(Set(rows.suffix(2).compactMap { $0["person"]?.string }) == ["s01", "s02"])
        let seen = ["support", "observation"].map { lab.session.run("list", "community.\($0)", "--as", "r1", now: RuntimeLab.open).out }
            .joined()
        for word in ["Spørsmål", "Bakerst", "Taushet", "visste"] { #expect(!seen.contains(word)) }
        #expect(lab.session.run("report", "community.support", "--group", "heim", "--as", "x1", now: RuntimeLab.open).code == 77)
        // Who is not in the group is refused, and not told that there are none.
        let outside = lab.session.run("report", "community.support", "--group", "heim", "--as", "v1", now: RuntimeLab.open)
        #expect(outside.code == 77 && outside.err.contains("not in the group"), "\(outside.out)\(outside.err)")
    }

    @Test func aSuppressedFigureStaysSuppressed() throws {
        let project = try school.project()
        let source = try lab.make(
            "community.source.create", "--project", project, "--title", "Elevundersøkelsen", "--kind", "school-environment", "--taken",
            "2026-11-15",
            "--limits", "Sier ikke hvorfor", by: "r1")
        func figure(_ words: String...) -> Session.Answer {
            lab.session.run(
                ["do", "community.figure.create", "--source", source, "--indicator", "Trivsel"] + words + ["--as", "r1"],
                now: RuntimeLab.open)
        }
        #expect(
            figure("--mark", "suppressed").code == 0 && figure("--value", "4.2", "--n", "41").code == 0
                && figure("--mark", "missing").code == 0)
        #expect(figure("--mark", "suppressed", "--value", "4.2").code == 77 && figure("--mark", "missing", "--n", "3").code == 77)
        #expect(figure().code == 77)
        let text = try lab.ok("report", "community.project", "--project", project, "--as", "r1", "--output", "json")
        let json = try JSONValue(parsing: Array(text.utf8))
        #expect(json["suppressed"]?.array?.count == 2 && json["undefined"]?.array?.count == 2, "\(text)")
    }

    /// Who got an action alone is told of no project: neither that it is of this one nor of a number that is none.
    @Test func anActionSharedAloneStandsUnderNoProject() throws {
        let project = try school.project()
        let cycle = try lab.make("community.cycle.create", "--project", project, "--number", "1", "--question", "x", by: "r1")
        let action = try lab.make(
            "community.action.create", "--cycle", cycle, "--what", "Felles blikk", "--responsible", "r1", "--due", "2027-10-01", by: "r1")
        try school.share("action", action, "--to-group", "lg")
        #expect(try school.report("community.shared-with-me", by: "g1").count == 1)
        for number in [project, "77"] {
            #expect(try school.report("community.project", "--project", number, by: "g1").isEmpty, "\(number)")
        }
        #expect(try school.report("community.project", "--project", project).count == 3)
    }

    /// What is agreed in a meeting is followed up before the meeting is; the measures count it, and the seats without names.
    @Test func meetingsAndMeasures() throws {
        let meeting = try lab.make(
            "community.meeting.create", "--group", "heim", "--title", "Møte", "--question", "Hva lærte vi?", "--held", "2027-09-20",
            by: "s01")
        for (seat, turns) in [10, 5, 3, 2, 0].enumerated() {
            try lab.ok("do", "community.seat.create", "--meeting", meeting, "--seat", "\(seat + 1)", "--turns", "\(turns)", "--as", "s02")
        }
        let follow = try lab.make(
            "community.follow-up.create", "--meeting", meeting, "--what", "Prøve", "--responsible", "s03", "--due", "2027-09-25", by: "s01")
        let early = lab.act(
            "community.follow-up.create", "--meeting", meeting, "--what", "Prøve", "--responsible", "s03", "--due", "2027-09-19", by: "s01")
        #expect(early.code == 77 && early.err.contains("cannot be done before"), "\(early.err)")
        try lab.ok("do", "community.meeting.hold", meeting, "--summary", "Mye", "--as", "s01")
        let closed = lab.act("community.meeting.close", meeting, by: "s01")
        #expect(closed.code == 77 && closed.err.contains("neither done nor dropped"), "\(closed.err)")
        #expect(lab.act("community.seat.create", "--meeting", meeting, "--seat", "1", "--turns", "1", by: "s02").code == 77)
        #expect(try lab.show("community.meeting", meeting, by: "r1")?["state"]?.string == "held")
        var rows = try school.report("community.measures", "--group", "heim", by: "s01")
        func value(_ word: String) -> JSONValue? { rows.first { $0["measure"]?["en"]?.string?.contains(word) == true }?["value"] }
        #expect(abs((value("Gini")?.double ?? 0) - 0.46) < 1e-9, "\(rows)")
        #expect(value("Decisions followed up")?.double == 0)
        // Nobody has shared anything that others could count.
        #expect(value("Density")?.isNull == true && value("Agreed try-outs")?.isNull == true)
        try lab.ok("do", "community.follow-up.finish", follow, "--outcome", "Gjort", "--as", "s03")
        #expect(try lab.show("community.meeting", meeting, by: "r1")?["state"]?.string == "followed-up")
        rows = try school.report("community.measures", "--group", "heim", by: "s01")
        #expect(value("Decisions followed up")?.double == 1)
        #expect(rows.allSatisfy { $0["definition"]?["nb"]?.string?.isEmpty == false && $0["counted"]?["nn"]?.string?.isEmpty == false })
        for person in ["x1", "c1", "e1"] {
            #expect(lab.session.run("report", "community.measures", "--group", "heim", "--as", person, now: RuntimeLab.open).code == 77)
        }
        // The leader of another school gets nothing of this one.
        #expect(lab.session.run("report", "community.measures", "--group", "heim", "--as", "v1", now: RuntimeLab.open).code == 77)
        // Of try-outs the staff see some: a share of those would be false, so it is hidden, and not said to be of nothing.
        let project = try school.project()
        let cycle = try lab.make("community.cycle.create", "--project", project, "--number", "1", "--question", "x", by: "r1")
        let action = try lab.make(
            "community.action.create", "--cycle", cycle, "--what", "x", "--responsible", "s02", "--due", "2027-10-01", by: "r1")
        try lab.ok("do", "community.action.finish", action, "--outcome", "x", "--as", "s02")
        for person in ["s02", "s03", "r1"] {
            rows = try school.report("community.measures", "--group", "heim", by: person)
            let row = rows.first { $0["measure"]?["en"]?.string?.contains("Agreed try-outs") == true }
            #expect(row?["value"]?.double == (person == "r1" ? 1 : nil) && row?["n"]?.integer == (person == "r1" ? 1 : nil), "\(rows)")
        }
    }

    /// Sharing among five and more is counted; each of them used what the next one shared.
    @Test func theSharingGraphOfAStaff() throws {
        let people = Array(CommunityLab.staff.prefix(6))
        var shares: [String] = []
        for person in people {
            let note = try lab.make("community.reflection.create", "--group", "heim", "--text", "Notat", by: person)
            shares.append(try school.share("reflection", note, "--to-group", "heim", by: person))
        }
        for (index, person) in people.enumerated() {
            try lab.ok("do", "community.use.create", "--share", shares[(index + 1) % 6], "--kind", "reuse", "--text", "x", "--as", person)
        }
        try lab.ok("do", "community.use.create", "--share", shares[0], "--kind", "comment", "--text", "x", "--as", "s02")
        let rows = try school.report("community.measures", "--group", "heim")
        func value(_ word: String) -> Double { rows.first { $0["measure"]?["en"]?.string?.contains(word) == true }?["value"]?.double ?? -1 }
        #expect(abs(value("Breadth") - 6.0 / 9) < 1e-9 && abs(value("Density") - 7.0 / 72) < 1e-9)
        #expect(abs(value("Reciprocity of sharing") - 2.0 / 7) < 1e-9 && value("Re-use") == 1, "\(rows)")
    }

    /// The cycle is drawn with its steps, and the page needs nothing beside it.
    @Test func theCycleIsDrawn() throws {
        let project = try school.project()
        let cycle = try lab.make("community.cycle.create", "--project", project, "--number", "1", "--question", "Hva om?", by: "r1")
        try lab.ok("do", "community.cycle.act", cycle, "--as", "r1")
        let page = try lab.ok("report", "community.cycle", "--project", project, "--as", "r1", "--output", "html")
        #expect(page.components(separatedBy: "<circle").count == 1 + 1 + 5 + 1)
        #expect(page.contains("1. Plan") && page.contains("2. Act") && !page.contains("<script") && page.contains("role=\"img\""))
        #expect(page.components(separatedBy: "class=\"edge mark s0\"").count == 3)
        // What was asked for is told in the reader's words, and the names of two steps side by side stand at different heights.
        #expect(page.contains("s number</dt>") && !page.contains("<dt>project</dt>"))
        let heights = ["3. ", "4. "].compactMap { step in
            page.split(separator: "\n").first { $0.contains(">\(step)") }?.components(separatedBy: "y=\"").last?.prefix { $0 != "\"" }
        }.compactMap { Int($0) }
        #expect(heights.count == 2 && (heights.last ?? 0) - (heights.first ?? 0) >= 36, "\(heights)")
        #expect(lab.act("community.cycle.decide", cycle, by: "r1").code == 77)
    }

    /// The owner of a network's schools sees of it what was shared; a partner sees what it is.
    @Test func aNetwork() throws {
        let network = try lab.make(
            "community.network.create", "--group", "nett", "--title", "To skoler", "--purpose", "Kritiske venner", by: "r1")
        let need = try lab.make(
            "community.need.create", "--network", network, "--school", "dalheim", "--text", "Vi trenger tid", "--involved", "12", by: "v1")
        let question = try lab.make(
            "community.question.create", "--network", network, "--school", "fjellheim", "--text", "Hva ser dere?", by: "r1")
        try lab.ok("do", "community.response.create", "--question", question, "--text", "Vi ser at", "--as", "v1")
        try lab.ok(
            "do", "community.agreement.create", "--network", network, "--partner", "kommune", "--kind", "owner", "--contact", "e1",
            "--text", "To år",
            "--starts", "2027-09-01", "--ends", "2027-10-01", "--as", "r1")
        // The partner says yes itself, and to days in order.
        #expect(lab.act("community.agreement.sign", "1", by: "r1").code == 77)
        let reversed = lab.act("community.agreement.update", "1", "--ends", "2027-08-01", by: "r1")
        #expect(reversed.code == 77 && reversed.err.contains("before it starts"), "\(reversed.err)")
        try lab.ok("do", "community.agreement.sign", "1", "--as", "e1")
        #expect(try lab.show("community.need", need, by: "e1") == nil && lab.show("community.network", network, by: "e1") == nil)
        try school.share("need", need, "--to-organisation", "kommune", "--role", "school-owner", by: "v1", from: "nett")
        #expect(try lab.show("community.need", need, by: "e1")?.compact.contains("tid") == true)
        let rows = try school.report("community.network", "--network", network, by: "v1")
        #expect(rows.count == 4, "\(rows)")
        #expect(try school.report("community.network", "--network", network, by: "e1").count <= 2)
        try lab.ok(["due"], now: "2027-10-03T08:00:00Z")
        #expect(try lab.show("community.agreement", "1", by: "r1")?["state"]?.string == "ended")
    }

    /// Those who are on the staff and take no course are never assessed: nothing that is graded can be theirs.
    @Test func theStaffAreNeverGraded() throws {
        let assessed = try lab.texts("SELECT DISTINCT person FROM kernel_completion c JOIN kernel_enrolment e ON e.id = c.enrolment")
        let staff = try lab.texts("SELECT key FROM kernel_person WHERE id LIKE 's0%'")
        #expect(Set(assessed).isDisjoint(with: staff))
        #expect(
            try lab.texts("SELECT count(*) FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person WHERE p.id LIKE 's0%'") == ["0"]
        )
    }
}
