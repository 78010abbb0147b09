import Kernel
import Testing

/// Who may be examiner of a complaint, and how long (UH-loven § 11-11).
@Suite struct AppealExaminerTests {
    private func complained() throws -> AssessmentLab {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        return lab
    }

    private func name(_ person: String, of regrading: Int = 1, in lab: AssessmentLab) -> String {
        lab.refused(["assessment.regrade.create", "--regrading", String(regrading), "--assessor", person, "--as", "co1"])
    }

    @Test func whoCanSeeTheFirstGradeIsNone() throws {
        let lab = try complained()
        #expect(name("co1", in: lab).contains("can see the first grade"))
        #expect(name("p1", in: lab).contains("fvl. § 6"))
        // Whoever gets the right afterwards steps aside.
        #expect(name("ex3", in: lab) == "done")
        try lab.ok("do", "assessment.regrade.declare", "1", "--as", "ex3")
        try lab.ok("enrol", "vest-h27", "ex3", "--role", "coordinator")
        #expect(lab.refused(["assessment.regrade.seal", "1", "--grade", "A", "--as", "ex3"]).contains("11-11(2)"))
    }

    /// Progress, requirements and completion tell whether the first grade was a pass.
    @Test(arguments: ["lecturer", "coordinator", "administrator"]) func whoCanSeeWhetherItWasAPassIsNone(role: String) throws {
        let lab = try complained()
        if role == "administrator" { try lab.ok("do", "participation.seat.create", "--enrolment", "vest-h27/p1", "--kind", "funded") }
        #expect(name("p3", in: lab) == "done")
        try lab.ok("enrol", "vest-h27", "ex3", "--role", role)
        #expect(name("ex3", in: lab).contains("whether it was a pass"))
        // Whoever gets the role afterwards steps aside, whatever she has declared.
        try lab.ok("do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex4", "--external", "true", "--as", "co1")
        #expect(name("ex4", in: lab) == "done")
        try lab.ok("enrol", "vest-h27", "p3", "--role", role)
        #expect(lab.refused(["assessment.regrade.declare", "1", "--as", "p3"]).contains("11-11(2)"))
        try lab.ok("do", "assessment.regrade.declare", "2", "--as", "ex4")
        try lab.ok("enrol", "vest-h27", "ex4", "--role", role)
        #expect(lab.refused(["assessment.regrade.seal", "2", "--grade", "A", "--as", "ex4"]).contains("whether it was a pass"))
    }

    @Test func oneIsFromOutside() throws {
        let lab = try complained()
        #expect(name("ex3", in: lab) == "done")
        #expect(name("ex4", in: lab).contains("11-11(1)"))
        try lab.ok("do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", "ex4", "--external", "true", "--as", "co1")
        #expect(name("ex4", in: lab) == "done")
    }

