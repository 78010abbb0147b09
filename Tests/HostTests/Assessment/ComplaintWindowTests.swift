import Testing

/// Reasons, formal complaints and complaints about a grade keep their time on every path.
@Suite struct ComplaintWindowTests {
    private let late = "2028-06-20T08:00:00Z"

    /// A grade that was announced on 16 May 2028, and drafts of everything that can be asked.
    private func drafts(isDelivered: Bool = true) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        if isDelivered {
            try lab.grade("C")
        } else {
            for (number, person) in [("1", "ex1"), ("2", "ex2")] {
                try lab.ok("do", "assessment.judgement.seal", number, "--grade", "C", "--as", person)
            }
            try lab.announce()
        }
        try lab.ok("do", "assessment.reasons.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "the clock", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.session.put("id\n1\n", "ones.csv")
        return lab
    }

    private static let acts = ["reasons.ask", "formal-complaint.make", "grade-complaint.make"]

    @Test(arguments: acts) func itEndsHoweverItIsDone(_ act: String) throws {
        let lab = try drafts()
        let action = "assessment.\(act)"
        for words in [
            [action, "1", "--as", "p1"], [action, "--each", "ones.csv", "--as", "p1"], [action, "1", "--request", "r1", "--as", "p1"],
            [action, "1", "--as", "co1"], [action, "1"], [action, "1", "--as", "p2"], [action, "--each", "ones.csv"],
            [action, "1", "--dry-run", "--as", "p1"],
        ] {
            let answer = lab.refused(words, at: late)
            #expect(answer.hasPrefix("77") || answer.hasPrefix("65"), "\(words): \(answer)")
        }
        try lab.ok("due", at: late)
        #expect(try lab.state("assessment.\(act.split(separator: ".")[0])", 1) == "draft")
    }

    /// The letter that never arrived sets no time off, but after a year nothing is treated.
    @Test(arguments: acts) func aYearIsTheEndWhateverArrived(_ act: String) throws {
        let lab = try drafts(isDelivered: false)
        let words = ["assessment.\(act)", "1", "--as", "p1"]
        #expect(lab.refused(words, at: "2029-05-17T08:00:00Z").contains("more than a year since the grade was announced"))
        try lab.ok("due", at: "2029-05-18T08:00:00Z")
        #expect(lab.refused(words, at: "2029-05-19T08:00:00Z").hasPrefix("77"))
        #expect(lab.refused(words, at: "2029-05-16T08:00:00Z") == "done")
    }
}
