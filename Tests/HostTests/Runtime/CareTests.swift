import Foundation
import GRDB
import Kernel
import KernelTesting
import Testing

/// A module of a stranger, `care`, with books, loans and notes: what is kept exactly, what is told to nobody, and what opens by no accident.
@Suite struct CareTests {
    private static let manifest = "Modules/care/module.yaml"

    private func lab(_ change: @escaping (inout WorkspaceFixture) throws -> Void = { _ in }) throws -> RuntimeLab {
        try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  care: ^1.0\n"
            files[Self.manifest] = try String(
                contentsOfFile: WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/runtime/care.yaml", encoding: .utf8)
            for language in ["nb", "nn", "en"] {
                files["Modules/care/texts/reminder.\(language).md"] = "# {{item.shelf}}\n\n{{item.shelf}}\n"
            }
            try change(&files)
        }
    }

    private func book(_ lab: RuntimeLab, _ words: String...) throws -> String {
        try lab.ok(["do", "care.item.create", "--offering", "nord-h27", "--code", "AB-1", "--name", "Skoleledelse", "--as", "t1"] + words)
        return "AB-1"
    }

    /// Whoever may do more than everyone is not held back by what everyone may.
    @Test func whatEveryoneMayReadLimitsNobody() throws {
        let lab = try lab()
        let book = try book(lab, "--shelf", "12B")
        #expect(try lab.ok("show", "care.item", book, "--as", "t1").contains("12B"))
        let stranger = try lab.ok("show", "care.item", book, "--as", "x1")
        #expect(stranger.contains("Skoleledelse") && !stranger.contains("12B"))
        #expect(lab.act("care.item.update", book, "--name", "x", by: "x1").code == 77)
    }

