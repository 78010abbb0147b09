import Foundation
import Kernel
import Testing

/// Gatherings, attendance, absence left, leave, withdrawal, exclusion, transfer, groups.
@Suite struct TakingPartTests {
    /// Enrols the six in an offering, with seats.
    private func enrolled(_ offering: String) throws -> AdmissionLab {
        let lab = try AdmissionLab()
        let institution = offering.prefix { $0 != "-" }
        for number in 1...6 {
            try lab.ok("enrol", offering, "a\(number)")
            try lab.ok(
                "do", "participation.seat.create", "--enrolment", "\(offering)/a\(number)", "--kind", "funded", "--employer",
                AdmissionLab.owner(number), "--school", "skole-\((number + 1) / 2)", "--as", "adm-\(institution)")
        }
        try lab.ok("do", "participation.lay-out-gatherings", "--offering", offering, "--as", "co-\(institution)")
        return lab
    }

    @Test func gatheringsAreLaidOutOnceByThoseOfTheCourse() throws {
        let lab = try enrolled("storby-h27")
        let list = try lab.ok("list", "participation.gathering", "--output", "csv", "--as", "a1")
        let count = list.split(whereSeparator: \.isNewline).count
        #expect(count > 4)
        #expect(lab.refused("participation.lay-out-gatherings", "--offering", "storby-h27", "--as", "co-vest").hasPrefix("77"))
        #expect(lab.refused("participation.lay-out-gatherings", "--offering", "none", "--as", "co-vest").hasPrefix("65"))
        try lab.ok("do", "participation.lay-out-gatherings", "--offering", "storby-h27", "--as", "co-storby")
        #expect(try lab.ok("list", "participation.gathering", "--output", "csv", "--as", "a1") == list)
    }

    @Test func attendanceIsOfHalfDaysThatThereAreAndTellsWhatIsLeft() throws {
        let lab = try enrolled("storby-h27")
        func mark(_ person: String, _ half: Int, _ presence: String, gathering: String = "1", at now: String = AdmissionLab.autumn)
            -> String
        {
            lab.refused(
                "participation.attendance.create", "--enrolment", "storby-h27/\(person)", "--gathering", gathering, "--half-day", "\(half)",
                "--presence", presence, "--as", "co-storby", at: now)
        }
        #expect(mark("a1", 1, "present", at: "2027-08-01T08:00:00Z").contains("does not begin until"))
        #expect(mark("a1", 5, "present").contains("has 4 half-days, not 5"))
        #expect(mark("a1", 1, "present") == "done")
        #expect(mark("a1", 1, "absent").hasPrefix("77"))
        for half in 1...4 { #expect(mark("a2", half, "absent") == "done") }
        let rows = try lab.rows("participation.absence", "--offering", "storby-h27", by: "co-storby", at: AdmissionLab.autumn)
        let total = try #require(rows.first?["total"]?.integer)
        let allowed = total - (total * 80 + 99) / 100
        #expect(rows.first { $0["participant"]?.string == "a1" }?["left"]?.integer == allowed)
        #expect(rows.first { $0["participant"]?.string == "a2" }?["left"]?.integer == allowed - 4)
        // Each sees her own alone, and is told whether she is in danger.
        let own = try lab.rows("participation.absence", by: "a2", at: AdmissionLab.autumn)
        #expect(own.compactMap { $0["participant"]?.string } == ["a2"])
        let next = try lab.ok("report", "participation.next", "--as", "a2", at: AdmissionLab.autumn)
        #expect(allowed < 4 ? next.contains("You are in danger in storby-h27") : next.contains("You are not in danger"))
        #expect(
            try lab.ok("report", "kernel.requirements", "--person", "a1", "--as", "co-storby", at: AdmissionLab.autumn).contains(
                "half-days so far"))
        // The page works as HTML, for the participant and for the coordinator.
        for (report, person) in [("participation.next", "a2"), ("participation.overview", "co-storby")] {
            let page = try lab.ok("report", report, "--as", person, "--output", "html", at: AdmissionLab.autumn)
            #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<th scope=\"col\""))
        }
        #expect(lab.session.run(["report", "participation.next"], now: AdmissionLab.autumn).code == 77)
        #expect(lab.session.run(["report", "participation.overview", "--as", "a1"], now: AdmissionLab.autumn).code == 77)
    }

