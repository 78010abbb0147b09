import Foundation
import Kernel
import Testing

/// A seat that was entered wrongly is mended, or taken out where nothing leans on it.
@Suite struct MendedSeatTests {
    private static let now = AdmissionLab.autumn

    private func enrolled(_ people: ClosedRange<Int> = 1...4) throws -> AdmissionLab {
        let lab = try AdmissionLab()
        for number in people {
            try lab.ok("enrol", "storby-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "storby-h27/a\(number)", "--kind", "funded", "--employer", "kommune-2",
                "--school", "skole-3", "--as", "adm-storby")
        }
        return lab
    }

    private func act(_ lab: AdmissionLab, _ words: String..., by person: String = "adm-storby") -> String {
        lab.refused(words.map { $0.hasPrefix("seat.") ? "participation." + $0 : $0 } + ["--as", person], at: Self.now)
    }

    @Test func anAdministratorMendsASeat() throws {
        let lab = try enrolled()
        for person in ["a1", "a2", "co-storby", "adm-vest", "o1"] {
            let answer = act(lab, "seat.update", "1", "--employer", "kommune-1", by: person)
            #expect(answer != "done", "\(person)")
        }
        #expect(act(lab, "seat.update", "1", "--employer", "kommune-1", "--school", "skole-1", "--team", "ledere") == "done")
        let seat = try lab.ok("show", "participation.seat", "1", "--as", "a1", at: Self.now)
        #expect(seat.contains("kommune-1") && seat.contains("skole-1") && seat.contains("ledere"), "\(seat)")
        #expect(act(lab, "seat.update", "1", "--kind", "commission").contains("has no seats of the kind 'commission'"))
        #expect(act(lab, "seat.update", "1", "--extra", "true").contains("--outside, --why"))
        let log = try lab.ok("log", at: Self.now)
        #expect(log.contains("participation.seat.updated"))
        // The funder's numbers follow, also of a seat that has ended.
        try lab.ok("do", "participation.seat.withdraw", "2", "--reason", "New post", "--as", "a2", at: Self.now)
        #expect(act(lab, "seat.update", "2", "--employer", "kommune-1") == "done")
        let owners = try lab.rows("participation.funder", "--offering", "storby-h27", by: "adm-storby", at: Self.now).compactMap { row in
            row["owner"]?.string.map { "\($0) \(row["seats"]?.integer ?? -1)" }
        }
        #expect(Set(owners).isSuperset(of: ["kommune-1 2", "kommune-2 2"]), "\(owners)")
    }

