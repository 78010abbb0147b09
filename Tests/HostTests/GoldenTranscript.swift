import Foundation
import KjerneHost

/// A golden transcript of the repository, run in a session.
struct GoldenTranscript {
    private let transcript: CommandTranscript

    init(_ text: String) throws { transcript = try CommandTranscript(text) }

    /// Runs the steps, and gives the transcript as it now reads.
    ///
    /// - Parameter files: the folder that `$ cp` takes files from.
    func run(in session: Session, files: String) throws -> String {
        try transcript.run(
            put: { try session.put($0, $1) }, file: { try String(contentsOfFile: files + "/" + $0, encoding: .utf8) },
            perform: { words, now in
                let answer = session.run(words, now: now)
                return CommandTranscript.Answer(code: answer.code, out: answer.out, err: answer.err)
            })
    }
}
