import Foundation
import Kernel
import Testing

/// Files that people hand in.
@Suite struct FileFieldTests {
    @Test func whatIsTooLargeOrOfAnotherKindIsRefused() throws {
        let lab = try RuntimeLab()
        try lab.session.put("%PDF-" + String(repeating: "x", count: 1000), "large.pdf")
        try lab.session.put("GIF89a", "picture.pdf")
        for (path, fault) in [
            ("large.pdf", "input/file-too-large"), ("picture.pdf", "input/file-type"), ("none.pdf", "input/unreadable-file"),
        ] {
            let before = try lab.everything()
            let answer = lab.act("lab.thing.create", "--offering", "nord-h27", "--document", path)
            #expect(answer.code == 65)
            #expect(answer.err.contains(fault), "\(answer.err)")
            #expect(try lab.everything() == before)
        }
        #expect(lab.files().isEmpty)
    }

    /// Whoever opens a file goes by its name, so that a name that says something else is refused where both kinds are allowed.
    @Test func aNameAndWhatItNamesAgree() throws {
        let lab = try RuntimeLab()
        try lab.session.put("only words", "fake.pdf")
        try lab.session.put("%PDF-one", "fake.TXT")
        try lab.session.put("%PDF-one", "plain")
        for (path, said) in [("fake.pdf", "application/pdf"), ("fake.TXT", "text/plain")] {
            let answer = lab.act("lab.thing.create", "--offering", "nord-h27", "--document", path)
            #expect(answer.code == 65 && answer.err.contains("input/file-type"), "\(answer.err)")
            #expect(answer.err.contains("but its name says \(said)"), "\(answer.err)")
        }
        #expect(lab.files().isEmpty)
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--document", "plain")
    }

    @Test func aFileLiesUnderItsDigestOnce() throws {
        let lab = try RuntimeLab()
        try lab.session.put("%PDF-one", "a.pdf")
        try lab.session.put("%PDF-one", "b.pdf")
        let first = try lab.make(
            "lab.thing.create", "--offering", "nord-h27", "--document", "a.pdf", "--papers", "a.pdf", "--papers", "b.pdf")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--document", "b.pdf")
        #expect(lab.files().count == 1)
        #expect(try lab.texts("SELECT count(*) FROM kernel_file") == ["1"])
        try lab.ok("show", "lab.thing", first, "--save", "document=out.pdf")
        #expect(try String(contentsOfFile: lab.session.path + "/out.pdf", encoding: .utf8) == "%PDF-one")
    }

    @Test func aFileThatIsLostOrChangedOnDiskIsNotGivenOut() throws {
        let lab = try RuntimeLab()
        try lab.session.put("%PDF-one", "a.pdf")
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--document", "a.pdf")
        let file = "var/files/" + (try #require(lab.files().first))
        try lab.session.put("%PDF-two", file)
        #expect(lab.session.run("show", "lab.thing", id, "--save", "document=out.pdf").code == 74)
        try FileManager.default.removeItem(atPath: lab.session.path + "/" + file)
        #expect(lab.session.run("show", "lab.thing", id, "--save", "document=out.pdf").code == 74)
        #expect(!FileManager.default.fileExists(atPath: lab.session.path + "/out.pdf"))
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--document", "a.pdf")
        try lab.ok("show", "lab.thing", id, "--save", "document=out.pdf")
    }

    @Test func whatAFailedActBroughtIsSweptAway() throws {
        let lab = try RuntimeLab()
        try lab.session.put("%PDF-one", "a.pdf")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--number", "1")
        // A later check fails: the number is taken; and a rehearsal.
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--number", "1", "--document", "a.pdf").code == 77)
        #expect(lab.files().isEmpty)
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--document", "a.pdf", "--dry-run").code == 0)
        #expect(lab.files().isEmpty)
        // The same file is there already: a failure does not take it from who has it.
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--document", "a.pdf")
        #expect(lab.act("lab.thing.create", "--offering", "nord-h27", "--number", "1", "--document", "a.pdf").code == 77)
        #expect(lab.files().count == 1)
    }
}
