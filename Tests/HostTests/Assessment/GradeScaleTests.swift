import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Testing

@testable import Assessment

/// Scales are an extension point: another plugin's grades go all the way from the variant to the signed file.
@Suite struct GradeScaleTests {
    private static let linked = LinkedModules(plugins: Session.plugins + [MeritPlugin.self], declarations: YAMLModules.declarations)
    private static let variant = "Config/institutions/vest/variants/vest-plf-2027.yaml"

    /// Vest alone, with the plugin, as a course of so many credits on that scale.
    private func prepare(_ session: Session, scale: String, credits: Int) throws {
        let others = ["fjell", "handel", "hovedstad", "innland", "kyst", "oppdrag", "storby"]
        for other in others {
            for folder in ["variants", "offerings"] {
                try? FileManager.default.removeItem(atPath: "\(session.path)/Config/institutions/\(other)/\(folder)")
            }
        }
        try session.edit("Config/kjerne.yaml", "  evaluation: ^1.0\n", "  evaluation: ^1.0\n  merit: ^1.0\n")
        try session.edit(Self.variant, "  scale: a-f\n", "  scale: \(scale)\n")
        guard credits != 15 else { return }
        try session.edit("Config/programmes/plf.yaml", "\ncredits: 15\n", "\ncredits: \(credits)\n")
        try session.edit(Self.variant, "      credits: 15\n      work: individual", "      credits: \(credits)\n      work: individual")
        try session.edit(Self.variant, "    credits: 15\n    gatherings", "    credits: \(credits)\n    gatherings")
    }

