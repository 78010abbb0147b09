import Kernel
import KernelTesting
import Testing

/// Items with an identity in what a module adds to variants are moved and removed by layers as the kernel's own are, and its schemas speak all
/// languages of the workspace.
@Suite struct SectionItemsTests {
    private static let variant = "Config/institutions/nord/variants/nord-27.yaml"
    private static let frame = "Config/programmes/frame.yaml"

    private func session(_ variant: String, title: String = "{nb: Rigger, nn: Riggar, en: Rigs}") throws -> Session {
        var files = try WorkspaceFixture()
        files["Config/kjerne.yaml"] += "  rigs: ^1.0\n"
        files["Modules/rigs/module.yaml"] = """
            module: rigs
            version: 1.0.0
            kernel: ^1.0
            title: {nb: Rigger, nn: Riggar, en: Rigs}
            sections:
              rigs:
                schema:
                  title: \(title)
                  type: array
                  items: {$ref: "#/$defs/rig"}
                  $defs:
                    rig:
                      type: object
                      identity: rig
                      additionalProperties: false
                      required: [rig]
                      properties:
                        rig: {type: string}
                        size: {type: integer, title: {nb: Mål, nn: Mål, en: Size}}

            """
        files[Self.frame] += "rigs: [{rig: a, size: 1}, {rig: b}, {rig: c}]\n"
        files[Self.variant] += variant
        return try Session(files)
    }

    @Test func itemsAreMovedAndRemoved() throws {
        let session = try session("rigs:\n  - {rig: c, after: a}\n  - {rig: b, remove: It is broken}\n")
        let check = session.run("check")
        #expect(check.code == 0, "\(check)")
        let shown = try JSONValue(parsing: Array(session.run("variants", "show", "nord-27", "--output", "json").out.utf8))
        #expect(shown["body"]?["rigs"]?.compact == #"[{"rig":"a","size":1},{"rig":"c"}]"#, "\(shown.compact)")
        #expect(session.run("explain", "value", "nord-27.rigs.b").out.contains("It is broken"))
    }

    @Test(arguments: [("{rig: c, after: 7}", "after"), ("{rig: b, remove: \"\"}", "remove"), ("{rig: b, without: x}", "without")])
    func whatIsNoMoveIsAFault(item: String, word: String) throws {
        let session = try session("rigs: [\(item)]\n")
        let check = session.run("check")
        #expect(check.code == 1 && check.out.contains(word), "\(check)")
    }

    @Test func aTitleInASchemaIsThereInAllLanguages() throws {
        let session = try session("", title: "{nb: Rigger}")
        let check = session.run("check")
        #expect(check.code == 1, "\(check)")
        for language in ["nn", "en"] { #expect(check.out.contains("missing key '\(language)'"), "\(check.out)") }
        #expect(check.out.contains("Modules/rigs/module.yaml:8:7"), "\(check.out)")
    }
}
