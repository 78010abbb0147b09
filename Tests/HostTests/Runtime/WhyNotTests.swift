import Kernel
import KernelTesting
import Testing

/// What `explain right` and refusals say of why not.
@Suite struct WhyNotTests {
    @Test func theOperatorLearnsTheRuleAlsoOfWhatThePersonDoesNotSee() throws {
        let lab = try RuntimeLab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        for action in ["update", "delete", "deliver"] {
            let told = lab.session.run("explain", "right", "p2", "lab.work.\(action)", work, now: RuntimeLab.open)
            #expect(told.code == 0 && told.out.contains("p2, lab.work.\(action) \(work): no"), "\(told)")
            #expect(told.out.contains("only owner may do it") && told.out.contains("may not see the record"), "\(told)")
        }
        // She herself is told that there is none, as of one that there is not.
        let own = lab.session.run("explain", "right", "p2", "lab.work.update", work, "--as", "p2", now: RuntimeLab.open)
        #expect(own.code == 65 && own.err.contains("there is no lab.work '\(work)'"), "\(own)")
        #expect(lab.session.run("explain", "right", "p2", "lab.work.update", "99", now: RuntimeLab.open).code == 65)
    }

    /// Who stands in a relation may read, and so act on, only what fits its conditions.
    @Test func aRightWithAConditionSaysThatItDoesNotHold() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      return: {title: {nb: Send tilbake,",
                with:
                    "      cheer: {title: {nb: Ros, nn: Ros, en: Cheer}, from: delivered, to: delivered, by: [peer]}\n      return: {title: {nb: Send tilbake,",
                in: RuntimeLab.manifest)
            try files.replace(
                "      owner: all\n      lecturer: {fields: all, once: delivered}",
                with: "      everyone: [shared]\n      owner: all\n      lecturer: {fields: all, once: delivered}", in: RuntimeLab.manifest)
        }
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let refused = lab.act("lab.work.cheer", work, by: "p2")
        #expect(refused.code == 77, "\(refused)")
        #expect(
            refused.err.contains(
                "only peer may do it, and here only with records for which this holds (peer: once: delivered, shared: true)"),
            "\(refused.err)")
        #expect(!refused.err.contains("most limited"), "\(refused.err)")
        let open = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", "--shared", "true", by: "p3")
        try lab.ok("do", "lab.work.deliver", open, "--as", "p3")
        #expect(lab.act("lab.work.cheer", open, by: "p2").code == 0)
    }

    @Test func enrollingSomeoneWhoHadLeftSaysThatSheIsBack() throws {
        let lab = try RuntimeLab()
        try lab.ok("do", "kernel.enrolment.end", "--enrolment", "nord-h27/p3", "--reason", "moved")
        #expect(try lab.ok("enrol", "nord-h27", "p3") == "p3 takes part in nord-h27 again: the enrolment had ended, and goes on.\n")
        #expect(try lab.ok("enrol", "nord-h27", "p3") == "p3 was already enrolled in nord-h27.\n")
        try lab.ok("do", "kernel.enrolment.end", "--enrolment", "nord-h27/p3", "--reason", "moved")
        let json = try lab.ok("enrol", "nord-h27", "p3", "--output", "json")
        #expect(json.contains("\"new\": false") && json.contains("\"resumed\": true"), "\(json)")
    }

    @Test func whoExtendedADeadlineIsToldWhy() throws {
        let lab = try RuntimeLab { files in
            let next = "  verdict:\n    title: {nb: Dom, nn: Dom, en: Verdict}\n    initial"
            try files.replace(
                next,
                with: "    deadlines:\n      answer: {after: work.deliver, within: {weeks: 6}, late: decision}\n" + next,
                in: RuntimeLab.manifest)
        }
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.ok(
            "do", "kernel.deadline.extend", "--record", "lab.work", "--id", work, "--deadline", "answer", "--until", "2027-12-01",
            "--reason",
            "A cold", "--as", "c1")
        for person in ["c1", "p1"] {
            #expect(try lab.ok("explain", "deadline", "lab.work", work, "--as", person).contains("because: A cold"), "\(person)")
            let json = try lab.ok("explain", "deadline", "lab.work", work, "--output", "json", "--as", person)
            #expect(json.contains("\"reason\": \"A cold\""), "\(person) \(json)")
        }
        let lecturer = try lab.ok("explain", "deadline", "lab.work", work, "--as", "t1")
        #expect(lecturer.contains("Extended") && !lecturer.contains("A cold"), "\(lecturer)")
        #expect(try !lab.ok("explain", "deadline", "lab.work", work, "--output", "json", "--as", "t1").contains("A cold"))
        // Of an activity too.
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "nord-h27/p2", "--activity", "essay", "--until", "2027-12-01", "--reason",
            "A fall",
            "--as", "c1")
        let activity = try lab.ok("explain", "deadline", "kernel.enrolment", "nord-h27/p2", "essay", "--as", "c1")
        #expect(activity.contains("because: A fall"), "\(activity)")
    }

    @Test func aVersionExpectedOfWhatIsMadeIsRefused() throws {
        let lab = try RuntimeLab()
        let answer = lab.act("lab.term.create", "--word", "x", "--expect", "3", by: "p1")
        #expect(answer.code == 64 && answer.err.contains("--expect"), "\(answer)")
        #expect(try lab.texts("SELECT count(*) FROM lab_term") == ["0"])
    }

    @Test func aTextByLanguageTakesLanguagesAlone() throws {
        let lab = try RuntimeLab()
        try lab.session.put(#"{"offering": "nord-h27", "name": {"nb": "a", "fr": "b"}}"#, "in.json")
        let answer = lab.act("lab.thing.create", "--input", "in.json", by: "p1")
        #expect(answer.code == 65 && answer.err.contains("expected 'nb', 'nn' or 'en', found 'fr'"), "\(answer)")
        try lab.session.put(#"{"offering": "nord-h27", "name": {"nb": "a", "nn": "b", "en": "c"}}"#, "in.json")
        #expect(lab.act("lab.thing.create", "--input", "in.json", by: "p1").code == 0)
    }

    @Test func programsGetCodesAndPeopleWords() throws {
        let lab = try RuntimeLab()
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--size", "small", "--task", "essay", by: "p1")
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        #expect(try lab.ok("list", "lab.thing", "--output", "csv").contains(",small,"))
        let table = try lab.ok("list", "lab.thing", "--lang", "nb")
        #expect(table.contains("liten"), "\(table)")
        let csv = try lab.ok("list", "lab.thing", "--output", "csv", "--lang", "nb")
        #expect(csv.contains(",small,") && !csv.contains("liten"), "\(csv)")
        let json = try JSONValue(parsing: Array(lab.ok("list", "lab.thing", "--output", "json").utf8))
        #expect(json["rows"]?.array?.first?.array?.contains(.string("small")) == true, "\(json.compact)")
        #expect(try lab.ok("list", "lab.work").contains("Delivered"))
        #expect(try lab.ok("list", "lab.work", "--output", "csv").contains("1,delivered,"))
        let works = try JSONValue(parsing: Array(lab.ok("list", "lab.work", "--output", "json").utf8))
        #expect(works["rows"]?.array?.first?.array?[1].string == "delivered", "\(works.compact)")
        #expect(works["columns"]?.array?[1]["type"]?.string == "code")
    }
}
