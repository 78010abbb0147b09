import GRDB
import Testing

@testable import Kernel

/// Activities of offerings, as applying keeps them.
@Suite struct ActivityWriterTests {
    private static let variant = "Config/institutions/academy/variants/first-course.yaml"
    private static let offering = "Config/institutions/academy/offerings/first-course-2027.yaml"
    private static let notes = """
        module: notes
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Notater, nn: Notat, en: Notes}
        activities:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            settings:
              type: object
              additionalProperties: false
              properties:
                words: {type: integer, minimum: 1, default: 500, title: {nb: Ord, nn: Ord, en: Words}}

        """
    private static let trial = "      - {activity: trial, kind: notes.note, opens: +1w, due: +5w, settings: {words: 300}}\n"
    private static let activities = """
            activities:
        \(trial)\
              - {activity: essay, kind: notes.note, title: {nb: Essay, nn: Essay, en: Essay}, opens: +2w, due: +7w}
              - {activity: make-good, kind: notes.note, placed: on-order}
              - {activity: paper, kind: notes.note, opens: +14w, due: +15w}

        """

    /// A store that configurations are applied to, one after another.
    private final class Applied {
        let test: TestStore
        /// Path to text.
        var files: [String: String]
        var context = RunContext.test

        init() throws {
            test = try TestStore()
            files = Template.files(workspace: "test").mapValues { String(decoding: $0, as: UTF8.self) }
            files[".gitignore"] = nil
            files["Modules/notes/module.yaml"] = notes
            files["Config/kjerne.yaml"] = files["Config/kjerne.yaml"]?.replacing("modules: {}", with: "modules: {notes: ^1.0}")
            files[variant]? += activities
            context.clock = .fixed(try Instant("2027-08-16T08:00:00Z"))
        }

        func apply() throws {
            let workspace = WorkspaceGoldenTests.read(FileTree(files.mapValues { Array($0.utf8) }))
            try #require(
                !workspace.diagnostics.hasErrors, "\(TextRenderer(language: .en).render(workspace.diagnostics, in: workspace.sources))")
            _ = try ActionPipeline.perform(
                ApplyAction(view: workspace.bodySchema?.root),
                .init(wanted: ConfigurationState(workspace), tree: workspace.tree, losesWork: true), context: &context, in: test.store)
        }

        func change(_ path: String, _ old: String, _ new: String) throws {
            let text = try #require(files[path])
            #expect(text.contains(old))
            files[path] = text.replacing(old, with: new)
        }

        func list(_ offering: String = "first-course-2027") throws -> [OfferedActivity] {
            try test.store.read { try OfferedActivity.list(offering: offering, in: $0) }
        }

        /// Someone is ordered to do an activity, which is work in it.
        func order(_ activity: String) throws {
            try test.add(people: "kari")
            _ = try ActionPipeline.perform(
                EnrolmentAction(), .init(offering: "first-course-2027", person: "kari"), context: &context, in: test.store)
            try test.store.write(durability: .normal) { db in
                try db.execute(
                    sql: """
                        INSERT INTO kernel_order (enrolment, activity, reason, event)
                        SELECT e.id, a.key, 'ill', 1 FROM kernel_enrolment e, kernel_activity a WHERE a.activity = ?
                        """, arguments: [activity])
            }
        }
    }

    @Test func anOfferingHoldsItsActivitiesWithDaysAndDefaults() throws {
        let applied = try Applied()
        try applied.apply()
        let list = try applied.list()
        #expect(list.map(\.activity) == ["trial", "essay", "make-good", "paper"])
        #expect(list.map(\.position) == [0, 1, 2, 3])
        let trial = list[0]
        // Starts on Monday 6 September; Oslo is two hours ahead of UTC then.
        #expect(trial.opens?.description == "2027-09-12T22:00:00Z")
        // Due on 11 October: the day is over when the 12th begins.
        #expect(trial.due?.description == "2027-10-11T22:00:00Z")
        #expect(list[3].due?.description == "2027-12-20T23:00:00Z")
        #expect(list[2].isOnOrder && list[2].due == nil && list[2].opens == nil)
        #expect(trial.settings["words"]?.integer == 300 && list[1].settings["words"]?.integer == 500)
        #expect(list[1].label(.nb) == "Essay" && trial.label(.nb) == "trial")
        #expect(list.allSatisfy { $0.state == .active && $0.part == "main" && $0.offering == "first-course-2027" })
        #expect(try applied.test.store.read { try OfferedActivity.find(key: trial.key, in: $0) } == trial)
        #expect(try applied.test.store.read { try OfferedActivity.find("paper", offering: "first-course-2027", in: $0) } == list[3])
        #expect(try applied.test.store.read { try OfferedActivity.find("papers", offering: "first-course-2027", in: $0) } == nil)
    }

    @Test func whatChangesKeepsItsKey() throws {
        let applied = try Applied()
        try applied.apply()
        let before = try applied.list()
        try applied.change(Self.offering, "start: 2027-09-06", "start: 2027-09-07\ndates: {essay.due: 2027-11-01}")
        try applied.apply()
        let after = try applied.list()
        #expect(after.map(\.key) == before.map(\.key))
        #expect(after[0].due?.description == "2027-10-12T22:00:00Z")
        #expect(after[1].due?.description == "2027-11-01T23:00:00Z")
    }

    @Test func whatDisappearsIsDeletedUnlessThereIsWorkInIt() throws {
        let applied = try Applied()
        try applied.apply()
        let before = try applied.list()
        let digest = try applied.test.store.read { try ContentDigest.of($0, parts: [.configuration]) }
        let whole = applied.files
        try applied.order("trial")
        try applied.change(Self.variant, Self.trial, "")
        try applied.apply()
        let without = try applied.list()
        #expect(without.map(\.activity) == ["essay", "make-good", "paper", "trial"])
        #expect(without.map(\.state) == [.active, .active, .active, .retired])
        #expect(without.last?.key == before.first?.key)
        applied.files = whole
        try applied.apply()
        #expect(try applied.list() == before)
        #expect(try applied.test.store.read { try ContentDigest.of($0, parts: [.configuration]) } == digest)
        try applied.test.store.write(durability: .normal) { try $0.execute(sql: "DELETE FROM kernel_order") }
        try applied.change(Self.variant, Self.trial, "")
        try applied.apply()
        #expect(try applied.list().map(\.activity) == ["essay", "make-good", "paper"])
    }

    @Test func anOfferingGoesWithItsActivitiesOrStaysWithThem() throws {
        let applied = try Applied()
        try applied.apply()
        let whole = applied.files
        var empty = whole
        empty[Self.offering] = nil
        applied.files = empty
        try applied.apply()
        #expect(try applied.list().isEmpty)
        applied.files = whole
        try applied.apply()
        let before = try applied.list()
        try applied.order("essay")
        applied.files = empty
        try applied.apply()
        #expect(try applied.list() == before)
        #expect(try applied.test.store.read { try Offering.find("first-course-2027", in: $0)?.state } == .retired)
        applied.files = whole
        try applied.apply()
        #expect(try applied.list() == before)
    }

    @Test func anotherTimeZoneMovesEveryInstant() throws {
        let applied = try Applied()
        try applied.apply()
        try applied.change("Config/kjerne.yaml", "Europe/Oslo", "UTC")
        try applied.apply()
        #expect(try applied.list()[0].due?.description == "2027-10-12T00:00:00Z")
    }
}
