import Kernel
import KernelTesting
import Testing

/// Work goes by what is live: a fault in the files stops the commands that read them, and no others.
@Suite struct LiveCommandTests {
    @Test(arguments: [
        ("Config/kjerne.yaml", "calendar:", "calender:"), ("Config/kjerne.yaml", "lab: ^1.0", "lab: ^9.0"),
        ("Modules/lab/module.yaml", "title: {nb: Laboratorium", "titel: {nb: Laboratorium"),
    ])
    func aTypoInAFileStopsNoWork(_ file: String, _ old: String, _ new: String) throws {
        let lab = try RuntimeLab()
        try lab.session.edit(file, old, new)
        #expect(lab.session.run("check").code == 1)
        try lab.ok("do", "lab.term.create", "--word", "x")
        try lab.ok("list", "lab.term")
        try lab.ok("report", "kernel.progress")
        try lab.ok("enrol", "nord-h27", "x1")
        try lab.ok("log")
        try lab.ok("due")
        try lab.session.put("id,given_name,family_name\nz1,Zoë,Zahl\n", "more.csv")
        try lab.ok("people", "import", "more.csv")
        #expect(lab.session.run("plan").code == 1)
    }

    /// Without a sound file nobody knows where the store lies.
    @Test func whereTheStoreLiesMustBeKnown() throws {
        let lab = try RuntimeLab()
        try lab.session.put("store: {path: [", "Config/kjerne.yaml")
        let answer = lab.session.run("list", "lab.term")
        #expect(answer.code == 1 && answer.err.contains("Config/kjerne.yaml:1:"), "\(answer)")
    }

    @Test func anOfferingThatIsNotThereIsTold() throws {
        let lab = try RuntimeLab()
        for name in ["kernel.progress", "kernel.requirements", "assessment.eligibility"] {
            let answer = lab.session.run("report", name, "--offering", "nord-h72")
            #expect(answer.code == 65 && answer.err.contains("did you mean 'nord-h27'?"), "\(name): \(answer)")
        }
    }

    @Test func spacesSayNothing() throws {
        let lab = try RuntimeLab()
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", " \n ", by: "p1")
        let empty = lab.act("lab.work.deliver", work, by: "p1")
        #expect(empty.code == 77 && empty.err.contains("Deliver"), "\(empty.err)")
        let before = try lab.everything()
        let made = lab.act("lab.term.create", "--word", " \u{00A0}")
        #expect(made.code == 65 && made.err.contains("input/blank"), "\(made.err)")
        #expect(try lab.everything() == before)
    }
}