    /// Of the seats that there are none is given twice by mending, and what is full can still be mended in other ways.
    @Test func aMendedSeatIsOneThatIsFree() throws {
        let lab = try AdmissionLab { session in
            let file = "Config/institutions/oppdrag/variants/oppdrag-plf-2027.yaml"
            try session.edit(file, "places: 30", "places: 3")
            try session.edit(file, "minimum: 15", "minimum: 1")
            try session.edit(file, "{seat: commission, number: 20}", "{seat: commission, number: 1}")
            try session.edit(file, "{seat: self-paying, number: 4}", "{seat: self-paying, number: 1}")
            try session.edit(
                file, "{seat: without-credits, number: 6, credits: false}", "{seat: without-credits, number: 1, credits: false}")
        }
        for (number, kind) in [(1, "commission"), (2, "self-paying")] {
            try lab.ok("enrol", "oppdrag-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "oppdrag-h27/a\(number)", "--kind", kind, "--as", "adm-oppdrag")
        }
        func mend(_ words: String...) -> String {
            lab.refused(["participation.seat.update"] + words + ["--as", "adm-oppdrag"], at: Self.now)
        }
        #expect(mend("2", "--kind", "commission").contains("no seat of the kind 'commission' is free: 1 of 1"))
        #expect(mend("1", "--employer", "kommune-1", "--kind", "commission") == "done")
        #expect(mend("2", "--kind", "without-credits").contains("gives no credits"))
        #expect(mend("2", "--kind", "without-credits", "--credits", "false") == "done")
        #expect(mend("1", "--kind", "self-paying") == "done")
    }

    @Test func nobodyMendsHerOwnSeat() throws {
        let lab = try enrolled(1...1)
        try lab.ok("enrol", "storby-h27", "adm-storby")
        try lab.ok("do", "participation.seat.create", "--enrolment", "storby-h27/adm-storby", "--kind", "funded")
        #expect(act(lab, "seat.update", "2", "--employer", "kommune-1").contains("your own case"))
    }

    @Test func aSeatOnWhichNothingLeansIsTakenOut() throws {
        let lab = try enrolled()
        for person in ["a1", "co-storby", "adm-vest"] { #expect(act(lab, "seat.delete", "1", by: person) != "done", "\(person)") }
        #expect(act(lab, "seat.delete", "1") == "done")
        let log = try lab.ok("log", at: Self.now)
        #expect(log.contains("participation.seat.deleted"))
        // Her enrolment stands, and she is given the right one.
        let active = try lab.ok("offerings", "show", "storby-h27", "--output", "csv", at: Self.now)
        #expect(active.contains("a1,participant,active"))
        #expect(act(lab, "seat.create", "--enrolment", "storby-h27/a1", "--kind", "funded") == "done")
        // What has become of it since leans on it.
        try lab.ok("do", "participation.seat.withdraw", "2", "--reason", "New post", "--as", "a2", at: Self.now)
        #expect(act(lab, "seat.delete", "2").contains("mend what is wrong with update"))
        try lab.ok(
            "do", "participation.seat.exclude", "3", "--excluded-until", "2028-09-01", "--reason", "x", "--decided-by", "Nemnda", "--as",
            "adm-storby", at: Self.now)
        #expect(act(lab, "seat.delete", "3").contains("mend what is wrong with update"))
        try lab.ok(
            "do", "participation.seat.transfer", "4", "--destination", "vest-h27", "--reason", "Moves", "--agreed-with", "Adm Vest", "--as",
            "adm-storby", at: Self.now)
        let list = try lab.rows(command: "list", "participation.seat", by: "adm-vest", at: Self.now)
        let there = try #require(list.first { $0["enrolment"]?.string == "vest-h27/a4" }?["id"]?.integer)
        #expect(act(lab, "seat.delete", "\(there)", by: "adm-vest").contains("came with a transfer"))
    }

    /// A seat that was offered and accepted is what an application ended in: it is mended, and ends by a withdrawal, but is not taken out.
    @Test func aSeatThatWasGivenAfterAnApplicationStays() throws {
        let lab = try AdmissionLab.commissioned(seats: 2)
        let may = "2027-05-03T08:00:00Z"
        func act(_ words: String..., by person: String = "adm-oppdrag") -> String {
            lab.refused(words.map { $0.contains(".") ? "participation." + $0 : $0 } + ["--as", person], at: may)
        }
        try lab.round("oppdrag-h27")
        try lab.apply(1...2, extra: ["--seat-wish", "commission"])
        try lab.judge(1...2, by: "adm-oppdrag")
        try lab.ok("due", at: may)
        for number in ["1", "2"] { #expect(act("application.qualify", number) == "done") }
        #expect(act("ranking.create", "--round", "1") == "done")
        for step in ["ranking.freeze", "ranking.order", "round.offer"] { #expect(act(step, "1") == "done", "\(step)") }
        for number in ["1", "2"] { #expect(act("application.accept", number, by: "a\(number)") == "done") }
        #expect(act("round.start", "1") == "done")
        #expect(try (1...2).map { try lab.state($0) } == ["enrolled", "enrolled"])
        let before = try lab.ok("list", "participation.seat", "--output", "json", "--as", "adm-oppdrag", at: may)
        let events = try lab.ok("log", "--output", "json", at: may)
        for seat in ["1", "2"] {
            let refused = act("seat.delete", seat)
            #expect(refused.hasPrefix("77") && refused.contains("the seat was given after an application"), "\(refused)")
        }
        #expect(try lab.ok("list", "participation.seat", "--output", "json", "--as", "adm-oppdrag", at: may) == before)
        #expect(try lab.ok("log", "--output", "json", at: may) == events)
        #expect(try (1...2).map { try lab.state($0) } == ["enrolled", "enrolled"])
        // What stands in it is mended as in any other.
        #expect(act("seat.update", "1", "--team", "ledere") == "done")
        #expect(act("seat.delete", "1").contains("the seat was given after an application"))
        // One that was entered by hand in the same course is taken out.
        try lab.ok("enrol", "oppdrag-h27", "a3", at: may)
        #expect(act("seat.create", "--enrolment", "oppdrag-h27/a3", "--kind", "self-paying") == "done")
        #expect(act("seat.delete", "3") == "done")
    }
}
