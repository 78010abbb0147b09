import Kernel
import KernelTesting
import Testing

/// What a plan says of a change that reaches people without naming a course: the clock, and the settings of a module.
@Suite struct RunningChangesTests {
    private static let workspace = "Config/kjerne.yaml"

    @Test func anotherClockNeverMakesPeopleLate() throws {
        let lab = try RuntimeLab()
        try lab.session.edit(Self.workspace, "time-zone: Europe/Oslo", "time-zone: Asia/Tokyo")
        // In the evening of the last day the day is over in Tokyo.
        let evening = "2027-10-25T18:00:00Z"
        let plan = try lab.ok("plan", now: evening)
        #expect(
            plan.contains("~ workspace.time-zone: Europe/Oslo -> Asia/Tokyo  [cannot change now: 6 people, 6 enrolments]\n")
                && plan.contains("    the deadline 2027-10-25 of 'essay' in nord-h27 would be over already\n"), "\(plan)")
        let refused = lab.session.run(["apply", "--yes"], now: evening)
        #expect(refused.code == 77, "\(refused)")
        #expect(lab.session.run(["plan", "--lang", "nn"], now: evening).out.contains("ville vere over alt no"))
        // In the morning it is not, and everybody meets another end of the day.
        let morning = try lab.ok("plan", now: "2027-10-25T08:00:00Z")
        #expect(morning.contains("[affects people: 6 people, 6 enrolments]") && !morning.contains("over already"), "\(morning)")
        try lab.ok("apply", "--yes", now: "2027-10-25T08:00:00Z")
    }

    @Test(arguments: [
        ("free", "[safe: 6 people, 6 enrolments]", 0), ("warn", "[affects people: 6 people, 6 enrolments]", 0),
        ("refuse", "[cannot change now: 6 people, 6 enrolments]", 77),
    ])
    func aSettingOfAModuleIsWeighedAsItSays(running: String, told: String, code: Int32) throws {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] += """
                settings:
                  type: object
                  additionalProperties: false
                  properties:
                    mode: {enum: [a, b], default: a, running: \(running)}

                """
        }
        try lab.session.edit(Self.workspace, "  lab: ^1.0\n", "  lab: {version: ^1.0, settings: {mode: b}}\n")
        let plan = try lab.ok("plan")
        #expect(plan.contains("~ modules.lab.settings.mode: a -> b  \(told)"), "\(plan)")
        #expect(lab.session.run(["apply", "--yes"], now: RuntimeLab.open).code == code)
    }

    @Test func aSettingOfACourseThatNobodyTakesIsSafe() throws {
        var files = try WorkspaceFixture()
        files["Config/kjerne.yaml"] += "  lab: ^1.0\n"
        files[RuntimeLab.manifest] = """
            module: lab
            version: 1.0.0
            kernel: ^1.0
            title: {nb: Lab, nn: Lab, en: Lab}
            settings: {type: object, properties: {mode: {enum: [a, b], default: a, running: refuse}}}

            """
        let session = try Session(files)
        #expect(session.run("apply", "--yes").code == 0)
        try session.edit(Self.workspace, "  lab: ^1.0\n", "  lab: {version: ^1.0, settings: {mode: b}}\n")
        let answer = session.run("apply", "--yes")
        #expect(answer.code == 0, "\(answer)")
    }
}