    @Test func aRequirementIsMetOrLostByAttendance() throws {
        let lab = try enrolled("handel-h27")
        let late = "2028-06-20T08:00:00Z"
        let list = try lab.ok("list", "participation.gathering", "--output", "json", "--as", "a1")
        let json = try JSONValue(parsing: Array(list.utf8))
        let columns = (json["columns"]?.array ?? []).compactMap { $0["id"]?.string }
        let place = try #require(columns.firstIndex(of: "half-days"))
        for (index, row) in (json["rows"]?.array ?? []).enumerated() {
            for half in 1...(row.array?[place].integer ?? 1) {
                for (person, presence) in [
                    ("a1", "present"), ("a2", index == 0 ? "ill" : "digital"), ("a3", index == 0 ? "absent" : "present"),
                ] {
                    try lab.ok(
                        "do", "participation.attendance.create", "--enrolment", "handel-h27/\(person)", "--gathering", "\(index + 1)",
                        "--half-day", "\(half)", "--presence", presence, at: late)
                }
            }
        }
        let rows = try lab.rows("kernel.requirements", "--offering", "handel-h27", at: late).filter {
            $0["requirement"]?.string == "attendance"
        }
        func outcome(_ person: String) -> String? { rows.first { $0["person"]?.string == person }?["outcome"]?["en"]?.string }
        // All of it is compulsory; documented illness down to 75 per cent is not held against anyone.
        #expect(outcome("a1") == "met" && outcome("a2") == "met" && outcome("a3") == "not met")
    }

    @Test func aMovedGatheringKeepsItsNameInTheCalendarAndACancelledOneIsMarked() throws {
        let lab = try enrolled("storby-h27")
        func calendar() throws -> String { try lab.ok("export", "ical", "storby-h27", "--as", "a1") }
        func event(_ text: String, _ uid: String) -> String? {
            text.components(separatedBy: "BEGIN:VEVENT").first { $0.contains("UID:\(uid)\r\n") }
        }
        let uid = "storby-h27.samling-2.day-1@kjerne"
        let before = try #require(event(try calendar(), uid))
        #expect(before.contains("SEQUENCE:0") && before.contains("STATUS:CONFIRMED") && before.contains("DTSTART;TZID=Europe/Oslo:"))
        let id = "2"
        try lab.ok("do", "participation.gathering.update", id, "--starts", "2027-11-08", "--as", "co-storby")
        let moved = try #require(event(try calendar(), uid))
        #expect(moved.contains("SEQUENCE:1") && moved.contains("DTSTART;TZID=Europe/Oslo:20271108T090000"))
        try lab.ok("do", "participation.gathering.cancel", id, "--reason", "Ill lecturer", "--as", "co-storby")
        let gone = try #require(event(try calendar(), uid))
        #expect(gone.contains("SEQUENCE:2") && gone.contains("STATUS:CANCELLED"))
        #expect(lab.session.run(["export", "ical", "none", "--as", "a1"]).code == 65)
    }

