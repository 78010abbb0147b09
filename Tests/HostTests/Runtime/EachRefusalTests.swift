import KernelTesting
import Testing

/// Rows of a list that are refused: each is told with its line, whatever else is wrong.
struct EachRefusalTests {
    private func each(_ lab: RuntimeLab, _ action: String, _ rows: String) throws -> Session.Answer {
        try lab.session.put(rows, "rows.csv")
        return lab.act(action, "--each", "rows.csv")
    }

    @Test func keysThatAreTakenAreToldWithTheirLines() throws {
        let lab = try RuntimeLab()
        let answer = try each(lab, "lab.term.create", "word\na\na\nb\nb\n")
        #expect(answer.code == 77)
        #expect(answer.err.contains("line 3: there is already a Term"), "\(answer.err)")
        #expect(answer.err.contains("line 5: there is already a Term"), "\(answer.err)")
    }

    /// A row that cannot be read does not hide one whose key is taken.
    @Test func keysAreToldBesideFaults() throws {
        let lab = try RuntimeLab()
        let answer = try each(
            lab, "lab.thing.create", "offering,number,firm\nnord-h27,2,\nnord-h27,3,nope\nnord-h27,2,\nnord-h27,4,nope\n")
        #expect(answer.code == 65)
        #expect(answer.err.contains("rows.csv:3:12: error: there is no lab.term 'nope'"), "\(answer.err)")
        #expect(answer.err.contains("rows.csv:4:1: error: there is already a Thing with the same number"), "\(answer.err)")
        #expect(answer.err.contains("rows.csv:5:12:"), "\(answer.err)")
    }

    @Test func recordsThatAreNotThereAreToldWithTheirLines() throws {
        let lab = try RuntimeLab()
        let answer = try each(lab, "lab.thing.update", "id,number\n7,2\n9,3\n")
        #expect(answer.code == 65)
        #expect(answer.err.contains("rows.csv:2:1: error: there is no lab.thing '7'"), "\(answer.err)")
        #expect(answer.err.contains("rows.csv:3:1: error: there is no lab.thing '9'"), "\(answer.err)")
    }
}
