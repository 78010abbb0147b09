import Foundation
import GRDB
import Kernel
import Testing

/// `kjerne log`: who reads what, and how it is filtered.
@Suite struct LogTests {
    private func prepared() throws -> ShippedWorkspace {
        let workspace = try ShippedWorkspace()
        #expect(workspace.run("apply", "--yes").status == 0)
        try workspace.write(
            "id,given_name,family_name,email,organisation,role,language\nkari,Kari,Li,,,,nb\nola,Ola,Dal,,,,nb\nada,Ada,Berg,,,admin,nb\n",
            to: "people.csv")
        #expect(workspace.run("people", "import", "people.csv", now: "2027-08-17T08:00:00Z").status == 0)
        #expect(workspace.run("enrol", "storby-h27", "kari", now: "2027-08-18T08:00:00Z").status == 0)
        #expect(workspace.run("--as", "ada", "enrol", "storby-h27", "ola", now: "2027-08-19T21:30:00Z").status == 0)
        return workspace
    }

    /// The numbers of the events that a command shows.
    private func numbers(_ workspace: ShippedWorkspace, _ words: String...) throws -> [Int] {
        let result = workspace.run(["log"] + words + ["--output", "json"])
        #expect(result.status == 0, "\(words): \(result.errors)")
        return try (JSONValue(parsing: Array(result.output.utf8))["rows"]?.array ?? []).compactMap { $0.array?.first?.integer }
    }

    @Test func everyFilterIsReached() throws {
        let workspace = try prepared()
        #expect(try numbers(workspace) == [1, 2, 3, 4])
        #expect(try numbers(workspace, "--person", "kari") == [3])
        #expect(try numbers(workspace, "--person", "ada") == [4])
        #expect(try numbers(workspace, "--actor", "operator") == [1, 2, 3])
        #expect(try numbers(workspace, "--actor", "ada") == [4])
        #expect(try numbers(workspace, "--actor", "system") == [])
        #expect(try numbers(workspace, "--record", "kernel.enrolment:2") == [4])
        #expect(try numbers(workspace, "--record", "kernel.offering:storby-h27") == [3, 4])
        #expect(try numbers(workspace, "--event", "kernel.people.imported") == [2])
        #expect(try numbers(workspace, "--event", "kernel.enrolment.*", "--limit", "1") == [3])
        #expect(try numbers(workspace, "--action", "kernel.people.import") == [2])
        #expect(try numbers(workspace, "--after", "2") == [3, 4])
        #expect(try numbers(workspace, "--since", "2027-08-18T08:00:00Z") == [3, 4])
        #expect(try numbers(workspace, "--until", "2027-08-18T08:00:00Z") == [1, 2])
        // Days are those of the workspace: 23:30 in Norway.
        #expect(try numbers(workspace, "--since", "2027-08-19") == [4])
        #expect(try numbers(workspace, "--until", "2027-08-18") == [1, 2, 3])
        let csv = workspace.run("log", "--person", "kari", "--output", "csv")
        #expect(csv.output.split(separator: "\r\n").map { $0.split(separator: ",").first } == ["sequence", "3"])
        #expect(workspace.run("log", "--help").output.contains("kjerne log --person p0017 --since 2027-08-01"))
        for (words, status) in [
            (["--person", "karl"], 65), (["--actor", "nobody"], 65), (["--record", "kari"], 64), (["--since", "yesterday"], 64),
            (["--until", "2027-02-30"], 64), (["--anchor", "x", "--verify"], 64),
        ] as [([String], Int32)] { #expect(workspace.run(["log"] + words).status == status, "\(words)") }
    }

    @Test func aPersonSeesHerOwnAndNothingElse() throws {
        let workspace = try prepared()
        let own = workspace.run("--as", "ola", "log", "--output", "csv")
        #expect(own.status == 0)
        #expect(
            own.output.split(separator: "\r\n").dropFirst()
                == [
                    "4,2027-08-19T21:30:00Z,kernel.enrolment.created,kernel.enrolment.create,,kernel.enrolment:2 kernel.offering:storby-h27 kernel.person:2"
                ])
        #expect(try numbers(workspace, "--as", "ola", "--person", "ola") == [4])
        #expect(try numbers(workspace, "--as", "kari") == [3])
        #expect(try numbers(workspace, "--as", "ola", "--record", "kernel.offering:storby-h27") == [4])
        #expect(try numbers(workspace, "--as", "ola", "--actor", "operator") == [])
        for words in [
            ["--person", "kari"], ["--person", "karl"], ["--actor", "nobody"], ["--actor", "kari"], ["--actor", "ada"],
            ["--record", "kernel.person:1"],
            ["--record", "kernel.enrolment:1"],
            ["--record", "kernel.event:3"], ["--verify"],
        ] {
            let refused = workspace.run(["--as", "ola", "log"] + words)
            #expect(refused.status == 77 && refused.output.isEmpty, "\(words)")
        }
    }

    @Test func administratorsAndTheOperatorSeeAll() throws {
        let workspace = try prepared()
        #expect(try numbers(workspace, "--as", "ada") == [1, 2, 3, 4])
        #expect(try numbers(workspace, "--as", "ada", "--person", "kari") == [3])
        #expect(workspace.run("--as", "ada", "log", "--verify").status == 0)
        // What the operator did is there to be seen.
        #expect(workspace.run("--as", "ada", "log", "--actor", "operator", "--output", "csv").output.contains(",operator,"))
    }

    @Test func anAnchorShowsWhatWasCut() throws {
        let workspace = try prepared()
        let check = try JSONValue(parsing: Array(workspace.run("log", "--verify", "--output", "json").output.utf8))
        let anchor = try #require(check["anchor"]?.string)
        #expect(workspace.run("log", "--verify", "--anchor", anchor).status == 0)
        let later = "9" + anchor.dropFirst()
        let cut = workspace.run("log", "--verify", "--anchor", later)
        #expect(cut.status == 1 && cut.output.contains("the log ends before event 9"))
    }

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
