import KernelTesting
import Testing

/// Values that are written as JSON on a command line or in a table: what is wrong in them is told at its place.
struct JSONFlagTests {
    @Test func aKeyThatStandsTwiceIsNamed() throws {
        let lab = try RuntimeLab()
        let answer = lab.act("lab.thing.create", "--offering", "nord-h27", "--data", #"{"a":1,"a":2}"#)
        #expect(answer.code == 65)
        #expect(answer.err.contains("command line:2:15: error: "), "\(answer.err)")
        #expect(answer.err.contains("[document/duplicate-key]") && answer.err.contains("'a'"), "\(answer.err)")
        #expect(!answer.err.contains("schema/type"), "\(answer.err)")
    }

    @Test(arguments: [(#"{"a":1"#, "document/"), (#"{"a":1,}"#, "json/trailing-comma"), (#"{a:1}"#, "json/key"), (#" {"a" 1}"#, "json/")])
    func whatIsNoJSONIsToldAtItsPlace(text: String, fault: String) throws {
        let lab = try RuntimeLab()
        let answer = lab.act("lab.thing.create", "--offering", "nord-h27", "--data", text)
        #expect(answer.code == 65)
        #expect(answer.err.contains("command line:2:"), "\(answer.err)")
        #expect(!answer.err.contains("schema/type"), "\(answer.err)")
    }

    /// A word that does not begin as JSON is judged as the text that it is.
    @Test func textIsStillText() throws {
        let lab = try RuntimeLab()
        let answer = lab.act("lab.thing.create", "--offering", "nord-h27", "--data", "a")
        #expect(answer.code == 65 && answer.err.contains("[schema/type]"), "\(answer.err)")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--data", #"{"a":1}"#)
    }

    @Test func cellsOfATableAreToldAsAWhole() throws {
        let lab = try RuntimeLab()
        try lab.session.put("offering,data\nnord-h27,\"{\"\"a\"\":1,\"\"a\"\":2}\"\n", "rows.csv")
        let answer = lab.act("lab.thing.create", "--each", "rows.csv")
        #expect(answer.code == 65)
        #expect(answer.err.contains("rows.csv:2:11: error: "), "\(answer.err)")
        #expect(answer.err.contains("[document/duplicate-key]"), "\(answer.err)")
    }
}
