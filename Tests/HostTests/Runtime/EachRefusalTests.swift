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

    /// Nobody reads more than a hundred at once, and nobody is left to think that these were all.
    @Test func howManyMoreThereAreIsTold() throws {
        let lab = try RuntimeLab()
        try lab.ok("do", "lab.term.create", "--word", "a")
        let refused = try each(lab, "lab.term.create", "word\n" + String(repeating: "a\n", count: 300))
        #expect(refused.code == 77)
        #expect(refused.err.contains("line 101: ") && !refused.err.contains("line 102: "), "\(refused.err)")
        #expect(refused.err.contains("and 200 more, not shown"), "\(refused.err)")
        let rows = String(repeating: "nord-h27,9,2\n", count: 300)
        let faulty = try each(lab, "lab.thing.create", "offering,number,share\n" + rows)
        #expect(faulty.code == 65)
        #expect(faulty.err.contains("500 more faults are not shown") && faulty.err.contains("100 errors"), "\(faulty.err)")
        let few = try each(lab, "lab.term.create", "word\na\n")
        #expect(!few.err.contains("more"), "\(few.err)")
    }

    /// A row that has too few cells hides no cell that is wrong.
    @Test func valuesAreToldBesideRowsThatAreNone() throws {
        let lab = try RuntimeLab()
        let answer = try each(lab, "lab.thing.create", "offering,number,text\nnord-h27,abc,xx\nnord-h27,2\nnord-h27,3,x\n")
        #expect(answer.code == 65)
        for place in ["rows.csv:2:10:", "rows.csv:3:", "rows.csv:4:12:"] { #expect(answer.err.contains(place), "\(answer.err)") }
        #expect(answer.err.contains("3 errors"), "\(answer.err)")
        #expect(try lab.texts("SELECT count(*) FROM lab_thing") == ["0"])
    }
}
