import Foundation
import Kernel
import KernelTesting
import Testing

/// A concept round at a school of twelve, before and after, as the command line shows it: `Tests/Fixtures/curriculum/`.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the files are written anew, and the run fails.
@Suite struct TranscriptTests {
    private static func golden(_ text: String, _ name: String) throws {
        let file = WorkspaceFixture.root(#filePath) + "/Tests/Fixtures/curriculum/\(name)"
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: URL(filePath: file))
            Issue.record("recorded \(name)")
            return
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text, "\(name) is not what the golden file says")
    }

    @Test func aRoundOfTwelve() throws {
        let school = try SchoolLab()
        let session = school.lab.session
        var transcript = ""
        func say(_ words: String..., fails: Bool = false) throws {
            let answer = session.run(words, now: RuntimeLab.open)
            guard (answer.code != 0) == fails else { throw RuntimeLab.Failed(description: "\(words)\n\(answer.out)\(answer.err)") }
            let line = words.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
            // Numbers drawn at random are of several lengths.
            let shown = (answer.out + answer.err).replacing(#/[0-9]{9,}/#, with: "RANDOM").replacing(#/ {3,}Number/#, with: "  Number")
            transcript += "$ kjerne \(line)\n\(shown)\n"
        }
        let round = try school.round(vignettes: 6)
        try say("show", "curriculum.round", round.round, "--as", "s01")
        try school.sitting(round, "before", people: SchoolLab.staff, close: false) { person, vignette in
            (person * 5 + vignette * (person % 4 + 1)) % 3
        }
        // While the round is open there is nothing to see, whoever asks.
        try say("report", "curriculum.agreement", "--as", "r1")
        try say("list", "curriculum.classification")
        try say("do", "curriculum.sitting.close", "1", "--as", "r1")
        try school.sitting(round, "after", people: SchoolLab.staff) { person, vignette in
            person == 11 && vignette == 5 ? nil : (person + vignette) % 7 == 0 ? 1 : vignette % 3
        }
        try say("do", "curriculum.round.close", round.round, "--as", "s01", fails: true)
        try say("do", "curriculum.round.close", round.round, "--as", "r1")
        try say(
            "do", "curriculum.definition.create", "--concept", round.concept, "--edition", "1", "--level", "operational", "--text",
            "Pupils use what they know on something new", "--as", "s04")
        try say("do", "curriculum.dissent.create", "--definition", "1", "--text", "It also needs time", "--as", "s07")
        try say("do", "curriculum.definition.agree", "1", "--as", "r1")
        try say("list", "curriculum.dissent", "--as", "s01")
        try say("report", "curriculum.agreement", "--bootstrap-seed", "2027", "--as", "s01")
        try Self.golden(transcript, "concept-round.txt")
        let page = session.run(
            "report", "curriculum.agreement", "--bootstrap-seed", "2027", "--as", "r1", "--output", "html", "--lang", "nb",
            now: RuntimeLab.open)
        #expect(page.code == 0)
        try Self.golden(page.out, "concept-round.html")
    }
}
