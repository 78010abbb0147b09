import Foundation
import Kernel
import KernelTesting
import Testing

/// Who may read and do what, and that what one may not see looks like what is not there.
@Suite struct RightsTests {
    /// A work of `p1`, delivered.
    private func delivered(_ lab: RuntimeLab, shared: Bool = false) throws -> String {
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", "--shared", shared ? "true" : "false", by: "p1")
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        return id
    }

    @Test func whatOneMayNotSeeLooksLikeWhatIsNotThere() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        for person in ["p2", "t1", "c1", "x1"] {
            let commands = [
                ["show", "lab.work"], ["do", "lab.work.update", "--text", "x"], ["do", "lab.work.delete"], ["do", "lab.work.deliver"],
                ["do", "lab.work.return", "--why", "x"], ["do", "lab.verdict.create", "--work"],
            ]
            for words in commands {
                func answer(_ id: String) -> Session.Answer { lab.session.run(words + [id, "--as", person], now: RuntimeLab.open) }
                let (there, absent) = (answer(id), answer("999"))
                #expect(there.code == absent.code && there.code != 0, "\(person) \(words): \(there.code), \(absent.code)")
                #expect(
                    there.err.replacing("'\(id)'", with: "'999'").replacing(" \(id)\n", with: " 999\n").filter { $0 != "~" && $0 != "^" }
                        .filter { !$0.isWhitespace }
                        == absent.err.filter { $0 != "~" && $0 != "^" }.filter { !$0.isWhitespace },
                    "\(person) \(words):\n\(there.err)\n\(absent.err)")
            }
            #expect(!lab.session.run("list", "lab.work", "--output", "csv", "--as", person).out.contains("essay"))
        }
    }

    @Test func whatOneMayNotSeeCannotBeReferredTo() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      task: {type: reference, to: kernel.activity}\n",
                with: "      task: {type: reference, to: kernel.activity}\n      about: {type: reference, to: work}\n",
                in: RuntimeLab.manifest)
        }
        let hidden = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let thing = try lab.make("lab.thing.create", "--offering", "nord-h27", by: "p2")
        for words in [["lab.thing.create", "--offering", "nord-h27"], ["lab.thing.update", thing]] {
            func answer(_ id: String, _ person: String) -> Session.Answer {
                lab.session.run(["do"] + words + ["--about", id, "--as", person], now: RuntimeLab.open)
            }
            let (there, absent) = (answer(hidden, "p2"), answer("9", "p2"))
            #expect(
                there.code == 65
                    && there.err == absent.err.replacing("'9'", with: "'\(hidden)'").replacing("--about 9", with: "--about \(hidden)"),
                "\(words): \(there.err)\(absent.err)")
            #expect(answer(hidden, "p1").code == 0)
        }
    }

    /// Where a field is called like a role of a module that the record's own does not require, those who hold the role get nothing of it.
    @Test func aStrangersRoleIsNotTakenForAField() throws {
        let lab = try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  own: ^1.0\n"
            files["Modules/own/module.yaml"] = """
                module: own
                version: 1.0.0
                kernel: ">=1.0 <2.0"
                title: {nb: Eget, nn: Eige, en: Own}
                roles:
                  helper: {title: {nb: Hjelper, nn: Hjelpar, en: Helper}, scopes: [offering]}

                """
            let care = """
                records:
                  care:
                    title: {nb: Omsorg, nn: Omsorg, en: Care}
                    parent: kernel.offering
                    create: {by: [lecturer]}
                    update: {by: [helper]}
                    read: {helper: all}
                    fields:
                      text: {type: text, personal: "no"}
                      helper: {type: reference, to: kernel.person, personal: "no"}

                """
            try files.replace("records:\n", with: care, in: RuntimeLab.manifest)
        }
        try lab.ok("enrol", "nord-h27", "p3", "--role", "helper")
        let id = try lab.make("lab.care.create", "--offering", "nord-h27", "--text", "x", "--helper", "p2")
        #expect(try lab.show("lab.care", id, by: "p2") != nil)
        #expect(try lab.show("lab.care", id, by: "p3") == nil)
        #expect(lab.act("lab.care.update", id, "--text", "y", by: "p2").code == 0)
        #expect(lab.act("lab.care.update", id, "--text", "z", by: "p3").code == 65)
    }

    @Test func readingGoesByTheMostLimitedRelation() throws {
        let lab = try RuntimeLab()
        let id = try delivered(lab, shared: true)
        func fields(_ person: String?) throws -> Set<String> {
            guard let shown = try lab.show("lab.work", id, by: person) else { return [] }
            return Set((shown["values"] ?? shown).object?.map(\.key) ?? [])
        }
        #expect(try fields("p2").contains("text") && !fields("p2").contains("alias"))
        #expect(try fields("c1").contains("alias") && !fields("c1").contains("text"))
        #expect(try fields("x1").isEmpty)
        #expect(try fields("t1").contains("text"))
        // A coordinator who is a lecturer as well reads as the coordinator, and acts as one.
        try lab.ok("enrol", "nord-h27", "t2", "--role", "coordinator")
        #expect(try !fields("t2").contains("text") && fields("t2").contains("alias"))
        let refused = lab.act("lab.work.return", id, "--why", "x", by: "t2")
        #expect(refused.code == 77 && refused.err.contains("the most limited relation decides: coordinator"), "\(refused.err)")
        #expect(lab.act("lab.work.return", id, "--why", "x", by: "t1").code == 0)
    }

    /// Of relations that are limited alike none takes from the other: what any of them may do, is done.
    @Test func relationsThatAreLimitedAlikeDecideTogether() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "coordinator: {fields: [activity, alias], once: delivered}", with: "coordinator: {fields: all, once: delivered}",
                in: RuntimeLab.manifest)
        }
        let id = try delivered(lab)
        try lab.ok("enrol", "nord-h27", "t2", "--role", "coordinator")
        let right = try lab.ok("explain", "right", "t2", "lab.work.return", id)
        #expect(right.contains("yes") && right.contains("you are lecturer here"), "\(right)")
        #expect(right.contains("you are coordinator too, which is as limited and does not count against it"), "\(right)")
        #expect(lab.act("lab.work.return", id, "--why", "x", by: "c1").code == 77)
        #expect(lab.act("lab.work.return", id, "--why", "x", by: "t2").code == 0)
    }

    /// A plan counts people and records of places that whoever asks may know nothing of.
    @Test func aPlanIsForTheOperatorAndAdministrators() throws {
        let lab = try RuntimeLab()
        let roster = "id,given_name,family_name,email,organisation,role,language\na1,A,B,,,admin,nb\na2,C,D,,Skolen,admin,nb\n"
        try lab.session.put(roster, "admin.csv")
        try lab.ok("people", "import", "admin.csv")
        try lab.session.edit(
            RuntimeLab.manifest, "      ends: {type: instant}\n", "      ends: {type: instant}\n      more: {type: integer}\n")
        for words in [["plan"], ["plan", "--output", "json"], ["apply", "--dry-run"], ["apply", "--yes"]] {
            let answer = lab.session.run(words + ["--as", "c1"])
            #expect(answer.code == 77 && (answer.out.isEmpty || words.contains("json")), "\(words): \(answer)")
            #expect(!answer.out.contains("more") && !answer.err.contains("lab"), "\(words): \(answer)")
        }
        // Who is an administrator of one organisation alone is none of the others.
        #expect(lab.session.run("plan", "--as", "a2").code == 77)
        #expect(lab.session.run("plan", "--as", "a1").code == 0 && lab.session.run("plan").code == 0)
    }

    @Test func aFilterOnAFieldThatOneMayNotReadFindsNothing() throws {
        let lab = try RuntimeLab()
        _ = try delivered(lab, shared: true)
        #expect(lab.session.run("list", "lab.work", "--text", "mine", "--output", "csv", "--as", "t1").out.contains("essay"))
        let rows = lab.session.run("list", "lab.work", "--text", "mine", "--output", "csv", "--as", "c1").out
        #expect(!rows.contains("essay"))
        #expect(rows == lab.session.run("list", "lab.work", "--text", "other", "--output", "csv", "--as", "c1").out)
    }

    @Test func aSealHoldsForEveryoneButTheAuthor() throws {
        let lab = try RuntimeLab()
        let id = try delivered(lab)
        var verdicts: [String] = []
        for (person, grade) in [("t1", "pass"), ("t2", "fail")] {
            verdicts.append(try lab.make("lab.verdict.create", "--work", id, "--grade", grade, by: person))
        }
        func sees(_ person: String?, _ verdict: Int) throws -> Bool {
            try lab.show("lab.verdict", verdicts[verdict], by: person)?.compact.contains("\"grade\"") == true
        }
        func sealed() throws {
            #expect(try sees("t1", 0) && sees("t2", 1))
            for person in ["t2", "p1", nil] { #expect(try !sees(person, 0), "\(person ?? "operator")") }
            #expect(!lab.session.run("list", "lab.verdict", "--grade", "pass", "--output", "csv").out.contains("given"))
            #expect(!lab.session.run("log").out.contains("pass"))
        }
        try sealed()
        try lab.ok("do", "lab.verdict.give", verdicts[0], "--as", "t1")
        try sealed()
        try lab.ok("do", "lab.verdict.give", verdicts[1], "--as", "t2")
        #expect(try lab.show("lab.work", id)?["state"]?.string == "agreed")
        for person in ["t1", "t2", "p1", nil] { #expect(try sees(person, 0) && sees(person, 1), "\(person ?? "operator")") }
    }

    /// What someone may do tells what a record is to her.
    @Test func onlySheHerselfAndThoseWhoRunTheHostAskWhatSheMayDo() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        func asked(_ number: String, by person: String?) -> Int32 {
            lab.session.run(
                ["explain", "right", "p1", "lab.work.deliver", number] + (person.map { ["--as", $0] } ?? []), now: RuntimeLab.open
            ).code
        }
        #expect(asked(id, by: "p1") == 0 && asked(id, by: nil) == 0)
        #expect(asked("999", by: "p1") == 65)
        for person in ["p2", "t1", "x1"] { #expect(asked(id, by: person) == 77 && asked("999", by: person) == 77, "\(person)") }
    }

    @Test(arguments: ["nb", "nn", "en"])
    func refusalsSayWhy(language: String) throws {
        let lab = try RuntimeLab(language: language)
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "", by: "p1")
        func refused(_ answer: Session.Answer, _ words: [String: String]) {
            #expect(answer.code == 77, "\(answer.out)\(answer.err)")
            #expect(answer.err.contains(words[language] ?? "?"), "\(answer.err)")
        }
        refused(lab.act("lab.work.deliver", id, by: "p1"), ["nb": "fylt ut", "nn": "fylt ut", "en": "filled in"])
        try lab.ok("do", "lab.work.update", id, "--text", "mine", "--as", "p1")
        refused(lab.act("lab.work.deliver", id, by: "p1", now: RuntimeLab.early), ["nb": "", "nn": "", "en": ""].mapValues { _ in "2027" })
        refused(lab.act("lab.work.deliver", id, by: "p1", now: RuntimeLab.late), ["nb": "2027", "nn": "2027", "en": "2027"])
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        refused(
            lab.act("lab.work.deliver", id, by: "p1"),
            ["nb": "tilstanden «Levert»", "nn": "tilstanden «Levert»", "en": "state 'Delivered'"])
        refused(
            lab.act("lab.work.update", id, "--text", "x", by: "p1"),
            ["nb": "kan ikke endres", "nn": "kan ikkje endrast", "en": "cannot be changed"])
        refused(lab.act("lab.work.return", id, "--why", "x", by: "p1"), ["nb": "ikke rett", "nn": "ikkje rett", "en": "no right"])
    }

    @Test func whatTimeMakesHappenComesFirst() throws {
        let lab = try RuntimeLab()
        let id = try lab.make(
            "lab.work.create", "--activity", "essay", "--text", "mine", "--ends", "2027-10-01T00:00:00Z", by: "p1", now: RuntimeLab.open)
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        #expect(lab.act("lab.work.return", id, "--why", "x", by: "t1", now: "2027-10-01T00:00:01Z").code == 77)
        #expect(lab.act("lab.work.return", id, "--why", "x", by: "t1", now: "2027-09-30T23:59:59Z").code == 0)
    }
}
