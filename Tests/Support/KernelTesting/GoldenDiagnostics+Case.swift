/// One golden file, taken apart.
struct GoldenCase {
    /// Why a golden file is none.
    struct Malformed: Error {
        let reason: String
    }

    private(set) var inputs: [GoldenDiagnostics.Input] = []
    private(set) var expected = ""
    /// Everything but the expected text: the lines up to and with its opening fence, and from its closing fence on.
    private var head: [Substring] = []
    private var tail: [Substring] = []

    init(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let title = lines.first, title.hasPrefix("# "), title.count > 2 else { throw Malformed(reason: "the first line is no title") }
        var hasSentence = false
        var hasExpected = false
        var at = 1
        while at < lines.count {
            let fence = lines[at].prefix { $0 == "`" }
            guard fence.count >= 3 else {
                if !lines[at].allSatisfy(\.isWhitespace) { hasSentence = true }
                at += 1
                continue
            }
            let words = lines[at].dropFirst(fence.count).split(separator: " ")
            guard let end = lines[(at + 1)...].firstIndex(of: fence) else { throw Malformed(reason: "a block is not closed") }
            let content = lines[(at + 1)..<end].map { $0 + "\n" }.joined()
            if words.first == "expected" {
                if hasExpected { throw Malformed(reason: "there are two expected texts") }
                hasExpected = true
                expected = content
                (head, tail) = (Array(lines[...at]), Array(lines[end...]))
            } else if let file = words.first(where: { $0.hasPrefix("file=") }) {
                let bytes = words.contains("escaped") ? try Self.unescaped(content) : Array(content.utf8)
                inputs.append(GoldenDiagnostics.Input(path: String(file.dropFirst(5)), bytes: bytes))
            } else {
                throw Malformed(reason: "a block is neither input (file=…) nor expected")
            }
            at = end + 1
        }
        if !hasSentence { throw Malformed(reason: "there is no sentence under the title") }
        if inputs.isEmpty { throw Malformed(reason: "there is no input") }
        if !hasExpected { throw Malformed(reason: "there is no expected text") }
    }

    /// The file with another expected text.
    func recording(_ actual: String) -> String {
        let body = actual.isEmpty || actual.hasSuffix("\n") ? actual : actual + "\n"
        return head.joined(separator: "\n") + "\n" + body + tail.joined(separator: "\n")
    }

    private static func unescaped(_ text: String) throws -> [UInt8] {
        var result: [UInt8] = []
        var rest = text[...]
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result += Array(String(character).utf8)
                continue
            }
            switch rest.popFirst() {
            case "n": result.append(0x0A)
            case "r": result.append(0x0D)
            case "t": result.append(0x09)
            case "\\": result.append(0x5C)
            case "\n": break
            case "x":
                guard let byte = UInt8(rest.prefix(2), radix: 16) else { throw Malformed(reason: "\\x needs two hexadecimal digits") }
                rest = rest.dropFirst(2)
                result.append(byte)
            case "u":
                guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"), let value = UInt32(rest[..<end], radix: 16),
                    let scalar = Unicode.Scalar(value)
                else { throw Malformed(reason: "\\u needs a code point in braces") }
                rest = rest[end...].dropFirst()
                result += Array(String(Character(scalar)).utf8)
            default: throw Malformed(reason: "unknown escape")
            }
        }
        return result
    }
}
