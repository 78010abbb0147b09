import Agreement
import Foundation
import Kernel
import Testing

/// A survey of the staff: whole answers by token, results after the closing, and nobody's answer to be found.
@Suite struct SurveyTests {
    private let school: CommunityLab

    init() throws { school = try CommunityLab() }

    /// Lets as many answer as there are values: a person's answer to every item.
    private func held(_ values: [(Int) -> Int], before: String? = nil, close: Bool = true, now: String = RuntimeLab.open) throws -> String {
        let survey = try school.survey(before: before, tokens: values.count, now: now)
        for (token, value) in zip(survey.tokens, values) {
            let answer = school.answer(survey.id, token, CommunityLab.answers(value), now: now)
            #expect(answer.code == 0, "\(answer.err)")
        }
        if close { try school.lab.ok(["do", "community.survey.close", survey.id, "--as", "r1"], now: now) }
        return survey.id
    }

    @Test func aUsedTokenAndAFalseAnswerAreRefusedAndNothingIsLost() throws {
        let survey = try school.survey(tokens: 3)
        let good = CommunityLab.answers { _ in 3 }
        #expect(school.answer(survey.id, survey.tokens[0], good).code == 0)
        let before = try school.lab.everything()
        let used = school.answer(survey.id, survey.tokens[0], good)
        #expect(used.code == 77 && used.err.contains("has been used"), "\(used.err)")
        let cases: [(String, String)] = [
            (CommunityLab.answers { $0 == 4 ? 6 : 3 }, "'v1' must be from 1 to 5"),
            ("{\"l1\": 3}", "'l2' is missing"), (good.replacing("}", with: ", \"zz\": 1}"), "no question 'zz'"),
        ]
        for (answers, why) in cases {
            let refused = school.answer(survey.id, survey.tokens[1], answers)
            #expect(refused.code == 77 && refused.err.contains(why), "\(refused.err)")
        }
        #expect(try school.lab.everything() == before)
        // The token of a refused answer is still good.
        #expect(school.answer(survey.id, survey.tokens[1], good).code == 0)
        try school.lab.ok("do", "community.survey.close", survey.id, "--as", "r1")
        let late = school.answer(survey.id, survey.tokens[2], good)
        #expect(late.code == 77 && late.err.contains("Closed"), "\(late.err)")
        let other = school.lab.act(
            "community.survey.create", "--group", "heim", "--instrument", "plca-r", "--title", "x", "--invited", "5", by: "r1")
        #expect(other.code == 77 && other.err.contains("plc-own"), "\(other.err)")
    }

    @Test func nothingIsShownBeforeTheClosing() throws {
        let id = try held((0..<6).map { person in { ($0 + person) % 5 + 1 } }, close: false)
        #expect(try school.report("community.survey", "--survey", id).isEmpty)
        #expect(try school.report("community.survey", "--survey", id, by: nil).isEmpty)
        try school.lab.ok("do", "community.survey.close", id, "--as", "r1")
        let rows = try school.report("community.survey", "--survey", id, by: "s01")
        try #require(rows.count == 26)
        #expect(rows[0]["n"]?.integer == 6 && abs((rows[0]["rate"]?.double ?? 0) - 6.0 / 9) < 1e-9)
        for person in CommunityLab.others {
            let answer = school.lab.session.run(
                "report", "community.survey", "--survey", id, "--as", person, "--output", "json", now: RuntimeLab.open)
            let given = try? JSONValue(parsing: Array(answer.out.utf8))["rows"]?.array
            #expect(answer.code != 0 || given?.isEmpty != false, "\(person): \(answer.out)")
        }
    }

