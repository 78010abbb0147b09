import Foundation
import Kernel
import Testing

/// Examiners of a complaint try every way to the first grade, the reasons and the complaint (UH-loven § 11-11(2)).
@Suite struct BlindRegradingTests {
    @Test func nothingOfTheFirstGradingIsReached() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("D")
        try lab.complain()
        let live = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly).read {
            try LiveConfiguration.load($0, linked: Session.linked)
        }
        let kinds = live.recordTypes.filter { $0.module == "assessment" }
        var ways: [[String]] = [
            ["log"], ["report", "kernel.deadlines"], ["report", "kernel.notices"], ["report", "kernel.requirements"],
        ]
        for type in kinds {
            ways.append(["list", type.id])
            for number in 1...3 {
                ways.append(["show", type.id, String(number)])
                ways.append(["explain", "deadline", type.id, String(number)])
            }
            for field in type.fields where field.name == "grade" { ways.append(["list", type.id, "--grade", "D"]) }
        }
        for report in ["grades", "protocol", "agreement", "documentation", "eligibility"] {
            ways.append(["report", "assessment.\(report)"])
        }
        ways.append(["export", "result", "vest-h27/p1"])
        for way in ways {
            for output in ["table", "json", "csv"] {
                let answer = lab.session.run(way + ["--as", "ex3", "--output", output], now: AssessmentLab.exam)
                let text = answer.out + answer.err
                #expect(!text.contains("secret-"), "\(way): \(text)")
                // What she asks for herself is said back to her; that no row answers to it is what counts.
                if way.contains("D") {
                    if output == "csv" { #expect(text.split(whereSeparator: \.isNewline).count <= 1, "\(way): \(text)") }
                    continue
                }
                #expect(!text.contains("\"D\"") && !text.contains(",D,") && !text.contains(" D "), "\(way): \(text)")
                #expect(!text.contains("p1") || way.contains("vest-h27/p1"), "\(way): \(text)")
            }
        }
        // Whose script it is cannot be asked for by way of what she may do either.
        for id in ["1", "999"] {
            let asked = lab.session.run(
                "explain", "right", "p1", "assessment.script.deliver", id, "--as", "ex3", now: AssessmentLab.exam)
            #expect(asked.code == 77 && !asked.out.contains("owner"), "\(asked)")
        }
        // Nor can they act on any of it.
        for words in [
            ["assessment.result.announce", "1"], ["assessment.reasons.give", "1", "--principles", "x", "--assessment", "x"],
            ["assessment.grade-complaint.answer", "1"], ["assessment.judgement.seal", "1", "--grade", "A"],
            ["assessment.script.settle", "1"], ["assessment.regrade.seal", "2", "--grade", "A"],
        ] { #expect(!lab.refused(words + ["--as", "ex3"]).hasPrefix("done"), "\(words)") }
        // What they do see: the script without a name, and the guide.
        let script = try lab.ok("show", "assessment.script", "1", "--as", "ex3", "--output", "json")
        #expect(script.contains("my answer") && !script.contains("members"))
        #expect(try lab.ok("show", "assessment.guide", "1", "--as", "ex3").contains("guide"))
        // One appeal examiner does not see the other's grade before both have judged.
        try lab.ok("do", "assessment.regrade.declare", "1", "--as", "ex3")
        try lab.ok("do", "assessment.regrade.declare", "2", "--as", "ex4")
        try lab.ok("do", "assessment.regrade.seal", "1", "--grade", "C", "--as", "ex3")
        for person in ["ex4", "co1"] {
            #expect(
                !(lab.session.run("show", "assessment.regrade", "1", "--as", person, "--output", "json", now: AssessmentLab.exam).out)
                    .contains("\"C\""))
        }
        try lab.ok("do", "assessment.regrade.seal", "2", "--grade", "C", "--as", "ex4")
        #expect(try lab.state("assessment.grade-complaint", 1) == "answered")
        #expect(try lab.ok("show", "assessment.result", "2", "--as", "co1", "--output", "json").contains("\"C\""))
    }

    @Test func nobodyJudgesTwiceOrHerOwn() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        #expect(lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", "p1", "--as", "co1"]).contains("fvl. § 6"))
        #expect(lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", "ex1", "--as", "co1"]).hasPrefix("77"))
        try lab.grade("D")
        try lab.complain()
        #expect(lab.refused(["assessment.regrade.create", "--regrading", "1", "--assessor", "ex1", "--as", "co1"]).contains("11-11(2)"))
        #expect(lab.refused(["assessment.judgement.create", "--script", "1", "--assessor", "ex3", "--as", "co1"]).hasPrefix("77"))
    }

    /// A pass that a complaint turns into a fail is no longer done, also when the case is closed.
    @Test func aPassThatIsLostCountsNoMore() throws {
        let lab = try AssessmentLab()
        try lab.prepare()
        try lab.grade("E")
        #expect(try lab.progress(of: "p1") == ["done"])
        try lab.complain()
        for (number, person) in [("1", "ex3"), ("2", "ex4")] {
            try lab.ok("do", "assessment.regrade.declare", number, "--as", person)
            try lab.ok("do", "assessment.regrade.seal", number, "--grade", "F", "--as", person)
        }
        try lab.ok("do", "assessment.result.announce", "2", "--as", "co1")
        #expect(try lab.state("assessment.candidate", 1) == "failed")
        #expect(try lab.progress(of: "p1") == ["started"])
        let later = "2029-09-01T08:00:00Z"
        try lab.ok("due", at: later)
        try lab.ok("do", "assessment.candidate.complete", "1", "--as", "co1", at: later)
        #expect(try lab.progress(of: "p1", at: later) == ["overdue"])
    }
}
