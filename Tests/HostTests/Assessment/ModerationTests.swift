import Kernel
import Testing

/// Where examiners disagree they agree after a talk, or one more examiner settles it.
@Suite struct ModerationTests {
    @Test func aThirdExaminerSettlesIt() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "B", "--notes", "first", "--as", "ex1")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "D", "--as", "ex2")
        let moderation = ["assessment.decision.create", "--script", "1", "--grade", "C", "--way", "moderation", "--as", "co1"]
        #expect(lab.refused(moderation).contains("no moderator"))
        try lab.ok("do", "assessment.judgement.create", "--script", "1", "--assessor", "ex3", "--as", "co1")
        try lab.ok("do", "assessment.judgement.declare", "3", "--as", "ex3")
        #expect(lab.refused(moderation).contains("no moderator"))
        // She sees what none of the others set before she has judged.
        #expect(try !lab.ok("list", "assessment.judgement", "--as", "ex3").contains("first"))
        #expect(lab.refused(["assessment.judgement.seal", "3", "--grade", "pass", "--as", "ex3"]).contains("11-7(1)"))
        try lab.ok("do", "assessment.judgement.seal", "3", "--grade", "C", "--notes", "between", "--as", "ex3")
        #expect(try lab.state("assessment.script", 1) == "agreed")
        #expect(try lab.ok("list", "assessment.judgement", "--as", "ex3").contains("first"))
        #expect(try lab.ok("list", "assessment.judgement", "--as", "ex1").contains("between"))
        let lines = try lab.ok("report", "assessment.protocol", "--as", "co1", "--output", "csv").split(whereSeparator: \.isNewline)
        #expect(try lines.item(1).contains("\"ex1 B, ex2 (ext) D, ex3 (moderator) C\",C,A moderator decided,between"), "\(lines)")
        // How far the first two agreed is measured without her.
        let agreement = try lab.ok("report", "assessment.agreement", "--as", "co1", "--output", "csv")
        #expect(!agreement.contains("ex3") && agreement.contains("ex1"))
        try lab.announce()
        #expect(try lab.ok("show", "assessment.result", "1", "--as", "p1", "--output", "json").contains("\"grade\": \"C\""))
    }

    /// Reports about an offering are about that alone.
    @Test func reportsOfAnotherOfferingAreEmpty() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        for report in ["protocol", "agreement", "grades"] {
            let here = try lab.ok("report", "assessment.\(report)", "--offering", "vest-h27", "--as", "co1", "--output", "csv")
            let there = try lab.ok("report", "assessment.\(report)", "--offering", "handel-h27", "--as", "co1", "--output", "csv")
            #expect(here.contains(report == "agreement" ? "ex1" : "hjemmeeksamen"), "\(here)")
            #expect(!there.contains("ex1") && !there.contains("hjemmeeksamen"), "\(there)")
        }
    }

    /// A course that is passed or not says so in the language of the document.
    @Test func passedIsSaidInTheLanguageOfTheDocument() throws {
        let lab = try AssessmentLab { session in
            try session.edit("Config/institutions/vest/variants/vest-plf-2027.yaml", "scale: a-f", "scale: pass-fail")
        }
        try lab.prepare()
        try lab.grade("pass")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        for (language, word) in [("nb", "bestått"), ("nn", "greidd"), ("en", "pass")] {
            for report in ["documentation", "grades", "protocol"] {
                let text = try lab.ok("report", "assessment.\(report)", "--lang", language, "--output", "csv", "--as", "co1")
                #expect(text.contains(word) && (language == "en" || !text.contains("pass")), "\(text)")
            }
        }
    }
}
