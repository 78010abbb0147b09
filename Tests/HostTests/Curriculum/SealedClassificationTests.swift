import Foundation
import Kernel
import Testing

/// A classification is read by nobody but the one who gave it, and after the closing nobody can know whose it was.
@Suite struct SealedClassificationTests {
    private static let others: [String?] = ["s02", "r1", "y1", "x1", "c1", nil]

    @Test func nobodyElseReadsAnAnswer() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "before", by: "r1")
        let id = try lab.make(
            "curriculum.classification.create", "--sitting", sitting, "--vignette", round.vignettes[0], "--category", round.categories[2],
            by: "s01")
        #expect(try lab.show("curriculum.classification", id, by: "s01")?.compact.contains("category") == true)
        #expect(
            lab.session.run("list", "curriculum.classification", "--output", "csv", "--as", "s01", now: RuntimeLab.open).out.contains(id))
        for person in Self.others {
            let name = person ?? "operator"
            let user = person.map { ["--as", $0] } ?? []
            func run(_ words: [String]) -> Session.Answer { lab.session.run(words + user, now: RuntimeLab.open) }
            // What is there looks like what is not.
            for words in [
                ["show", "curriculum.classification"], ["do", "curriculum.classification.update", "--category", round.categories[0]],
                ["do", "curriculum.classification.update", "--dry-run", "--category", round.categories[0]],
                ["do", "curriculum.classification.delete"], ["do", "curriculum.classification.delete", "--dry-run"],
            ] {
                let (there, absent) = (run(words + [id]), run(words + ["4242"]))
                #expect(there.code == absent.code && there.code != 0, "\(name) \(words): \(there.code) \(absent.code)")
                func plain(_ text: String, _ id: String) -> String { text.replacing(id, with: "ID").filter { !"~^ \n".contains($0) } }
                #expect(plain(there.err, id) == plain(absent.err, "4242"), "\(name) \(words)\n\(there.err)\n\(absent.err)")
            }
            for filter in [[], ["--sitting", sitting], ["--category", round.categories[2]], ["--vignette", round.vignettes[0]]] {
                let answer = run(["list", "curriculum.classification", "--output", "json"] + filter)
                #expect(!answer.out.contains(id), "\(name) \(filter) \(answer.out)")
            }
            #expect(!run(["list", "curriculum.classification", "--search", "clearly"]).out.contains(id))
            #expect(!run(["explain", "right", "s01", "curriculum.classification.update", id]).out.contains(round.categories[2] + "\n"))
        }
        #expect(
            lab.session.run("list", "curriculum.sitting", "--as", "y1", "--output", "csv", now: RuntimeLab.open).out.contains(sitting)
                == false)
    }

    @Test func theLogNamesNeitherWhoNorWhat() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        try school.sitting(round, "before", people: Array(SchoolLab.staff.prefix(6))) { ($0 + $1) % 3 }
        let log = try JSONValue(parsing: Array(lab.ok("log", "--output", "json").utf8))
        let columns = (log["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        let at = try #require(columns.firstIndex(of: "event"))
        let rows = (log["rows"]?.array ?? []).filter { $0.array?[at].string == "curriculum.classification.created" }
        #expect(rows.count == 24)
        for row in rows {
            let cells = zip(columns, row.array ?? [])
            for (column, cell) in cells where column == "actor" { #expect(cell.string == "anonymous") }
            for (column, cell) in cells where column == "records" { #expect(cell.string?.isEmpty != false) }
        }
    }

    @Test func atTheClosingTheLinkIsDestroyed() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let people = Array(SchoolLab.staff.prefix(6))
        try school.sitting(round, "before", people: people) { ($0 + $1) % 3 }
        try school.sitting(round, "after", people: people) { _, vignette in vignette % 3 }
        let before = try lab.texts("SELECT DISTINCT _author FROM curriculum_classification")
        #expect(before.count == 6 && before.allSatisfy { $0.hasPrefix("person:") })
        try lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let after = try lab.texts("SELECT DISTINCT _author FROM curriculum_classification")
        #expect(after.count == 6 && after.allSatisfy { $0.hasPrefix("pseudonym:") })
        // Before and after stay together.
        #expect(try lab.texts("SELECT DISTINCT count(*) FROM curriculum_classification GROUP BY _author") == ["8"])
        #expect(try lab.texts("SELECT DISTINCT _created - _changed FROM curriculum_classification") == ["0"])
        #expect(try lab.texts("SELECT DISTINCT _created FROM curriculum_classification").count == 1)
        let numbers = try lab.texts("SELECT _id FROM curriculum_classification")
        for person in ["s01", "r1", nil] {
            let list = try lab.ok(["list", "curriculum.classification", "--output", "json"] + (person.map { ["--as", $0] } ?? []))
            #expect(try JSONValue(parsing: Array(list.utf8))["rows"]?.array?.isEmpty == true && !numbers.contains(where: list.contains))
        }
    }

    @Test func aRequestThatCouldBeRepeatedIsForgotten() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "before", by: "r1")
        try lab.ok(
            "do", "curriculum.classification.create", "--sitting", sitting, "--vignette", round.vignettes[0], "--category",
            round.categories[0], "--request", "once", "--as", "s01")
        #expect(try lab.texts("SELECT actor FROM kernel_request").count == 1)
        // A round that goes on keeps its own: the same request is still done once there.
        let other = try school.round()
        let going = try lab.make("curriculum.sitting.create", "--round", other.round, "--kind", "before", by: "r1")
        let again = [
            "do", "curriculum.classification.create", "--sitting", going, "--vignette", other.vignettes[0], "--category",
            other.categories[0], "--request", "other", "--as", "s01",
        ]
        try lab.ok(again)
        try lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        #expect(try lab.texts("SELECT id FROM kernel_request") == ["other"])
        try lab.ok(again)
        #expect(try lab.texts("SELECT count(*) FROM curriculum_classification WHERE sitting = \(going)") == ["1"])
        try lab.ok("do", "curriculum.round.close", other.round, "--as", "r1")
        #expect(try lab.texts("SELECT id FROM kernel_request").isEmpty)
    }

    /// A vignette or a category of another concept would be an answer that no figure counts.
    @Test func anAnswerIsAboutTheConceptOfItsRound() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let other = try school.round()
        let round = try school.round()
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "before", by: "r1")
        func classify(_ vignette: String, _ category: String) -> Session.Answer {
            lab.act("curriculum.classification.create", "--sitting", sitting, "--vignette", vignette, "--category", category, by: "s06")
        }
        let vignette = classify(other.vignettes[0], round.categories[0])
        #expect(vignette.code == 77 && vignette.err.contains("of-one-concept"), "\(vignette)")
        #expect(vignette.err.contains(round.vignettes.joined(separator: ", ")), "\(vignette)")
        #expect(classify(round.vignettes[0], other.categories[0]).code == 77)
        #expect(try lab.texts("SELECT _id FROM curriculum_classification").isEmpty)
        #expect(classify(round.vignettes[0], round.categories[0]).code == 0)
        let own = try #require(try lab.texts("SELECT _id FROM curriculum_classification").first)
        #expect(lab.act("curriculum.classification.update", own, "--category", other.categories[1], by: "s06").code == 77)
        #expect(lab.act("curriculum.classification.update", own, "--category", round.categories[1], by: "s06").code == 0)
    }

    /// Whoever answers twice is told so, in her language, and how she changes her answer.
    private func saysThatSheHasAnswered(_ lab: RuntimeLab, _ sitting: String, _ round: SchoolLab.Round) throws {
        let own = try #require(try lab.texts("SELECT _id FROM curriculum_classification").first)
        let said = [
            "nb": "du har alt plassert dette eksempelet i denne omgangen", "nn": "du har alt plassert dette dømet i denne omgangen",
            "en": "you have already classified this vignette in this sitting",
        ]
        for (language, words) in said {
            let answer = lab.session.run(
                "do", "curriculum.classification.create", "--sitting", sitting, "--vignette", round.vignettes[0], "--category",
                round.categories[1], "--as", "s01", "--lang", language, now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains(words), "\(answer.err)")
            #expect(answer.err.contains("kjerne do curriculum.classification.update \(own)"), "\(answer.err)")
        }
    }

    @Test func answersComeFromPeopleAndOnlyWhileTheSittingIsOpen() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "before", by: "r1")
        func classify(_ vignette: Int, by person: String?) -> Session.Answer {
            lab.act(
                "curriculum.classification.create", "--sitting", sitting, "--vignette", round.vignettes[vignette], "--category",
                round.categories[0], by: person)
        }
        #expect(classify(0, by: "s01").code == 0)
        #expect(classify(0, by: "s01").code == 77)
        try saysThatSheHasAnswered(lab, sitting, round)
        #expect(classify(0, by: "s02").code == 0)
        #expect(classify(1, by: nil).code == 77)
        #expect(classify(1, by: "y1").code != 0)
        #expect(classify(1, by: "p1").code != 0)
        try lab.ok("do", "curriculum.sitting.close", sitting, "--as", "r1")
        #expect(classify(1, by: "s01").code == 77)
        // A sitting that stands open in a closed round takes nothing either.
        let other = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "after", by: "r1")
        try lab.ok("do", "curriculum.round.close", round.round, "--as", "r1")
        let late = lab.act(
            "curriculum.classification.create", "--sitting", other, "--vignette", round.vignettes[0], "--category", round.categories[0],
            by: "s01")
        #expect(late.code == 77 && late.err.contains("Closed"), "\(late.err)")
    }
}
