import Assessment
import Foundation
import Kernel
import KernelTesting
import KjerneHost
import Testing

/// The module as it must not be: each fault is found by a property, with the path that shows it.
@Suite struct FaultyWorkflowTests {
    /// The module's code over another manifest.
    struct Faulty: Plugin {
        static let id = "assessment"
        @TaskLocal static var manifest = ""
        static var files: [String: String] { AssessmentPlugin.files.merging(["module.yaml": manifest]) { $1 } }
        func register(in registrar: inout Registrar) { AssessmentPlugin().register(in: &registrar) }
    }

    static let faults: [(name: String, old: String, new: String, path: String)] = [
        (
            "judged-before-graded", "from: disagreement, to: agreed, by: [coordinator], guard: decided}",
            "from: [delivered, disagreement], to: agreed, by: [coordinator], guard: decided}", "delivered -settle-> agreed"
        ),
        (
            "judged-before-graded", "when: {children: judgement, in: [sealed], count: examiners}",
            "when: {children: judgement, in: [sealed], count: 1}",
            "delivered -judge-> judged -agree-> agreed"
        ),
        (
            "judged-before-graded", "when: {children: regrade, in: [sealed], count: examiners}",
            "when: {children: regrade, in: [sealed], count: 1}",
            "open -judge-> judged"
        ),
        (
            "announced-after-decision", "guard: enough-examiners, event: result.announced", "event: result.announced",
            "decided -announce-> announced"
        ),
        (
            "appeal-examiners-blind", "      appeal-assessors: [activity, number, text, files, portfolio,",
            "      appeal-assessors: [activity, number, members, text, files, portfolio,", "'members'"
        ),
        ("candidates-end", "absent-used: {final: true, ", "absent-used: {", "absent -use-attempt-> absent-used"),
        ("appeal-examiners-blind", "    unique: [[regrading, assessor]]\n", "", "assigned twice"),
        (
            "appeal-examiners-blind", "    read: {owner: all, coordinator: all, answerers: [question, principles, assessment]}",
            "    read: {owner: all, coordinator: all, everyone: [assessment], answerers: [question, principles, assessment]}",
            "'everyone' can read reasons"
        ),
        (
            "impartial-before-judged",
            "by: [assessor], needs: [grade], input: {notes: {type: text, max-length: 20000, title: {nb: Notater, nn: Notat, en: Notes}}}, guard: [impartial, on-the-scale, external-place]}",
            "by: [assessor], needs: [grade], input: {notes: {type: text, max-length: 20000, title: {nb: Notater, nn: Notat, en: Notes}}}, guard: [on-the-scale, external-place]}",
            "with-declare"
        ),
    ]

    @Test(arguments: faults.indices) func isFound(index: Int) throws {
        let fault = Self.faults[index]
        let sound = try #require(AssessmentPlugin.files["module.yaml"])
        var faulty = sound.replacing(fault.old, with: fault.new)
        try #require(faulty != sound)
        var expected = fault.path
        if expected == "with-declare" {
            // Both steps must be without it.
            faulty = faulty.replacing("by: [assessor], guard: impartial,", with: "by: [assessor],")
            expected = "declared -seal-> sealed"
        }
        let session = try Session(nil)
        try FileManager.default.copyItem(atPath: WorkspaceFixture.root(#filePath) + "/Config", toPath: session.path + "/Config")
        let plugins = Session.plugins.filter { $0.id != "assessment" } + [Faulty.self]
        let linked = LinkedModules(plugins: plugins, declarations: YAMLModules.declarations)
        let answer = Faulty.$manifest.withValue(faulty) { session.run("check", linked: linked) }
        #expect(answer.code == 1)
        #expect(answer.out.contains(fault.name), "\(answer.out)")
        #expect(answer.out.contains(expected), "\(answer.out)")
    }
}
