import Foundation
import Kernel
import Testing

@testable import Participation

/// When a gathering changes, the absence that is left follows, and everyone who takes part is told.
@Suite struct ChangedGatheringTests {
    private func lab() throws -> AdmissionLab {
        let lab = try AdmissionLab()
        for number in 1...2 {
            try lab.ok("enrol", "storby-h27", "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "storby-h27/a\(number)", "--kind", "funded", "--as", "adm-storby")
        }
        try lab.ok("do", "participation.lay-out-gatherings", "--offering", "storby-h27", "--as", "co-storby")
        return lab
    }

    private func letters(_ lab: AdmissionLab, _ person: String) throws -> [String] {
        try lab.rows("kernel.notices", by: person, at: AdmissionLab.autumn).compactMap { $0["notice"]?.string }.filter {
            $0.contains("gathering")
        }
    }

    private func own(_ lab: AdmissionLab, _ person: String) throws -> [Int?] {
        let row = try lab.rows("participation.absence", by: person, at: AdmissionLab.autumn).first
        return ["total", "absent", "left"].map { row?[$0]?.integer }
    }

    @Test func theAbsenceThatIsLeftFollowsAndTheParticipantsAreTold() throws {
        let lab = try lab()
        let now = AdmissionLab.autumn
        for half in 1...2 {
            try lab.ok(
                "do", "participation.attendance.create", "--enrolment", "storby-h27/a1", "--gathering", "1", "--half-day", "\(half)",
                "--presence", "absent", "--as", "co-storby", at: now)
        }
        let before = try own(lab, "a1")
        let total = try #require(before[0])
        func allowed(_ total: Int) -> Int { total - (total * 80 + 99) / 100 }
        #expect(before == [total, 2, allowed(total) - 2])
        // Fewer half-days, then more, then none: what was recorded stands, and what is left is counted anew.
        let change = ["do", "participation.gathering.update", "2", "--as", "co-storby", "--half-days"]
        try lab.ok(change + ["2"], at: now)
        #expect(try own(lab, "a1") == [total - 2, 2, allowed(total - 2) - 2])
        try lab.ok(change + ["8"], at: now)
        #expect(try own(lab, "a1") == [total + 4, 2, allowed(total + 4) - 2])
        try lab.ok("do", "participation.gathering.update", "2", "--starts", "2027-11-08", "--as", "co-storby", at: now)
        try lab.ok("do", "participation.gathering.cancel", "2", "--reason", "The lecturer is ill", "--as", "co-storby", at: now)
        #expect(try own(lab, "a1") == [total - 4, 2, allowed(total - 4) - 2])
        // Each participant is told each time; the staff, who did it, are not.
        for person in ["a1", "a2"] {
            let names = try letters(lab, person)
            #expect(
                names.count { $0.contains("gathering-changed") } == 3 && names.count { $0.contains("gathering-cancelled") } == 1, "\(names)"
            )
        }
        #expect(try letters(lab, "co-storby").isEmpty)
        // A participant who has left is not written to.
        try lab.ok("do", "participation.seat.withdraw", "2", "--reason", "A new post", "--as", "a2", at: now)
        try lab.ok("do", "participation.gathering.update", "3", "--half-days", "2", "--as", "co-storby", at: now)
        #expect(try letters(lab, "a2").count == 4 && letters(lab, "a1").count == 5)
        // What is recorded keeps a gathering from being cut below it or cancelled.
        #expect(
            lab.refused("participation.gathering.update", "1", "--half-days", "1", "--as", "co-storby", at: now).contains("half-day 2"))
        #expect(lab.refused("participation.gathering.cancel", "1", "--reason", "x", "--as", "co-storby", at: now).contains("recorded"))
    }

    /// What was carried over from a longer course never makes more half-days than there are.
    @Test func whatIsCarriedOverFillsWhatThereIs() {
        let gatherings: [[String: JSONValue]] = [["id": .integer(1), "half-days": .integer(4), "state": .string("planned")]]
        let own: [[String: JSONValue]] = [["gathering": .integer(1), "presence": .string("absent")]]
        let seat: [String: JSONValue] = ["carried": .integer(2), "carried-ill": .integer(1), "carried-absent": .integer(6)]
        let tally = AttendanceTally(gatherings: gatherings, attendance: own, seats: [seat], planned: 4)
        #expect(Self.counts(tally) == [2, 1, 1, 0])
        let longer = AttendanceTally(
            gatherings: [["id": .integer(1), "half-days": .integer(12), "state": .string("planned")]], attendance: own, seats: [seat],
            planned: 12)
        #expect(Self.counts(longer) == [2, 1, 7, 2])
    }

    private static func counts(_ tally: AttendanceTally) -> [Int] { [tally.present, tally.ill, tally.absent, tally.open] }

    /// A half-day is recorded once its day has come, and of participants alone.
    @Test func nothingIsRecordedBeforeItsDayOrOfOthers() throws {
        let lab = try lab()
        try lab.ok("enrol", "storby-h27", "a3", "--role", "lecturer")
        func mark(_ person: String, _ half: Int, at now: String) -> String {
            lab.refused(
                "participation.attendance.create", "--enrolment", "storby-h27/\(person)", "--gathering", "2", "--half-day", "\(half)",
                "--presence", "absent", "--as", "co-storby", at: now)
        }
        try lab.ok("do", "participation.gathering.update", "2", "--starts", "2027-11-08", "--as", "co-storby")
        let first = "2027-11-08T15:00:00Z"
        #expect(mark("a1", 2, at: first) == "done")
        let early = mark("a1", 3, at: first)
        #expect(early.hasPrefix("77") && early.contains("half-day 3 of 'samling-2' is not until 2027-11-09"), "\(early)")
        #expect(mark("a1", 3, at: "2027-11-09T08:00:00Z") == "done")
        #expect(mark("a3", 1, at: first).contains("there is no enrolment 'storby-h27/a3'"))
    }
}
