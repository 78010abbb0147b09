import Testing

/// A decision that gave somebody something is complained of as well: what was granted stays, and the answer promises nothing else.
@Suite struct GrantedComplaintTests {
    /// `p1` is registered, and gets letters in a language.
    private func lab(_ language: String = "en") throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            try session.edit("Config/kjerne.yaml", "workspace: ", "sender: {address: post@example.org}\nworkspace: ")
        }
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\np1,Kari,Nes,kari@example.org,skole-1,principal,\(language)\n",
            "p1.csv")
        try lab.ok("people", "import", "p1.csv")
        try lab.adoptGuide()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        return lab
    }

    /// The number of the last letter of a name.
    private func letter(_ name: String, _ lab: AssessmentLab) throws -> String {
        let letters = try lab.ok("report", "kernel.notices", "--output", "csv").split(whereSeparator: \.isNewline).map(String.init)
        let last = try #require(letters.last { $0.contains(",assessment.\(name),") })
        return String(last.prefix { $0 != "," })
    }

    private func arrive(_ name: String, _ lab: AssessmentLab) throws {
        try lab.ok("do", "kernel.notice.deliver", "--notice", letter(name, lab), "--channel", "portal")
    }

    private func answer(_ lab: AssessmentLab) throws -> String {
        try lab.ok("export", "eml", letter("decision-complaint", lab)).replacing("\r\n", with: "\n").replacing("=\n", with: "")
    }

    /// A decision that went against her is decided anew; of what was granted she applies for more.
    @Test(arguments: [
        ("nb", "fortsatt gjelder", "mer enn du fikk innvilget"), ("nn", "framleis gjeld", "meir enn du fekk innvilga"),
        ("en", "still stands", "more than you were granted"),
    ]) func whatWasGrantedStays(language: String, stands: String, more: String) throws {
        let lab = try lab(language)
        func grant(_ number: String, percent: String) throws {
            try lab.ok(
                "do", "assessment.accommodation.create", "--activity", "hjemmeeksamen", "--measure", "extra-time", "--percent", percent,
                "--as", "p1")
            try lab.ok("do", "assessment.accommodation.apply", number, "--as", "p1")
            try lab.ok("do", "assessment.accommodation.grant", number, "--documented", "true", "--reason", "So it is.", "--as", "co1")
        }
        try grant("1", percent: "10")
        try arrive("accommodation-decision", lab)
        try lab.ok("do", "assessment.accommodation-complaint.create", "--accommodation", "1", "--grounds", "Too little.", "--as", "p1")
        try lab.ok("do", "assessment.accommodation-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.accommodation-complaint.uphold", "1", "--answer", "It is.", "--as", "co1")
        #expect(try lab.state("assessment.accommodation", 1) == "granted")
        let text = try answer(lab)
        #expect(text.contains(stands) && text.contains(more), "\(text)")
        try grant("2", percent: "25")
        #expect(try lab.state("assessment.accommodation", 2) == "granted")
    }

    @Test func aPostponementThatWasGrantedStays() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.postponement.create", "--candidate", "1", "--ground", "other", "--as", "p1")
        try lab.ok("do", "assessment.postponement.apply", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement.grant", "1", "--reason", "It is valid.", "--as", "co1")
        try arrive("postponement-decision", lab)
        try lab.ok("do", "assessment.postponement-complaint.create", "--postponement", "1", "--grounds", "Too long.", "--as", "p1")
        try lab.ok("do", "assessment.postponement-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.postponement-complaint.uphold", "1", "--answer", "It is.", "--as", "co1")
        #expect(try lab.state("assessment.postponement", 1) == "granted")
        let text = try answer(lab)
        #expect(text.contains("more than you were granted"), "\(text)")
    }
}
