import Foundation
import Kernel
import Testing

@testable import Participation

/// Groups that are changed by hand keep their rules, or say why not.
@Suite struct GroupsByHandTests {
    private func lab() throws -> AdmissionLab {
        let lab = try AdmissionLab()
        for number in 1...6 {
            try lab.ok("enrol", "storby-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "storby-h27/a\(number)", "--kind", "funded", "--employer",
                AdmissionLab.owner(number), "--school", "skole-\((number + 1) / 2)", "--as", "adm-storby")
        }
        try lab.ok(
            "do", "participation.grouping.create", "--offering", "storby-h27", "--title", "Gruppe", "--size", "2", "--as", "co-storby")
        try lab.ok("do", "participation.grouping.build", "1", "--lot-seed", "5", "--as", "co-storby")
        return lab
    }

    private func places(_ lab: AdmissionLab) throws -> [(id: Int, person: Int, group: Int)] {
        try lab.rows(command: "list", "participation.placement", by: "co-storby").map { row in
            (
                row["id"]?.integer ?? 0, row["enrolment"]?.string?.last?.wholeNumberValue ?? 0, row["number"]?.integer ?? 0
            )
        }
    }

    @Test func aChangeKeepsTheRulesOrSaysWhyNot() throws {
        let lab = try lab()
        let all = try places(lab)
        let one = try #require(all.first)
        let other = try #require(all.first { $0.group != one.group })
        func move(_ extra: String...) -> String {
            let answer = lab.session.run(
                ["do", "participation.placement.update", "\(one.id)", "--number", "\(other.group)", "--as", "co-storby"] + extra,
                now: AdmissionLab.open)
            return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
        }
        let refused = move()
        #expect(refused.hasPrefix("77") && refused.contains("3 in a group of 2 at the most"), "\(refused)")
        #expect(try places(lab).first { $0.id == one.id }?.group == one.group)
        #expect(move("--reason", "They share a house") == "done")
        let report = try lab.rows("participation.groups", "--grouping", "1", by: "co-storby")
        #expect(report.contains { $0["reason"]?.string == "They share a house" && $0["broken"]?.isNull == false })
        // What stands there as a reason was for that change, not for the next one.
        let third = try #require(all.first { $0.group != one.group && $0.group != other.group })
        let again = lab.refused("participation.placement.update", "\(third.id)", "--number", "\(other.group)", "--as", "co-storby")
        #expect(again.contains("4 in a group of 2 at the most"), "\(again)")
        #expect(lab.refused("participation.grouping.confirm", "1", "--as", "co-storby") == "done")
    }

    @Test func twoSwapPlacesAndOneSchoolStaysApart() throws {
        let lab = try lab()
        let all = try places(lab)
        func school(_ person: Int) -> Int { (person + 1) / 2 }
        let one = try #require(all.first)
        // The other of her school, and the one who is in a group with that one.
        let mate = try #require(all.first { $0.id != one.id && school($0.person) == school(one.person) })
        let beside = try #require(all.first { $0.group == mate.group && $0.id != mate.id })
        func swap(_ id: Int, _ extra: String..., by person: String = "co-storby") -> String {
            let answer = lab.session.run(
                ["do", "participation.swap-places", "--placement", "\(one.id)", "--with", "\(id)", "--as", person] + extra,
                now: AdmissionLab.open)
            return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
        }
        #expect(swap(mate.id, by: "a1").hasPrefix("77") && swap(mate.id, by: "co-vest").hasPrefix("77"))
        let refused = swap(beside.id)
        #expect(refused.hasPrefix("77") && refused.contains("several from"), "\(refused)")
        #expect(swap(one.id) != "done" && swap(99) != "done")
        #expect(swap(mate.id) == "done")
        #expect(try places(lab).first { $0.id == one.id }?.group == mate.group)
        #expect(swap(mate.id) == "done")
        #expect(swap(beside.id, "--reason", "A pair that works well") == "done")
        let report = try lab.rows("participation.groups", "--grouping", "1", by: "co-storby")
        #expect(report.contains { $0["reason"]?.string?.contains("A pair that works well") == true })
        #expect(lab.refused("participation.grouping.confirm", "1", "--as", "co-storby") == "done")
    }

    @Test func onlyThoseWhoTakePartAreInGroupsAndAllAreWhenTheyAreConfirmed() throws {
        let lab = try lab()
        try lab.ok("enrol", "vest-h27", "a1")
        let placement = try #require(try places(lab).first { $0.person == 1 })
        try lab.ok("do", "participation.placement.delete", "\(placement.id)", "--as", "co-storby")
        let confirm = lab.refused("participation.grouping.confirm", "1", "--as", "co-storby")
        #expect(confirm.hasPrefix("77") && confirm.contains("these are in no group: a1"), "\(confirm)")
        #expect(try lab.ok("report", "participation.groups", "--grouping", "1", "--as", "co-storby").contains("In no group: a1."))
        func place(_ enrolment: String) -> String {
            lab.refused(
                "participation.placement.create", "--grouping", "1", "--enrolment", enrolment, "--number", "\(placement.group)", "--as",
                "co-storby")
        }
        #expect(place("vest-h27/a1") != "done")
        #expect(place("storby-h27/a1") == "done")
        try lab.ok("do", "participation.grouping.confirm", "1", "--as", "co-storby")
    }

    @Test func teamsStayWholeAndSchoolsApart() {
        func place(_ enrolment: String, _ group: Int, _ school: String?, _ team: String? = nil) -> GroupConstraints.Place {
            .init(enrolment: enrolment, group: group, school: school, team: team)
        }
        func texts(_ places: [GroupConstraints.Place], size: Int = 4) -> [String] {
            GroupConstraints.faults(places, size: size).map { $0.text(.en) }
        }
        #expect(texts([place("1", 1, "x"), place("2", 1, "y"), place("3", 1, nil), place("4", 1, nil)]).isEmpty)
        #expect(texts([place("1", 1, "x"), place("2", 1, "x")]) == ["several from x"])
        #expect(texts([place("1", 1, "x", "t"), place("2", 1, "x", "t")]).isEmpty)
        #expect(texts([place("1", 1, "x", "t"), place("2", 1, "x", "t"), place("3", 1, "x")]) == ["several from x"])
        #expect(texts([place("1", 1, "x", "t"), place("2", 2, "x", "t")]) == ["splits the team t", "splits the team t"])
        #expect(texts([place("1", 1, "x"), place("2", 1, "y"), place("3", 1, "z")], size: 2) == ["3 in a group of 2 at the most"])
    }
}
