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
        try school.sitting(mixed, "before", people: SchoolLab.staff) { ($0 + $1) % 3 }
        try school.lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        for row in try rows(school, "alpha") { #expect(row["value"]?.isNull != false) }
    }
}
