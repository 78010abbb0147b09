import Foundation
import Kernel
import Testing

/// Results are frozen, signed and checked; complaints change one person's alone; keys rotate.
@Suite struct ResultLifeTests {
    @Test func frozenSignedAndChecked() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        #expect(try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1").contains("frozen: 1"))
        #expect(try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1").contains("frozen: 0"))
        #expect(lab.session.run("export", "result", "vest-h27/p1", now: AssessmentLab.exam).code == 77)
        #expect(lab.session.run("do", "assessment.key.create", "--seed", "1", now: AssessmentLab.exam).code == 77)
        #expect(lab.session.run("do", "assessment.key.create", "--as", "co1", now: AssessmentLab.exam).code == 77)
        try lab.ok("do", "assessment.key.create")
        let folder = lab.session.path + "/var/keys"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        try #require(names.count == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/" + names.item(0))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let keys = try lab.ok("report", "assessment.keys", "--output", "csv").split(whereSeparator: \.isNewline)
        let half = try String(keys.item(1).prefix { $0 != "," })
        try lab.ok("export", "result", "vest-h27/p1", "--to", "result.json", "--as", "p1")
        #expect(lab.session.run("export", "result", "vest-h27/p1", "--as", "p2", now: AssessmentLab.exam).code == 65)
        try FileManager.default.moveItem(atPath: lab.session.path + "/var", toPath: lab.session.path + "/away")
        #expect(lab.session.run("verify", "result", "result.json", "--key", half).code == 0)
        #expect(lab.session.run("verify", "result", "result.json", "--key", String(repeating: "0", count: 64)).code == 1)
        let text = try String(contentsOfFile: lab.session.path + "/result.json", encoding: .utf8)
        try lab.session.put(text.replacing("\"grade\":\"C\",\"institution\"", with: "\"grade\":\"A\",\"institution\""), "forged.json")
        let forged = lab.session.run("verify", "result", "forged.json")
        #expect(forged.code == 1 && forged.out.contains("the grade follows from the parts"), "\(forged.out)")
        #expect(
            lab.session.run("verify", "nothing", "result.json").code == 65 || lab.session.run("verify", "nothing", "result.json").code == 64
        )
        try FileManager.default.moveItem(atPath: lab.session.path + "/away", toPath: lab.session.path + "/var")
        // A new key; the old one is accepted for a year.
        try lab.ok("do", "assessment.key.create", at: "2028-06-01T08:00:00Z")
        let rotated = try lab.ok("report", "assessment.keys")
        #expect(rotated.contains("Replaced but accepted") && rotated.contains("2029-06-01") && rotated.contains("In use"))
        // Others can read it: it is not used.
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/" + name)
        }
        #expect(lab.session.run("export", "result", "vest-h27/p1", "--as", "p1", now: AssessmentLab.exam).code == 77)
    }

    @Test func aFrozenResultChangesOnlyByANewDecision() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        try lab.complain()
        for (number, person) in [("1", "ex3"), ("2", "ex4")] {
            try lab.ok("do", "assessment.regrade.declare", number, "--as", person)
            try lab.ok("do", "assessment.regrade.seal", number, "--grade", "B", "--as", person)
        }
        #expect(try lab.state("assessment.grade-complaint", 1) == "renewed")
        #expect(lab.refused(["assessment.grade-complaint.answer", "1", "--as", "co1"]).hasPrefix("77"))
        #expect(lab.refused(["assessment.grade-complaint.decide", "1", "--reason", "x", "--as", "co1"]).contains("11-11(3)"))
        #expect(throws: AssessmentLab.Failed.self) { try lab.renew("pass") }
        try lab.ok("do", "assessment.regrade.seal", "3", "--grade", "B", "--as", "ex6")
        try lab.ok("do", "assessment.regrade.create", "--regrading", "2", "--assessor", "ex7", "--as", "co1")
        try lab.ok("do", "assessment.regrade.declare", "4", "--as", "ex7")
        try lab.ok("do", "assessment.regrade.seal", "4", "--grade", "B", "--as", "ex7")
        try lab.ok("do", "assessment.grade-complaint.decide", "1", "--reason", "again", "--as", "co1")
        try lab.ok("do", "assessment.announce", "--offering", "vest-h27", "--activity", "hjemmeeksamen", "--as", "co1")
        #expect(try lab.state("assessment.result", 1) == "replaced")
        #expect(lab.refused(["assessment.freeze", "--offering", "vest-h27", "--as", "co1"]).contains("--reason"))
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--reason", "complaint", "--as", "co1")
        #expect(try lab.state("assessment.outcome", 1) == "corrected")
        // The new grade is final, and there is no other.
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "2", "--as", "p1")
        #expect(lab.refused(["assessment.grade-complaint.make", "2", "--as", "p1"]).hasPrefix("77"))
    }

    @Test func documentsInThreeLanguages() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("C")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        for language in ["nb", "nn", "en"] {
            for report in ["documentation", "grades", "protocol", "rules", "examiners"] {
                let page = try lab.ok("report", "assessment.\(report)", "--output", "html", "--lang", language, "--as", "co1")
                #expect(page.contains("<html lang=\"\(language)\""))
                // Never called a diploma, but where it says that it is none.
                #expect(page.components(separatedBy: "itnemål").count <= 3)
            }
        }
        #expect(try lab.ok("report", "assessment.documentation", "--as", "p1").contains("This is no diploma"))
    }

    @Test func rubricsHaveEditionsThatNeverChange() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      credits: 15\n      work: individual\n",
                "      credits: 15\n      rubric: paper\n      work: individual\n")
        }
        func rubric(_ edition: Int, weight: Int, text: String) -> String {
            """
            rubric: paper
            edition: \(edition)
            criteria:
              - criterion: judgement
                weight: \(weight)
                title: {nb: Vurderingsevne, nn: Vurderingsevne, en: Judgement}
                levels: [{level: high, text: {nb: "\(text)", nn: "\(text)", en: "\(text)"}}, {level: low, text: {nb: l, nn: l, en: l}}]
              - criterion: independence
                weight: \(100 - weight)
                title: {nb: Selvstendighet, nn: Sjølvstende, en: Independence}
                levels: [{level: high, text: {nb: h, nn: h, en: h}}, {level: low, text: {nb: l, nn: l, en: l}}]

            """
        }
        try lab.session.put(rubric(1, weight: 50, text: "clear"), "r1.yaml")
        try lab.ok("import", "rubric", "r1.yaml")
        try lab.ok("import", "rubric", "r1.yaml")
        try lab.prepare()
        try lab.session.put(rubric(1, weight: 60, text: "clear"), "changed.yaml")
        #expect(lab.session.run("import", "rubric", "changed.yaml").code == 77)
        try lab.session.put(rubric(2, weight: 60, text: "very clear"), "r2.yaml")
        try lab.ok("import", "rubric", "r2.yaml")
        let diff = try lab.ok("report", "assessment.rubric-diff", "--rubric", "paper", "--from", "1", "--to", "2", "--output", "csv")
        #expect(diff.contains("weight") && diff.contains("very clear") && diff.split(whereSeparator: \.isNewline).count == 4, "\(diff)")
        #expect(lab.session.run("report", "assessment.rubric-diff", "--rubric", "paper", "--from", "1", "--to", "3").code == 65)
        let touched = try lab.ok("report", "assessment.re-marking", "--rubric", "paper", "--as", "co1")
        #expect(touched.contains("ex1") && touched.contains("ex2"), "\(touched)")
        try lab.session.put(rubric(3, weight: 60, text: "x").replacing("weight: 40", with: "weight: 30"), "bad.yaml")
        let bad = lab.session.run("import", "rubric", "bad.yaml")
        #expect(bad.code == 65 && (bad.err + bad.out).contains("90, not 100"), "\(bad)")
    }
}
