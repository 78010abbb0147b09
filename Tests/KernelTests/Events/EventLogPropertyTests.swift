import GRDB
import Testing

@testable import Kernel

/// Any single change of any row of the log, made by someone with the file in her hands, is found and named.
@Suite struct EventLogPropertyTests {
    private static let count = 20

    private func log() throws -> TestStore {
        let test = try TestStore()
        try test.store.write(durability: .normal) { db in
            var context = RunContext.test
            for index in 1...Self.count {
                context.actor = index % 3 == 0 ? .person(Int64(index)) : .operator
                _ = try EventLog.append(
                    NewEvent(
                        "test.happened", records: (0...index % 3).map { .person(Int64(index * 10 + $0)) },
                        payload: .object([("number", .integer(index))])), action: "test.act", context: &context, in: db)
            }
        }
        return test
    }

    /// A change in SQL, and the event that must be named first.
    private func mutation(_ random: inout Randomness) -> (sql: String, event: Int) {
        let event = Int.random(in: 1...Self.count, using: &random)
        let other = event % Self.count + 1
        let number = Int.random(in: 1...1_000_000, using: &random)
        let byte = Int.random(in: 0..<32, using: &random)
        func flip(_ column: String, _ table: String, _ key: String) -> String {
            """
            UPDATE \(table) SET \(column) = CAST(substr(\(column), 1, \(byte))
              || CASE hex(substr(\(column), \(byte + 1), 1)) WHEN '41' THEN x'42' ELSE x'41' END || substr(\(column), \(byte + 2)) AS BLOB) WHERE \(key) = \(event)
            """
        }
        let columns = "instant, name, version, action, actor, module, module_version, commitment, hash"
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return ("UPDATE kernel_event SET instant = instant + \(number) WHERE sequence = \(event)", event)
        case 1:
            let column = ["name", "action", "actor", "module", "module_version"].randomElement(using: &random) ?? "name"
            return ("UPDATE kernel_event SET \(column) = \(column) || char(\(32 + number % 90)) WHERE sequence = \(event)", event)
        case 2:
            let column = ["name", "action", "actor", "module", "module_version"].randomElement(using: &random) ?? "name"
            return ("UPDATE kernel_event SET \(column) = substr(\(column), 2) WHERE sequence = \(event)", event)
        case 3: return ("UPDATE kernel_event SET version = version + \(number) WHERE sequence = \(event)", event)
        case 4: return (flip("commitment", "kernel_event", "sequence"), event)
        case 5: return (flip("hash", "kernel_event", "sequence"), event)
        case 6: return ("DELETE FROM kernel_event WHERE sequence = \(event)", event)
        case 7:
            return (
                "UPDATE kernel_event SET sequence = 0 WHERE sequence = \(event); UPDATE kernel_event SET sequence = \(event) WHERE sequence = \(other); UPDATE kernel_event SET sequence = \(other) WHERE sequence = 0",
                min(event, other)
            )
        case 8:
            return (
                "INSERT INTO kernel_event SELECT \(Self.count + 1), \(columns) FROM kernel_event WHERE sequence = \(event)", Self.count + 1
            )
        case 9: return ("DELETE FROM kernel_event_payload WHERE event = \(event)", event)
        case 10: return ("UPDATE kernel_event_payload SET payload = replace(payload, ':', ': ') WHERE event = \(event)", event)
        case 11: return (flip("salt", "kernel_event_payload", "event"), event)
        case 12:
            return (
                "UPDATE kernel_event_payload SET salt = CAST(salt || substr(payload, 1, 1) AS BLOB), payload = substr(payload, 2) WHERE event = \(event)",
                event
            )
        case 13: return ("UPDATE kernel_event_payload SET salt = NULL, payload = NULL, erased_by = \(other) WHERE event = \(event)", event)
        case 14:
            return (
                "UPDATE kernel_event_payload SET event = 0 WHERE event = \(event); UPDATE kernel_event_payload SET event = \(event) WHERE event = \(other); UPDATE kernel_event_payload SET event = \(other) WHERE event = 0",
                min(event, other)
            )
        case 15:
            return ("INSERT INTO kernel_event_payload VALUES (\(Self.count + number), zeroblob(32), 'null', NULL)", Self.count + number)
        case 16: return ("DELETE FROM kernel_event_record WHERE event = \(event) AND id = '\(event * 10)'", event)
        case 17: return ("INSERT INTO kernel_event_record VALUES (\(event), 'kernel.person', '\(number + 1000)')", event)
        case 18: return ("UPDATE kernel_event_record SET id = id || '0' WHERE event = \(event) AND id = '\(event * 10)'", event)
        default:
            return ("UPDATE kernel_event_record SET event = \(other) WHERE event = \(event) AND id = '\(event * 10)'", min(event, other))
        }
    }

    @Test(arguments: 0..<300) func aSingleChangeIsFoundAndNamed(_ seed: UInt64) throws {
        let test = try log()
        var random = Randomness.seed(seed)
        let (sql, event) = mutation(&random)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: test.path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; " + sql) }
        try queue.close()
        let faults = try test.store.read { try EventLog.verify($0) }.faults
        #expect(faults.first?.sequence == Int64(event), "\(sql)")
    }

    /// Whatever is cut off the end, an anchor at the end tells.
    @Test(arguments: 1...20) func aCutEndIsFoundByItsAnchor(_ left: Int) throws {
        let test = try log()
        let anchor = try test.head
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: test.path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    DELETE FROM kernel_event WHERE sequence >= \(left); DELETE FROM kernel_event_payload WHERE event >= \(left);
                    DELETE FROM kernel_event_record WHERE event >= \(left)
                    """)
        }
        try queue.close()
        #expect(try test.store.read { try EventLog.verify($0, anchor: anchor) }.faults == [EventLogFault(.truncated, 20)])
    }
}
