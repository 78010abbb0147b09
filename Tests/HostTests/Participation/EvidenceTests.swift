import Foundation
import Kernel
import Testing

/// Which demand each piece of evidence answers, and which nothing answers.
@Suite struct EvidenceTests {
    private func give(_ lab: AdmissionLab, _ demand: String, _ kind: String, _ extra: String...) -> String {
        let answer = lab.session.run(
            [
                "do", "participation.evidence.create", "--application", "1", "--demand", demand, "--kind", kind, "--as", "a1",
            ] + extra, now: AdmissionLab.open)
        return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
    }

    @Test func everyoneConcernedSeesWhatIsAnsweredAndWhatIsNot() throws {
        let lab = try AdmissionLab()
        try lab.round("kyst-h27")
        try lab.ok(
            "do", "participation.application.create", "--round", "1", "--applicant", "a1", "--employer", "kommune-1", "--post",
            "principal", "--as", "a1")
        let stray = give(lab, "foererkort", "degree", "--document", "attest.txt")
        #expect(
            stray.hasPrefix("77") && stray.contains("no demand of the admission is called 'foererkort'; the demands are utdanning ("),
            "\(stray)")
        #expect(give(lab, "utdanning", "degree", "--document", "attest.txt") == "done")
        let backwards = give(lab, "stilling", "leader-employment", "--from", "2020-08-01", "--until", "2019-08-01")
        #expect(backwards.contains("the period ends (2019-08-01) before it begins (2020-08-01)"), "\(backwards)")
        #expect(lab.refused("participation.evidence.update", "1", "--demand", "foererkort", "--as", "a1").contains("no demand"))
        func rows(_ person: String) throws -> [[String: JSONValue]] { try lab.rows("participation.evidence", by: person) }
        for person in ["a1", "adm-kyst"] {
            let own = try rows(person)
            #expect(own.map { $0["id"]?.string } == ["utdanning", "stilling"], "\(own)")
            #expect(own.first?["evidence"]?.integer == 1 && own.first?["document"]?.bool == true)
            #expect(own.first?["means"]?["en"]?.string?.contains("of another kind than the demand names") == true)
            #expect(own.last?["evidence"]?.isNull == true)
            #expect(own.last?["means"]?["en"]?.string == "not answered; any one of these kinds is enough: leader-employment")
        }
        #expect(try rows("a2").isEmpty && rows("o2").isEmpty && rows("adm-vest").isEmpty)
        #expect(try lab.ok("report", "participation.evidence", "--as", "a1").contains("1 demand is not answered."))
        let submit = lab.refused("participation.application.submit", "1", "--as", "a1")
        #expect(submit.hasPrefix("77") && submit.contains("no evidence was given for") && submit.contains("(stilling)"), "\(submit)")
        #expect(try lab.ok("report", "participation.next", "--as", "a1").contains("not documented"))
        // Nothing is lost by it.
        #expect(give(lab, "stilling", "leader-employment", "--post", "principal", "--from", "2020-08-01", "--percent", "100") == "done")
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1")
        #expect(try rows("a1").last?["document"]?.bool == false)
        #expect(try lab.ok("report", "participation.evidence", "--as", "a1").contains("Every demand is answered."))
        try lab.ok("do", "participation.evidence.refuse", "2", "--reason", "No document", "--as", "adm-kyst")
        #expect(try rows("a1").last?["means"]?["en"]?.string?.hasPrefix("not answered") == true)
    }
}
