import Foundation
import Kernel
import Testing

/// What the report on agreement gives, and what it keeps back.
@Suite struct AgreementReportTests {
    private func rows(_ school: SchoolLab, _ measure: String, by person: String? = "r1", _ words: String...) throws -> [[String: JSONValue]]
    {
        try school.report("curriculum.agreement", by: person).filter { $0["measure"]?.string == measure }
    }

    @Test func nothingBeforeTheClosing() throws {
        let school = try SchoolLab()
        let round = try school.round()
        try school.sitting(round, "before", people: SchoolLab.staff) { ($0 + $1) % 3 }
        for person in ["s01", "r1", nil] { #expect(try school.report("curriculum.agreement", by: person).isEmpty) }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        #expect(try rows(school, "alpha").first?["respondents"]?.integer == 12)
        #expect(try rows(school, "alpha", by: "s01").count == 1)
        // Another school's leader gets nothing of this one.
        #expect(try school.report("curriculum.agreement", by: "y1").isEmpty)
        #expect(school.lab.session.run("report", "curriculum.agreement", "--as", "x1", now: RuntimeLab.open).code == 77)
    }

    @Test func beforeAndAfterOfTheSamePeople() throws {
        let school = try SchoolLab()
        let round = try school.round()
        try school.sitting(round, "before", people: SchoolLab.staff) { person, vignette in (person * 7 + vignette * 5) % 3 }
        try school.sitting(round, "after", people: SchoolLab.staff) { person, vignette in
            person == 3 && vignette == 1 ? nil : min(2, vignette)
        }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let alpha = try rows(school, "alpha")
        try #require(alpha.count == 2)
        #expect(alpha[1]["value"]?.double == 1 && alpha[1]["missing"]?.integer == 1 && alpha[1]["invited"]?.integer == 12)
        #expect((alpha[0]["value"]?.double ?? 1) < 0.2 && alpha[0]["missing"]?.integer == 0)
        let change = try #require(try rows(school, "change").first)
        #expect(change["respondents"]?.integer == 12 && (change["value"]?.double ?? 0) > 0.7 && change["lower"]?.double != nil)
        #expect(change["about"]?["en"]?.string ?? change["about"]?.string == "Change, same people")
        let consensus = try rows(school, "consensus")
        #expect(consensus.count == 8 && consensus.suffix(4).allSatisfy { $0["value"]?.double == 1 })
        // The same seed gives the same bytes; the interval is there.
        let first = try school.lab.ok("report", "curriculum.agreement", "--bootstrap-seed", "7", "--as", "r1")
        #expect(try school.lab.ok("report", "curriculum.agreement", "--bootstrap-seed", "7", "--as", "r1") == first)
    }

    @Test func nothingUnderTheFloor() throws {
        let school = try SchoolLab()
        let round = try school.round()
        try school.sitting(round, "before", people: Array(SchoolLab.staff.prefix(4))) { ($0 + $1) % 3 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let found = try school.report("curriculum.agreement")
        #expect(found.count == 1)
        for row in found {
            for column in ["value", "lower", "upper", "respondents", "missing"] { #expect(row[column]?.isNull != false, "\(row)") }
        }
    }

    @Test func aSittingUnderTheFloorAndAVignetteUnderItAreKeptBack() throws {
        let school = try SchoolLab()
        let round = try school.round()
        // Six before, of whom only three answer the last vignette; four after.
        try school.sitting(round, "before", people: Array(SchoolLab.staff.prefix(6))) { person, vignette in
            vignette == 3 && person > 2 ? nil : (person + vignette) % 3
        }
        try school.sitting(round, "after", people: Array(SchoolLab.staff.prefix(4))) { ($0 + $1) % 3 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let alpha = try rows(school, "alpha")
        try #require(alpha.count == 2)
        #expect(alpha[0]["value"]?.double != nil && alpha[1]["value"]?.isNull != false && alpha[1]["respondents"]?.isNull != false)
        #expect(try rows(school, "change").first?["value"]?.isNull != false)
        let agreement = try rows(school, "agreement")
        #expect(agreement.count == 4 && agreement[3]["value"]?.isNull != false && agreement[3]["missing"]?.isNull != false)
    }

    /// What is kept back of one vignette must not come out of the row over all of them.
    @Test func nothingOfAHiddenVignetteIsFoundBySubtraction() throws {
        let school = try SchoolLab()
        /// The rows of a round in which two of six answer the last vignette as `last` says.
        func answered(_ last: Int) throws -> [[String: JSONValue]] {
            let round = try school.round()
            try school.sitting(round, "before", people: Array(SchoolLab.staff.prefix(6))) { person, vignette in
                vignette < 3 ? (person * 5 + vignette) % 3 : person < 2 ? last : nil
            }
            try school.sitting(round, "after", people: Array(SchoolLab.staff.prefix(6))) { ($0 + $1) % 3 }
            try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
            return try school.report("curriculum.agreement", "--round", round.round)
        }
        let (first, second) = (try answered(0), try answered(2))
        let row = try #require(first.first)
        #expect(row["missing"]?.isNull != false && row["respondents"]?.integer == 6 && row["value"]?.double != nil, "\(row)")
        #expect(row["about"]?["en"]?.string ?? row["about"]?.string == "Before, 3 of 4 vignettes")
        #expect(row["distribution"]?.string == "not 6 · partly 6 · clearly 6")
        let hidden = first.filter { ($0["about"]?["en"]?.string ?? $0["about"]?.string) == "Before, vignette 4" }
        #expect(hidden.count == 2)
        for row in hidden {
            for column in ["value", "lower", "upper", "respondents", "rate", "missing", "distribution"] {
                #expect(row[column]?.isNull != false, "\(column): \(row)")
            }
        }
        // Whatever the two answered, every row is the same.
        #expect(first.map { $0.filter { $0.key != "round" } } == second.map { $0.filter { $0.key != "round" } })
    }

    @Test func distributionCategoriesAndResponseRateAreTold() throws {
        let school = try SchoolLab()
        let round = try school.round(vignettes: 2, invited: 20)
        try school.sitting(round, "before", people: Array(SchoolLab.staff.prefix(10))) { person, vignette in
            vignette == 0 ? 1 : person == 0 ? nil : person % 3
        }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let found = try school.report("curriculum.agreement")
        #expect(found.allSatisfy { $0["categories"]?.integer == 3 })
        #expect(found.map { $0["rate"]?.double } == [0.5, 0.5, 0.5, 0.45, 0.45], "\(found)")
        #expect(found.first?["distribution"]?.string == "not 3 · partly 13 · clearly 3")
        #expect(found.last?["distribution"]?.string == "not 3 · partly 3 · clearly 3")
        // Of more people than are said to have been asked there is no rate.
        let few = try school.round(vignettes: 2, invited: 3)
        try school.sitting(few, "before", people: Array(SchoolLab.staff.prefix(6))) { ($0 + $1) % 3 }
        try school.lab.ok("do", "curriculum.round.close", few.round, "--as", "r1")
        let text = try school.lab.ok("report", "curriculum.agreement", "--round", few.round, "--as", "r1", "--plain")
        #expect(text.contains("more people have answered than are said to have been asked"), "\(text)")
    }

    /// The parameter decides, then the run's own seed, and it is told which it was.
    @Test func theSeedOfTheRunIsUsedAndTold() throws {
        let school = try SchoolLab()
        let round = try school.round()
        try school.sitting(round, "before", people: SchoolLab.staff) { person, vignette in (person * 7 + vignette * 5) % 3 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        func answer(_ words: String...) throws -> String {
            try school.lab.ok(["report", "curriculum.agreement", "--as", "r1", "--plain"] + words)
        }
        #expect(try answer().contains("from the seed 1."))
        let (seeded, told) = (try answer("--seed", "99"), try answer("--bootstrap-seed", "99"))
        #expect(seeded.contains("from the seed 99.") && seeded == told)
        #expect(try answer("--seed", "99", "--bootstrap-seed", "7").contains("from the seed 7."))
    }

    @Test func onePersonMoreOrLessMakesThemDifferentRespondents() throws {
        let school = try SchoolLab()
        let round = try school.round()
        try school.sitting(round, "before", people: SchoolLab.staff) { ($0 + $1) % 3 }
        try school.sitting(round, "after", people: Array(SchoolLab.staff.dropLast())) { _, vignette in vignette % 3 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let change = try #require(try rows(school, "change").first)
        #expect(change["about"]?["en"]?.string ?? change["about"]?.string == "Change, different respondents")
        #expect(change["lower"]?.isNull != false && change["respondents"]?.isNull != false && change["value"]?.double != nil)
    }

    @Test func whatIsUndefinedIsSaid() throws {
        let school = try SchoolLab()
        let round = try school.round(scale: "nominal")
        try school.sitting(round, "before", people: SchoolLab.staff) { _, _ in 1 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let text = try school.lab.ok("report", "curriculum.agreement", "--as", "r1", "--plain")
        #expect(text.contains("undefined") && text.contains("all vignettes got the same category"), "\(text)")
        #expect(text.contains("the categories have no order"))
    }

    @Test func categoriesOfAnotherConceptAreNoAnswer() throws {
        let school = try SchoolLab()
        let (round, other) = (try school.round(), try school.round())
        var mixed = round
        mixed.categories = other.categories
        #expect(throws: (any Error).self) { try school.sitting(mixed, "before", people: SchoolLab.staff) { ($0 + $1) % 3 } }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        for row in try rows(school, "alpha") { #expect(row["value"]?.isNull != false) }
    }
}
