import GRDB
import Kernel

/// Times `kernel.progress` of every participant and activity in a store.
enum ProgressBench {
    /// Lets every participant have begun or done two of three activities.
    static func make(_ path: String) throws {
        let store = try Store.open(at: path, access: .readWrite(create: false))
        try store.write(durability: .normal) { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO kernel_completion (enrolment, activity, status, since)
                    SELECT e.id, a.key, iif((e.id + a.position) % 3 = 0, 'started', 'done'), 1818403200000000 + e.id * 1000000
                    FROM kernel_enrolment e JOIN kernel_activity a ON a.offering = e.offering
                    WHERE e.role = 'participant' AND a.kind = 'reflection.note' AND (e.id + a.position) % 3 < 2
                    """)
        }
        try store.close()
    }

    /// Makes the report as the operator sees it.
    static func run(_ path: String, linked: LinkedModules) throws -> Int64 {
        let store = try Store.open(at: path, access: .readOnly)
        let live = try store.read { try LiveConfiguration.load($0, linked: linked) }
        guard let report = ReportCatalog(live).find("kernel.progress") else { throw Main.Faulty() }
        let context = RunContext(clock: .fixed(try Instant("2027-12-10T08:00:00Z")))
        let parameters = try Main.node("{}")
        let start = Main.now()
        let answer = try ReportRunner(live: live, store: store).run(report, parameters, context: context)
        let time = Main.now() - start
        guard !answer.table.rows.isEmpty else { throw Main.Faulty() }
        try store.close()
        return time
    }
}
