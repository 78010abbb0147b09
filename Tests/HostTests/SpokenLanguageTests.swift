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

    @Test func aReportIsInThePersonsLanguage() throws {
        let lab = try RuntimeLab()
        let words = ["report", "kernel.requirements", "--offering", "nord-h27", "--as", "p1"]
        let (code, text) = run(lab.session, words, ["LANG": "en_GB.UTF-8"])
        #expect(code == 0 && text.contains("Krav"), "\(text)")
    }
}