    @Test func numbersAreKeptAsTheyAreWrittenOrRefused() throws {
        let lab = try lab()
        let book = try book(lab, "--pages", "9007199254740991", "--price", "16")
        for number in ["9223372036854775808", "-9223372036854775809", "9007199254740993", "1e19", "99999999999999999999"] {
            let answer = lab.act("care.item.update", book, "--pages", number, by: "t1")
            #expect(answer.code == 65, "\(number): \(answer.out)\(answer.err)")
        }
        for data in [#"{"x": 1e400}"#, #"{"x": [1, {"y": 9007199254740993}]}"#] {
            let answer = lab.act("care.item.update", book, "--data", data, by: "t1")
            #expect(answer.code == 65 && answer.err.contains("[input/number]"), "\(data): \(answer.err)")
        }
        try lab.ok("do", "care.item.update", book, "--data", #"{"x": 12.5, "y": "9007199254740993"}"#, "--as", "t1")
        #expect(try lab.ok("show", "care.item", book, "--as", "t1").contains("9007199254740991"))
        for price in ["16", "16.0", "1.6e1"] {
            #expect(try lab.ok("list", "care.item", "--price", price, "--as", "t1").contains("AB-1"), "\(price)")
        }
        #expect(!(try lab.ok("list", "care.item", "--price", "17", "--as", "t1").contains("AB-1")))
    }

    /// A letter that would say what its recipient may not read is left out, and the act stands.
    @Test func aLetterThatMayNotBeWrittenStopsNoAct() throws {
        let lab = try lab()
        let book = try book(lab, "--shelf", "12B")
        let loan = try lab.make("care.loan.create", "--enrolment", "nord-h27/p1", "--item", book, "--taken", "2027-09-20", by: "t1")
        try lab.ok("due", now: RuntimeLab.late)
        #expect(try lab.ok("show", "care.loan", loan, "--as", "t1").contains("Overdue"))
        #expect(try lab.ok("log", "--event", "kernel.notice.withheld", now: RuntimeLab.late).contains("care.loan:\(loan)"))
        try lab.ok("do", "care.loan.give-back", loan, "--as", "t1", now: RuntimeLab.late)
    }

    /// What made the time run anew does not meet it.
    @Test func aRenewedLoanIsOverdueWhenItsNewTimeHasPassed() throws {
        let lab = try lab()
        let book = try book(lab)
        let loan = try lab.make("care.loan.create", "--enrolment", "nord-h27/p1", "--item", book, "--taken", "2027-09-27", by: "t1")
        try lab.ok("do", "care.loan.renew", loan, "--as", "t1")
        func state(_ now: String) throws -> String {
            try lab.ok("report", "kernel.deadlines", now: now).split(separator: "\n").first { $0.contains("care.loan") }.map(String.init)
                ?? ""
        }
        #expect(try state("2027-10-01T08:00:00Z").contains("running"))
        let late = try state(RuntimeLab.late)
        #expect(late.contains("overdue"), "\(late)")
    }

    /// What one may not read is told by no log, no refusal and no count.
    @Test func whatIsKeptFromOneIsToldNowhere() throws {
        let lab = try lab()
        let concern = try lab.make("care.concern.create", "--enrolment", "nord-h27/p1", "--text", "uro", by: "t1")
        _ = try lab.make("care.hidden.create", "--enrolment", "nord-h27/p1", "--text", "notat", by: "t1")
        #expect(!(try lab.ok("log", "--event", "care.*", "--as", "p1").contains("care.")))
        #expect(try lab.ok("log", "--event", "care.*", "--as", "t1").contains("care.concern"))
        // The operator sees that something sealed was written, and neither what, by whom nor about whom.
        for words in [["log", "--event", "care.hidden.*"], ["log"]] { #expect(!(try lab.ok(words).contains("care.hidden"))) }
        let rows = try lab.ok("log", "--output", "csv").split(separator: "\r\n").filter { $0.hasSuffix(",,,,") }
        #expect(rows.count == 1, "\(rows)")
        #expect(try lab.ok("log", "--event", "care.concern.*").contains("person:"))
        func extend(_ id: String) -> Session.Answer {
            lab.act(
                "kernel.deadline.extend", "--record", "care.concern", "--id", id, "--deadline", "answer", "--until", "2027-11-01",
                "--reason",
                "x", by: "p1")
        }
        let (there, absent) = (extend(concern), extend("999"))
        #expect(there.code == 77 && absent.code == 77 && there.err == absent.err, "\(there.err)\(absent.err)")
        let export = lab.session.run(["modules", "remove", "care", "--export", "out.jsonl", "--as", "p1"], now: RuntimeLab.open)
        #expect(export.code == 77 && !export.out.contains("record") && !export.err.contains("2 records"), "\(export.out)\(export.err)")
    }

    /// Votes lie in the file by their random numbers, whatever hangs under them, and none is lost or told twice.
    @Test func theFileForgetsInWhichOrderVotesCame() throws {
        let lab = try lab()
        let poll = try lab.make("care.poll.create", "--offering", "nord-h27", "--about", "Lunch", by: "t1")
        let roster = (1...12).map { "w\($0),N,S,,Skolen,teacher,nb\n" }.joined()
        try lab.session.put("id,given_name,family_name,email,organisation,role,language\n" + roster, "voters.csv")
        try lab.ok("people", "import", "voters.csv")
        let tokens = try (1...12).map { index in
            try lab.ok("enrol", "nord-h27", "w\(index)")
            return try lab.token("care.vote", poll, by: "w\(index)", seed: "\(index)")
        }
        for (index, token) in tokens.enumerated() {
            // Something hangs under the second before the others come.
            if index == 2 {
                let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readWrite(create: false))
                try store.write(durability: .normal) {
                    try $0.execute(
                        sql: """
                            INSERT INTO care_reply (_version, _author, _created, _changed, vote, text)
                            SELECT 1, 'system', 0, 0, _id, 'reply' FROM care_vote WHERE score = 1
                            """)
                }
                try store.close()
            }
            try lab.ok(
                "do", "care.vote.create", "--poll", poll, "--score", "\(index)", "--words", "votewordnumber\(index)!", "--topics",
                "one\(index)",
                "--topics", "two\(index)", "--token", token)
        }
        #expect(try lab.texts("SELECT count(*) FROM care_vote") == ["12"])
        #expect(try lab.texts("SELECT count(*) FROM care_vote__topics") == ["24"])
        #expect(try lab.texts("SELECT v.score FROM care_reply r JOIN care_vote v ON v._id = r.vote") == ["1"])
        #expect(try lab.texts("SELECT count(*) FROM care_vote__search WHERE care_vote__search MATCH 'votewordnumber7'") == ["1"])
        let file = try Data(contentsOf: URL(fileURLWithPath: lab.session.path + "/var/kjerne.sqlite"))
        let size = try #require(try lab.texts("PRAGMA page_size").first.flatMap { Int($0) })
        // By page, and there by the order of the random numbers: a page is filled from its end.
        var places: [Int: [Int]] = [:]
        for number in try lab.texts("SELECT score FROM care_vote ORDER BY _id") {
            let found = file.ranges(of: Data("votewordnumber\(number)!".utf8))
            // In the row, and twice in that of the index: as it is written and folded. Nowhere is there an older copy.
            #expect(found.count == 3)
            let pages = Dictionary(grouping: found.map { file.distance(from: file.startIndex, to: $0.lowerBound) }) { $0 / size }
            for (page, found) in pages { places[page, default: []].append(found.min() ?? 0) }
        }
        #expect(places.values.contains { $0.count == 12 })
        for page in places.values { #expect(page == page.sorted(by: >), "\(page)") }
    }

    /// An upgrade that opens what was written under a seal says so, and wants consent.
    @Test func anUpgradeThatOpensASealIsToldAndWantsConsent() throws {
        let lab = try lab()
        _ = try lab.make("care.hidden.create", "--enrolment", "nord-h27/p1", "--text", "notat", by: "t1")
        _ = try book(lab)
        try lab.session.edit(Self.manifest, "version: 1.0.0", "version: 1.1.0")
        try lab.session.edit(Self.manifest, "    sealed: {except: [author]}\n", "")
        try lab.session.edit(Self.manifest, "everyone: [code, name]}", "everyone: [code, name, shelf]}")
        let plan = lab.session.run(["plan"], now: RuntimeLab.open)
        #expect(plan.out.contains("modules.care.records.hidden.sealed") && plan.out.contains("was written under the seal"), "\(plan.out)")
        #expect(plan.out.contains("modules.care.records.item.read") && plan.out.contains("everyone may from now on read more"))
        let refused = lab.session.run(["apply", "--yes"], now: RuntimeLab.open)
        #expect(refused.code == 77 || refused.code == 1, "\(refused.code) \(refused.err)")
        #expect(!(try lab.ok("list", "care.hidden", "--as", "p1").contains("notat")))
        #expect(lab.session.run(["apply", "--yes", "--lose-work"], now: RuntimeLab.open).code == 0)
    }

    /// A role of the kernel's is held where the kernel says, whatever a module writes.
    @Test func aRoleOfTheKernelGetsNoOtherScope() throws {
        let fixture = Result {
            try lab {
                try $0.replace(
                    "librarian: {title: {nb: Bibliotekar, nn: Bibliotekar, en: Librarian}, scopes: [offering]}",
                    with: "member: {title: {nb: Medlem, nn: Medlem, en: Member}, scopes: [workspace]}", in: Self.manifest)
            }
        }
        #expect(throws: RuntimeLab.Failed.self) { try fixture.get() }
        if case .failure(let error as RuntimeLab.Failed) = fixture { #expect(error.description.contains("module/role-scope")) }
    }
}
