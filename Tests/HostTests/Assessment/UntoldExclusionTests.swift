import Testing

/// That someone is excluded is told those who may read the case; others learn that she may not sit, and no more (UH-loven § 12-4).
@Suite struct UntoldExclusionTests {
    /// `p2` takes part at two institutions, and the other one has excluded her; `co2` is its coordinator.
    private func excluded() throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      work: individual\n      duration: P14D\n",
                "      work: group\n      group-size: 3\n      duration: P14D\n")
        }
        try lab.adoptGuide()
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\nco2,Nils,Vik,,handel,coordinator,nb\n", "more-people.csv")
        try lab.ok("people", "import", "more-people.csv")
        try lab.session.put("offering,person,role\nhandel-h27,p2,participant\nvest-h27,p3,participant\n", "more.csv")
        try lab.ok("do", "kernel.enrolment.create", "--each", "more.csv")
        for (exam, person) in [
            ("vest-h27/hjemmeeksamen", "p2"), ("handel-h27/prosjektoppgave", "p2"), ("vest-h27/hjemmeeksamen", "p1"),
        ] {
            try lab.ok("do", "assessment.candidate.create", "--activity", exam, "--as", person, at: "2028-05-02T08:00:00Z")
        }
        try lab.ok("do", "assessment.script.create", "--candidate", "3", "--text", "ours", "--others", "p2", "--as", "p1")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        try lab.ok("do", "assessment.suspicion.create", "--candidate", "2", "--suspicion", "s", "--as", "co2")
        try lab.ok("do", "assessment.suspicion.notify", "1", "--as", "co2")
        try lab.ok("do", "assessment.suspicion.send", "1", "--as", "co2")
        try lab.ok(
            "do", "assessment.suspicion.exclude", "1", "--reason", "r", "--from", "2028-05-16", "--until", "2028-12-31", "--grave", "false",
            "--for", "5", "--against", "0", "--as", "co2")
        return lab
    }

    /// Nothing of the case: not the word, the paragraph or a date of it.
    private func tells(_ text: String) -> Bool {
        ["exclu", "utesteng", "12-4", "2028-12-31"].contains { text.contains($0) }
    }

    @Test func aCoordinatorElsewhereIsToldThatSheMayNotSit() throws {
        let lab = try excluded()
        func row(_ asker: [String]) -> String {
            lab.session.run(
                ["report", "assessment.eligibility", "--offering", "vest-h27", "--output", "csv", "--lang", "en"] + asker,
                now: AssessmentLab.exam
            ).out.split(whereSeparator: \.isNewline).first { $0.contains(",p2,") }.map(String.init) ?? ""
        }
        let elsewhere = row(["--as", "co1"])
        #expect(elsewhere.contains("p2,no,She or he has no right to sit exams now (UH-loven § 11-4)."), "\(elsewhere)")
        #expect(!tells(elsewhere))
        for asker in [["--as", "p2"], []] {
            #expect(row(asker).contains("p2,no,She or he is excluded until 2028-12-31 (UH-loven § 12-4)."), "\(row(asker))")
        }
    }

    @Test func noRefusalTellsIt() throws {
        let lab = try excluded()
        for words in [
            ["assessment.candidate.begin", "1", "--as", "co1"], ["assessment.script.deliver", "1", "--as", "p1"],
            ["assessment.candidate.withdraw-late", "1", "--as", "co1"],
            ["assessment.candidate.create", "--activity", "vest-h27/hjemmeeksamen", "--enrolment", "vest-h27/p2", "--as", "co1"],
        ] {
            let answer = lab.refused(words)
            #expect(!tells(answer), "\(words): \(answer)")
            if !answer.hasPrefix("done") { #expect(answer.contains("has no right to sit exams now"), "\(words): \(answer)") }
            let explained = lab.session.run(
                ["explain", "refusal"] + words, now: AssessmentLab.exam)
            #expect(!tells(explained.out + explained.err), "\(explained)")
        }
        #expect(lab.refused(["assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p2"]).contains("is excluded until"))
        for person in ["co1", "p1", "p3"] {
            for words in [["list", "assessment.suspicion"], ["show", "assessment.suspicion", "1"], ["list", "assessment.candidate"]] {
                let answer = lab.session.run(words + ["--as", person], now: AssessmentLab.exam)
                #expect(!tells(answer.out + answer.err), "\(person): \(answer)")
            }
        }
    }
}
