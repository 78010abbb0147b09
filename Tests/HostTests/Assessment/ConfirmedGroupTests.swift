import Testing

/// Nobody delivers together with others who have not agreed to it.
@Suite struct ConfirmedGroupTests {
    private func lab() throws -> AssessmentLab {
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
        return lab
    }

    @Test func everyoneConfirmsHerself() throws {
        let lab = try lab()
        let alone = lab.refused(["assessment.script.deliver", "1", "--as", "p1"])
        #expect(alone.hasPrefix("77") && alone.contains("assessment/all-confirmed") && alone.contains("p2"), "\(alone)")
        // Nobody confirms for another: neither who made it, nor an outsider, nor the operator.
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p1")
        for words in [["--as", "p3"], ["--as", "co1"], []] { #expect(lab.refused(["assessment.script.confirm", "1"] + words) != "done") }
        #expect(lab.refused(["assessment.script.deliver", "1"]).contains("have not confirmed that they deliver with the others: p2;"))
        #expect(try lab.state("assessment.candidate", 2) == "registered")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        #expect(try lab.state("assessment.candidate", 2) == "delivered")
    }

    /// Whoever hands it in has agreed by that, and the one who made it has not unless she says so.
    @Test func theOneWhoDeliversHasConfirmed() throws {
        let lab = try lab()
        let alone = lab.refused(["assessment.script.deliver", "1", "--as", "p2"])
        #expect(alone.contains("with the others: p1;"), "\(alone)")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p1")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p2")
        #expect(try lab.ok("show", "assessment.script", "1", "--as", "p1").contains("p1, p2"))
    }

    @Test func namingOthersAnewAsksAnew() throws {
        let lab = try lab()
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        // The text may go on changing; who delivers may not.
        try lab.ok("do", "assessment.script.update", "1", "--text", "ours, better", "--as", "p2")
        try lab.ok("do", "assessment.script.update", "1", "--others", "p2", "--others", "p3", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]).contains("p3 is not registered"))
        try lab.ok("do", "assessment.script.update", "1", "--others", "p2", "--as", "p1")
        #expect(lab.refused(["assessment.script.deliver", "1", "--as", "p1"]).contains("with the others: p2;"))
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
    }
}
