import Crypto
import GRDB
import Testing

@testable import Kernel

@Suite struct EventLogTests {
    private static let columns = "instant, name, version, action, actor, module, module_version, commitment, hash"

    /// A store whose log holds ten events about three people.
    private func log() throws -> TestStore {
        let test = try TestStore()
        try test.store.write(durability: .normal) { db in
            var context = RunContext.test
            for index in 1...10 {
                context.actor = index % 2 == 0 ? .person(Int64(index)) : .operator
                _ = try EventLog.append(
                    NewEvent(
                        "test.happened", records: [.person(Int64(index % 3)), .enrolment(Int64(index)), .person(Int64(index % 3))],
                        payload: .object([("number", .integer(index)), ("name", .string("Kári \"x\" \(index)"))])),
                    action: index <= 5 ? "test.first" : "test.second", context: &context, in: db)
            }
        }
        return test
    }

    private func verify(_ test: TestStore, anchor: EventAnchor? = nil) throws -> EventLogVerification {
        try test.store.read { try EventLog.verify($0, anchor: anchor) }
    }

    /// Runs SQL as someone with the file in her hands would.
    private func attack(_ test: TestStore, _ sql: String) throws {
        let queue = try DatabaseQueue(
            path: test.path,
            configuration: {
                var c = Configuration(); c.foreignKeysEnabled = false; return c
            }())
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; " + sql) }
        try queue.close()
    }

    @Test func aSoundLogIsFoundSound() throws {
        let test = try log()
        let result = try verify(test, anchor: test.head)
        #expect(result.isSound)
        #expect(result.count == 10)
        #expect(result.head == (try test.head))
        #expect(result.head.sequence == 10)
        #expect(try verify(TestStore()).isSound)
    }

    /// The chain recomputed from its description alone.
    @Test func theHashIsTheDocumentedOne() throws {
        let test = try log()
        try test.store.read { db in
            let header = try #require(try EventLog.read(EventFilter(limit: 1), in: db).first)
            let text = """
                {"action":"test.first","actor":"operator","commitment":"\(Hex.string(header.commitment))","instant":"1800000000000000",\
                "module":"kernel","module_version":"1.0.0","name":"test.happened","previous":"\(String(repeating: "0", count: 64))",\
                "records":[["kernel.enrolment","1"],["kernel.person","1"]],"sequence":"1","version":1}
                """
            #expect(String(decoding: try header.canonical(after: EventHeader.genesis), as: UTF8.self) == text)
            let stored = try Row.fetchOne(
                db,
                sql:
                    """
                    SELECT lower(hex(e.hash)) AS hash, lower(hex(p.salt)) AS salt, p.payload
                    FROM kernel_event e JOIN kernel_event_payload p ON p.event = e.sequence WHERE e.sequence = 1
                    """
            )
            #expect(stored?["hash"] == Hex.string(SHA256.hash(data: Array(text.utf8))))
            let salt = try #require(Hex.bytes(stored?["salt"] as String? ?? ""))
            let payload: String = try #require(stored?["payload"])
            #expect(header.commitment == Array(SHA256.hash(data: salt + Array(payload.utf8))))
        }
    }

    /// Every way to touch every column, and the first event that each must name.
    @Test(arguments: [
        ("UPDATE kernel_event SET instant = instant + 1 WHERE sequence = 4", EventLogFault.Kind.broken, 4),
        ("UPDATE kernel_event SET name = 'test.other' WHERE sequence = 1", .broken, 1),
        ("UPDATE kernel_event SET version = 2 WHERE sequence = 4", .broken, 4),
        ("UPDATE kernel_event SET action = 'x' WHERE sequence = 10", .broken, 10),
        ("UPDATE kernel_event SET actor = 'system' WHERE sequence = 4", .broken, 4),
        ("UPDATE kernel_event SET module = 'x' WHERE sequence = 4", .broken, 4),
        ("UPDATE kernel_event SET module_version = 'x' WHERE sequence = 4", .broken, 4),
        ("UPDATE kernel_event SET commitment = zeroblob(32) WHERE sequence = 4", .broken, 4),
        ("UPDATE kernel_event SET hash = zeroblob(32) WHERE sequence = 4", .broken, 4),
        ("DELETE FROM kernel_event WHERE sequence = 1", .missing, 1),
        ("DELETE FROM kernel_event WHERE sequence = 6", .missing, 6),
        ("DELETE FROM kernel_event WHERE sequence IN (5, 6, 7)", .missing, 5),
        (
            "INSERT INTO kernel_event SELECT 11, \(columns) FROM kernel_event WHERE sequence = 10",
            .broken, 11
        ),
        (
            "INSERT INTO kernel_event SELECT 0, \(columns) FROM kernel_event WHERE sequence = 1",
            .broken, 0
        ),
        (
            "UPDATE kernel_event SET sequence = -1 WHERE sequence = 3; "
                + "UPDATE kernel_event SET sequence = 3 WHERE sequence = 4; "
                + "UPDATE kernel_event SET sequence = 4 WHERE sequence = -1",
            .broken, 3
        ),
        (
            "DELETE FROM kernel_event WHERE sequence = 7; "
                + "UPDATE kernel_event SET sequence = sequence + 100 WHERE sequence > 7; "
                + "UPDATE kernel_event SET sequence = sequence - 101 WHERE sequence > 107",
            .broken, 7
        ),
        ("UPDATE kernel_event_record SET id = '99' WHERE event = 4 AND kind = 'kernel.person'", .broken, 4),
        ("UPDATE kernel_event_record SET kind = 'kernel.group' WHERE event = 4 AND kind = 'kernel.person'", .broken, 4),
        ("DELETE FROM kernel_event_record WHERE event = 4 AND kind = 'kernel.person'", .broken, 4),
        ("INSERT INTO kernel_event_record VALUES (4, 'kernel.person', '99')", .broken, 4),
        ("INSERT INTO kernel_event_record VALUES (40, 'kernel.person', '99')", .stray, 40),
        ("UPDATE kernel_event_payload SET payload = '{}' WHERE event = 4", .payloadChanged, 4),
        ("UPDATE kernel_event_payload SET payload = payload || ' ' WHERE event = 10", .payloadChanged, 10),
        ("UPDATE kernel_event_payload SET salt = zeroblob(32) WHERE event = 4", .payloadChanged, 4),
        ("UPDATE kernel_event_payload SET payload = NULL WHERE event = 4", .payloadMissing, 4),
        ("UPDATE kernel_event_payload SET payload = NULL, salt = NULL, erased_by = 9 WHERE event = 4", .payloadMissing, 4),
        ("UPDATE kernel_event_payload SET payload = NULL, salt = NULL, erased_by = 99 WHERE event = 4", .payloadMissing, 4),
        ("DELETE FROM kernel_event_payload WHERE event = 4", .payloadMissing, 4),
        ("INSERT INTO kernel_event_payload VALUES (40, zeroblob(32), '{}', NULL)", .stray, 40),
        (
            "UPDATE kernel_event_payload SET event = -1 WHERE event = 3; "
                + "UPDATE kernel_event_payload SET event = 3 WHERE event = 4; "
                + "UPDATE kernel_event_payload SET event = 4 WHERE event = -1",
            .payloadChanged, 3
        ),
    ]) func everyAttackIsFound(_ sql: String, _ kind: EventLogFault.Kind, _ sequence: Int) throws {
        let test = try log()
        try attack(test, sql)
        let first = try verify(test).faults.first
        #expect(first == EventLogFault(kind, Int64(sequence)), "\(sql)")
    }

