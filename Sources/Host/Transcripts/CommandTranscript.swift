public import Kernel

/// A transcript: commands as a person types them, and below each what it answers.
///
/// Lines that begin with `#` are a comment, `@ 2027-09-01T08:00:00Z` sets the clock, and a command is one of
///
/// - `$ kjerne WORDS`, with `'quoted words'`, and behind it any of `| head -n N`, `| tail -n N`, `| grep WORD`, `| grep -v WORD`;
/// - `$ cat > FILE <<END`, the file's lines, and `END`;
/// - `$ cp NAME FILE`, which takes a file that lies beside the transcript, in `files`.
///
/// What stands between a command and the next line of these kinds is the answer, with the exit code in brackets where it is not 0.
public struct CommandTranscript {
    /// A line that the transcript's format has no meaning for.
    public struct Misfit: ExplainedError, CustomStringConvertible {
        public var description: String
        public var kind: ErrorKind { .badInput }
        public var message: Text { Text(verbatim: description) }
        public var help: Text? { nil }
    }

    /// What one command answered.
    public struct Answer {
        var code: Int32
        var out: String
        var err: String

        public init(code: Int32, out: String, err: String) { (self.code, self.out, self.err) = (code, out, err) }
    }

    /// The instant at which a transcript begins.
    public static let start = "2027-08-16T08:00:00Z"

    /// One thing that the transcript does.
    private enum Step {
        case comment(String)
        case clock(String)
        case kjerne(line: String, words: [String], pipes: [[String]])
        case write(line: String, file: String, text: String)
        case copy(line: String, from: String, to: String)
    }

    private let steps: [Step]

    public init(_ text: String) throws {
        var steps: [Step] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        while let line = lines.popFirst() {
            if line.hasPrefix("#") {
                steps.append(.comment(line))
            } else if line.hasPrefix("@ ") {
                steps.append(.clock(String(line.dropFirst(2))))
            } else if line.hasPrefix("$ ") {
                let words = try Self.words(String(line.dropFirst(2)))
                switch words.first {
                case "kjerne":
                    let parts = words.dropFirst().split(separator: "|", omittingEmptySubsequences: false).map(Array.init)
                    steps.append(.kjerne(line: line, words: parts.first ?? [], pipes: Array(parts.dropFirst())))
                case "cat" where words.count == 4 && words[1] == ">" && words[3] == "<<END":
                    var held = ""
                    while let next = lines.popFirst(), next != "END" { held += next + "\n" }
                    steps.append(.write(line: line, file: words[2], text: held))
                case "cp" where words.count == 3: steps.append(.copy(line: line, from: words[1], to: words[2]))
                default: throw Misfit(description: "no such command: \(line)")
                }
            }
        }
        self.steps = steps
    }

    /// Runs the steps, and gives the transcript as it now reads.
    ///
    /// - Parameters:
    ///   - put: writes a file of the workspace.
    ///   - file: the text of a file that lies beside the transcript.
    ///   - perform: runs a command at an instant.
    public func run(
        put: (_ text: String, _ name: String) throws -> Void, file: (_ name: String) throws -> String,
        perform: (_ words: [String], _ now: String) throws -> Answer
    ) throws -> String {
        var text = ""
        var now = Self.start
        for step in steps {
            switch step {
            case .comment(let line): text += line + "\n"
            case .clock(let instant):
                now = instant
                text += "@ \(instant)\n"
            case .write(let line, let name, let held):
                try put(held, name)
                text += "\(line)\n\(held)END\n"
            case .copy(let line, let from, let to):
                try put(file(from), to)
                text += line + "\n"
            case .kjerne(let line, let words, let pipes):
                let answer = try perform(words, now)
                let code = answer.code == 0 ? "" : "(\(answer.code))\n"
                let shown = try pipes.reduce(answer.out + answer.err) { try Self.pipe($0, $1) }
                text += "\(line)\n\(shown)\(shown.isEmpty || shown.hasSuffix("\n") ? "" : "\n")\(code)\n"
            }
        }
        return text
    }

    /// The first line at which two transcripts differ, from 1, with what stands there in each; nil where they are the same.
    public static func difference(_ old: String, _ new: String) -> (line: Int, was: String, now: String)? {
        guard old != new else { return nil }
        let (before, after) = (
            old.split(separator: "\n", omittingEmptySubsequences: false), new.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let at = zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(before.count, after.count)
        return (at + 1, at < before.count ? String(before[at]) : "", at < after.count ? String(after[at]) : "")
    }

    private static func pipe(_ text: String, _ words: [String]) throws -> String {
        // Some answers end their lines in two characters, which count as one.
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        if lines.last == "" { lines.removeLast() }
        let kept: [String]
        if words.count == 3, words[1] == "-n", let count = Int(words[2]), words[0] == "head" {
            kept = Array(lines.prefix(count))
        } else if words.count == 3, words[1] == "-n", let count = Int(words[2]), words[0] == "tail" {
            kept = lines.suffix(count)
        } else if words.count == 2, words[0] == "grep" {
            kept = lines.filter { $0.contains(words[1]) }
        } else if words.count == 3, words[0] == "grep", words[1] == "-v" {
            kept = lines.filter { !$0.contains(words[2]) }
        } else {
            throw Misfit(description: "no such filter: \(words)")
        }
        return kept.map { $0 + "\n" }.joined()
    }

    /// Words as a shell divides them: single and double quotes hold a word together.
    private static func words(_ line: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { throw Misfit(description: "a quote is not closed: \(line)") }
        if let done = word { words.append(done) }
        return words
    }
}
