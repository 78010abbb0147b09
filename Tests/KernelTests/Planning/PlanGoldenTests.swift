import Foundation
import KernelTesting
import Testing

@testable import Kernel

/// Golden files of plans: `before/` is live, with as many people enrolled as the file `people` says, and `after/` is planned.
@Suite struct PlanGoldenTests {
    @Test func plans() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/plans")
        #expect(try golden.names().count >= 5)
        for mismatch in try golden.run(Self.plan) { Issue.record("\(mismatch)") }
    }

    private static func plan(_ inputs: [GoldenDiagnostics.Input]) throws -> String {
        let folder = NSTemporaryDirectory() + "kjerne-plan-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store.open(at: folder + "/store.sqlite", access: .readWrite(create: true))
        defer { try? store.close() }
        var context = RunContext(clock: .fixed(try Instant("2027-10-01T08:00:00Z")), randomness: .seed(1), language: .en)
        let before = WorkspaceGoldenTests.read(WorkspaceGoldenTests.tree(inputs, below: "before/"))
        #expect(!before.diagnostics.hasErrors)
        let action = ApplyAction(view: before.bodySchema?.root)
        _ = try ActionPipeline.perform(
            action, .init(wanted: ConfigurationState(before), tree: before.tree), context: &context, in: store)
        let people = inputs.first { $0.path == "people" }.flatMap { Int(String(decoding: $0.bytes, as: UTF8.self).filter(\.isNumber)) } ?? 0
        try enrol(people, in: store, context: &context)
        let after = WorkspaceGoldenTests.read(WorkspaceGoldenTests.tree(inputs, below: "after/"))
        guard !after.diagnostics.hasErrors else { return TextRenderer(language: .en).render(after.diagnostics, in: after.sources) }
        let plan = try Planner.plan(after, in: store, at: context.clock.now())
        // What a plan says, an apply does: afterwards there is nothing to change.
        if plan.risk < .refused {
            _ = try ActionPipeline.perform(
                ApplyAction(view: after.bodySchema?.root), .init(wanted: ConfigurationState(after), tree: after.tree, losesWork: true),
                context: &context,
                in: store)
            #expect(try Planner.plan(after, in: store, at: context.clock.now()).isEmpty)
        }
        return PlanText(language: .en, color: false).render(plan)
    }

    private static func enrol(_ count: Int, in store: Store, context: inout RunContext) throws {
        guard count > 0 else { return }
        var sources = SourceMap()
        let rows = (1...count).map { "p\($0),Given\($0),Family,,School,member,nb\n" }.joined()
        let roster = sources.add(
            path: "people.csv", bytes: Array(("id,given_name,family_name,email,organisation,role,language\n" + rows).utf8))
        _ = try ActionPipeline.perform(PeopleImportAction(languages: ["nb"]), Roster(file: roster), context: &context, in: store)
        for person in 1...count {
            _ = try ActionPipeline.perform(
                EnrolmentAction(), .init(offering: "first-course-2027", person: "p\(person)"), context: &context, in: store)
        }
    }
}
