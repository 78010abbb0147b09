import GRDB
import Testing

@testable import Kernel

@Suite struct DueTests {
    private func find(_ store: RecordStore, _ instant: String) throws -> [String] {
        try store.test.store.read { db in
            try DueFinder(store.index, time: store.time, in: db).find(at: try Instant(instant))
                .map { "\($0.since) \($0.record.kind) \($0.record.number) \($0.transition)" }
        }
    }

    @Test func whatFellDueFirstComesFirst() throws {
        let store = try RecordStore()
        let (kari, ola) = (try store.paper(enrolment: 1), try store.paper(enrolment: 2))
        try store.at("2027-08-20T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", ola, state: "graded")
        #expect(try find(store, "2027-09-10T21:59:59Z").isEmpty)
        #expect(
            try find(store, "2027-09-10T22:00:00Z") == [
                "2027-09-10T22:00:00Z trial.paper \(kari) give-up", "2027-09-10T22:00:00Z trial.paper \(ola) finish",
            ])
        #expect(
            try store.test.store.read { db in
                try DueFinder(store.index, time: store.time, in: db).find("trial.paper", ola, at: try Instant("2027-10-10T22:00:00Z")).map(
                    \.transition)
            } == ["finish"])
        // Extended for one person, it is not due for her.
        try store.write { db in
            try db.execute(
                sql:
                    "INSERT INTO kernel_extension (kind, record, name, until, reason, event) VALUES ('kernel.enrolment', 1, 'essay.due', ?, 'ill', 1)",
                arguments: [try Instant("2027-09-20T22:00:00Z").microseconds])
        }
        #expect(try find(store, "2027-09-15T00:00:00Z") == ["2027-09-10T22:00:00Z trial.paper \(ola) finish"])
        // A complaint stops the limit.
        try store.at("2027-09-01T10:00:00Z")
        try store.happen("trial.complaint.made", "trial.paper", ola)
        #expect(try find(store, "2027-09-15T00:00:00Z").isEmpty)
    }

    @Test func conditionsOfSeveralPartsFallDueWithTheLastOrTheFirst() throws {
        func passed(_ path: String) -> Condition { .passed(.test(path)) }
        let children = Condition.children(record: "judgement", states: ["sealed"], count: .all, span: RecordType.nowhere)
        let cases: [(Condition, String?)] = [
            (.all([passed("agreed-day"), passed("called")]), "2027-09-05T10:00:00Z"),
            (.any([passed("agreed-day"), passed("called")]), "2027-09-01T22:00:00Z"),
            (.all([passed("called"), children]), "2027-09-05T10:00:00Z"),
            (.any([children, passed("activity.due")]), nil), (.all([passed("called"), passed("activity.due")]), nil),
        ]
        for (condition, since) in cases {
            let store = try RecordStore()
            try store.paper()
            try store.write {
                try $0.execute(
                    sql: "UPDATE trial_paper SET agreed_day = '2027-09-01', called = ?",
                    arguments: [try Instant("2027-09-05T10:00:00Z").microseconds])
            }
            var workflow = try #require(RecordStore.paper.workflow)
            workflow.transitions = [.test("go", from: ["draft"], to: "final", when: condition)]
            var module = ModuleDeclarations(module: "trial", version: "1.0.0")
            module.records = [RecordStore.paper.with(workflow: workflow)]
            let index = DeclarationIndex([module])
            let found = try store.test.store.read {
                try DueFinder(index, time: store.time, in: $0).find(at: try Instant("2027-09-07T00:00:00Z"))
            }
            #expect(found.map(\.since.description) == [since].compactMap { $0 })
        }
    }

    private struct No: ExplainedError {
        var kind: ErrorKind { .refused }
        var message: Text { Text(verbatim: "no") }
        var help: Text? { nil }
    }

    @Test func aPassGoesOnUntilNothingMoreFallsDue() throws {
        func candidate(_ number: Int64, _ since: Int = 0) throws -> DueCandidate {
            DueCandidate(
                record: .init(kind: "trial.paper", number: number), transition: "go", title: Text(verbatim: "go"),
                since: try #require(Instant(seconds: since)))
        }
        var open = [try candidate(1), try candidate(2), try candidate(3)]
        var steps: [String] = []
        let pass = try DuePass.run(
            find: { open },
            perform: { candidate in
                if candidate.record.number == 2 { throw No() }
                if candidate.record.number == 3 { return .passedOver }
                open.removeAll { $0 == candidate }
                if candidate.record.number == 1 { open.append(try self.next(4)) }
                return .done
            }, progress: { steps.append("\($0)/\($1)") })
        #expect(pass.entries.map(\.candidate.record.number) == [1, 2, 3, 4])
        #expect(pass.entries.map(\.outcome) == [.done, .refused(Text(verbatim: "no")), .passedOver, .done])
        #expect(steps == ["1/3", "2/3", "3/3", "1/1"])
        #expect(!pass.isUnfinished && pass.count { $0 == .done } == 2)
        #expect(DuePass.rehearse(find: { open }).entries.map(\.outcome) == [nil, nil])
        #expect(DeadlineTables.due(pass).rows.count == 4)
        // What falls due again and again ends.
        let circle = try DuePass.run(find: { [try candidate(1)] }, perform: { _ in .done })
        #expect(circle.isUnfinished && circle.entries.count == DuePass.mostRounds)
        #expect(throws: CancellationError.self) {
            try DuePass.run(find: { [try candidate(1)] }, perform: { _ in throw CancellationError() })
        }
    }

    /// What cannot be written is not refused: it waits, and so does what comes after it.
    @Test func aBusyStoreStopsThePass() throws {
        let open = [try next(1), try next(2), try next(3)]
        let busy = StoreError.busy(path: "var/kjerne.sqlite")
        let pass = try DuePass.run(
            find: { open },
            perform: { candidate in
                if candidate.record.number == 2 { throw busy }
                return .done
            })
        #expect(pass.entries.map(\.outcome) == [.done, .stopped(.busy, busy.message)])
        #expect(pass.stopped == .busy && !pass.isUnfinished && pass.count { $0 == .done } == 1)
        #expect(try DuePass.run(find: { [] }, perform: { _ in .done }).stopped == nil)
        #expect(DuePass.rehearse(find: { open }).stopped == nil)
        #expect(DuePass.Outcome.stopped(.busy, busy.message).text(.en).hasPrefix("not done yet: "))
    }

    private func next(_ number: Int64) throws -> DueCandidate {
        DueCandidate(
            record: .init(kind: "trial.paper", number: number), transition: "go", title: Text(verbatim: "go"),
            since: try #require(Instant(seconds: 9)))
    }
}
