import GRDB
import Glibc

@testable import Kernel

/// A store in a folder of its own, gone with the test.
final class TestStore {
    let folder: String
    let path: String
    let store: Store

    init() throws {
        folder = try TestFolder.make()
        path = folder + "/kjerne.sqlite"
        store = try Store.open(at: path, access: .readWrite(create: true), wait: 0.1)
    }

    deinit {
        try? store.close()
        TestFolder.remove(folder)
    }

    /// Adds an offering with a release of its own, as applying would.
    func add(offering id: String, state: Offering.State = .active) throws {
        try store.write(durability: .normal) { db in
            var context = RunContext.test
            let event = try EventLog.append(NewEvent("test.applied", payload: .null), action: "test", context: &context, in: db)
            try db.execute(
                sql: """
                    INSERT INTO kernel_release (variant, number, label, digest, canonical, event) VALUES (?, 1, 'r1', ?, '{}', ?)
                    """, arguments: [id, String(repeating: "0", count: 64), event.sequence])
            try db.execute(
                sql: """
                    INSERT INTO kernel_offering (id, variant, release, mode, start, state, json)
                    VALUES (?, ?, ?, 'follow', '2027-08-16', ?, '{}')
                    """, arguments: [id, id, db.lastInsertedRowID, state.rawValue])
        }
    }

    /// Adds people with the given ids.
    func add(people ids: String...) throws {
        let rows = ids.map { "\($0),Kari,\($0.uppercased())\n" }.joined()
        _ = try importPeople("id,given_name,family_name\n" + rows)
    }

    func importPeople(
        _ csv: String, map: [String] = [], createOrganisations: Bool = false, actor: Actor = .operator, rehearse: Bool = false
    ) throws -> ActionResult<RosterCounts> {
        try importPeople(Array(csv.utf8), map: map, createOrganisations: createOrganisations, actor: actor, rehearse: rehearse)
    }

    func importPeople(
        _ csv: [UInt8], map: [String] = [], createOrganisations: Bool = false, actor: Actor = .operator, rehearse: Bool = false
    ) throws -> ActionResult<RosterCounts> {
        var sources = SourceMap()
        let roster = Roster(
            file: sources.add(path: "people.csv", bytes: csv), mapping: try CSVMapping(map), createsOrganisations: createOrganisations)
        var context = RunContext.test
        context.actor = actor
        return try ActionPipeline.perform(
            PeopleImportAction(languages: ["nb", "nn", "en"]), roster, context: &context, in: store, rehearse: rehearse)
    }

    func enrol(_ csv: String, rehearse: Bool = false) throws -> ActionResult<EnrolmentListAction.Effect> {
        var sources = SourceMap()
        var context = RunContext.test
        let list = EnrolmentList(file: sources.add(path: "enrolments.csv", bytes: Array(csv.utf8)))
        return try ActionPipeline.perform(EnrolmentListAction(), list, context: &context, in: store, rehearse: rehearse)
    }

    /// The faults of what `body` throws, each as `line:column id message`, in English.
    func faults(_ body: () throws -> some Any) throws -> [String] {
        do {
            _ = try body()
            return []
        } catch let error as DiagnosticsError {
            var sources = SourceMap()
            _ = sources.add(path: "people.csv", bytes: [])
            return error.diagnostics.sorted(in: sources).map { fault in
                let place = fault.span.map { "\($0.start.line):\($0.start.column)" } ?? "-"
                let label = fault.label.map { " (\($0(.en)))" } ?? ""
                let others = fault.labels.map { " [\($0.span.start.line):\($0.span.start.column) \($0.text(.en))]" }.joined()
                return "\(place) \(fault.id) \(fault.message(.en))\(label)\(others)"
            }
        }
    }

    var digest: String { get throws { try store.read { try ContentDigest.of($0) } } }
    var head: EventAnchor { get throws { try store.read { try EventLog.head($0) } } }
}

extension RunContext {
    /// The operator on a fixed day with a fixed seed.
    static var test: RunContext {
        RunContext(actor: .operator, clock: .fixed(Instant(seconds: 1_800_000_000) ?? .earliest), randomness: .seed(1), language: .en)
    }
}
