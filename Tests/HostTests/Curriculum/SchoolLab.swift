import Foundation
import Kernel

/// A school of twelve, most of them in no course, with its leader `r1`; a stranger, `x1`, leads another school.
///
/// The staff are `s01` to `s12`, a group of the organisation `heimen`; the leader is one of its members too.
final class SchoolLab {
    let lab: RuntimeLab
    static let staff = (1...12).map { $0 < 10 ? "s0\($0)" : "s\($0)" }

    init(language: String = "en") throws {
        lab = try RuntimeLab(language: language)
        var roster = "id,given_name,family_name,email,organisation,role,language\n"
        for id in Self.staff { roster += "\(id),Navn\(id),Slekt\(id),,heimen,teacher,nb\n" }
        roster += "r1,Rakel,Rektor,,heimen,leader,nb\ny1,Ytre,Leder,,annen,leader,nb\n"
        try lab.session.put(roster, "school.csv")
        try lab.ok("people", "import", "school.csv")
        try lab.ok("do", "kernel.group.create", "--id", "heimen", "--title", "Heimen", "--organisation", "heimen")
        let members = (Self.staff + ["r1"]).map { "heimen,\($0)\n" }.joined()
        try lab.session.put("group,person\n" + members, "members.csv")
        try lab.ok("do", "kernel.group.add", "--each", "members.csv")
    }

    /// A concept with three categories and vignettes, and an open round.
    struct Round {
        var concept: String
        var categories: [String]
        var vignettes: [String]
        var round: String
    }

    func round(vignettes: Int = 4, scale: String = "ordinal", invited: Int = 12) throws -> Round {
        let concept = try lab.make("curriculum.concept.create", "--group", "heimen", "--title", "Dybdelæring", "--scale", scale, by: "r1")
        let categories = try (1...3).map { position in
            try lab.make(
                "curriculum.category.create", "--concept", concept, "--position", "\(position)", "--title",
                ["not", "partly", "clearly"][position - 1],
                by: "r1")
        }
        let texts = try (1...vignettes).map { number in
            try lab.make(
                "curriculum.vignette.create", "--concept", concept, "--number", "\(number)", "--text", "Example \(number)", by: "s01")
        }
        let round = try lab.make(
            "curriculum.round.create", "--concept", concept, "--title", "Høst", "--invited", "\(invited)", by: "r1")
        try lab.ok("do", "curriculum.round.open", round, "--as", "r1")
        return Round(concept: concept, categories: categories, vignettes: texts, round: round)
    }

    /// Lets people classify in a new sitting, and closes it.
    ///
    /// - Parameter answer: the category, from 0, that a person gives to a vignette; nil for none.
    @discardableResult
    func sitting(_ round: Round, _ kind: String, people: [String], close: Bool = true, answer: (Int, Int) -> Int?) throws -> String {
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", kind, by: "r1")
        for (index, person) in people.enumerated() {
            var rows = "sitting,vignette,category\n"
            for (number, vignette) in round.vignettes.enumerated() {
                if let category = answer(index, number) { rows += "\(sitting),\(vignette),\(round.categories[category])\n" }
            }
            try lab.session.put(rows, "answers.csv")
            try lab.ok("do", "curriculum.classification.create", "--each", "answers.csv", "--as", person)
        }
        if close { try lab.ok("do", "curriculum.sitting.close", sitting, "--as", "r1") }
        return sitting
    }

    /// The rows of a report as someone gets it, each by its columns.
    func report(_ words: String..., by person: String? = "r1") throws -> [[String: JSONValue]] {
        let text = try lab.ok(["report"] + words + ["--output", "json"] + (person.map { ["--as", $0] } ?? []))
        let json = try JSONValue(parsing: Array(text.utf8))
        let columns = (json["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        return (json["rows"]?.array ?? []).map { row in
            Dictionary(uniqueKeysWithValues: zip(columns, row.array ?? []).map { ($0, $1) })
        }
    }
}
