import Foundation
import Testing

/// Between a grade that changed and the next decision nobody is given the joint result, and an earlier document is told from one that stands.
@Suite struct SupersededResultTests {
    private func frozen(_ grade: String) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade(grade)
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        try lab.ok("do", "assessment.key.create")
        try lab.ok("export", "result", "vest-h27/p1", "--to", "old.json", "--as", "p1")
        return lab
    }

    private func export(_ lab: AssessmentLab) -> String {
        let answer = lab.session.run("export", "result", "vest-h27/p1", "--to", "new.json", "--as", "p1", now: AssessmentLab.exam)
        return "\(answer.code) \(answer.err)\(answer.out)"
    }

    private func verify(_ file: String, _ lab: AssessmentLab) -> String {
        let answer = lab.session.run("verify", "result", file, now: AssessmentLab.exam)
        return "\(answer.code) \(answer.out)"
    }

    @Test func aChangedGradeWaitsForANewDecision() throws {
        let lab = try frozen("D")
        #expect(verify("old.json", lab).hasPrefix("0") && verify("old.json", lab).contains("no later decision"))
        try lab.complain()
        try lab.regrade("B")
        #expect(export(lab).hasPrefix("0"))
        try lab.renew("B")
        try lab.ok("do", "assessment.grade-complaint.decide", "1", "--reason", "again", "--as", "co1")
        // Decided, and then announced: neither the old grade nor one that is not frozen.
        for isAnnounced in [false, true] {
            if isAnnounced { try lab.announce() }
            #expect(export(lab).hasPrefix("77") && export(lab).contains("a grade has changed since"), "\(export(lab))")
            #expect(verify("old.json", lab).hasPrefix("1") && verify("old.json", lab).contains("a grade has changed, and there is no new"))
            #expect(try !lab.ok("report", "assessment.documentation", "--output", "csv", "--as", "p1").contains("LPF"))
        }
        #expect(lab.refused(["assessment.freeze", "--offering", "vest-h27", "--as", "co1"]).contains("--reason"))
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--reason", "complaint", "--as", "co1")
        #expect(export(lab).hasPrefix("0"))
        #expect(verify("new.json", lab).hasPrefix("0"))
        #expect(verify("old.json", lab).hasPrefix("1") && verify("old.json", lab).contains("replaced by decision 2"))
        // Without the store the file proves what it proves, and says what it cannot know.
        try FileManager.default.moveItem(atPath: lab.session.path + "/var", toPath: lab.session.path + "/away")
        #expect(verify("old.json", lab).hasPrefix("0") && verify("old.json", lab).contains("The institution knows whether a later one"))
    }

    /// What somebody made up, with the institution's public key and a guess, is told nothing of.
    @Test func aGuessIsNotAnswered() throws {
        let lab = try frozen("D")
        let text = try String(contentsOfFile: lab.session.path + "/old.json", encoding: .utf8)
        try lab.session.put(text.replacing("\"signed\":\"2028-05-16\"", with: "\"signed\":\"2028-05-17\""), "guess.json")
        let answer = verify("guess.json", lab)
        #expect(answer.hasPrefix("1") && !answer.contains("no later decision") && !answer.contains("still stands"), "\(answer)")
    }

    /// The document names the course and who gave it, and which decision it tells of.
    @Test func theDocumentSaysWhichCourseAndDecision() throws {
        let lab = try frozen("D")
        let text = try lab.ok("report", "assessment.documentation", "--output", "csv", "--lang", "en", "--as", "p1")
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.first == "participant,name,institution,code,course,offering,credits,grade,grounds,decided,edition,digest", "\(text)")
        #expect(lines.contains { $0.contains(",vest,") && $0.contains(",vest-h27,15,D,") && $0.contains(",2028-05-16,1,") }, "\(text)")
        #expect(!text.contains("Vest, autumn 2027"))
    }

    @Test func aComplaintThatChangesNothingLeavesTheDecision() throws {
        let lab = try frozen("C")
        try lab.complain()
        try lab.regrade("C")
        #expect(export(lab).hasPrefix("0"))
        #expect(verify("old.json", lab).hasPrefix("0"))
    }

    @Test func aNewAttemptWaitsForANewDecision() throws {
        let lab = try frozen("F")
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        try lab.ok("do", "assessment.script.create", "--candidate", "2", "--text", "better", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "2", "--as", "p1")
        for (number, person) in [("3", "ex1"), ("4", "ex2")] {
            try lab.ok("do", "assessment.judgement.create", "--script", "2", "--assessor", person, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "B", "--as", person)
        }
        #expect(export(lab).hasPrefix("0"))
        try lab.announce()
        #expect(export(lab).hasPrefix("77"))
        #expect(verify("old.json", lab).hasPrefix("1"))
    }

    @Test func anAnnulledPartLeavesNoResult() throws {
        let lab = try frozen("C")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "1", "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", "1", "--reason", "r", "--for", "5", "--against", "0", "--as", "co1")
        #expect(export(lab).hasPrefix("65"))
        #expect(verify("old.json", lab).hasPrefix("1") && verify("old.json", lab).contains("a part has been annulled"))
    }
}