    private func check(scale: String, credits: Int) throws -> Session.Answer {
        let lab = try Session(nil)
        for folder in ["Config", "Modules"] {
            try FileManager.default.copyItem(
                atPath: WorkspaceFixture.root(#filePath) + "/" + folder, toPath: lab.path + "/" + folder)
        }
        try prepare(lab, scale: scale, credits: credits)
        return lab.run("check", linked: Self.linked)
    }

    /// UH-loven § 11-7(1): what gives credits is graded A to F, or passed and not passed.
    @Test func whatGivesCreditsHasAScaleOfTheAct() throws {
        let answer = try check(scale: "merit", credits: 15)
        #expect(answer.code == 1, "\(answer)")
        #expect(answer.out.contains("assessment/lawful-scale"), "\(answer)")
        #expect(answer.out.contains("UH-loven § 11-7(1)"), "\(answer)")
    }

    @Test(arguments: [("merrit", "did you mean 'merit'?"), ("upside-down", "at least one does not")])
    func aScaleIsThereAndCanBeUsed(scale: String, reason: String) throws {
        let answer = try check(scale: scale, credits: 0)
        #expect(answer.code == 1 && answer.out.contains("assessment/scale"), "\(answer)")
        #expect(answer.out.lowercased().contains(reason), "\(answer)")
    }

    /// From the judgement to the file that is checked without the plugin.
    @Test func aStrangersGradesGoAllTheWay() throws {
        let lab = try AssessmentLab(linked: Self.linked) { try prepare($0, scale: "merit", credits: 0) }
        try lab.prepare()
        for grade in ["B", "excellent"] {
            let answer = lab.refused(["assessment.judgement.update", "1", "--grade", grade, "--as", "ex1"])
            #expect(answer.contains("not on the scale: distinction, merit, done, not-yet"), "\(answer)")
        }
        // Without credits the law asks for one examiner, and the scheme for two.
        try lab.ok("do", "assessment.judgement.seal", "1", "--grade", "merit", "--as", "ex1")
        try lab.ok("do", "assessment.judgement.seal", "2", "--grade", "merit", "--as", "ex2")
        try lab.announce()
        try lab.ok("do", "kernel.notice.deliver", "--notice", "1", "--channel", "portal")
        let list = try lab.ok("report", "assessment.grades")
        #expect(list.contains("Merit"), "\(list)")
        #expect(try lab.ok("report", "assessment.protocol").contains("ex1 Merit"))
        #expect(try lab.ok("report", "assessment.agreement").contains("1"))
        #expect(try lab.ok("report", "assessment.rules").contains("a-f, pass-fail, merit"))
        try lab.complain()
        try lab.regrade("not-yet")
        try lab.renew("done")
        try lab.ok("do", "assessment.grade-complaint.decide", "1", "--reason", "assessed again", "--as", "co1")
        let complaint = try lab.ok("show", "assessment.grade-complaint", "1", "--output", "json")
        #expect(complaint.contains("\"steps\": 2"), "\(complaint)")
        try lab.announce()
        try lab.ok("do", "assessment.freeze", "--offering", "vest-h27", "--as", "co1")
        #expect(try lab.ok("report", "assessment.documentation").contains("Done"))
        try lab.ok("do", "assessment.key.create")
        try lab.ok("export", "result", "vest-h27/p1", "--to", "result.json")
        let file = try String(contentsOfFile: lab.session.path + "/result.json", encoding: .utf8)
        #expect(file.contains("\"not-yet\""))
        // Another host, without the plugin and without a store.
        let plain = try Session(nil)
        try plain.put(file, "result.json")
        let sound = plain.run("verify", "result", "result.json")
        #expect(sound.code == 0 && sound.out.contains("Done"), "\(sound)")
        try plain.put(file.replacing("\"passes\":false", with: "\"passes\":true"), "changed.json")
        #expect(plain.run("verify", "result", "changed.json").code == 1)
    }

    @Test func combinationGoesByValues() throws {
        func grade(_ scale: GradeScale, _ grades: [String], rounding: ResultCombination.Rounding = .up) -> String? {
            let parts = grades.enumerated().map { ResultCombination.Part(exam: "p\($0)", weight: 50, isGate: false, grade: $1) }
            let combination = ResultCombination(rule: .weighted, rounding: rounding, scale: scale)
            guard case .grade(let grade, _) = combination.answer(parts) else { return nil }
            return grade
        }
        #expect(grade(MeritPlugin.merit, ["distinction", "merit"]) == "distinction")
        #expect(grade(MeritPlugin.merit, ["distinction", "merit"], rounding: .down) == "merit")
        #expect(grade(MeritPlugin.merit, ["distinction", "not-yet"]) == "merit")
        // Grades without values are not reckoned with: the lowest counts.
        #expect(grade(MeritPlugin.words, ["strong", "sound"]) == "sound")
        // Steps of different size, and values that rise.
        let tenths = GradeScale([
            .init("1-0", Text(verbatim: "1,0"), value: 10), .init("1-5", Text(verbatim: "1,5"), value: 15),
            .init("4-0", Text(verbatim: "4,0"), value: 40), .init("6-0", Text(verbatim: "6,0"), passes: false, value: 60),
        ])
        #expect(tenths.fault == nil)
        #expect(grade(tenths, ["1-0", "4-0"]) == "1-5")
        #expect(grade(tenths, ["4-0", "6-0"]) == "4-0")
        #expect(grade(tenths, ["4-0", "6-0"], rounding: .down) == "6-0")
    }

    @Test(arguments: [
        GradeScale([]), GradeScale([.init("a", Text(verbatim: "a")), .init("b", Text(verbatim: "b"))]),
        GradeScale([.init("a", Text(verbatim: "a")), .init("a", Text(verbatim: "b"), passes: false)]),
        GradeScale([.init("a b", Text(verbatim: "a")), .init("c", Text(verbatim: "c"), passes: false)]),
        GradeScale([.init("a", Text(verbatim: "a"), value: 1), .init("c", Text(verbatim: "c"), passes: false)]),
        GradeScale([.init("a", Text(verbatim: "a"), value: 1), .init("c", Text(verbatim: "c"), passes: false, value: 1)]),
        GradeScale([.init("a", Text(verbatim: "a"), value: .max), .init("c", Text(verbatim: "c"), passes: false, value: 1)]),
    ])
    func aFaultyScaleIsFound(scale: GradeScale) { #expect(scale.fault != nil) }

    /// A file says whatever its maker wants: it is read or refused, and never stops the program.
    @Test(arguments: [
        ("\"weight\":50", "\"weight\":1e300"), ("\"weight\":50", "\"weight\":-1"), ("\"number\":2", "\"number\":-1"),
        ("\"value\":3", "\"value\":9223372036854775807"), ("\"id\":\"merit\",\"passes\"", "\"id\":\"done\",\"passes\""),
        ("\"rule\":\"best-of\"", "\"rule\":\"worst-of\""),
    ])
    func aFileFromOutsideIsReadWithCare(old: String, new: String) throws {
        var merit = MeritPlugin.merit
        merit.id = "merit"
        let parts = ["merit", "done"].map { ResultCombination.Part(exam: $0, weight: 50, isGate: true, grade: $0) }
        let combination = ResultCombination(rule: .bestOf, number: 2, rounding: .up, scale: merit)
        let result = try #require(JointResult(parts, by: combination))
        let text = result.json.compact
        #expect(try JointResult(reading: JSONValue(parsing: Array(text.utf8)))?.digest() == result.digest())
        let changed = text.replacing(old, with: new)
        try #require(changed != text, "\(text)")
        #expect(try JointResult(reading: JSONValue(parsing: Array(changed.utf8))) == nil)
    }
}
