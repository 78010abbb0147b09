import KernelTesting
import Testing

@testable import Kernel

/// Attempts to learn what is sealed, by every way out that there is.
@Suite struct SealAttackTests {
    private static let secret = "zebramerke"

    /// The lab with a sealed text that is searched, reports over it, and a letter that asks for it.
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            try files.replace(
                "      reason: {type: text, max-length: 500, personal: \"no\"}\n    workflow: verdict\n",
                with: """
                          reason: {type: text, max-length: 500, personal: "no"}
                          secret: {type: text, max-length: 500, sealed: {until: work.agreed, except: [author]}, personal: "no"}
                        search: [secret, reason]
                        workflow: verdict
                      remark:
                        title: {nb: Merknad, nn: Merknad, en: Remark}
                        parent: verdict
                        owner: verdict.work.enrolment.person
                        create: {by: [lecturer]}
                        read: {owner: all, lecturer: all}
                        fields:
                          words: {type: text, max-length: 50, personal: "no"}
                        workflow: remark

                    """, in: RuntimeLab.manifest)
            // The owner reads the verdict's secret too, once it is given and unsealed.
            try files.replace(
                "owner: {fields: [grade, reason], once: given}", with: "owner: {fields: all, once: given}", in: RuntimeLab.manifest)
            files[RuntimeLab.manifest] += """
                  remark:
                    title: {nb: Merknad, nn: Merknad, en: Remark}
                    initial: open
                    states:
                      open: {title: {nb: Åpen, nn: Open, en: Open}}
                      sent: {final: true, title: {nb: Sendt, nn: Send, en: Sent}}
                    transitions:
                      send: {title: {nb: Send, nn: Send, en: Send}, from: open, to: sent, by: [author], notice: told}
                notices:
                  told: {template: texts/told, to: owner}
                reports:
                  rows:
                    title: {nb: Rader, nn: Rader, en: Rows}
                    by: [everyone]
                    reads: {verdict: [grade, secret]}
                    columns: [{id: id, value: id}, {id: grade, value: grade}, {id: secret, value: secret}]
                    order: [grade]
                  filtered:
                    title: {nb: Utvalg, nn: Utval, en: Selection}
                    by: [everyone]
                    parameters: {type: object, additionalProperties: false, properties: {grade: {type: string}}}
                    reads: {verdict: [grade]}
                    where: {grade: {parameter: grade}}
                    columns: [{id: id, value: id}]
                  above:
                    title: {nb: Ovenfra, nn: Ovanfrå, en: From above}
                    by: [everyone]
                    reads: {remark: [words], verdict: [grade, secret]}
                    columns: [{id: words, value: words}, {id: grade, value: verdict.grade}, {id: secret, value: verdict.secret}]
                  marks:
                    title: {nb: Tall, nn: Tal, en: Numbers}
                    by: [everyone]
                    reads: {verdict: [grade]}
                    gives: aggregate
                    floor: 2
                    when: work.agreed
                    columns: [{id: grade, value: grade}, {id: verdicts, measure: count}]
                """
            for language in ["nb", "nn", "en"] {
                files["Modules/lab/texts/told.\(language).md"] =
                    "# {{words}}\n\nWords: {{words}}. Reason: {{verdict.reason}}. Grade: {{verdict.grade}}. Secret: {{verdict.secret}}.\n"
            }
        }
    }

    /// Everything that someone can make the program say, with what must not be in it.
    private func answers(_ lab: RuntimeLab, _ verdict: String, _ work: String, _ person: String?) -> [(String, Session.Answer)] {
        let commands: [[String]] = [
            ["show", "lab.verdict", verdict], ["show", "lab.verdict", verdict, "--output", "json"], ["show", "lab.work", work],
            ["list", "lab.verdict", "--output", "json"], ["list", "lab.verdict", "--output", "html"],
            ["list", "lab.remark", "--output", "csv"],
            ["report", "lab.rows", "--output", "json"], ["report", "lab.above", "--output", "csv"], ["report", "lab.marks"],
            ["report", "kernel.progress"], ["report", "kernel.notices"], ["report", "kernel.deadlines"],
            ["log", "--output", "json"], ["log"], ["due", "--dry-run"], ["explain", "right", "p1", "lab.verdict.update", verdict],
            ["explain", "refusal", "lab.verdict.give", verdict], ["explain", "refusal", "lab.verdict.update", verdict, "--reason", "x"],
            ["do", "lab.verdict.give", verdict, "--dry-run"], ["do", "lab.verdict.update", verdict, "--reason", "x", "--dry-run"],
            ["do", "lab.verdict.update", verdict, "--grade", "nonsense", "--dry-run"], ["do", "lab.verdict.delete", verdict, "--dry-run"],
            ["do", "lab.verdict.update", verdict, "--reason", "x", "--expect", "99"], ["people", "show", "t1"],
        ]
        return commands.map { words in
            (words.joined(separator: " "), lab.session.run(words + (person.map { ["--as", $0] } ?? []), now: RuntimeLab.open))
        }
    }

    @Test func noWayOutTellsWhatIsSealed() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let verdict = try lab.make(
            "lab.verdict.create", "--work", work, "--grade", "pass", "--secret", Self.secret, "--reason", "thus", by: "t1")
        let second = try lab.make("lab.verdict.create", "--work", work, "--grade", "fail", "--secret", "other", by: "t2")
        try lab.ok("do", "lab.verdict.give", verdict, "--as", "t1")
        let remark = try lab.make("lab.remark.create", "--verdict", verdict, "--words", "listen", by: "t1")
        let later = try lab.make("lab.remark.create", "--verdict", verdict, "--words", "hear", by: "t1")
        // A letter that would say what its reader may not know is not written.
        try lab.ok("do", "lab.remark.send", remark, "--as", "t1")
        #expect(try lab.ok("log", "--event", "kernel.notice.withheld").contains("lab.remark:\(remark)"))
        #expect(try lab.texts("SELECT count(*) FROM kernel_notice WHERE kind = 'lab.remark'") == ["0"])
        for person in ["p1", "p2", "t2", "c1", "x1", nil] {
            let who = person ?? "operator"
            for (words, answer) in answers(lab, verdict, work, person) {
                let said = answer.out + answer.err
                #expect(!said.contains(Self.secret), "\(who): \(words)\n\(said)")
                // The code of the grade, and what people call it.
                let told = said.replacing("mine pass", with: "")
                #expect(!told.contains("\"pass\"") && !told.contains(",pass"), "\(who): \(words)\n\(said)")
            }
            // A search, a filter and a parameter that fit say the same as those that do not.
            func same(_ a: [String], _ b: [String]) {
                let tail = ["--output", "csv"] + (person.map { ["--as", $0] } ?? [])
                let (one, two) = (lab.session.run(a + tail, now: RuntimeLab.open), lab.session.run(b + tail, now: RuntimeLab.open))
                let own = person == "t2"
                #expect(one.out.contains("\r\n1,") == false, "\(who): \(a)\n\(one.out)")
                #expect(own || one.out == two.out && one.code == two.code, "\(who): \(a)\n\(one.out)\n\(two.out)")
            }
            same(["list", "lab.verdict", "--search", Self.secret], ["list", "lab.verdict", "--search", "nothing"])
            same(["list", "lab.verdict", "--search", "zebra*"], ["list", "lab.verdict", "--search", "nothing*"])
            same(["list", "lab.verdict", "--secret", Self.secret], ["list", "lab.verdict", "--secret", "nothing"])
            same(["list", "lab.verdict", "--grade", "pass"], ["list", "lab.verdict", "--grade", "nothing"])
            same(["report", "lab.filtered", "--grade", "pass"], ["report", "lab.filtered", "--grade", "nothing"])
        }
        // When both are given the work is agreed, and the seal opens for those who may read.
        try lab.ok("do", "lab.verdict.give", second, "--as", "t2")
        for person in ["p1", "t2"] {
            #expect(lab.session.run("show", "lab.verdict", verdict, "--as", person).out.contains(Self.secret), "\(person)")
            #expect(
                lab.session.run("list", "lab.verdict", "--search", Self.secret, "--output", "csv", "--as", person).out.contains("thus"),
                "\(person)")
        }
        try lab.ok("do", "lab.remark.send", later, "--as", "t1")
        #expect(try lab.texts("SELECT body FROM kernel_notice").first?.contains(Self.secret) == true)
        #expect(!lab.session.run("report", "lab.rows", "--output", "csv", "--as", "x1").out.contains(Self.secret))
    }

    @Test func modulesHearOfEventsWithoutWhatIsSealed() throws {
        let lab = try lab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", "--secret", Self.secret, "--reason", "thus", by: "t1")
        let store = try Store.open(at: lab.session.path + "/var/kjerne.sqlite", access: .readOnly)
        defer { try? store.close() }
        try store.read { db in
            let audience = try LiveConfiguration.load(db, linked: Session.linked).audience
            let event = try #require(try EventLog.read(EventFilter(), in: db).first { $0.name == "lab.verdict.created" })
            let payload = try JSONValue(parsing: Array((try EventLog.payload(of: event.sequence, in: db) ?? "").utf8))
            #expect(payload["secret"]?.string == Self.secret)
            let heard = try #require(audience.payload(payload, of: event, for: "lab"))
            #expect(heard["reason"]?.string == "thus" && heard["secret"] == nil && heard["grade"] == nil, "\(heard.compact)")
            #expect(audience.payload(payload, of: event, for: "reflection") == nil)
        }
    }
}
