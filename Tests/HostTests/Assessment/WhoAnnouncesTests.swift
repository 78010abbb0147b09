import Kernel
import Testing

/// An action that names an offering is a matter of those who have a role there, and of an offering and an exam that are there.
@Suite struct WhoAnnouncesTests {
    @Test func othersNeitherAnnounceNorFreeze() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "C", "--as", "ex1")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "C", "--as", "ex2")
        try lab.session.put("id,given_name,family_name,organisation,role\nhco,Ho,Co,handel,coordinator\n", "hco.csv")
        try lab.ok("people", "import", "hco.csv")
        let announce = ["assessment.announce", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as"]
        #expect(lab.refused(announce + ["hco"]).hasPrefix("77"))
        #expect(lab.refused(["assessment.freeze", "--offering", "vest-h27", "--as", "hco"]).hasPrefix("77"))
        #expect(try lab.state("assessment.result", 1) == "decided")
        #expect(lab.refused(["assessment.announce", "--offering", "nope", "--activity", "nada", "--as", "co1"]).hasPrefix("65"))
        let misspelt = lab.refused(["assessment.announce", "--offering", "vest-h27", "--activity", "hjemeeksamen", "--as", "co1"])
        #expect(misspelt.hasPrefix("65") && misspelt.contains("hjemmeeksamen"), "\(misspelt)")
        #expect(lab.refused(announce + ["co1"]) == "done")
    }
}
