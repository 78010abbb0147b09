import Foundation
import Kernel
import KernelTesting
import Testing

/// `modules remove` writes what a module holds to a file, and deletes what it left.
@Suite struct ModulesRemoveTests {
    private func filled() throws -> (lab: RuntimeLab, thing: String) {
        let lab = try RuntimeLab()
        try lab.session.put("%PDF-one", "a.pdf")
        let thing = try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "canary", "--document", "a.pdf", by: "p1")
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "canary work", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        let verdict = try lab.make("lab.verdict.create", "--work", work, "--grade", "pass", "--reason", "fine", by: "t1")
        #expect(verdict == "1")
        return (lab, thing)
    }

    private func lines(_ lab: RuntimeLab, _ file: String) throws -> [JSONValue] {
        try String(contentsOfFile: lab.session.path + "/" + file, encoding: .utf8).split(separator: "\n").map {
            try JSONValue(parsing: Array($0.utf8))
        }
    }

    @Test func everyRecordAndFileIsWrittenBeforeAnythingGoes() throws {
        let (lab, _) = try filled()
        let shown = lab.session.run("modules", "remove", "lab", "--export", "lab.jsonl", "--dry-run")
        #expect(shown.code == 0 && !FileManager.default.fileExists(atPath: lab.session.path + "/lab.jsonl"), "\(shown)")
        let answer = lab.session.run("modules", "remove", "lab", "--export", "lab.jsonl")
        #expect(answer.code == 0, "\(answer.err)")
        #expect(answer.err.contains("lab.jsonl: 3 records, 1 file."))
        // A seal holds for the operator too, and that is said.
        #expect(answer.err.contains("fields: verdict.grade"), "\(answer.err)")
        let lines = try lines(lab, "lab.jsonl")
        try #require(lines.compactMap { $0["record"]?.string } == ["lab.thing", "lab.work", "lab.verdict"])
        #expect(lines[0]["fields"]?["text"]?.string == "canary")
        #expect(lines[2]["fields"]?["grade"] == nil && lines[2]["fields"]?["reason"]?.string == "fine")
        let file = try #require(lines.last { $0["file"] != nil })
        #expect(Data(base64Encoded: file["base64"]?.string ?? "").map { String(decoding: $0, as: UTF8.self) } == "%PDF-one")
        #expect(lines[0]["fields"]?["document"]?["sha256"]?.string == file["file"]?.string)
    }

    @Test func aFileThatCannotBeWrittenLeavesTheModuleWhereItIs() throws {
        let (lab, _) = try filled()
        let before = try String(contentsOfFile: lab.session.path + "/Config/kjerne.yaml", encoding: .utf8)
        #expect(lab.session.run("modules", "remove", "lab", "--export", "no/such/folder/lab.jsonl").code == 73)
        #expect(try String(contentsOfFile: lab.session.path + "/Config/kjerne.yaml", encoding: .utf8) == before)
    }

    @Test func whatIsLiveIsNotDeletedAndConsentIsAsked() throws {
        let (lab, thing) = try filled()
        #expect(lab.session.run("modules", "remove", "lab", "--purge", "--keep").code == 64)
        let first = lab.session.run("modules", "remove", "lab", "--purge", "--yes")
        #expect(first.code == 0 && first.err.contains("Nothing is deleted yet"), "\(first)")
        // Out of the files, and still live.
        let live = lab.session.run("modules", "remove", "lab", "--purge", "--yes")
        #expect(live.code == 77 && live.err.contains("is live"), "\(live)")
        #expect(try lab.show("lab.thing", thing, by: "p1") != nil)
        try lab.ok("apply", "--yes", "--lose-work")
        let before = try lab.everything()
        #expect(lab.session.run("modules", "remove", "lab", "--purge").code == 77)
        #expect(lab.session.run("modules", "remove", "lab", "--purge", "--dry-run").code == 0)
        #expect(lab.session.run("modules", "remove", "lab", "--purge", "--yes", "--as", "p1").code == 77)
        #expect(lab.session.run("modules", "remove", "labb", "--purge", "--yes").code == 65)
        #expect(try lab.everything() == before)
        #expect(lab.files().count == 1)
    }

    /// What is left out of an export since nobody may see it is named, and not counted.
    @Test func anExportCountsNoAnswersWithoutAName() throws {
        func told(_ people: [String]) throws -> String {
            let lab = try RuntimeLab()
            let round = try lab.make("lab.round.create", "--activity", "nord-h27/essay", "--name", "One", by: "t1")
            for person in people {
                let token = try lab.token("lab.answer", round, by: person)
                try lab.ok("do", "lab.answer.create", "--round", round, "--score", "4", "--token", token, "--as", person)
            }
            let answer = lab.session.run("modules", "remove", "lab", "--export", "lab.jsonl")
            #expect(answer.code == 0, "\(answer)")
            return answer.err
        }
        let (one, two) = (try told(["p1"]), try told(["p1", "p2"]))
        #expect(two == one && one.contains("0 records; not counted: answer."), "\(two)\n\(one)")
    }

    /// After it no byte of what was written is in the store's tables, the log holds, and what is left is told.
    @Test func nothingIsLeftButTheHeadersOfTheLog() throws {
        let (lab, _) = try filled()
        try lab.ok("modules", "remove", "lab")
        try lab.ok("apply", "--yes", "--lose-work")
        let answer = lab.session.run("modules", "remove", "lab", "--purge", "--yes", "--output", "csv")
        #expect(answer.code == 0, "\(answer.err)")
        let rows = answer.out.split(separator: "\r\n").map(String.init)
        #expect(
            rows.contains("deleted,lab.thing,1") && rows.contains("deleted,lab.work,1") && rows.contains("deleted,kernel.file,1"), "\(rows)"
        )
        #expect(rows.contains { $0.hasPrefix("left,kernel_event,") } && !rows.contains { $0.hasPrefix("left,lab_") }, "\(rows)")
        #expect(lab.files().isEmpty)
        #expect(try lab.texts("SELECT name FROM sqlite_schema WHERE name GLOB 'lab_*'").isEmpty)
        #expect(try lab.texts("SELECT payload FROM kernel_event_payload WHERE payload LIKE '%canary%'").isEmpty)
        for table in ["kernel_state", "kernel_deadline", "kernel_notice", "kernel_assignment"] {
            #expect(try lab.texts("SELECT count(*) FROM \(table) WHERE kind GLOB 'lab.*'") == ["0"])
        }
        let verified = lab.session.run("log", "--verify")
        #expect(verified.code == 0 && verified.out.contains("erased by event"), "\(verified)")
        // It can come back, as new.
        try lab.ok("modules", "enable", "lab@^1.0")
        try lab.ok("apply", "--yes")
        #expect(try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "new", by: "p1") == "1")
    }
}
