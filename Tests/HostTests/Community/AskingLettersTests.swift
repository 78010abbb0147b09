import Foundation
import Kernel
import Testing

/// Whoever is asked for something gets a letter, which says that and nothing of what it is about.
@Suite struct AskingLettersTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    private func letters(_ person: String) throws -> [String] {
        try school.report("kernel.notices", by: person).compactMap { $0["notice"]?.string?.split(separator: ".").last.map(String.init) }
    }

    /// No letter tells what was written, who asked, or anything that its reader may not see.
    private func expectDiscretion(besides words: [String]) throws {
        let texts = try lab.texts("SELECT subject || char(10) || body FROM kernel_notice").joined(separator: "\n")
        for word in words { #expect(!texts.contains(word), "\(word): \(texts)") }
        #expect(!texts.contains("{{") && !texts.contains("()"))
        #expect(try lab.texts("SELECT count(*) FROM kernel_event WHERE name = 'kernel.notice.withheld'") == ["0"])
    }

    @Test func theOtherOfTheTwoIsAskedToBeObservedOrToObserve() throws {
        func ask(by person: String) throws {
            _ = try lab.make(
                "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Ventetid",
                by: person)
        }
        try ask(by: "s01")
        #expect(try letters("s02") == ["observed-asked"] && letters("s01").isEmpty)
        try ask(by: "s02")
        #expect(try letters("s02") == ["observed-asked"] && letters("s01") == ["observer-asked"])
        for person in ["r1", "s03", "c1", "e1", "x1"] { #expect(try letters(person).isEmpty, "\(person)") }
        try expectDiscretion(besides: ["Ventetid", "Navns01 ", "Slekts01", "Slekts02"])
        // It is still to be answered by the one who is to be seen.
        #expect(try lab.show("community.observation", "1", by: "s02")?["state"]?.string == "asked")
        try lab.ok("do", "community.observation.agree", "1", "--as", "s02")
    }

    @Test func theOtherOfTheTwoIsAskedToMentorOrBeMentored() throws {
        func ask(by person: String) throws {
            _ = try lab.make(
                "community.mentoring.create", "--group", "heim", "--guide", "s01", "--mentee", "s02", "--focus", "Ventetid", by: person)
        }
        try ask(by: "s01")
        try ask(by: "s02")
        #expect(try letters("s02") == ["mentee-asked"] && letters("s01") == ["guide-asked"])
        for person in ["r1", "s03", "c1", "e1", "x1"] { #expect(try letters(person).isEmpty, "\(person)") }
        try expectDiscretion(besides: ["Ventetid", "Slekts01", "Slekts02"])
    }

    @Test func theContactOfAnAgreementIsAskedToSignIt() throws {
        let network = try lab.make("community.network.create", "--group", "nett", "--title", "To", "--purpose", "Lære", by: "r1")
        let agreement = try lab.make(
            "community.agreement.create", "--network", network, "--partner", "kommune", "--kind", "owner", "--contact", "e1", "--text",
            "Hemmelig avtale", "--starts", "2027-10-01", "--ends", "2028-06-01", by: "r1")
        #expect(try letters("e1") == ["agreement-proposed"])
        try lab.ok("do", "community.agreement.update", agreement, "--text", "Ny avtale", "--as", "r1")
        #expect(try letters("e1") == ["agreement-proposed", "agreement-changed"])
        for person in ["r1", "v1", "s01"] { #expect(try letters(person).isEmpty, "\(person)") }
        try expectDiscretion(besides: ["Hemmelig", "Ny avtale"])
        // Who is named instead is asked too.
        try lab.ok("do", "community.agreement.update", agreement, "--contact", "g1", "--as", "r1")
        #expect(try letters("g1") == ["agreement-changed"] && letters("e1").count == 2)
    }

    @Test func whoReceivesAVisitIsTold() throws {
        func visit(_ words: String...) throws -> String {
            try lab.make(
                ["community.visit.create", "--group", "nett", "--host", "dalheim", "--held", "2027-10-20", "--question", "Hemmelig"]
                    + words,
                by: "r1")
        }
        let digital = try visit("--digital", "true", "--receives", "g1")
        #expect(try letters("g1") == ["visit-planned"])
        try lab.ok("do", "community.visit.cancel", digital, "--as", "r1")
        #expect(try letters("g1") == ["visit-planned", "visit-cancelled"])
        _ = try visit()
        for person in ["r1", "v1", "e1"] { #expect(try letters(person).isEmpty, "\(person)") }
        try expectDiscretion(besides: ["Hemmelig"])
    }

    /// Those who are asked in a survey are told when it opens, all the same, and what they do then leaves nothing in the letters.
    @Test func theStaffAreToldThatASurveyIsOpen() throws {
        // A mentor of the group may not read the survey, and is not asked.
        try lab.ok("do", "kernel.group.add", "--group", "heim", "--person", "v1", "--role", "mentor")
        let survey = try school.survey(tokens: 3)
        for person in CommunityLab.staff { #expect(try letters(person) == ["survey-open"], "\(person)") }
        for person in ["r1"] + CommunityLab.others { #expect(try letters(person).isEmpty, "\(person)") }
        let sql = "SELECT id || name || person || body || coalesce(notified, '') FROM kernel_notice ORDER BY id"
        let before = try lab.texts(sql)
        #expect(before.count == 8)
        #expect(school.answer(survey.id, survey.tokens[0], CommunityLab.answers { 1 + $0 % 5 }).code == 0)
        try lab.ok("do", "community.survey.close", survey.id, "--as", "r1")
        #expect(try lab.texts(sql) == before)
        // The same to all but for the name, and without a day where none is set.
        let bodies = try lab.texts("SELECT replace(n.body, p.given_name, '') FROM kernel_notice n JOIN kernel_person p ON p.key = n.person")
        #expect(Set(bodies).count == 1 && bodies.allSatisfy { $0.contains("«Høst»") && !$0.contains("til og med") }, "\(Set(bodies))")
        try expectDiscretion(besides: survey.tokens)
    }

    /// Until when a survey is open is told where a day is set for it.
    @Test func theLastDayOfASurveyIsTold() throws {
        let survey = try lab.make(
            "community.survey.create", "--group", "heim", "--instrument", "plc-own", "--title", "Vinter", "--invited", "9", "--closes",
            "2028-01-20", by: "r1")
        try lab.ok("do", "community.survey.open", survey, "--as", "r1")
        let bodies = try lab.texts("SELECT body FROM kernel_notice")
        #expect(bodies.count == 8 && bodies.allSatisfy { $0.contains("åpen til og med 20. januar 2028") }, "\(bodies)")
    }

    /// The list of all letters is no list of who is in a group; what one person got is there for those who see everyone.
    @Test func theListOfLettersNamesNobodyInAGroup() throws {
        _ = try school.survey(tokens: 1)
        let table = try lab.ok("report", "kernel.notices")
        #expect(table.contains("not listed here: 8"), "\(table)")
        for person in CommunityLab.staff { #expect(!table.contains(person), "\(table)") }
        #expect(try school.report("kernel.notices", by: nil).isEmpty)
        #expect(try school.report("kernel.notices", "--person", "s01", by: nil).compactMap { $0["person"]?.string } == ["s01"])
        #expect(try school.report("kernel.notices", "--person", "s01", by: "r1").isEmpty)
    }

    /// A conflict is known to its parties alone: no letter is written of it that others could come across.
    @Test func noLetterTellsOfAConflict() throws {
        _ = try lab.make(
            "community.conflict.create", "--group", "heim", "--first", "s03", "--second", "s04", "--about", "Rommet", by: "s03")
        #expect(try lab.texts("SELECT count(*) FROM kernel_notice") == ["0"])
    }
}
