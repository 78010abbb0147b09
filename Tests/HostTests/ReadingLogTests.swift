import Foundation
import Kernel
import Testing

/// Looking leaves a trace, the operator's too.
@Suite struct ReadingLogTests {
    @Test func whatIsLookedAtIsLogged() throws {
        let lab = try RuntimeLab()
        let thing = try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "abc", by: "p1")
        let path = lab.session.path + "/var/kjerne.sqlite.readings.jsonl"
        #expect(!FileManager.default.fileExists(atPath: path))
        try lab.ok("show", "lab.thing", thing)
        #expect(lab.session.run("show", "lab.thing", "99", "--as", "p2").code == 65)
        try lab.ok("list", "lab.thing", "--text", "abc", "--as", "t1")
        try lab.ok("report", "kernel.progress")
        try lab.ok("people", "show", "p1")
        // What shows nothing about anybody leaves nothing.
        try lab.ok("report")
        try lab.ok("report", "kernel.progress", "--describe")
        try lab.ok("modules", "list")
        let table = try lab.ok("log", "--readings", "--output", "csv").split(whereSeparator: \.isNewline).dropFirst()
        let rows = table.map { $0.split(separator: ",").dropFirst().filter { Int($0) == nil }.joined(separator: ",") }
        #expect(
            rows == [
                "operator,show lab.thing \(thing)", "person:p2,show lab.thing 99", "person:t1,list lab.thing",
                "operator,report kernel.progress",
                "operator,people show p1", "operator,log",
            ], "\(table)")
        #expect(lab.session.run("log", "--readings", "--as", "p1").code == 77)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    /// Who looked at which sealed answer would tell whose it was, after the closing too.
    @Test func theNumberOfWhatHasNoWriterIsNotLogged() throws {
        let school = try SchoolLab()
        let lab = school.lab
        let round = try school.round()
        let sitting = try lab.make("curriculum.sitting.create", "--round", round.round, "--kind", "before", by: "r1")
        let id = try lab.make(
            "curriculum.classification.create", "--sitting", sitting, "--vignette", round.vignettes[0], "--category", round.categories[2],
            by: "s01")
        #expect(try lab.show("curriculum.classification", id, by: "s01") != nil)
        let log = try String(contentsOfFile: lab.session.path + "/var/kjerne.sqlite.readings.jsonl", encoding: .utf8)
        #expect(log.contains(#"["show","curriculum.classification"]"#) && !log.contains(id), "\(log)")
    }

    @Test func aReadingThatCannotBeLoggedIsAnsweredAndSaid() throws {
        let lab = try RuntimeLab()
        let path = lab.session.path + "/var/kjerne.sqlite.readings.jsonl"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let answer = lab.session.run("list", "lab.thing")
        #expect(answer.code == 0 && answer.err.contains("could not be logged"), "\(answer)")
        try FileManager.default.removeItem(atPath: path)
        // A link would lead the line into another file.
        try lab.session.put("kept", "other.txt")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: lab.session.path + "/other.txt")
        #expect(lab.session.run("list", "lab.thing").err.contains("could not be logged"))
        #expect(try String(contentsOfFile: lab.session.path + "/other.txt", encoding: .utf8) == "kept")
        // A line that was cut is passed over.
        try FileManager.default.removeItem(atPath: path)
        try lab.session.put("{\"instant\": \"20", "var/kjerne.sqlite.readings.jsonl")
        #expect(lab.session.run("log", "--readings").code == 0)
    }
}
