import Kernel
import Testing

/// `explain refusal` says what stands in the way, and changes nothing.
@Suite struct ExplainRefusalTests {
    private func cause(_ lab: RuntimeLab, _ words: [String], by person: String?, now: String = RuntimeLab.open) throws -> String? {
        let before = try lab.everything()
        let answer = lab.session.run(
            ["explain", "refusal"] + words + ["--output", "json"] + (person.map { ["--as", $0] } ?? []), now: now)
        #expect(answer.code == 0, "\(answer.err)")
        #expect(try lab.everything() == before, "\(words) changed something")
        let value = try JSONValue(parsing: Array(answer.out.utf8))
        #expect(value["format"]?.string == "kjerne.refusal/1")
        #expect((value["cause"]?.string != nil) == (value["refused"] == .bool(true)))
        return value["cause"]?.string
    }

    @Test func itNamesTheFirstThingInTheWay() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "", by: "p1")
        let deliver = ["lab.work.deliver", id]
        #expect(try cause(lab, deliver, by: "p1") == "missing")
        #expect(try cause(lab, deliver + ["--text", "mine"], by: "p1") == nil)
        #expect(try cause(lab, deliver, by: "p1", now: RuntimeLab.early) == "window")
        #expect(try cause(lab, deliver, by: "p1", now: RuntimeLab.late) == "window")
        // What she may not see is not there for her, here either.
        #expect(try cause(lab, deliver, by: "p2") == cause(lab, ["lab.work.deliver", "999"], by: "p2"))
        try lab.ok("do", "lab.work.update", id, "--text", "mine", "--as", "p1")
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        #expect(try cause(lab, deliver, by: "p1") == "state")
        #expect(try cause(lab, ["lab.work.update", id, "--text", "x"], by: "p1") == "state")
        #expect(try cause(lab, ["lab.work.return", id, "--why", "x"], by: "p1") == "right")
        #expect(try cause(lab, ["lab.work.return", id], by: "t1") == "input")
        #expect(try cause(lab, ["lab.work.return", id, "--why", "x"], by: "t1") == nil)
        #expect(try cause(lab, ["kernel.enrolment.create", "--offering", "nord-h27", "--person", "x1"], by: "p1") == "right")
        #expect(try cause(lab, ["kernel.enrolment.create", "--offering", "nord-h27", "--person", "x1"], by: nil) == nil)
        #expect(lab.session.run("explain", "refusal").code == 64)
        #expect(lab.session.run("explain", "refusal", "lab.work.deliverr", id).err.contains("did you mean 'lab.work.deliver'?"))
    }

    @Test(arguments: [
        ("nb", "lab.work.deliver 1, p1: går ikke nå, på grunn av tilstanden"),
        ("nn", "lab.work.deliver 1, p1: går ikkje no, på grunn av tilstanden"),
        ("en", "lab.work.deliver 1, p1: refused now, because of the state"),
    ])
    func itSpeaksTheReadersLanguage(language: String, line: String) throws {
        let lab = try RuntimeLab(language: language)
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", id, "--as", "p1")
        let answer = lab.session.run("explain", "refusal", "lab.work.deliver", id, "--as", "p1", now: RuntimeLab.open)
        #expect(answer.out.hasPrefix(line + "\n"), "\(answer.out)")
    }
}
