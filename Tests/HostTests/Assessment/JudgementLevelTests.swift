import Testing

/// A judgement that is pinned to an edition of a rubric follows it.
@Suite struct JudgementLevelTests {
    static let rubric = """
        rubric: paper
        edition: 1
        criteria:
          - criterion: judgement
            weight: 60
            title: {nb: Vurderingsevne, nn: Vurderingsevne, en: Judgement}
            levels: [{level: high, text: {nb: h, nn: h, en: h}}, {level: low, text: {nb: l, nn: l, en: l}}]
          - criterion: independence
            weight: 40
            title: {nb: Selvstendighet, nn: Sjølvstende, en: Independence}
            levels: [{level: full, text: {nb: h, nn: h, en: h}}, {level: none, text: {nb: l, nn: l, en: l}}]

        """

    private func lab() throws -> AssessmentLab {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      credits: 15\n      work: individual\n",
                "      credits: 15\n      rubric: paper\n      work: individual\n")
        }
        try lab.session.put(Self.rubric, "r1.yaml")
        try lab.ok("import", "rubric", "r1.yaml")
        try lab.prepare()
        return lab
    }

    private func seal(_ levels: [String], _ lab: AssessmentLab) -> String {
        lab.refused(["assessment.judgement.seal", "1", "--grade", "C", "--as", "ex1"] + levels.flatMap { ["--levels", $0] })
    }

    @Test(arguments: [
        ([], "no level for judgement, independence"),
        (["judgement=high"], "no level for independence"),
        (["judgement=high", "clarity=high"], "levels[1] 'clarity=high': there is no such criterion (judgement, independence)"),
        (["judgement=full", "independence=full"], "levels[0] 'judgement=full': there is no such level (high, low)"),
        (["judgement=high", "independence=full", "judgement=low"], "levels[2] 'judgement=low': the criterion has a level already"),
    ]) func whatTheRubricDoesNotKnowIsRefused(_ levels: [String], _ told: String) throws {
        let answer = seal(levels, try lab())
        #expect(answer.hasPrefix("77") && answer.contains("assessment/by-the-rubric"), "\(answer)")
        #expect(answer.contains("the levels do not follow 'paper', edition 1: ") && answer.contains(told), "\(answer)")
    }

    /// On the way not all have a level, handed in they have; it is the pinned edition that counts.
    @Test func aJudgementFollowsTheEditionThatItIsPinnedTo() throws {
        let lab = try lab()
        let second = Self.rubric.replacing("edition: 1", with: "edition: 2").replacing("level: full", with: "level: entire")
        try lab.session.put(second, "r2.yaml")
        try lab.ok("import", "rubric", "r2.yaml")
        func update(_ level: String) -> String {
            lab.refused(["assessment.judgement.update", "1", "--levels", level, "--as", "ex1"])
        }
        #expect(update("independence=entire").contains("there is no such level (full, none)"))
        #expect(update("independence=full") == "done")
        #expect(seal([], lab).contains("no level for judgement"))
        #expect(seal(["judgement=low", "independence=full"], lab) == "done")
        #expect(try lab.ok("show", "assessment.judgement", "1", "--as", "ex1").contains("judgement=low, independence=full"))
    }

    @Test func withoutARubricThereAreNoLevels() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        #expect(seal(["judgement=high"], lab).contains("no rubric is pinned to the judgement"))
        #expect(seal([], lab) == "done")
    }

    @Test(arguments: [
        ("weight: 40", "weight: 0", "'independence' needs a weight above 0"),
        ("weight: 60", "weight: 140", "the weights make 180, not 100"),
        ("level: low", "level: high", "the level of 'judgement' has no name, or one that is taken"),
        ("level: none", "level: no=ne", "the level of 'independence' has no name, or one that is taken or has other signs"),
        ("criterion: independence", "criterion: Independence", "the name 'Independence' may have small letters"),
        ("{nb: l, nn: l, en: l}}]\n  - criterion", "{nb: l, en: l}}]\n  - criterion", "the level 'low' of 'judgement' has no text in nn"),
        ("    weight: 60\n", "    weight: 60\n    note: x\n", "'note' is unknown"),
    ]) func aRubricThatNoJudgementCouldFollowIsRefused(_ old: String, _ new: String, _ told: String) throws {
        let lab = try AssessmentLab()
        try lab.session.put(Self.rubric.replacing(old, with: new), "r.yaml")
        let answer = lab.session.run("import", "rubric", "r.yaml")
        #expect(answer.code == 65 && (answer.err + answer.out).contains(told), "\(answer)")
    }
}
