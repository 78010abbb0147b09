import Kernel
import Testing

@testable import Assessment

@Suite struct RequiredExaminersTests {
    @Test(arguments: [
        ("written-home", 7.5, "none", 1, 0), ("written-home", 15.0, "none", 2, 0), ("written-home", 14.5, "none", 1, 0),
        ("oral", 5.0, "none", 2, 0), ("trial-lecture", 15.0, "none", 2, 0), ("practical", 1.0, "none", 2, 0),
        ("written-home", 10.0, "bachelor", 2, 0), ("written-home", 10.0, "master", 2, 1),
    ])
    func theLawAsksForSoMany(form: String, credits: Double, thesis: String, total: Int, external: Int) {
        let required = RequiredExaminers(form: form, credits: credits, thesis: thesis)
        #expect(required.total == total && required.external == external)
        for language in Language.allCases { #expect(required.sentence(language).contains("11-7(2)")) }
        #expect(required.grounds.isEmpty == (total == 1))
    }

    @Test func theRightToPostponeAroundABirth() throws {
        let day = try Day("2028-05-20")
        let own = try #require(try PostponementGuard.window("birth", around: day))
        #expect(own.lowerBound.description == "2028-04-29" && own.upperBound.description == "2028-07-01")
        let other = try #require(try PostponementGuard.window("other-parent", around: day))
        #expect(other.lowerBound == day && other.upperBound.description == "2028-06-03")
        #expect(try PostponementGuard.window("illness", around: day) == nil)
    }

    @Test func gradesAndSteps() {
        #expect(GradeScale.letters.steps(from: "D", to: "B") == 2)
        #expect(GradeScale.letters.steps(from: "A", to: "pass") == nil)
        #expect(GradeScale.letters.passes("E") && !GradeScale.letters.passes("F") && !GradeScale.passFail.passes("fail"))
    }
}
