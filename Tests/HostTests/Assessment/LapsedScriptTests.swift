import Testing

/// The time to grade ends with the exam.
@Suite struct LapsedScriptTests {
    private func annul(_ candidate: Int, _ number: String, _ lab: AssessmentLab) throws {
        try lab.ok("do", "assessment.suspicion.create", "--candidate", String(candidate), "--suspicion", "copied", "--as", "co1")
        try lab.ok("do", "assessment.suspicion.notify", number, "--as", "co1")
        try lab.ok("do", "assessment.suspicion.send", number, "--as", "co1")
        try lab.ok("do", "assessment.suspicion.annul", number, "--reason", "r", "--for", "5", "--against", "0", "--as", "co1")
    }

    private func grading(_ lab: AssessmentLab) throws -> String {
        try lab.ok("explain", "deadline", "assessment.script", "1", "grading", "--lang", "en", "--as", "co1")
    }

    @Test func anAnnulledScriptIsNotGraded() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        #expect(try grading(lab).contains("ends on"))
        try annul(1, "1", lab)
        #expect(try lab.state("assessment.script", 1) == "lapsed")
        #expect(try grading(lab).contains("stopped on Tuesday 16 May 2028"))
        let listed = try lab.ok("report", "kernel.deadlines", "--output", "csv", "--lang", "en", "--as", "co1")
        #expect(listed.split(whereSeparator: \.isNewline).contains { $0.contains(",grading,") && $0.contains(",stopped,") }, "\(listed)")
    }

    @Test func ANewExamAfterAFormalErrorEndsIt() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.ok(
            "do", "assessment.exam-complaint.create", "--candidate", "1", "--known", "2028-05-16", "--grounds", "noise", "--as", "p1")
        try lab.ok("do", "assessment.exam-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.exam-complaint.uphold", "1", "--answer", "a", "--remedy", "new-exam", "--as", "co1")
        #expect(try grading(lab).contains("stopped on Tuesday 16 May 2028"))
    }

    /// Of those who wrote together the others are graded.
    @Test func aScriptOfSeveralIsGradedForTheOthers() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      work: individual\n      duration: P14D\n",
                "      work: group\n      group-size: 3\n      duration: P14D\n")
        }
        try lab.adoptGuide()
        for person in ["p1", "p2"] {
            try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person)
        }
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--text", "ours", "--others", "p2", "--as", "p1")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        try annul(1, "1", lab)
        #expect(try lab.state("assessment.script", 1) == "delivered")
        #expect(try grading(lab).contains("ends on"))
        try annul(2, "2", lab)
        #expect(try lab.state("assessment.script", 1) == "lapsed")
    }
}
