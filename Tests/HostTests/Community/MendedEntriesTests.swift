import Foundation
import Kernel
import Testing

/// What was entered wrongly is mended by those who may enter it, and the log tells of it.
@Suite struct MendedEntriesTests {
    private let school: CommunityLab
    private var lab: RuntimeLab { school.lab }

    init() throws { school = try CommunityLab() }

    private func events(_ name: String) -> [String] {
        lab.session.run("log", now: RuntimeLab.open).out.split(separator: "\n").map(String.init).filter { $0.contains(name) }
    }

    @Test func turnsOfASeatAreMendedUntilTheMeetingIsFollowedUp() throws {
        let meeting = try lab.make(
            "community.meeting.create", "--group", "heim", "--title", "Møte", "--question", "Hva lærte vi?", "--held", "2027-09-20",
            by: "s01")
        let seats = try [10, 5, 3, 20, 2, 7].enumerated().map { seat, turns in
            try lab.make(
                "community.seat.create", "--meeting", meeting, "--seat", "\(seat + 1)", "--turns", "\(turns)", by: "s02")
        }
        // Somebody counted 20 where there were none, and a seat where nobody sat.
        for person in ["v1", "x1", "e1"] {
            #expect(lab.act("community.seat.update", seats[3], "--turns", "0", by: person).code != 0, "\(person)")
            #expect(lab.act("community.seat.delete", seats[5], by: person).code != 0, "\(person)")
        }
        #expect(lab.act("community.seat.update", seats[3], "--turns", "-1", by: "s02").code == 65)
        try lab.ok("do", "community.seat.update", seats[3], "--turns", "0", "--as", "s02")
        try lab.ok("do", "community.seat.delete", seats[5], "--as", "s03")
        try lab.ok("do", "community.meeting.hold", meeting, "--summary", "Mye", "--as", "s01")
        let rows = try school.report("community.measures", "--group", "heim", by: "s01")
        let gini = rows.first { $0["measure"]?["en"]?.string?.contains("Gini") == true }
        #expect(abs((gini?["value"]?.double ?? 0) - 0.46) < 1e-9 && gini?["n"]?.integer == 5, "\(rows)")
        #expect(events("community.seat.updated").count == 1 && events("community.seat.deleted").count == 1)
        try lab.ok("do", "community.meeting.close", meeting, "--as", "s01")
        for act in [["community.seat.update", seats[0], "--turns", "1"], ["community.seat.delete", seats[0]]] {
            let over = lab.session.run(["do"] + act + ["--as", "r1"], now: RuntimeLab.open)
            #expect(over.code == 77 && over.err.contains("Followed up"), "\(over.err)")
        }
    }

    @Test func supportIsMendedByWhoLeads() throws {
        func note(_ person: String, _ held: String) throws -> String {
            try lab.make(
                "community.support.create", "--group", "heim", "--person", person, "--form", "guidance", "--held", held, by: "r1")
        }
        let (wrong, twice) = (try note("s03", "2027-09-01"), try note("s05", "2027-09-02"))
        for person in ["s03", "s04", "v1", "x1"] {
            #expect(lab.act("community.support.update", wrong, "--person", "s04", by: person).code != 0, "\(person)")
            #expect(lab.act("community.support.delete", twice, by: person).code != 0, "\(person)")
        }
        let stranger = lab.act("community.support.update", wrong, "--person", "v1", by: "r1")
        #expect(stranger.code == 77 && stranger.err.contains("not of the group"), "\(stranger.err)")
        try lab.ok("do", "community.support.update", wrong, "--person", "s04", "--held", "2027-09-03", "--as", "r1")
        try lab.ok("do", "community.support.delete", twice, "--as", "r1")
        let had = try school.report("community.support", "--group", "heim").filter { $0["total"]?.integer != 0 }
        #expect(had.compactMap { $0["person"]?.string } == ["s04"] && had[0]["last"]?.string == "2027-09-03", "\(had)")
        // Whom it was noted for by mistake sees it no more; whom it is about does.
        #expect(try lab.show("community.support", wrong, by: "s03") == nil && lab.show("community.support", wrong, by: "s04") != nil)
        #expect(events("community.support.updated").count == 1 && events("community.support.deleted").count == 1)
    }
}