    @Test func aLogThatWasCutOrMadeAnewIsFoundByItsAnchor() throws {
        let test = try log()
        let anchor = try test.head
        try attack(
            test,
            "DELETE FROM kernel_event WHERE sequence > 8; "
                + "DELETE FROM kernel_event_payload WHERE event > 8; "
                + "DELETE FROM kernel_event_record WHERE event > 8"
        )
        #expect(try verify(test).isSound)
        #expect(try verify(test, anchor: anchor).faults == [EventLogFault(.truncated, 10)])
        try test.store.write(durability: .normal) { db in
            var context = RunContext.test
            for _ in 0..<5 { _ = try EventLog.append(NewEvent("test.forged", payload: .null), action: "x", context: &context, in: db) }
        }
        #expect(try verify(test).isSound)
        #expect(try verify(test, anchor: anchor).faults == [EventLogFault(.notAnchored, 10)])
        #expect(try verify(test, anchor: EventAnchor(sequence: 0, hash: EventHeader.genesis)).isSound)
        #expect(try verify(test, anchor: EventAnchor(sequence: 0, hash: anchor.hash)).faults == [EventLogFault(.notAnchored, 0)])
    }

    @Test func anErasedPayloadIsReportedAsErased() throws {
        let test = try log()
        try test.store.write(durability: .full) { db in
            var context = RunContext.test
            let eraser = try EventLog.append(
                NewEvent(EventLog.erasure, records: [.event(4), .event(7)], payload: .null), action: "test", context: &context, in: db)
            try EventLog.erase(payloadsOf: [4, 7], by: eraser, in: db)
        }
        let result = try verify(test)
        #expect(result.isSound)
        #expect(result.erasures == [.init(sequence: 4, by: 11), .init(sequence: 7, by: 11)])
        #expect(try test.store.read { try EventLog.payload(of: 4, in: $0) } == nil)
        // An event that does not name it cannot have erased it.
        try attack(test, "UPDATE kernel_event_payload SET payload = NULL, salt = NULL, erased_by = 11 WHERE event = 5")
        #expect(try verify(test).faults == [EventLogFault(.payloadMissing, 5)])
    }

    @Test func readingFilters() throws {
        let test = try log()
        func sequences(_ filter: EventFilter) throws -> [Int64] {
            try test.store.read { try EventLog.read(filter, in: $0).map(\.sequence) }
        }
        #expect(try sequences(EventFilter()) == Array(1...10))
        #expect(try sequences(EventFilter(actor: .person(4))) == [4])
        #expect(try sequences(EventFilter(record: .person(1))) == [1, 4, 7, 10])
        #expect(try sequences(EventFilter(person: 2)) == [2, 5, 8])
        #expect(try sequences(EventFilter(action: "test.second", after: 7, limit: 2)) == [8, 9])
        let instant = Instant(seconds: 1_800_000_000)
        #expect(try sequences(EventFilter(since: instant)).count == 10)
        #expect(try sequences(EventFilter(until: instant)).isEmpty)
        #expect(try sequences(EventFilter(limit: 0)).isEmpty)
        #expect(try sequences(EventFilter(record: .offering("'; DROP TABLE kernel_event; --"))).isEmpty)
    }

    @Test func theSameSeedGivesTheSameLog() throws {
        let (a, b) = (try log().head, try log().head)
        #expect(a == b)
    }
}