    /// A new grading after a formal error is of the same case as the complaint that follows it.
    @Test func nobodyGradesTheSameCaseAnewTwice() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.ok("do", "assessment.formal-complaint.create", "--result", "1", "--grounds", "g", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.make", "1", "--as", "p1")
        try lab.ok("do", "assessment.formal-complaint.uphold", "1", "--answer", "a", "--remedy", "regrade", "--as", "co1")
        try lab.appealExaminers()
        try lab.regrade("C")
        try lab.announce()
        for notice in ["2", "3"] { try lab.ok("do", "kernel.notice.deliver", "--notice", notice, "--channel", "portal") }
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "2", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "1", "--as", "p1")
        #expect(name("ex3", of: 2, in: lab).contains("11-11(2)"))
        #expect(name("ex5", of: 2, in: lab).contains("fvl. § 6"))
        #expect(name("p3", of: 2, in: lab) == "done")
    }

    /// Whoever has judged what a group handed in has judged it for everyone in the group, at first or anew; whoever has not is new to the case.
    @Test func whoJudgedTheCommonScriptHasJudgedItForAll() throws {
        let lab = try AssessmentLab { session in
            try session.edit(
                "Config/institutions/vest/variants/vest-plf-2027.yaml", "      work: individual\n      duration: P14D\n",
                "      work: group\n      group-size: 3\n      duration: P14D\n")
        }
        try lab.adoptGuide()
        for (person, external) in [("ex1", "false"), ("ex2", "true")] {
            try lab.ok(
                "do", "assessment.pool-member.create", "--offering", "vest-h27", "--person", person, "--external", external, "--as", "co1")
        }
        for person in ["p1", "p2"] { try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", person) }
        try lab.ok("do", "assessment.script.create", "--candidate", "1", "--others", "p2", "--text", "ours", "--as", "p1")
        try lab.ok("do", "assessment.script.confirm", "1", "--as", "p2")
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        for (number, person) in [("1", "ex1"), ("2", "ex2")] {
            try lab.ok("do", "assessment.judgement.create", "--script", "1", "--assessor", person, "--as", "co1")
            try lab.ok("do", "assessment.judgement.declare", number, "--as", person)
            try lab.ok("do", "assessment.judgement.seal", number, "--grade", "D", "--as", person)
        }
        try lab.announce()
        for (number, person) in [("1", "p1"), ("2", "p2")] {
            try lab.ok("do", "assessment.grade-complaint.create", "--result", number, "--as", person)
            try lab.ok("do", "assessment.grade-complaint.make", number, "--as", person)
        }
        try lab.appealExaminers()
        try lab.regrade("C")
        for person in ["ex1", "ex3"] {
            let refused = name(person, of: 2, in: lab)
            #expect(refused.hasPrefix("77") && refused.contains("11-11(2)"), "\(refused)")
            #expect(refused.contains("has judged it for everyone who wrote it"), "\(refused)")
        }
        #expect(name("p3", of: 2, in: lab) == "done")
    }

    @Test func whoStepsAsideHasTheScriptNoLonger() throws {
        let lab = try complained()
        #expect(name("ex3", in: lab) == "done")
        #expect(try lab.ok("show", "assessment.script", "1", "--as", "ex3").contains("my answer"))
        try lab.ok("do", "assessment.regrade.step-aside", "1", "--reason", "a friend", "--as", "ex3")
        #expect(lab.session.run("show", "assessment.script", "1", "--as", "ex3", now: AssessmentLab.exam).code == 65)
        #expect(lab.session.run("show", "assessment.regrading", "1", "--as", "ex3", now: AssessmentLab.exam).code == 65)
    }

    /// A complaint that is withdrawn takes nothing of the right; one that is answered does.
    @Test func aComplaintThatIsWithdrawnCanBeMadeAgain() throws {
        let lab = try complained()
        try lab.ok("do", "assessment.grade-complaint.drop", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        try lab.ok("do", "assessment.grade-complaint.make", "2", "--as", "p1")
        try lab.appealExaminers(of: 2)
        try lab.regrade("D")
        #expect(try lab.state("assessment.grade-complaint", 2) == "answered")
        try lab.ok("do", "assessment.grade-complaint.create", "--result", "1", "--as", "p1")
        #expect(lab.refused(["assessment.grade-complaint.make", "3", "--as", "p1"]).contains("11-10"))
    }

    /// However long a complaint that was made in time takes, the new grade holds alone.
    @Test func theGradeOfAComplaintAnsweredAfterAYearHolds() throws {
        let lab = try complained()
        try lab.appealExaminers()
        let later = "2029-06-01T08:00:00Z"
        lab.session.run("due", now: later)
        #expect(try lab.state("assessment.result", 1) == "final")
        try lab.regrade("F", at: later)
        try lab.renew("F", at: later)
        try lab.ok("do", "assessment.grade-complaint.decide", "1", "--reason", "r", "--as", "co1", at: later)
        try lab.announce(at: later)
        #expect(try lab.state("assessment.result", 1) == "replaced")
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1", at: later)
        #expect(try lab.ok("show", "assessment.outcome", "1", "--output", "json").contains("\"grade\": \"F\""))
    }

    /// Nobody judges what is not delivered, or without a guide.
    @Test func judgementsAreOfWhatIsDelivered() throws {
        let lab = try AssessmentLab()
        try lab.ok("do", "assessment.candidate.create", "--activity", "hjemmeeksamen", "--as", "p1")
        let draft = ["assessment.script.create", "--candidate", "1", "--text", "secret draft", "--as", "p1"]
        #expect(lab.refused(draft).contains("11-7(3)"))
        try lab.adoptGuide()
        #expect(lab.refused(draft) == "done")
        let judgement = ["assessment.judgement.create", "--script", "1", "--assessor", "ex1", "--as", "co1"]
        #expect(lab.refused(judgement).hasPrefix("77"))
        try lab.ok("do", "assessment.script.deliver", "1", "--as", "p1")
        #expect(lab.refused(judgement) == "done")
    }
}
