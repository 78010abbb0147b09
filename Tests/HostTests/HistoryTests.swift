import GRDB
import Kernel
import KernelTesting
import Testing

/// `history` tells each apply and what it changed; nothing that was applied is denied.
@Suite struct HistoryTests {
    @Test func oneApplyTellsWhatItChanged() throws {
        let lab = try RuntimeLab()
        try lab.session.edit("Config/kjerne.yaml", "time-zone: Europe/Oslo", "time-zone: Asia/Tokyo")
        let plan = try lab.ok("plan")
        try lab.ok("apply", "--yes")
        #expect(try lab.ok("history", "2") == plan)
        let json = try JSONValue(parsing: Array(lab.ok("history", "2", "--output", "json").utf8))
        #expect(json["format"]?.string == "kjerne.plan/1")
        #expect(json["changes"]?.array?.first?["path"]?.string == "workspace.time-zone", "\(json.compact)")
        #expect(try lab.ok("history", "1").contains("+ modules.lab\n"))
        #expect(try lab.ok("history", "2", "--output", "csv").contains("workspace.time-zone,changed,"))
        let unknown = lab.session.run("history", "9")
        #expect(unknown.code == 65, "\(unknown)")
        // What a plan tells of everyone is for administrators.
        #expect(lab.session.run("history", "2", "--as", "p1").code == 77)
    }

    @Test func whatWasUndoneToNothingIsStillTold() throws {
        let session = try Session(WorkspaceFixture())
        #expect(session.run("apply", "--yes").code == 0)
        #expect(session.run("undo", "1", "--yes").code == 0)
        let history = session.run("history")
        #expect(history.code == 0 && history.out.contains("2027-08-16"), "\(history)")
        #expect(session.run("history", "2").out.contains("- workspace"))
        // Back to nothing once more, by either way of saying so.
        #expect(session.run("apply", "--yes").code == 0)
        let back = session.run("undo", "2", "--to", "--yes")
        #expect(back.code == 0, "\(back)")
        #expect(session.run("apply", "--yes").code == 0)
        let again = session.run("undo", "5", "--yes")
        #expect(again.code == 0, "\(again)")
        #expect(session.run("history", "6").out.contains("- workspace"))
    }

    @Test func aSnapshotThatIsNotWhatWasAppliedIsRefused() throws {
        let lab = try RuntimeLab()
        try lab.session.edit("Config/kjerne.yaml", "time-zone: Europe/Oslo", "time-zone: Asia/Tokyo")
        try lab.ok("apply", "--yes")
        let before = try lab.everything()
        for sql in [
            "UPDATE kernel_blob SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Europe/Oslo', 'Africa/Cairo') AS BLOB)",
            "DELETE FROM kernel_blob",
        ] {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            let queue = try DatabaseQueue(path: lab.session.path + "/var/kjerne.sqlite", configuration: configuration)
            try queue.write { db in
                for trigger in try String.fetchAll(
                    db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'kernel_blob'")
                {
                    try db.execute(sql: "DROP TRIGGER \"\(trigger)\"")
                }
                try db.execute(sql: sql)
            }
            try queue.close()
            let refused = lab.session.run(["undo", "2", "--yes"], now: RuntimeLab.open)
            #expect(refused.code == 74 && refused.err.contains("as it was at apply 1"), "\(refused)")
            #expect(try lab.everything() == before)
        }
    }
}
