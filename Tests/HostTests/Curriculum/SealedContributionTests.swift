import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Synchronization
import Testing

/// Who wrote an individual text is told by no log and to no module, before the groups meet and after.
@Suite struct SealedContributionTests {
    private static let linked = LinkedModules(plugins: Session.plugins + [EavesdropperPlugin.self], declarations: YAMLModules.declarations)

    /// A school with an interpretation in which `s01` has written, and `ada`, who administers all of it.
    private func prepared() throws -> (school: SchoolLab, interpretation: String, text: String) {
        let school = try SchoolLab()
        let lab = school.lab
        try lab.session.put("id,given_name,family_name,email,organisation,role,language\nada,Ada,Berg,,,admin,nb\n", "ada.csv")
        try lab.ok("people", "import", "ada.csv")
        let interpretation = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "T", "--question", "Q", by: "r1")
        let text = try lab.make(
            "curriculum.contribution.create", "--interpretation", interpretation, "--text", "hemmelig", "--level", "formal", by: "s01")
        return (school, interpretation, text)
    }

    @Test func theLogDoesNotFindThemByTheirWriter() throws {
        let (school, interpretation, text) = try prepared()
        let lab = school.lab
        func asked(_ reader: [String]) throws -> [[String]] {
            try [
                ["--actor", "s01"], ["--person", "s01"], ["--record", "curriculum.contribution:\(text)"],
                ["--record", "curriculum.interpretation:\(interpretation)", "--event", "curriculum.contribution.*"],
            ].map { try rowsOf(lab, $0 + reader) }
        }
        for reader in [[], ["--as", "ada"]] {
            let all = try rowsOf(lab, reader)
            #expect(all.count == 1 && all.allSatisfy { !$0.contains("person:") && !$0.contains("contribution:") }, "\(all)")
            #expect(try asked(reader) == [[], [], [], []], "\(reader)")
        }
        // An event that is not shown takes no place either.
        let later = try lab.make(
            "curriculum.concept.create", "--group", "heimen", "--title", "X", "--scale", "ordinal", by: "s01")
        #expect(try lab.ok("log", "--actor", "s01", "--limit", "1", "--output", "csv").contains("curriculum.concept:\(later)"))
        #expect(try rowsOf(lab, ["--as", "s01"]).count == 1)
        // After the sealing the operator is told by the record itself; whoever administers is not, and so not by the log.
        try lab.ok("do", "curriculum.interpretation.to-groups", interpretation, "--as", "r1")
        #expect(try asked([]).allSatisfy { $0.count == 1 })
        #expect(try asked(["--as", "ada"]) == [[], [], [], []])
    }

    /// When a text was written is told to the minute, to its writer; to those who read it without her name it is told by nothing at all.
    @Test func theMomentOfWritingPairsItWithNothing() throws {
        let lab = try SchoolLab().lab
        let interpretation = try lab.make(
            "curriculum.interpretation.create", "--group", "heimen", "--title", "T", "--question", "Q", by: "r1")
        let text = try lab.make(
            "curriculum.contribution.create", "--interpretation", interpretation, "--text", "x", "--level", "formal", by: "s01",
            now: "2027-09-28T08:13:27.123456Z")
        let later = "2027-09-28T09:00:00Z"
        let own = try lab.ok("show", "curriculum.contribution", text, "--as", "s01", now: later)
        #expect(own.contains("2027-09-28 10:13") && !own.contains(":27"), "\(own)")
        let page = try lab.ok("show", "curriculum.contribution", text, "--output", "html", "--as", "s01", now: later)
        #expect(page.contains("2027-09-28 10:13") && !page.contains(":27"), "\(page)")
        try lab.ok("do", "curriculum.interpretation.to-groups", interpretation, "--as", "r1", now: later)
        for reader in ["r1", "s02"] {
            let shown = try lab.ok("show", "curriculum.contribution", text, "--as", reader, now: later)
            #expect(shown.contains("x") && !shown.contains("Created") && !shown.contains("Changed"), "\(reader) \(shown)")
            for words in [
                ["show", "curriculum.contribution", text], ["list", "curriculum.contribution"], ["list", "curriculum.interpretation"],
                ["log"], ["report", "curriculum.levels"], ["report", "curriculum.practice"],
            ] {
                for output in ["json", "csv", "html"] {
                    let answer = try lab.ok(words + ["--output", output, "--as", reader], now: later)
                    #expect(!answer.contains("08:13") && !answer.contains("10:13"), "\(reader) \(words) \(answer)")
                }
            }
        }
        // She is still told of her own, exactly where a program asks.
        let exact = try lab.ok("show", "curriculum.contribution", text, "--output", "json", "--as", "s01", now: later)
        #expect(exact.contains("08:13:27.123456"), "\(exact)")
    }

    private func rowsOf(_ lab: RuntimeLab, _ words: [String]) throws -> [String] {
        try lab.ok(["log", "--output", "csv"] + words).split(separator: "\r\n").map(String.init).filter { $0.contains("contribution") }
    }

    @Test func nobodyIsToldByWhatOthersMayDo() throws {
        let (school, interpretation, text) = try prepared()
        let lab = school.lab
        func ask(_ person: String, _ id: String, by asker: String?) -> String {
            let words = ["explain", "right", person, "curriculum.contribution.update", id] + (asker.map { ["--as", $0] } ?? [])
            let answer = lab.session.run(words, now: RuntimeLab.open)
            return "\(answer.code) \(answer.out)\(answer.err)"
        }
        for asker in [nil, "ada"] {
            let answers = Set(["s01", "s02", "r1"].flatMap { [ask($0, text, by: asker), ask($0, "4242", by: asker)] })
            #expect(answers.count == 1 && answers.first?.hasPrefix("77") == true, "\(answers)")
        }
        #expect(ask("s01", text, by: "s01").contains("yes"))
        try lab.ok("do", "curriculum.interpretation.to-groups", interpretation, "--as", "r1")
        #expect(ask("s01", text, by: "ada").hasPrefix("77"))
    }

    /// Whoever writes a second text is told so, in her language, and how she changes the first.
    @Test func aSecondTextIsRefusedInPlainWords() throws {
        let (school, interpretation, text) = try prepared()
        let said = [
            "nb": "du har alt skrevet din egen tekst i denne tolkningsøkten",
            "nn": "du har alt skrive din eigen tekst i denne tolkingsøkta",
            "en": "you have already written your own text in this interpretation",
        ]
        for (language, words) in said {
            let answer = school.lab.session.run(
                "do", "curriculum.contribution.create", "--interpretation", interpretation, "--text", "mer", "--level", "formal", "--as",
                "s01", "--lang", language, now: RuntimeLab.open)
            #expect(answer.code == 77 && answer.err.contains(words), "\(answer.err)")
            #expect(answer.err.contains("kjerne do curriculum.contribution.update \(text)"), "\(answer.err)")
        }
    }

    @Test func modulesHearThatSomebodyWrote() throws {
        let notebook = EavesdropperPlugin.Notebook()
        try EavesdropperPlugin.$notebook.withValue(notebook) {
            let (school, interpretation, _) = try prepared()
            let session = school.lab.session
            try session.edit("Config/kjerne.yaml", "  lab: ^1.0\n", "  lab: ^1.0\n  eavesdropper: ^1.0\n")
            func run(_ words: String...) {
                let answer = session.run(words, linked: Self.linked, now: RuntimeLab.open)
                #expect(answer.code == 0, "\(words) \(answer)")
            }
            run("apply", "--yes")
            run(
                "do", "curriculum.contribution.create", "--interpretation", interpretation, "--text", "av s02", "--level", "formal", "--as",
                "s02")
            run("do", "curriculum.interpretation.to-groups", interpretation, "--as", "r1")
            let heard = notebook.heard.withLock { $0 }
            let veiled = heard.filter { $0.contains("contribution") }
            #expect(veiled.count == 3 && veiled.allSatisfy { $0.hasSuffix("anonymous [] nil") }, "\(heard)")
            #expect(heard.filter { $0.contains("to-groups person:") && $0.contains("interpretation:") }.count == 2, "\(heard)")
        }
    }
}

