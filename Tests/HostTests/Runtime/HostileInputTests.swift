import Kernel
import Testing

/// Input that would be kept as something else than it is, or that means something else than it says.
@Suite struct HostileInputTests {
    @Test func noTextIsCutAtNUL() throws {
        let lab = try RuntimeLab()
        let before = try lab.everything()
        func refused(_ answer: Session.Answer) throws {
            #expect(answer.code == 65, "\(answer.out)\(answer.err)")
            #expect(answer.err.contains("input/nul"), "\(answer.err)")
            #expect(try lab.everything() == before)
        }
        try refused(lab.act("lab.thing.create", "--offering", "nord-h27", "--text", "ab\0cd", by: "p1"))
        try refused(lab.act("lab.thing.create", "--offering", "nord-h27", "--tags", "a\0b", by: "p1"))
        try lab.session.put(#"{"offering": "nord-h27", "text": "ab\u0000cd"}"#, "in.json")
        try refused(lab.act("lab.thing.create", "--input", "in.json", by: "p1"))
        try lab.session.put(#"{"offering": "nord-h27", "data": {"a": 1, "b\u0000": ["\u0000"]}}"#, "in.json")
        try refused(lab.act("lab.thing.create", "--input", "in.json", by: "p1"))
        try lab.session.put("offering: nord-h27\ntext: \"ab\\0cd\"\n", "in.yaml")
        try refused(lab.act("lab.thing.create", "--input", "in.yaml", by: "p1"))
        try lab.session.put("word\na\0b\n", "words.csv")
        try refused(lab.session.run("do", "lab.term.create", "--each", "words.csv"))
        try refused(lab.act("kernel.group.create", "--id", "g\0x", "--title", "G"))
    }

    @Test func noNameOfAPersonIsCutAtNUL() throws {
        let lab = try RuntimeLab()
        let head = "id,given_name,family_name,email,organisation,role,language\n"
        for row in ["q1,Na\0vn,Slekt,,Skolen,teacher,nb", "q\02,Navn,Slekt,,Skolen,teacher,nb", "q3,Navn,Slekt,,Sko\0len,teacher,nb"] {
            try lab.session.put(head + row + "\n", "nul.csv")
            let answer = lab.session.run("people", "import", "nul.csv")
            if answer.code == 0 {
                #expect(try lab.texts("SELECT count(*) FROM kernel_person WHERE instr(hex(given_name || id), '00') > 0") != ["0"], "cut")
            } else {
                #expect(answer.code == 65, "\(answer.err)")
            }
        }
    }

    @Test func aFieldWithTheNameOfAnOptionHasAWayOfItsOwn() throws {
        let lab = try RuntimeLab()
        let id = try lab.make(
            "lab.thing.create", "--offering", "nord-h27", "--field.at", "2027-09-20T08:00:00Z", "--field.number=3", by: "p1")
        let shown = try #require(try lab.show("lab.thing", id, by: "p1"))
        #expect((shown["values"] ?? shown)["at"]?.string == "2027-09-20T08:00:00Z")
        #expect(lab.session.run("list", "lab.thing", "--field.number", "3", "--output", "csv").out.contains("2027-09-20"))
        let clock = lab.act("lab.thing.create", "--offering", "nord-h27", "--at", "2027-09-21T08:00:00Z", by: "p1")
        #expect(clock.code == 0 && clock.err.contains("the field 'at' is given as --field.at"), "\(clock.err)")
        #expect(lab.act("lab.thing.create", "--field.nothing", "3", by: "p1").code == 64)
    }

    @Test func theHelpOfARefusalCanBeDone() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let late = lab.act("lab.work.deliver", id, by: "p1", now: RuntimeLab.late)
        #expect(late.code == 77)
        let command = late.err.split(separator: ": kjerne ").last?.split(separator: "\n").first ?? ""
        let words = command.replacing("DATE", with: "2027-12-24").replacing("REASON", with: "illness").split(separator: " ").map(
            String.init)
        #expect(words.first == "do", "\(late.err)")
        try lab.ok(words + ["--as", "c1"], now: RuntimeLab.late)
        #expect(lab.act("lab.work.deliver", id, by: "p1", now: RuntimeLab.late).code == 0)
    }

    @Test func offeringsTellHowManyOnlyToThoseWhoSeeThem() throws {
        let lab = try RuntimeLab()
        func row(_ person: String?) -> String {
            lab.session.run(["offerings", "list", "--output", "csv"] + (person.map { ["--as", $0] } ?? [])).out
        }
        for person in ["p1", "t1", "c1", nil] { #expect(row(person).contains(",active,6\r\n"), "\(row(person))") }
        #expect(row("x1").contains(",active,\r\n"), "\(row("x1"))")
    }
}