    @Test func leaveWithdrawalExclusionAndTransferEndOrCarryASeat() throws {
        let lab = try enrolled("storby-h27")
        let now = AdmissionLab.autumn
        // Leave is asked for, granted, and over by time.
        let days = ["--from", "2027-09-10", "--until", "2027-10-10", "--reason", "Parental leave"]
        #expect(
            lab.refused(
                "participation.seat.ask-leave", "1", "--from", "2027-09-10", "--until", "2027-09-01", "--reason", "x", "--as", "a1", at: now
            ).contains("before it begins"))
        try lab.ok(["do", "participation.seat.ask-leave", "1", "--as", "a1"] + days, at: now)
        #expect(lab.refused("participation.seat.grant-leave", "1", "--as", "a1", at: now).hasPrefix("77"))
        let october = "2027-10-05T08:00:00Z"
        func notes(_ person: String) throws -> String { try lab.ok("report", "participation.next", "--as", person, at: october) }
        #expect(try notes("a1").contains("You are in danger"))
        try lab.ok("do", "participation.seat.grant-leave", "1", "--as", "adm-storby", at: now)
        // Nothing is urgent for one who is on leave.
        let away = try notes("a1")
        #expect(!away.contains("in danger in") && away.contains("2027-10-10  Leave"), "\(away)")
        let overview = try lab.rows("participation.overview", "--offering", "storby-h27", by: "co-storby", at: october)
        #expect(overview.filter { $0["why"]?.isNull == true }.compactMap { $0["participant"]?.string } == ["a1"])
        try lab.ok("due", at: "2027-10-12T08:00:00Z")
        #expect(try lab.ok("show", "participation.seat", "1").contains("Active"))
        // One withdraws herself; another is excluded, not for longer than the Act says.
        try lab.ok("do", "participation.seat.withdraw", "2", "--reason", "New post", "--as", "a2", at: now)
        let exclusion = ["--reason", "False documents", "--decided-by", "Nemnda"]
        #expect(
            lab.refused(
                "participation.seat.exclude", "3", "--excluded-until", "2030-01-01", exclusion[0], exclusion[1], exclusion[2], exclusion[3],
                "--as", "adm-storby", at: now
            ).contains("two years"))
        try lab.ok(["do", "participation.seat.exclude", "3", "--excluded-until", "2028-09-01", "--as", "adm-storby"] + exclusion, at: now)
        // A transfer carries the half-days over.
        for half in 1...3 {
            try lab.ok(
                "do", "participation.attendance.create", "--enrolment", "storby-h27/a4", "--gathering", "1", "--half-day", "\(half)",
                "--presence", half == 3 ? "absent" : "present", "--as", "co-storby", at: now)
        }
        #expect(
            lab.refused("participation.seat.transfer", "4", "--destination", "storby-h27", "--reason", "x", "--as", "adm-storby", at: now)
                .contains("another offering"))
        #expect(
            lab.refused(
                "participation.seat.transfer", "4", "--destination", "vest-h27", "--reason", "x", "--recognise", "arbeidskrav-9", "--as",
                "adm-storby", at: now
            ).contains("has no work called 'arbeidskrav-9'"))
        let move = ["participation.seat.transfer", "4", "--destination", "vest-h27", "--reason", "Moves", "--recognise", "refleksjon"]
        func transfer(_ words: String...) -> String {
            let answer = lab.session.run(["do"] + move + words + ["--as", "adm-storby"], now: now)
            return answer.code == 0 ? "done" : "\(answer.code) \(answer.err)"
        }
        #expect(transfer().contains("say who at 'vest' has agreed"))
        #expect(transfer("--agreed-with", "Adm Vest", "--seat", "commission").contains("has no seat of the kind 'commission'"))
        #expect(transfer("--agreed-with", "Adm Vest") == "done")
        let active = try lab.ok("offerings", "show", "storby-h27", "--output", "csv", at: now)
        #expect(active.contains("a1,participant,active") && active.contains("a4,participant,ended"), "\(active)")
        #expect(try lab.ok("offerings", "show", "vest-h27", "--output", "csv", at: now).contains("a4,participant,active"))
        let seat = try lab.ok("show", "participation.seat", "7")
        #expect(seat.contains("vest-h27/a4"))
        let there = try #require(try lab.rows("participation.absence", "--offering", "vest-h27", at: now).first)
        #expect(there["present"]?.integer == 2 && there["absent"]?.integer == 1)
        let carried = try lab.ok("report", "participation.next", "--as", "a4", at: "2027-11-01T08:00:00Z")
        #expect(carried.contains("counts as done") && !carried.contains("'Reflection note"), "\(carried)")
        // Nothing is completed before the requirements are met.
        #expect(lab.refused("participation.seat.complete", "5", "--as", "co-storby", at: now).contains("requirements are not met"))
        let rows = try lab.rows("participation.funder", "--offering", "storby-h27", by: "adm-storby", at: now)
        let whole = try #require(rows.first)
        #expect(["seats", "active", "withdrawn", "excluded", "transferred"].map { whole[$0]?.integer } == [6, 3, 1, 1, 1])
        #expect(whole["drop-out"]?.double == 40)
    }

    /// Work that is carried over counts as done in the new enrolment, with its ground and source, until it is taken back.
    @Test func recognisedWorkCounts() throws {
        let lab = try enrolled("storby-h27")
        let now = AdmissionLab.autumn
        try lab.ok(
            "do", "participation.seat.transfer", "4", "--destination", "handel-h27", "--reason", "Moves house", "--recognise",
            "prosjektskisse", "--recognise", "laereplannotat", "--agreed-with", "Adm Handel", "--as", "adm-storby", at: now)
        try lab.ok("enrol", "handel-h27", "a2", "--role", "lecturer")
        func states(_ by: String? = nil) throws -> [String: String] {
            let rows = try lab.rows("kernel.progress", "--offering", "handel-h27", "--person", "a4", by: by, at: now)
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["activity"]?.string ?? "", $0["state"]?["en"]?.string ?? "") })
        }
        func approved() throws -> String? {
            try lab.rows("kernel.requirements", "--offering", "handel-h27", "--person", "a4", at: now).first {
                $0["requirement"]?.string == "approved"
            }?["outcome"]?["en"]?.string
        }
        func note(_ report: String, _ language: String, by person: String) throws -> String {
            try lab.ok(
                "report", report, "--offering", "handel-h27", "--person", "a4", "--as", person, "--lang", language, at: now)
        }
        let (seen, own) = (try states(), try states("a4"))
        #expect(seen["laereplannotat"] == "recognised" && own["prosjektskisse"] == "recognised", "\(seen)")
        #expect(try approved() == "met")
        for report in ["kernel.progress", "kernel.requirements"] {
            let english = try note(report, "en", by: "a4")
            #expect(english.contains("counts as done, since work from storby-h27 is recognised. Ground: Moves house"), "\(english)")
            #expect(
                try note(report, "nb", by: "a4").contains("teller som ferdig, for arbeid fra storby-h27 er godskrevet. Grunn: Moves house"))
            #expect(try note(report, "nn", by: "a4").contains("tel som ferdig, for arbeid frå storby-h27 er godskrive. Grunn: Moves house"))
            // Who sees the work and not the decision is told that, and no more.
            let lecturer = try note(report, "en", by: "a2")
            #expect(lecturer.contains("work from storby-h27 is recognised.") && !lecturer.contains("Moves house"), "\(lecturer)")
        }
        // Only an administrator recognises, in an activity of that course alone, and takes back with a reason.
        let words = ["participation.recognition.create", "--enrolment", "handel-h27/a4", "--source", "BI 2026", "--ground", "Same work"]
        func recognise(_ activity: String, by person: String) -> String {
            let answer = lab.session.run(["do"] + words + ["--activity", activity, "--as", person], now: now)
            return "\(answer.code)"
        }
        #expect(recognise("laereplannotat", by: "co-handel") == "77")
        #expect(recognise("no-such-work", by: "adm-handel") == "65")
        let list = try lab.rows(command: "list", "participation.recognition", by: "adm-handel", at: now)
        let one = try #require(list.first { $0["activity"]?.string == "laereplannotat" }?["id"]?.integer)
        #expect(lab.refused("participation.recognition.take-back", "\(one)", "--as", "adm-handel", at: now).hasPrefix("65"))
        try lab.ok("do", "participation.recognition.take-back", "\(one)", "--reason", "Wrong course", "--as", "adm-handel", at: now)
        #expect(try states()["laereplannotat"] != "recognised")
        #expect(try approved() == "not met")
        // What is recognised again counts again.
        #expect(recognise("laereplannotat", by: "adm-handel") == "0")
        #expect(try states()["laereplannotat"] == "recognised" && approved() == "met")
    }

    @Test func groupsAreProposedAdjustedAndMade() throws {
        let lab = try enrolled("storby-h27")
        func make(_ size: Int) throws {
            try lab.ok(
                "do", "participation.grouping.create", "--offering", "storby-h27", "--title", "Gruppe", "--size", "\(size)", "--as",
                "co-storby")
        }
        // Three schools with two each: groups of two are three, and never two from one school.
        try make(2)
        try lab.ok("do", "participation.grouping.build", "1", "--lot-seed", "5", "--as", "co-storby")
        func groups() throws -> [String] {
            try lab.rows("participation.groups", "--grouping", "1", by: "co-storby").compactMap { $0["members"]?.string }
        }
        let first = try groups()
        #expect(first.count == 3)
        #expect(try lab.rows("participation.groups", "--grouping", "1", by: "co-storby").allSatisfy { $0["broken"]?.isNull == true })
        try lab.ok("do", "participation.grouping.build", "1", "--lot-seed", "5", "--as", "co-storby")
        #expect(try groups() == first)
        // A change by hand is heeded, and what it breaks is said.
        let list = try lab.ok("list", "participation.placement", "--output", "csv", "--as", "co-storby").split(whereSeparator: \.isNewline)
        let placement = try #require(list.last?.split(separator: ",").first.map(String.init))
        try lab.ok(
            "do", "participation.placement.update", placement, "--number", "1", "--reason", "They have one project", "--as", "co-storby")
        #expect(try lab.rows("participation.groups", "--grouping", "1", by: "co-storby").contains { $0["broken"]?.isNull == false })
        try lab.ok("do", "participation.grouping.build", "1", "--lot-seed", "6", "--as", "co-storby")
        try lab.ok("do", "participation.grouping.confirm", "1", "--as", "co-storby")
        #expect(try lab.ok("people", "show", "a1").contains("storby-h27-d1-g"))
        #expect(
            lab.refused("participation.placement.update", placement, "--number", "2", "--as", "co-storby").hasPrefix("65")
                || lab.refused("participation.placement.update", placement, "--number", "2", "--as", "co-storby").hasPrefix("77"))
        // Two groups cannot hold three schools' pairs apart … they can; one group cannot.
        try make(6)
        #expect(lab.refused("participation.grouping.build", "2", "--lot-seed", "1", "--as", "co-storby").contains("come separately from"))
        #expect(try lab.rows("participation.overview", "--offering", "storby-h27", by: "co-storby").count == 6)
    }

    /// The administrator of an institution that gives the course sees its participants; of other courses she is shown none.
    @Test func anAdministratorSeesTheParticipantsOfHerCourses() throws {
        let lab = try enrolled("storby-h27")
        for report in ["participation.overview", "participation.absence"] {
            let own = try lab.rows(report, by: "adm-storby")
            let staff = try lab.rows(report, "--offering", "storby-h27", by: "co-storby")
            #expect(own.count == 6 && own.map { $0["participant"]?.string } == staff.map { $0["participant"]?.string }, "\(report)")
            #expect(try lab.rows(report, by: "adm-vest").isEmpty, "\(report)")
        }
        #expect(try lab.ok("report", "participation.overview", "--as", "adm-storby").contains("of 6 need a talk"))
        // The right is the report's, not a right to everything that is done.
        #expect(try lab.rows("kernel.progress", by: "adm-storby").isEmpty)
    }

    /// What was recorded stays within the gathering, also when the gathering is changed afterwards.
    @Test func aGatheringKeepsTheHalfDaysThatWereRecorded() throws {
        let lab = try enrolled("storby-h27")
        let now = AdmissionLab.autumn
        func mark(_ half: Int) -> String {
            lab.refused(
                "participation.attendance.create", "--enrolment", "storby-h27/a1", "--gathering", "1", "--half-day", "\(half)",
                "--presence",
                "present", "--as", "co-storby", at: now)
        }
        #expect(mark(2) == "done")
        #expect(mark(99).hasPrefix("65") || mark(99).hasPrefix("77"))
        let cut = lab.refused("participation.gathering.update", "1", "--half-days", "1", "--as", "co-storby", at: now)
        #expect(cut.hasPrefix("77") && cut.contains("half-day 2 of 'samling-1'"), "\(cut)")
        let moved = lab.refused("participation.gathering.update", "1", "--starts", "2027-10-01", "--as", "co-storby", at: now)
        #expect(moved.hasPrefix("77") && moved.contains("cannot begin on 2027-10-01"), "\(moved)")
        #expect(lab.refused("participation.gathering.update", "1", "--half-days", "2", "--as", "co-storby", at: now) == "done")
    }

    /// A leave that lies ahead makes nothing less urgent before it begins.
    @Test func aLeaveCountsFromItsFirstDay() throws {
        let lab = try enrolled("storby-h27")
        let now = "2027-10-05T08:00:00Z"
        try lab.ok(
            "do", "participation.seat.ask-leave", "1", "--from", "2028-02-01", "--until", "2028-06-01", "--reason", "Study leave", "--as",
            "a1", at: now)
        try lab.ok("do", "participation.seat.grant-leave", "1", "--as", "adm-storby", at: now)
        func next(_ at: String) throws -> String { try lab.ok("report", "participation.next", "--as", "a1", at: at) }
        #expect(try next("2028-01-31T22:00:00Z").contains("You are in danger"))
        #expect(try next("2028-01-31T23:30:00Z").contains("2028-06-01  Leave"))
        #expect(try next("2028-06-01T21:30:00Z").contains("2028-06-01  Leave"))
        #expect(try next("2028-06-01T22:30:00Z").contains("You are in danger"))
    }

    /// Whoever is excluded is not put back by an enrolment, there or in another course of the institution; elsewhere she may be.
    @Test func whoIsExcludedIsNotEnrolledByHand() throws {
        let lab = try enrolled("storby-h27")
        let now = AdmissionLab.autumn
        try lab.ok(
            "do", "participation.seat.exclude", "1", "--excluded-until", "2028-03-01", "--reason", "False documents", "--decided-by",
            "Nemnda", "--as", "adm-storby", at: now)
        func enrol(_ offering: String, at now: String) -> String {
            lab.refused("kernel.enrolment.create", "--offering", offering, "--person", "a1", at: now)
        }
        let refused = enrol("storby-h27", at: now)
        #expect(refused.hasPrefix("77") && refused.contains("is excluded from the institution until 2028-03-01"), "\(refused)")
        #expect(enrol("vest-h27", at: now) == "done")
        #expect(enrol("storby-h27", at: "2028-03-02T08:00:00Z") == "done")
    }

    /// A calendar that was taken in before learns what has moved, earlier or later, and what is gone.
    @Test func aCalendarFollowsWhatChanges() throws {
        let lab = try enrolled("storby-h27")
        func event(_ uid: String, by person: String = "a1", at now: String = AdmissionLab.autumn) throws -> [String: String]? {
            let text = try lab.ok("export", "ical", "storby-h27", "--as", person, at: now)
            guard let part = text.components(separatedBy: "BEGIN:VEVENT").first(where: { $0.contains("UID:\(uid)\r\n") }) else {
                return nil
            }
            return Dictionary(
                part.components(separatedBy: "\r\n").compactMap { line -> (String, String)? in
                    let words = line.split(separator: ":", maxSplits: 1).map(String.init)
                    return words.count == 2 ? (words[0].split(separator: ";").first.map(String.init) ?? "", words[1]) : nil
                }
            ) { first, _ in first }
        }
        func sequence(_ event: [String: String]?) -> Int { event?["SEQUENCE"].flatMap { Int($0) } ?? -1 }
        // A deadline that is moved to an earlier day has the larger number all the same.
        let due = "storby-h27.overordnet-del.due@kjerne"
        let before = try #require(try event(due))
        try lab.session.edit("Config/programmes/plf.yaml", "due: +2w", "due: +8d")
        try lab.ok("apply", "--yes")
        let earlier = try #require(try event(due))
        #expect((earlier["DTSTART"] ?? "9") < before["DTSTART"] ?? "" && sequence(earlier) > sequence(before), "\(before) \(earlier)")
        #expect(try event(due) == earlier)
        // One for whom it is extended gets a larger number; the others do not.
        try lab.ok(
            "do", "kernel.deadline.extend", "--enrolment", "storby-h27/a2", "--activity", "overordnet-del", "--until",
            "2027-10-20T22:00:00Z", "--reason", "Ill", "--as", "co-storby")
        #expect(try sequence(event(due, by: "a2")) > sequence(earlier) && sequence(event(due)) == sequence(earlier))
        // The days that a gathering no longer has are cancelled.
        try lab.ok("do", "participation.gathering.update", "2", "--half-days", "2", "--as", "co-storby")
        #expect(try event("storby-h27.samling-2.day-2@kjerne")?["STATUS"] == "CANCELLED")
        #expect(try event("storby-h27.samling-2.day-1@kjerne")?["STATUS"] == "CONFIRMED")
        // What is ordered stands in the calendar of those for whom it is.
        #expect(try event("storby-h27.kompensasjon.due@kjerne") == nil)
        try lab.ok(
            "do", "kernel.activity.order", "--enrolment", "storby-h27/a1", "--activity", "kompensasjon", "--reason", "Absence", "--as",
            "co-storby")
        #expect(try event("storby-h27.kompensasjon.due@kjerne") != nil)
        #expect(try event("storby-h27.kompensasjon.due@kjerne", by: "a2") == nil)
    }

    /// An institution does not admit the one whom it has excluded, for as long as that lasts.
    @Test func whoIsExcludedIsNotQualified() throws {
        let lab = try enrolled("storby-h27")
        let spring = "2028-03-01T08:00:00Z"
        try lab.ok(
            "do", "participation.seat.exclude", "1", "--excluded-until", "2028-09-01", "--reason", "False documents", "--decided-by",
            "Nemnda", "--as", "adm-storby", at: AdmissionLab.autumn)
        try lab.ok(
            "do", "participation.round.create", "--offering", "storby-h27", "--opens", "2028-01-01", "--deadline", "2028-04-30",
            "--owner-deadline", "2028-05-10", "--as", "adm-storby", at: spring)
        try lab.ok(
            "do", "participation.application.create", "--round", "1", "--applicant", "a1", "--employer", "kommune-1", "--post", "principal",
            "--as", "a1", at: spring)
        for (demand, kind, extra) in [
            ("utdanning", "principal-programme", ["--credits", "30"]), ("grad", "degree", ["--credits", "180"]),
            ("stilling", "leader-employment", ["--post", "principal", "--from", "2020-08-01", "--percent", "100"]),
        ] {
            try lab.ok(
                [
                    "do", "participation.evidence.create", "--application", "1", "--demand", demand, "--kind", kind, "--document",
                    "attest.txt", "--as", "a1",
                ] + extra, at: spring)
        }
        try lab.ok("do", "participation.application.submit", "1", "--as", "a1", at: spring)
        try lab.ok("do", "participation.application.approve", "1", "--as", "o1", at: spring)
        let refused = lab.refused("participation.application.qualify", "1", "--as", "adm-storby", at: spring)
        #expect(refused.hasPrefix("77") && refused.contains("excluded until 2028-09-01"), "\(refused)")
        #expect(
            !lab.refused("participation.application.qualify", "1", "--as", "adm-storby", at: "2028-09-02T08:00:00Z").contains("excluded"))
    }
}
