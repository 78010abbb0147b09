import Foundation
import GRDB
import Kernel
import Testing

/// `log --verify` by the command.
@Suite struct LogTests {
    @Test func aBrokenLogHasNoAnchor() throws {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        let sound = workspace.run("log", "--verify")
        #expect(sound.status == 0 && sound.output.contains("Anchor: 1:"))
        let queue = try DatabaseQueue(path: workspace.folder + "/var/kjerne.sqlite")
        try queue.write { db in
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \"\(trigger)\"")
            }
            try db.execute(sql: "UPDATE kernel_event SET name = 'kernel.configuration.undone'")
        }
        try queue.close()
        let broken = workspace.run("log", "--verify")
        #expect(broken.status == 1 && broken.output.contains("The log is broken.") && !broken.output.contains("Anchor"), "\(broken)")
        let json = try JSONValue(parsing: Array(workspace.run("log", "--verify", "--output", "json").output.utf8))
        #expect(json["sound"]?.bool == false && json["anchor"] == .null)
    }
}
