import Testing

/// A portfolio is put together from works that were approved.
@Suite struct PortfolioTests {
    /// `kyst-h27`, where the portfolio takes at least two of three texts.
    private func lab(approved: Int) throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.session.put("offering,person,role\nkyst-h27,p1,participant\nkyst-h27,p2,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        for number in 1...3 {
            try lab.ok(
                "do", "assessment.work.create", "--activity", "kyst-h27/mappetekst-\(number)", "--text", "text \(number)", "--as", "p1",
                at: "2027-09-10T08:00:00Z")
            guard number <= approved else { continue }
            try lab.ok("do", "assessment.work.carry-over", String(number), "--carried-from", "2026", at: "2027-09-10T08:00:00Z")
        }
        let now = "2028-05-16T08:00:00Z"
        try lab.ok("do", "assessment.guide.create", "--offering", "kyst-h27", "--activity", "mappe", "--text", "guide", at: now)
        try lab.ok("do", "assessment.guide.adopt", "1", at: now)
        try lab.ok("do", "assessment.candidate.create", "--activity", "kyst-h27/mappe", "--as", "p1", at: now)
        return lab
    }

    @Test func tooFewApprovedWorksAreRefused() throws {
        let lab = try lab(approved: 1)
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--as", "p1")
        let refused = lab.refused(["assessment.script.deliver", "1", "--as", "p1"])
        #expect(refused.hasPrefix("77") && refused.contains("assessment/put-together") && refused.contains("it has 1"), "\(refused)")
    }

    @Test func whatIsApprovedBecomesThePortfolio() throws {
        let lab = try lab(approved: 3)
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--works", "1", "--works", "3", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        let script = try lab.ok("show", "assessment.script", "1", "--output", "json", "--as", "p1")
        #expect(script.contains("text 1") && script.contains("text 3") && !script.contains("text 2"), "\(script)")
        // Those who judge read it, and nothing else of the candidate's.
        try lab.ok("do", "assessment.judgement.create", "--script", "1", "--assessor", "ex1")
        let seen = try lab.ok("show", "assessment.script", "1", "--output", "json", "--as", "ex1")
        #expect(seen.contains("text 1") && !seen.contains("\"works\""), "\(seen)")
        #expect(lab.session.run("show", "assessment.work", "1", "--as", "ex1", now: AssessmentLab.exam).code != 0)
    }

    @Test func whatIsNotHersIsRefused() throws {
        let lab = try lab(approved: 2)
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--works", "1", "--works", "3", "--as", "p1")
        let refused = lab.refused(["assessment.script.deliver", "1", "--as", "p1"])
        #expect(refused.contains("assessment/put-together") && refused.contains("work 3"), "\(refused)")
    }
}