    @Test func fourAnswersGiveNoNumberAtAll() throws {
        let id = try held((0..<4).map { person in { ($0 + person) % 5 + 1 } })
        for person in ["r1", "s01", nil] {
            let rows = try school.report("community.survey", "--survey", id, by: person)
            #expect(
                rows.count <= 1
                    && rows.allSatisfy { $0["n"]?.isNull != false && $0["mean"]?.isNull != false && $0["rate"]?.isNull != false })
        }
    }

    /// What all answered alike is everybody's answer; and a distribution with a small step tells of few.
    @Test func whatIsAlikeIsKeptBack() throws {
        let id = try held((0..<6).map { person in { item in item < 4 ? 5 : person == 0 && item == 4 ? 1 : 3 + (person + item) % 2 } })
        let rows = try school.report("community.survey", "--survey", id)
        let alike = rows.filter { $0["kind"]?["en"]?.string?.contains("statement") == true }.prefix(4)
        #expect(alike.allSatisfy { $0["mean"]?.isNull == true && $0["deviation"]?.isNull == true && $0["agreement"]?.isNull == true })
        #expect(rows.allSatisfy { $0["distribution"]?.isNull != false })
        #expect(rows.contains { $0["mean"]?.double != nil })
    }

    /// The mean of a subscale and of all its items but one would give that one.
    @Test func nothingHiddenIsWorkedOutFromTheRest() throws {
        let id = try held((0..<6).map { person in { item in item == 1 ? 4 : 1 + (person + item) % 4 } })
        let rows = try school.report("community.survey", "--survey", id)
        let hidden = rows.indices.filter { $0 > 0 && rows[$0]["mean"]?.isNull == true }
        // The item, and the subscale above it.
        #expect(hidden == [1, 3], "\(rows)")
        #expect(try rows.item(1)["deviation"]?.isNull == true && rows[1]["alpha"]?.isNull == true)
    }

    /// Every distribution that agrees with what is shown of a statement is tried: none of the small steps is the same in all of them.
    @Test(arguments: [5, 6, 9, 13]) func noSmallStepIsWorkedOutFromWhatIsShown(_ n: Int) throws {
        func value(_ person: Int, _ item: Int) -> Int { 1 + (person * person + item * person + item / 3) % (item % 4 + 2) }
        let id = try held((0..<n).map { person in { value(person, $0) } })
        let rows = try school.report("community.survey", "--survey", id).filter { $0["kind"]?["en"]?.string?.contains("statement") == true }
        try #require(rows.count == CommunityLab.items.count)
        let all = Self.distributions(of: n, over: 5)
        for (item, row) in rows.enumerated() {
            let truth = (1...5).map { step in (0..<n).count { value($0, item) == step } }
            let agreeing = all.filter { Self.agrees($0, with: row, n) }
            #expect(agreeing.contains(truth))
            for step in truth.indices where truth[step] > 0 && truth[step] < 5 {
                #expect(agreeing.contains { $0[step] != truth[step] }, "\(n) answers, item \(item), step \(step + 1): \(row)")
            }
        }
        #expect(n < 13 || rows.contains { $0["agreement"]?.double != nil }, "where it gives nobody away, agreement is shown")
    }

    private static func distributions(of n: Int, over steps: Int) -> [[Int]] {
        steps == 1 ? [[n]] : (0...n).flatMap { first in distributions(of: n - first, over: steps - 1).map { [first] + $0 } }
    }

    /// Whether counts give every number of a row that is shown, to the decimals that are.
    private static func agrees(_ counts: [Int], with row: [String: JSONValue], _ n: Int) -> Bool {
        let mean = Double(counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }) / Double(n)
        let square = counts.enumerated().reduce(0.0) {
            $0 + Double($1.element) * (Double($1.offset + 1) - mean) * (Double($1.offset + 1) - mean)
        }
        if let shown = row["mean"]?.double, abs(shown - mean) > 1e-6 { return false }
        if let shown = row["deviation"]?.double, abs(shown - (square / Double(n)).squareRoot()) > 1e-6 { return false }
        guard let shown = row["agreement"]?.double else { return true }
        let tenths = shown * 10
        // A number of one decimal stands for all that round to it.
        let width = abs(tenths - tenths.rounded()) < 1e-9 ? 0.05 : 1e-6
        return abs((VanDerEijkAgreement.of(counts).number ?? 9) - shown) <= width + 1e-9
    }

    private static let later = "2027-12-20T08:00:00Z"

    /// Two surveys of all and of all but one would give that one's answers: the same people are not asked again at once, in whatever group.
    @Test func theSameAreNotAskedAgainAtOnce() throws {
        func opened(_ group: String, now: String = RuntimeLab.open) throws -> Session.Answer {
            let lab = school.lab
            let words = ["--group", group, "--instrument", "plc-own", "--title", "x", "--invited", "2", "--as", "r1", "--output", "json"]
            let made = try JSONValue(parsing: Array(try lab.ok(["do", "community.survey.create"] + words, now: now).utf8))
            return lab.session.run("do", "community.survey.open", made["id"]?.string ?? "", "--as", "r1", now: now)
        }
        // One that too few answered has no results, and bars nothing.
        _ = try held((0..<4).map { person in { ($0 + person) % 5 + 1 } })
        let first = try held((0..<6).map { person in { ($0 + person) % 5 + 1 } }, close: false)
        let beside = try opened("heim")
        #expect(beside.code == 77 && beside.err.contains("close it first"), "\(beside.out)\(beside.err)")
        try school.lab.ok("do", "community.survey.close", first, "--as", "r1")
        let again = try opened("heim")
        #expect(again.code == 77 && again.err.contains("less than 60 days ago"), "\(again.out)\(again.err)")
        // Another group of the same people is no way round.
        let lab = school.lab
        try lab.ok("do", "kernel.group.create", "--id", "heim2", "--title", "x", "--organisation", "fjellheim")
        let members = CommunityLab.staff.map { "heim2,\($0),member\n" }.joined()
        try lab.session.put("group,person,role\nheim2,r1,leader\n" + members, "again.csv")
        try lab.ok("do", "kernel.group.add", "--each", "again.csv")
        let other = try opened("heim2")
        #expect(other.code == 77 && other.err.contains("less than 60 days ago"), "\(other.out)\(other.err)")
        // Where but one is the same, nothing can be subtracted.
        #expect(try opened("nett").code == 0)
        #expect(try opened("heim", now: "2027-11-20T08:00:00Z").code == 77)
        #expect(try opened("heim", now: Self.later).code == 0)
    }

    /// No more are asked than there are, no more collect a token than are asked, each one alone, and none for what is over.
    @Test func tokensAreAsManyAsAreAsked() throws {
        let lab = school.lab
        let many = lab.act(
            "community.survey.create", "--group", "heim", "--instrument", "plc-own", "--title", "x", "--invited", "10", by: "r1")
        #expect(many.code == 77 && many.err.contains("the group has 9 members"), "\(many.err)")
        let survey = try school.survey(tokens: 5, invited: 6)
        func collect(_ person: String) -> Session.Answer {
            lab.session.run(
                "do", "kernel.token.collect", "--record", "community.answer", "--parent", survey.id, "--as", person, now: RuntimeLab.open)
        }
        for token in survey.tokens.prefix(3) { #expect(school.answer(survey.id, token, CommunityLab.answers { 1 + $0 % 5 }).code == 0) }
        let twice = collect("s01")
        #expect(twice.code == 77 && twice.err.contains("nobody gets a second"), "\(twice.err)")
        #expect(collect("r1").code == 0)
        let over = collect("s06")
        #expect(over.code == 77 && over.err.contains("'How many are asked' is 6"), "\(over.err)")
        for stranger in CommunityLab.others { #expect(collect(stranger).code == 65, "\(stranger)") }
        try lab.ok("do", "community.survey.close", survey.id, "--as", "r1")
        let closed = collect("s07")
        #expect(closed.code == 77 && closed.err.contains("Closed"), "\(closed.err)")
    }

    /// Whoever made the survey gets no token but her own, and sees neither the others' nor who has collected one.
    @Test func whoAsksHoldsNoTokens() throws {
        let lab = school.lab
        let before = try lab.texts("SELECT max(sequence) FROM kernel_event")
        let survey = try school.survey(tokens: 6)
        let events = try lab.texts("SELECT * FROM kernel_event WHERE sequence > \(before[0]) AND name LIKE 'kernel.token%'")
        #expect(events.count == 6 && events.allSatisfy { !$0.contains("person:") }, "\(events)")
        for person in ["r1", "s07", "c1", nil] {
            let run = { (words: [String]) in
                lab.session.run(words + (person.map { ["--as", $0] } ?? []), now: RuntimeLab.open)
            }
            let seen = [
                run(["log", "--output", "json"]), run(["list", "community.answer"]), run(["show", "community.survey", survey.id]),
                run(["report", "community.survey", "--survey", survey.id]), run(["report", "kernel.notices"]),
            ].map(\.out).joined()
            #expect(!survey.tokens.contains { seen.contains($0) })
            #expect(!seen.contains("s03"), "\(person ?? "-"): who has collected is told nowhere\n\(seen)")
        }
        #expect(lab.act("kernel.token.issue", "--record", "community.answer", "--parent", survey.id, "--count", "1", by: "r1").code == 65)
        // What is told once is not kept for a request that is repeated.
        let words = [
            "do", "kernel.token.collect", "--record", "community.answer", "--parent", survey.id, "--request", "kode", "--as", "s07",
        ]
        let first = lab.session.run(words, now: RuntimeLab.open)
        let token = first.out.split(separator: " ").last.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
        #expect(first.code == 0 && token.count == 32, "\(first.out)\(first.err)")
        #expect(lab.session.run(words, now: RuntimeLab.open).code == 77)
        #expect(try lab.texts("SELECT count(*) FROM kernel_request WHERE id = 'kode'") == ["0"])
    }

    /// A list has a line for each survey, and not its whole instrument.
    @Test func aListIsShort() throws {
        let id = try school.survey(tokens: 1).id
        let list = try school.lab.ok("list", "community.survey", "--as", "s01")
        #expect(list.contains("Høst") && !list.contains("subscale"), "\(list)")
        #expect(try school.lab.show("community.survey", id, by: "s01")?["values"]?["definition"] != nil)
    }

    /// What is compared is one school with itself, asked the same.
    @Test func aChangeIsOfOneSchool() throws {
        let first = try held((0..<6).map { person in { ($0 + person) % 5 + 1 } })
        let other = school.lab.act(
            "community.survey.create", "--group", "nett", "--instrument", "plc-own", "--title", "x", "--invited", "2", "--before", first,
            by: "r1")
        #expect(other.code == 77 && other.err.contains("of the same group"), "\(other.err)")
    }

    /// Reversed items are turned in the subscale; alpha waits for enough answers; the change is said to be of different respondents.
    @Test func subscalesAlphaAndChange() throws {
        // Everyone agrees on what is good: 5 on plain items and 1 on reversed ones, but for one person who says 4.
        let reversed = [2, 6, 11, 15, 19]
        func answers(_ level: Int) -> (Int) -> Int { { reversed.contains($0) ? 6 - level : level } }
        let first = try held((0..<6).map { answers($0 % 2 == 0 ? 3 : 2) })
        let second = try held((0..<6).map { answers($0 % 2 == 0 ? 5 : 4) }, before: first, now: Self.later)
        let rows = try school.report("community.survey", "--survey", second, now: Self.later)
        let subscales = rows.filter { $0["kind"]?["en"]?.string == "subscale" }
        #expect(subscales.count == 5 && subscales.allSatisfy { $0["mean"]?.double == 4.5 && $0["alpha"]?.isNull == true }, "\(subscales)")
        let changes = rows.filter { $0["kind"]?["en"]?.string?.contains("different respondents") == true }
        #expect(changes.count == 5 && changes.allSatisfy { $0["mean"]?.double == 2 })
    }

    @Test func alphaWithEnoughAnswers() throws {
        let id = try held((0..<30).map { person in { item in 1 + (person + (person % 3) * item) % 5 } })
        let rows = try school.report("community.survey", "--survey", id)
        let alphas = rows.filter { $0["kind"]?["en"]?.string == "subscale" }.map { $0["alpha"]?.double }
        #expect(alphas.count == 5 && alphas.allSatisfy { $0 != nil && $0! <= 1 }, "\(alphas)")
    }

    @Test func anOwnerToWhomTheResultsAreSharedSeesThemUntilTheyAreTakenBack() throws {
        let id = try held((0..<6).map { person in { ($0 + person) % 5 + 1 } })
        let share = try school.share("survey", id, "--to-organisation", "kommune", "--role", "school-owner")
        #expect(try school.report("community.survey", "--survey", id, by: "e1").count == 26)
        #expect(try school.report("community.survey", "--survey", id, by: "x1").isEmpty)
        try school.take(share)
        #expect(try school.report("community.survey", "--survey", id, by: "e1").isEmpty)
    }

    /// Whoever has the whole file, and knows when each person answered, cannot tell whose an answer is.
    @Test func theWholeFileTiesNoAnswerToAPerson() throws {
        let lab = school.lab
        let survey = try school.survey(tokens: 8)
        for (index, person) in CommunityLab.staff.enumerated() {
            // Each answers otherwise than all others, named on the command line and with a request that could be repeated.
            let answers = CommunityLab.answers { item in 1 + (item * (index + 1) + index) % 5 }
            let run = lab.session.run(
                "do", "community.answer.create", "--survey", survey.id, "--answers", answers, "--token", survey.tokens[index], "--request",
                "svar-\(person)", "--as", person, now: "2027-09-28T08:0\(index):00Z")
            #expect(run.code == 0 && !run.out.contains("community.answer.create 1"), "\(run.out)\(run.err)")
        }
        let ids = try lab.texts("SELECT _id FROM community_answer")
        try #require(ids.count == 8)
        let people = try lab.texts("SELECT key FROM kernel_person")
        // 1. The row of an answer holds the survey and the answers, and nothing else that varies.
        let columns = try lab.texts("SELECT name FROM pragma_table_info('community_answer') ORDER BY name")
        for column in columns where !["_id", "answers"].contains(column) {
            #expect(
                try lab.texts("SELECT count(DISTINCT \"\(column)\") FROM community_answer").first.map { Int($0) ?? 2 } ?? 2 <= 1,
                "\(column)")
        }
        // 2. No other row of any table names an answer.
        let tables = try lab.texts(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'community_answer'")
        for table in tables {
            let names = try lab.texts("SELECT name FROM pragma_table_info('\(table)')")
            for name in names {
                let found = try lab.texts(
                    "SELECT count(*) FROM \"\(table)\" WHERE CAST(\"\(name)\" AS TEXT) IN (\(ids.map { "'\($0)'" }.joined(separator: ", ")))"
                )
                #expect(found == ["0"], "\(table).\(name)")
            }
        }
        // 2b. Who has collected a token lies alone, without time, token or order, and not in the log.
        #expect(try lab.texts("SELECT name FROM pragma_table_info('community_answer__asked') ORDER BY name") == ["person", "scope"])
        #expect(try lab.texts("SELECT name FROM pragma_table_info('community_answer__tokens') ORDER BY name") == ["hash", "scope"])
        #expect(try lab.texts("SELECT count(*) FROM community_answer__asked") == ["8"])
        #expect(
            try lab.texts(
                "SELECT DISTINCT actor || coalesce(p.payload, '') FROM kernel_event e JOIN kernel_event_payload p ON p.event = e.sequence WHERE e.name = 'kernel.token.collected'"
            )
                == ["anonymous{\"record\":\"community.answer\"}"])
        // 3. The order in which the rows lie is not that in which people came: numbers are drawn.
        #expect(ids.allSatisfy { $0.count > 9 && !people.contains($0) })
        let file = try Data(contentsOf: URL(fileURLWithPath: lab.session.path + "/var/kjerne.sqlite"))
        let size = try #require(try lab.texts("PRAGMA page_size").first.flatMap { Int($0) })
        var places: [Int: [Int]] = [:]
        for text in try lab.texts("SELECT answers FROM community_answer ORDER BY _id") {
            // Nowhere is there an older copy of an answer, and in its page it lies by its number.
            let found = file.ranges(of: Data(text.utf8)).map { file.distance(from: file.startIndex, to: $0.lowerBound) }
            let alike = try lab.texts("SELECT count(*) FROM community_answer WHERE answers = '\(text)'")
            #expect(["\(found.count)"] == alike, "\(found)")
            if let place = found.first, found.count == 1 { places[place / size, default: []].append(place) }
        }
        #expect(places.values.contains { $0.count > 1 })
        for page in places.values { #expect(page == page.sorted(by: >), "\(page)") }
        // 4. What the log tells is that somebody answered.
        let events = try lab.texts(
            "SELECT actor || ' ' || coalesce(p.payload, '') FROM kernel_event e JOIN kernel_event_payload p ON p.event = e.sequence WHERE e.name = 'community.answer.created'"
        )
        #expect(events == [String](repeating: "anonymous {}", count: 8), "\(events)")
        #expect(
            try lab.texts(
                "SELECT r.kind FROM kernel_event_record r JOIN kernel_event e ON e.sequence = r.event WHERE e.name = 'community.answer.created'"
            ).isEmpty)
        #expect(try lab.texts("SELECT id FROM kernel_request WHERE id LIKE 'svar-%'").isEmpty)
        // 5. No token is left, neither in the file nor in its log.
        try lab.ok("do", "community.survey.close", survey.id, "--as", "r1")
        var bytes = Data()
        for suffix in ["", "-wal"] {
            bytes += (try? Data(contentsOf: URL(fileURLWithPath: lab.session.path + "/var/kjerne.sqlite" + suffix))) ?? Data()
        }
        for token in survey.tokens { #expect(bytes.range(of: Data(token.utf8)) == nil) }
        #expect(try lab.texts("SELECT count(*) FROM community_answer__tokens") == ["0"])
        #expect(try lab.texts("SELECT count(*) FROM community_answer__asked") == ["0"], "nobody need know any more who took part")
        // 6. Nobody reads a single answer, the operator neither by right nor by list.
        for person in ["r1", "s01", "c1"] {
            #expect(
                lab.session.run("list", "community.answer", "--output", "csv", "--as", person, now: RuntimeLab.open).out.contains(ids[0])
                    == false)
        }
    }

    /// What others own comes in through the settings, with its holder and the permission; without them it is a fault of the file.
    @Test func aLicensedInstrument() throws {
        func settings(_ licence: String) -> String {
            let text = "{nb: Vi deler, nn: Vi deler, en: We share}"
            return """
                {floor: 6, licensed-instruments: {bought: {title: \(text), \(licence)scale: {low: 0, labels: [\(text), \(text), \(text)]}, \
                subscales: [{subscale: one, title: \(text)}], items: [{item: a, subscale: one, text: \(text)}, {item: b, subscale: one, reversed: true, text: \(text)}]}}}
                """
        }
        #expect(throws: (any Error).self) { try CommunityLab(settings: settings("licence: {holder: Some One}, ")) }
        let school = try CommunityLab(settings: settings("licence: {holder: Some One, permission: Letter of 2027-01-10}, "))
        let lab = school.lab
        let survey = try lab.make(
            "community.survey.create", "--group", "heim", "--instrument", "bought", "--title", "x", "--invited", "9", by: "r1")
        #expect(try lab.ok("report", "community.questions", "--survey", survey, "--as", "s01").contains("Owner: Some One"))
        try lab.ok("do", "community.survey.open", survey, "--as", "r1")
        for (index, person) in CommunityLab.staff.prefix(5).enumerated() {
            let token = try lab.token("community.answer", survey, by: person)
            #expect(school.answer(survey, token, "{\"a\": \(index % 3), \"b\": \(index % 2)}").code == 0)
        }
        try lab.ok("do", "community.survey.close", survey, "--as", "r1")
        // Five have answered, and this workspace asks for six.
        #expect(
            try school.report("community.survey", "--survey", survey).allSatisfy { $0["n"]?.isNull == true && $0["mean"]?.isNull != false })
    }

    @Test func theQuestionsAreThereInEveryLanguage() throws {
        let id = try school.survey(tokens: 1).id
        for (language, word) in [("nb", "Jeg viser kolleger"), ("nn", "Eg viser kollegaer"), ("en", "I also show colleagues")] {
            let out = try school.lab.ok("report", "community.questions", "--survey", id, "--as", "s01", "--lang", language)
            #expect(out.contains(word), "\(out)")
        }
    }
}
