import Foundation
import Kernel
import KernelTesting
import Testing

/// Kinds of activity whose settings have a key of the same name: what one kind says of it holds for that kind alone.
@Suite struct SettingsOfKindsTests {
    private static let variant = "Config/institutions/nord/variants/nord-27.yaml"

    /// A workspace where the kinds `strict` and `loose` of one module have the settings `size` and `steps`, and one person takes the course.
    private func session(placing activities: String, first: String = "strict") throws -> Session {
        let strict = """
              strict:
                title: {nb: Streng, nn: Streng, en: Strict}
                settings:
                  type: object
                  additionalProperties: false
                  properties:
                    size: {type: integer, running: refuse, title: {nb: Streng størrelse, nn: Streng storleik, en: Strict size}}
                    steps: {type: array, items: {type: object, identity: step, properties: {step: {type: string}, n: {type: integer}}}}

            """
        let loose = """
              loose:
                title: {nb: Fri, nn: Fri, en: Loose}
                settings:
                  type: object
                  additionalProperties: false
                  properties:
                    size: {type: integer, running: free, title: {nb: Fri størrelse, nn: Fri storleik, en: Loose size}}
                    steps: {type: array, items: {type: object, properties: {step: {type: string}, n: {type: integer}}}}

            """
        var files = try WorkspaceFixture()
        try files.replace(
            "activities:\n", with: "activities:\n" + (first == "strict" ? strict + loose : loose + strict), in: "Modules/notes/module.yaml")
        try files.replace("    activities:\n", with: "    activities:\n" + activities, in: Self.variant)
        let session = try Session(files)
        #expect(session.run("apply", "--yes").code == 0, "\(session.run("check").out)")
        try session.put("id,given_name,family_name,email,organisation,role,language\np1,Kari,Lie,,Skolen,member,nb\n", "people.csv")
        #expect(session.run("people", "import", "people.csv").code == 0)
        #expect(session.run("enrol", "nord-h27", "p1").code == 0)
        return session
    }

    private static let both = """
              - {activity: one, kind: notes.strict, settings: {size: 1}}
              - {activity: two, kind: notes.loose, settings: {size: 2}}

        """

    @Test(arguments: ["strict", "loose"])
    func theKindDecidesWhatMayChangeWhileTheCourseRuns(_ first: String) throws {
        let session = try session(placing: Self.both, first: first)
        try session.edit(Self.variant, "size: 1}", "size: 10}")
        let refused = session.run("apply", "--yes")
        #expect(refused.code == 77 && refused.err.contains("nord-27.parts.main.activities.one.settings.size"))
        try session.edit(Self.variant, "size: 10}", "size: 1}")
        try session.edit(Self.variant, "size: 2}", "size: 20}")
        let plan = try JSONValue(parsing: Array(session.run("plan", "--output", "json").out.utf8))["changes"]?.array ?? []
        #expect(plan.map { $0["risk"]?.string } == ["safe"])
        #expect(session.run("apply", "--yes").code == 0)
    }

    @Test(arguments: ["strict", "loose"])
    func theKindDecidesTheTitle(_ first: String) throws {
        let session = try session(placing: Self.both, first: first)
        let path = "nord-27.parts.main.activities."
        #expect(session.run("explain", "value", path + "one.settings.size").out.contains("  Strict size\n"))
        #expect(session.run("explain", "value", path + "two.settings.size").out.contains("  Loose size\n"))
    }

    /// Steps have an identity in one kind and merge; in the other the upper layer's list replaces the lower's.
    @Test(arguments: ["strict", "loose"])
    func theKindDecidesHowLayersMerge(_ first: String) throws {
        let session = try session(placing: "", first: first)
        try session.edit(
            "Config/institutions/nord/institution.yaml", "institution: nord\n",
            """
            institution: nord
            parts:
              - part: main
                activities:
                  - {activity: one, kind: notes.strict, settings: {steps: [{step: a, n: 1}, {step: b, n: 1}]}}
                  - {activity: two, kind: notes.loose, settings: {steps: [{step: a, n: 1}, {step: b, n: 1}]}}

            """)
        try session.edit(
            Self.variant, "    activities:\n",
            """
                activities:
                  - {activity: one, settings: {steps: [{step: a, n: 2}]}}
                  - {activity: two, settings: {steps: [{step: a, n: 2}]}}

            """)
        let answer = session.run("variants", "show", "nord-27", "--output", "json")
        let parts = try JSONValue(parsing: Array(answer.out.utf8))["body"]?["parts"]?.array?.first?["activities"]?.array ?? []
        #expect(parts.first { $0["activity"]?.string == "one" }?["settings"]?["steps"]?.array?.count == 2, "\(answer.err)")
        #expect(parts.first { $0["activity"]?.string == "two" }?["settings"]?["steps"]?.array?.count == 1)
    }
}
