import Kernel
import KernelTesting
import Testing

/// What is the matter of several is shared when all of them say yes, and each of them can take it back.
@Suite struct SharedMattersTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    private func observation() throws -> String {
        try lab.make(
            "community.observation.create", "--group", "heim", "--observer", "s01", "--observed", "s02", "--focus", "Spørsmål", by: "s01")
    }

    private func state(_ share: String, by person: String = "s01") throws -> String? {
        try lab.show("community.share", share, by: person)?["state"]?.string
    }

    @Test func anObservationIsSharedWhenBothSayYes() throws {
        let observation = try observation()
        let share = try school.share("observation", observation, "--to-organisation", "fjellheim", by: "s01")
        #expect(try state(share, by: "s02") == "asked", "the other sees that she is asked")
        func nobodySees() -> Bool {
            ["s03", "r1", "e1"].allSatisfy { !school.glance("observation", observation, by: $0).contains("Spørsmål") }
        }
        #expect(nobodySees())
        #expect(try school.report("kernel.notices", by: "s03").isEmpty, "nothing is told before it is shared")
        // Nobody says yes for another, the operator neither.
        for person in ["s01", "s03", "r1", nil] {
            #expect(lab.act("community.share.agree", share, by: person).code != 0, "\(person ?? "-")")
        }
        let own = lab.act("community.share.agree", share, by: "s01")
        #expect(own.code == 77 && own.err.contains("not your yes"), "\(own.err)")
        #expect(nobodySees())
        try school.agree(share, by: "s02")
        #expect(try state(share) == "given")
        #expect(try lab.show("community.observation", observation, by: "s03") != nil)
        #expect(try school.report("kernel.notices", by: "s03").count == 1)
        try school.take(share, by: "s02")
        #expect(nobodySees())
        #expect(try school.report("kernel.notices", by: "s03").isEmpty)
        #expect(lab.act("community.share.agree", share, by: "s02").code == 77, "nothing goes back into being shared")
    }

    @Test func whoIsAskedCanSayNo() throws {
        let observation = try observation()
        let share = try school.share("observation", observation, "--to-organisation", "fjellheim", by: "s02")
        try school.take(share, by: "s01")
        #expect(try state(share) == "taken-back")
        #expect(try lab.show("community.observation", observation, by: "s03") == nil)
        // The operator asks both.
        let operated = try lab.make(
            "community.share.create", "--group", "heim", "--record", "observation", "--number", observation, "--to-organisation",
            "fjellheim")
        #expect(try state(operated) == "asked")
        try school.agree(operated, by: "s01")
        #expect(try state(operated) == "asked")
        try school.agree(operated, by: "s02")
        #expect(try lab.show("community.observation", observation, by: "s03") != nil)
    }

    /// What waits for a yes ends with the consent that the work stands on.
    @Test func aWithdrawnConsentEndsWhatWaits() throws {
        let consent = try lab.make("community.consent.create", "--group", "heim", "--covers", "observation", by: "s02")
        let observation = try observation()
        let share = try school.share("observation", observation, "--to-organisation", "fjellheim", by: "s01")
        try lab.ok("do", "community.consent.withdraw", consent, "--as", "s02")
        #expect(try state(share) == "taken-back")
    }

    /// Between the question and the last yes somebody can have left.
    @Test func whoHasLeftMeanwhileGetsNothing() throws {
        let observation = try observation()
        let share = try school.share("observation", observation, "--to-group", "lg", "--to-person", "g1", by: "s01")
        try lab.ok("do", "kernel.group.remove", "--group", "lg", "--person", "g1")
        let late = lab.act("community.share.agree", share, by: "s02")
        #expect(late.code == 77 && late.err.contains("'g1' does not belong"), "\(late.err)")
        #expect(try state(share) == "asked")
    }

    @Test func aLessonIsSharedWhenTheWholeTeamSaysYes() throws {
        let study = try lab.make(
            "community.lesson-study.create", "--group", "heim", "--title", "Brøk", "--question", "Hva?", "--team", "s01", "--team", "s02",
            "--team", "s03", by: "s01")
        let share = try school.share("lesson-study", study, "--to-organisation", "fjellheim", by: "s02")
        try school.agree(share, by: "s03")
        #expect(lab.act("community.share.agree", share, by: "s03").code == 77, "once is enough")
        #expect(try state(share) == "asked" && lab.show("community.lesson-study", study, by: "s05") == nil)
        try school.agree(share, by: "s01")
        #expect(try lab.show("community.lesson-study", study, by: "s05") != nil)
        try school.take(share, by: "s03")
        #expect(try lab.show("community.lesson-study", study, by: "s05") == nil)
    }

    /// One of a team cannot take the others out of it and then share alone.
    @Test func aTeamIsNotMadeSmallerByOne() throws {
        let study = try lab.make(
            "community.lesson-study.create", "--group", "heim", "--title", "Brøk", "--question", "Hva?", "--team", "s01", "--team", "s02",
            by: "s01")
        let alone = lab.act("community.lesson-study.update", study, "--team", "s01", by: "s01")
        #expect(alone.code == 77 && alone.err.contains("'s02' is in the team"), "\(alone.err)")
        _ = try lab.make("community.consent.create", "--group", "heim", "--covers", "lesson-study", by: "s03")
        #expect(lab.act("community.lesson-study.update", study, "--team", "s01", "--team", "s02", "--team", "s03", by: "s01").code == 0)
        #expect(lab.act("community.lesson-study.update", study, "--team", "s01", "--team", "s02", by: "s03").code == 0)
    }

    /// A report of a visit is about the school that was visited, and is shared when somebody there says yes too.
    @Test func aVisitIsTheMatterOfTwoSchools() throws {
        func visit(_ words: String...) -> Session.Answer {
            lab.session.run(
                ["do", "community.visit.create", "--group", "nett", "--host", "dalheim", "--held", "2027-09-20", "--question", "Hva?"]
                    + words + ["--as", "r1", "--output", "json"], now: RuntimeLab.open)
        }
        let wrong = visit("--receives", "s01")
        #expect(wrong.code == 77 && wrong.out.contains("does not belong to the school"), "\(wrong.out)\(wrong.err)")
        func reported(_ words: String...) throws -> String {
            let made = words.isEmpty ? visit() : visit(words[0], words[1])
            let id = try JSONValue(parsing: Array(made.out.utf8))["id"]?.string ?? ""
            try lab.ok("do", "community.visit.hold", id, "--as", "r1")
            try lab.ok("do", "community.visit.report", id, "--report", "Rapporten", "--as", "r1")
            return id
        }
        let unnamed = try reported()
        let refused = lab.act(
            "community.share.create", "--group", "nett", "--record", "visit", "--number", unnamed, "--to-organisation", "kommune", by: "r1")
        #expect(refused.code == 77 && refused.err.contains("'The one who receives at the school' is not filled in"), "\(refused.err)")
        try lab.ok("do", "kernel.group.add", "--group", "nett", "--person", "e1", "--role", "partner")
        let named = try reported("--receives", "g1")
        let share = try school.share("visit", named, "--to-organisation", "kommune", "--role", "school-owner", from: "nett")
        #expect(try lab.show("community.visit", named, by: "e1") == nil, "the owner sees what is shared, also as a partner of the network")
        #expect(try lab.show("community.visit", named, by: "g1") != nil, "who is asked sees what she is asked about")
        #expect(lab.act("community.visit.update", named, "--report", "x", by: "g1").code != 0)
        try school.agree(share, by: "g1")
        #expect(try lab.show("community.visit", named, by: "e1")?.compact.contains("Rapporten") == true)
        try school.take(share, by: "g1")
        #expect(try lab.show("community.visit", named, by: "e1") == nil)
    }

    /// A school speaks for itself in a network, and whoever leads the network shares nothing of another school.
    @Test func aSchoolSpeaksForItself() throws {
        let network = try lab.make("community.network.create", "--group", "nett", "--title", "Nettet", "--purpose", "Lære", by: "r1")
        for record in ["need", "question"] {
            let answer = lab.act(
                "community.\(record).create", "--network", network, "--school", "dalheim", "--text", "For dem", by: "r1")
            #expect(answer.code == 77 && answer.err.contains("only a school itself"), "\(answer.err)")
        }
        let need = try lab.make("community.need.create", "--network", network, "--school", "dalheim", "--text", "Hjelp", by: "v1")
        let share = lab.act(
            "community.share.create", "--group", "nett", "--record", "need", "--number", need, "--to-organisation", "kommune", by: "r1")
        #expect(share.code == 77, "\(share.out)")
        #expect(lab.act("community.need.update", need, "--text", "Annet", by: "r1").code == 77)
        #expect(lab.act("community.need.update", need, "--school", "fjellheim", by: "v1").code == 77)
        try school.share("need", need, "--to-organisation", "kommune", by: "v1", from: "nett")
        #expect(try lab.show("community.need", need, by: "e1") != nil)
        let question = try lab.make(
            "community.question.create", "--network", network, "--school", "dalheim", "--text", "Hva ser dere?", by: "v1")
        _ = try lab.make("community.response.create", "--question", question, "--text", "Ro", by: "r1")
        let report = try lab.ok("report", "community.network", "--network", network, "--as", "r1")
        #expect(report.contains("Hva ser dere? (1 answer)"), "\(report)")
    }

    /// A mentor or partner from outside is in the group and not of the staff.
    @Test func thoseFromOutsideAreNotStaff() throws {
        try lab.ok("do", "kernel.group.add", "--group", "heim", "--person", "x1", "--role", "mentor")
        #expect(try school.report("community.support", "--group", "heim").count == 9)
        let measures = try school.report("community.measures", "--group", "heim", by: nil)
        #expect(!measures.contains { $0["n"]?.integer == 10 }, "\(measures)")
        let many = lab.act(
            "community.survey.create", "--group", "heim", "--instrument", "plc-own", "--title", "x", "--invited", "10", by: "r1")
        #expect(many.code == 77 && many.err.contains("the group has 9 members"), "\(many.err)")
    }
}
