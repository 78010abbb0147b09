import GRDB
import Testing

@testable import Kernel

@Suite struct DeadlineStatusTests {
    private func list(
        _ store: RecordStore, _ instant: String, _ filter: DeadlineStatus.Filter = .init(), hidden: Set<Int64> = []
    ) throws -> [String] {
        try store.test.store.read { db in
            let deadlines = try DeadlineStatus.list(filter, store.index, at: try Instant(instant), in: db) { _, number, _ in
                !hidden.contains(number)
            }
            return try DeadlineTables.list(deadlines, filter: filter, in: db).rows.map { row in
                row[1...].map { $0.text(.en) }.joined(separator: " ")
            }
        }
    }

    @Test func whereADeadlineStands() throws {
        let store = try RecordStore()
        let (kari, ola) = (try store.paper(enrolment: 1), try store.paper(enrolment: 2))
        #expect(
            try list(store, "2027-09-20T00:00:00Z") == [
                "\(kari) kari grading Time to grade 2027-10-01T22:00:00Z running UH-loven § 11-7",
                "\(ola) ola grading Time to grade 2027-10-01T22:00:00Z running UH-loven § 11-7",
            ])
        try store.at("2027-09-20T10:00:00Z")
        try store.happen("trial.result.announced", "trial.paper", kari, state: "graded", transition: "grade")
        try store.at("2027-10-20T10:00:00Z")
        #expect(
            try list(store, "2027-10-20T00:00:00Z").map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
                "kari grading Time to grade 2027-10-01T22:00:00Z met UH-loven § 11-7",
                "ola grading Time to grade 2027-10-01T22:00:00Z overdue UH-loven § 11-7",
                "kari complaint Time to complain 2027-10-11T22:00:00Z overdue UH-loven § 11-10",
                "kari last-call last-call 2027-10-13T22:00:00Z overdue",
            ])
        try store.happen("trial.result.announced", "trial.paper", ola, state: "graded", transition: "grade")
        try store.happen("trial.paper.finish", "trial.paper", kari, state: "final", transition: "finish")
        let late = DeadlineStatus.Filter(state: .late)
        #expect(try list(store, "2027-10-20T12:00:00Z", late).map { $0.split(separator: " ")[1] } == ["ola"])
        #expect(try list(store, "2027-10-20T12:00:00Z", .init(state: .stopped)).count == 2)
        let key = try store.test.store.read { try Person.find("ola", in: $0)?.key }
        #expect(try list(store, "2027-10-20T12:00:00Z", .init(owner: key)).allSatisfy { $0.contains(" ola ") })
        #expect(try list(store, "2027-10-20T12:00:00Z", .init(kind: "trial.judgement")).isEmpty)
        #expect(try list(store, "2027-10-20T12:00:00Z", hidden: [kari]).allSatisfy { !$0.contains("kari") })
    }

    @Test func theStoreExplainsWhatItKeeps() throws {
        let store = try RecordStore()
        let paper = try store.paper()
        try store.happen("trial.result.announced", "trial.paper", paper, state: "graded")
        let computed = try store.test.store.read { try store.engine($0).explain("trial.paper", paper) }
        let kept = try store.test.store.read { try DeadlineExplanation.list("trial.paper", paper, in: $0) }
        #expect(kept == computed?.filter { $0.due != nil }.sorted { $0.name < $1.name })
        #expect(kept.map(\.name) == ["complaint", "grading", "last-call"])
    }

    @Test func anOwnerIsFoundThroughWhatLiesAbove() throws {
        let store = try RecordStore()
        let paper = try store.paper(enrolment: 2)
        try store.test.store.read { db in
            let owners = RecordOwnerFinder(store.index, in: db)
            let ola = try Person.find("ola", in: db)?.key
            #expect(try owners.find("trial.paper", paper) == ola)
            #expect(try owners.find("trial.paper", 99) == nil)
            #expect(try owners.find("trial.judgement", 1) == nil)
        }
    }
}
