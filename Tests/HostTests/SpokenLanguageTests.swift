import Kernel
import KernelTesting
import KjerneHost
import Synchronization
import Testing

/// Whom a command is for is answered in her own language, unless another is asked for.
@Suite struct SpokenLanguageTests {
    /// Runs a command in an environment with a locale.
    private func run(_ session: Session, _ words: [String], _ environment: [String: String]) -> (code: Int32, text: String) {
        let said = Mutex("")
        let io = HostIO(
            write: { text in said.withLock { $0 += text } }, writeError: { text in said.withLock { $0 += text } },
            environment: environment.merging(["KJERNE_NOW": RuntimeLab.open]) { $1 }, folder: session.path)
        let code = KjerneHost.run(words, linked: Session.linked, io: io)
        return (code, said.withLock { $0 })
    }

    @Test func aRefusalIsInThePersonsLanguage() throws {
        let lab = try RuntimeLab()
        try lab.session.put(
            "id,given_name,family_name,email,organisation,role,language\nn1,Nina,Ness,,Skolen,teacher,nn\n",
            "more.csv")
        try lab.ok("people", "import", "more.csv")
        let act = ["enrol", "nord-h27", "p3", "--as"]
        let english = ["LANG": "en_GB.UTF-8"]
        let (code, refusal) = run(lab.session, act + ["n1"], english)
        #expect(code == 77 && refusal.hasPrefix("feil: ") && refusal.contains("ikkje"), "\(refusal)")
        let bokmål = run(lab.session, act + ["x1"], english).text
        #expect(bokmål.hasPrefix("feil: ") && bokmål.contains("ikke"), "\(bokmål)")
        // What is asked for goes before what she reads.
        #expect(run(lab.session, act + ["n1", "--lang", "en"], english).text.hasPrefix("error: "))
        #expect(run(lab.session, act + ["n1"], ["KJERNE_LANG": "en"]).text.hasPrefix("error: "))
        // Where the person is not there, the locale decides.
        let nobody = run(lab.session, act + ["nobody"], ["LANG": "nn_NO.UTF-8"])
        #expect(nobody.code == 65 && nobody.text.hasPrefix("feil: ") && nobody.text.contains("nobody"), "\(nobody.text)")
    }

    @Test func nobodyActsInNoCommand() throws {
        let lab = try RuntimeLab()
        for words in [
            ["check"], ["plan"], ["history"], ["drift"], ["variants", "list"], ["modules", "list"], ["list", "lab.thing"],
            ["schema", "list"],
        ] {
            let answer = lab.session.run(words + ["--as", "p11"])
            #expect(answer.code == 65 && answer.err.contains("there is no person 'p11'") && answer.out.isEmpty, "\(words): \(answer)")
        }
        // Before anything is applied, nobody is there.
        let empty = try Session(WorkspaceFixture())
        #expect(empty.run("check", "--as", "p1").code == 65)
    }

    @Test func twoUnknownNamesAreToldTogether() throws {
        let lab = try RuntimeLab()
        let answer = lab.session.run("variants", "diff", "nord-72", "sor-72")
        #expect(answer.code == 65 && answer.err.contains("'nord-72'") && answer.err.contains("'sor-72'"), "\(answer)")
        let usage = lab.session.run("show", "--lang", "nn")
        #expect(usage.code == 64 && usage.err.contains("Hjelp: ") && !usage.err.contains("Help:"), "\(usage.err)")
    }

    /// Tables and pages say what people call it; programs read the code.
    @Test(arguments: [
        (Language.nb, "følger med", "deltaker", "lærer", "endret"), (.nn, "følgjer med", "deltakar", "lærar", "endra"),
        (.en, "follow", "participant", "teacher", "changed"),
    ]) func codesAreToldInWords(_ language: Language, _ follows: String, _ participant: String, _ teacher: String, _ changed: String) throws
    {
        let lab = try RuntimeLab()
        func told(_ words: String...) -> String { lab.session.run(words + ["--lang", language.rawValue]).out }
        let active = language == .en ? "active" : "aktiv"
        let offerings = told("offerings", "list")
        #expect(offerings.contains(" \(follows) ") && offerings.contains(" \(active) "), "\(offerings)")
        #expect(told("offerings", "list", "--output", "csv").contains(",follow,"))
        let enrolled = told("offerings", "show", "nord-h27")
        #expect(enrolled.contains(" \(participant) ") && enrolled.contains(" \(active) "), "\(enrolled)")
        #expect(told("offerings", "show", "nord-h27", "--output", "csv").contains(",participant,active,"))
        let person = told("people", "show", "p1")
        #expect(person.contains("nord-h27 (\(participant), \(active), ") && person.contains(" (\(teacher))"), "\(person)")
        #expect(told("people", "show", "p1", "--output", "json").contains("nord-h27 (participant, active, "))
        try lab.session.edit("Config/institutions/nord/offerings/nord-h27.yaml", "release: follow", "release: r1")
        let drift = told("drift")
        let files = language == .en ? "files" : "filene"
        #expect(drift.contains("\(files) ") && drift.contains(" \(changed)\n"), "\(drift)")
        #expect(told("drift", "--output", "csv").contains("files,Config/institutions/nord/offerings/nord-h27.yaml,changed"))
        let plan = told("plan", "--output", "html")
        let safe = language == .en ? "safe" : "trygt"
        #expect(plan.contains(">\(changed)</td>") && plan.contains(">\(safe)</td>"), "\(plan)")
        #expect(told("plan", "--output", "csv").contains(",changed,follow,r1,safe,"))
    }

    @Test func aReportIsInThePersonsLanguage() throws {
        let lab = try RuntimeLab()
        let words = ["report", "kernel.requirements", "--offering", "nord-h27", "--as", "p1"]
        let (code, text) = run(lab.session, words, ["LANG": "en_GB.UTF-8"])
        #expect(code == 0 && text.contains("Krav"), "\(text)")
    }
}
