import Foundation
import Kernel
import Testing

/// Work forms that are gone through to their end, and what is told of them then.
@Suite struct FinishedWorkTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    /// Plan, teach, discuss, revise, teach again, discuss, report: by the team, and support is noted for each of it.
    @Test func aLessonStudyGoesAllTheWay() throws {
        for person in ["s01", "s02"] {
            _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "lesson-study", by: person)
        }
        let study = try lab.make(
            "community.lesson-study.create", "--group", "heim", "--title", "Brøk", "--question", "Hva ser elevene?", "--team", "s01",
            "--team", "s02", by: "s01")
        func step(_ words: String...) throws {
            try lab.ok(["do", "community.lesson-study.\(words[0])", study] + words.dropFirst() + ["--as", "s02"])
        }
        #expect(lab.act("community.lesson-study.teach", study, by: "s01").code != 0, "nothing is planned yet")
        try step("teach", "--plan", "Brett", "--held", "2027-09-21", "--seen", "Fire spurte")
        try step("discuss", "--discussed", "For fort")
        try step("revise", "--revised", "Fem sekunder")
        try step("teach-again")
        #expect(lab.act("community.lesson-study.report", study, "--report", "x", by: "s01").code == 77, "it has to be discussed again")
        try step("discuss")
        #expect(lab.act("community.lesson-study.report", study, "--report", "x", by: "s03").code != 0, "the others have no part in it")
        try step("report", "--report", "Vent i fem sekunder")
        #expect(try lab.show("community.lesson-study", study, by: "s01")?["state"]?.string == "reported")
        for person in ["r1", "s03", "e1"] { #expect(try lab.show("community.lesson-study", study, by: person) == nil, "\(person)") }
        let support = try school.report("community.support", "--group", "heim")
        for person in ["s01", "s02", "s03"] {
            #expect(support.first { $0["person"]?.string == person }?["total"]?.integer == (person == "s03" ? 0 : 1), "\(support)")
        }
    }

    /// Six observe and mentor the next one, and two of them each other: two of seven pairs go both ways.
    @Test func observationAndMentoringThatGoBothWays() throws {
        let people = Array(CommunityLab.staff.prefix(6))
        for person in people {
            _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", "--covers", "mentoring", by: person)
        }
        let pairs = (0..<6).map { (people[$0], people[($0 + 1) % 6]) } + [(people[1], people[0])]
        for (one, other) in pairs {
            let seen = try lab.make(
                "community.observation.create", "--group", "heim", "--observer", one, "--observed", other, "--focus", "x", by: one)
            try lab.ok("do", "community.observation.agree", seen, "--as", other)
            try lab.ok("do", "community.observation.prepare", seen, "--before", "x", "--as", other)
            try lab.ok("do", "community.observation.observe", seen, "--held", "2027-09-21", "--notes", "x", "--as", one)
            try lab.ok("do", "community.observation.close", seen, "--after", "x", "--as", other)
            let helped = try lab.make(
                "community.mentoring.create", "--group", "heim", "--guide", one, "--mentee", other, "--focus", "x", by: one)
            try lab.ok("do", "community.mentoring.agree", helped, "--as", other)
            try lab.ok("do", "community.mentoring.update", helped, "--held", "2027-09-21", "--as", one)
            try lab.ok("do", "community.mentoring.close", helped, "--as", other)
        }
        let rows = try school.report("community.measures", "--group", "heim")
        func row(_ word: String) -> [String: JSONValue] { rows.first { $0["measure"]?["en"]?.string == word } ?? [:] }
        for word in ["Reciprocity of observation", "Reciprocity of mentoring"] {
            #expect(abs((row(word)["value"]?.double ?? -1) - 2.0 / 7) < 1e-9 && row(word)["n"]?.integer == 7, "\(rows)")
        }
        #expect(abs((row("Taking part in observation")["value"]?.double ?? -1) - 6.0 / 9) < 1e-9, "\(rows)")
        // No row adds the others up, and there are none without a school.
        #expect(Set(rows.compactMap { $0["measure"]?["en"]?.string }).count == rows.count)
        #expect(lab.session.run("report", "community.measures", "--as", "r1", now: RuntimeLab.open).code != 0)
    }

    /// A project says which codes of the curriculum and which assessment it is tied to; the assessment is the school's own to tell.
    @Test func aProjectIsTiedToAnAssessment() throws {
        let project = try lab.make(
            "community.project.create", "--group", "heim", "--title", "Vente", "--need", "Korte svar", "--responsible", "r1", "--starts",
            "2027-09-01", "--elements", "NOR01-06", "--assessed-by", "nord-h27/essay", by: "r1")
        func ties(_ person: String) throws -> [String: String] {
            let rows = try school.report("community.project", "--project", project, by: person)
            return Dictionary(rows.map { ($0["part"]?["en"]?.string ?? "", $0["what"]?.string ?? "") }) { first, _ in first }
        }
        let own = try ties("r1")
        #expect(own["Codes of the curriculum"] == "NOR01-06", "\(own)")
        #expect(own["The assessment that the work is part of"]?.contains("essay") == true, "\(own)")
        try school.share("project", project, "--to-organisation", "kommune", "--role", "school-owner")
        let shared = try ties("e1")
        #expect(shared["Codes of the curriculum"] == "NOR01-06", "\(shared)")
        #expect(shared["The assessment that the work is part of"] == nil, "\(shared)")
    }
}