/// A plugin for tests that writes down all that it hears of the work with the curriculum.
private struct EavesdropperPlugin: Plugin {
    final class Notebook: Sendable { let heard = Mutex<[String]>([]) }

    @TaskLocal static var notebook = Notebook()

    static let id = "eavesdropper"
    static var files: [String: String] {
        [
            "module.yaml": """
            module: eavesdropper
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Lytter, nn: Lyttar, en: Eavesdropper}
            description: {nb: Hører det som skjer, nn: Høyrer det som skjer, en: Hears what happens}
            implementation: {swift: eavesdropper}
            requires: {curriculum: ^1.0}
            contributes:
              kernel.reactions:
                ear: {fails: open}
              kernel.subscribers:
                recorder: {fails: open}

            """
        ]
    }

    func register(in registrar: inout Registrar) {
        registrar.contribute(Ear(notebook: Self.notebook), named: "ear", to: Reactions.self)
        registrar.contribute(Recorder(notebook: Self.notebook), named: "recorder", to: Subscribers.self)
    }

    private static func line(_ header: EventHeader, _ payload: JSONValue?) -> String {
        "\(header.name) \(header.actor) \(header.records.map { "\($0.kind):\($0.id)" }) \(payload?.compact ?? "nil")"
    }

    private struct Ear: Reaction {
        let notebook: Notebook
        let events: EventSelection = ["curriculum.*"]
        func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
            let line = EavesdropperPlugin.line(event.header, event.payload)
            notebook.heard.withLock { $0.append(line) }
        }
    }

    private struct Recorder: Subscriber {
        let notebook: Notebook
        let events: EventSelection = ["curriculum.contribution.*", "curriculum.interpretation.*"]
        func receive(_ event: DeliveredEvent) throws {
            let line = EavesdropperPlugin.line(event.header, try event.payload)
            notebook.heard.withLock { $0.append(line) }
        }
    }
}
