import Kernel
import Testing

struct PatternTests {
    @Test(arguments: [
        ("a|bc", ["a", "xbcx"], ["b", ""]), ("^a|b$", ["ax", "xb"], ["xa", "bx"]), ("^(a|b)*c?$", ["", "abab", "c"], ["cc", "abx"]),
        ("^(?:ab){2,3}$", ["abab", "ababab"], ["ab", "abababab"]), ("^a{2,}$", ["aa", "aaaa"], ["a"]), ("^a{0}$", [""], ["a"]),
        ("^a+?b*?$", ["a", "aabb"], ["b"]), ("^(?<år>\\d{4})$", ["2027"], ["202"]), ("^[^a-c]$", ["d", "é", "\n"], ["a", "b", ""]),
        ("^[]$|^[^]$", ["a", "\n"], [""]), ("^[a\\-z\\]]+$", ["a-z]"], ["b"]), ("^[-a]+$", ["-a"], ["b"]), ("^[\\d-]+$", ["1-2"], ["a"]),
        ("^\\d\\D\\w\\W\\s\\S$", ["1a_- x"], ["aa_- x"]), ("^.$", ["a", "😀"], ["\n", "\r", "\u{2028}", "ab"]),
        ("^\\s$", ["\u{FEFF}", "\u{A0}", "\t"], ["\u{180E}"]),
        ("\\bcat\\b", ["a cat!", "cat"], ["cats", "concat"]), ("\\Ba", ["ba"], ["a b"]),
        ("^\\u00e5\\u{1F600}\\x41\\cJ\\t\\0$", ["å😀A\n\t\0"], ["x"]),
        ("^\\uD83D\\uDE00$", ["😀"], ["x"]), ("^\\p{Lu}\\p{L}+$", ["Ærlig", "Жук"], ["ærlig", "A1"]),
        ("^[\\p{Nd}\\P{L}]$", ["1", "-"], ["a"]),
        ("^\\p{General_Category=Uppercase_Letter}$", ["Ø"], ["ø"]), ("^[^\\p{L}]$", ["1"], ["a"]), ("a$", ["ba"], ["a\n"]),
        ("^\\.\\*\\/\\-$", [".*/-"], ["a"]),
        ("^(|a)(b|)$", ["", "a", "ab", "b"], ["ba"]), ("^(a*)*$", ["", "aaa"], ["b"]), ("(^a|b)c", ["ac", "xbc"], ["xac"]),
        ("", ["", "a"], []),
        ("é", ["é"], ["e\u{301}"]), ("^[🐲-🐴]$", ["🐳"], ["🐱"]), ("x*y*$", ["", "q"], []),
    ])
    func matchesAsECMAScriptDoes(_ source: String, _ matching: [String], _ other: [String]) throws {
        let pattern = try Pattern(source)
        for text in matching { #expect(pattern.matches(text), "\(source) on \(text.debugDescription)") }
        for text in other { #expect(!pattern.matches(text), "\(source) on \(text.debugDescription)") }
    }

    @Test(arguments: [
        ("a(b", 1..<2), ("a)", 1..<2), ("[a", 0..<1), ("*a", 0..<1), ("a**", 2..<3), ("^*", 0..<2), ("a{3,2}", 1..<6), ("a{", 1..<2),
        ("}", 0..<1), ("]", 0..<1),
        ("(?=a)", 0..<3), ("(?!a)", 0..<3), ("(?<=a)", 0..<4), ("(?<!a)", 0..<4), ("(a)\\1", 3..<5), ("\\k<a>", 0..<2), ("(?i:a)", 0..<3),
        ("\\", 0..<1), ("\\q", 0..<2),
        ("\\Z", 0..<2), ("\\u12", 0..<2), ("\\u{110000}", 0..<8), ("\\xG1", 0..<2), ("\\p{Foo}", 0..<7), ("\\p{Script=Latin}", 0..<16),
        ("\\pL", 0..<2), ("[b-a]", 1..<4),
        ("[\\d-z]", 1..<5), ("æ(?=a)", 1..<4), ("\\01", 0..<3), ("(?<1a>b)", 0..<5),
    ])
    func faultsAreRefusedWithTheirPlace(_ source: String, _ range: Range<Int>) {
        let error = #expect(throws: PatternError.self) { try Pattern(source) }
        #expect(error?.range == range, "\(source)")
    }

    @Test func repetitionsOfRepetitionsAreBounded() {
        for source in ["(a{1000}){1000}", "a{1000000000}", "((a{99}){99}){99}", "(a|b){60000,}", String(repeating: "a", count: 10_001)] {
            #expect(throws: PatternError.self) { try Pattern(source) }
        }
        #expect(throws: PatternError.self) { try Pattern(String(repeating: "(", count: 5000) + String(repeating: ")", count: 5000)) }
        #expect(throws: Never.self) { try Pattern("(a{100}){100}") }
    }

    /// Patterns that take a backtracking matcher for ever; here they end, because the text is read once.
    @Test(arguments: ["(a+)+$", "(a|aa)+$", "^(a|a)*$", "(a*)*b", "(.*)(.*)(.*)x", "a{0,50}a{0,50}c"])
    func attacksOnLongTextsEnd(_ source: String) throws {
        let text = String(repeating: "a", count: 200_000) + "!"
        #expect(try !Pattern(source).matches(text))
    }

    /// More states than are kept: the answer stays right when they are thrown away.
    @Test func forgettingStatesDoesNotChangeTheAnswer() throws {
        let pattern = try Pattern("^(a|b)*a(a|b){12}$")
        var random = SystemRandomNumberGenerator()
        for _ in 0..<4 {
            let letters = (0..<6_000).map { _ in Bool.random(using: &random) ? "a" : "b" }
            #expect(pattern.matches(letters.joined()) == (letters[letters.count - 13] == "a"))
        }
    }

    /// Random small patterns give the same answer as matching by definition.
    @Test func agreesWithTheDefinition() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let tree = Expression.random(depth: 3, &random)
            let pattern = try Pattern("^(?:" + tree.source + ")$")
            for _ in 0..<6 {
                let text = String((0..<Int.random(in: 0...5, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" })
                #expect(pattern.matches(text) == tree.ends(Array(text), from: 0).contains(text.count), "\(tree.source) on '\(text)'")
            }
        }
    }

    private indirect enum Expression {
        case letter(Character)
        case both(Expression, Expression)
        case either(Expression, Expression)
        case times(Expression, Int, Int?)

        static func random(depth: Int, _ random: inout SystemRandomNumberGenerator) -> Expression {
            switch depth == 0 ? 0 : Int.random(in: 0...3, using: &random) {
            case 0: return .letter(Bool.random(using: &random) ? "a" : "b")
            case 1: return .both(.random(depth: depth - 1, &random), .random(depth: depth - 1, &random))
            case 2: return .either(.random(depth: depth - 1, &random), .random(depth: depth - 1, &random))
            default:
                let least = Int.random(in: 0...2, using: &random)
                return .times(.random(depth: depth - 1, &random), least, Bool.random(using: &random) ? least + 1 : nil)
            }
        }

        var source: String {
            switch self {
            case .letter(let letter): String(letter)
            case .both(let a, let b): a.source + b.source
            case .either(let a, let b): "(?:\(a.source)|\(b.source))"
            case .times(let a, let least, let most): "(?:\(a.source)){\(least),\(most.map(String.init) ?? "")}"
            }
        }

        /// Where a match that begins at `start` may end.
        func ends(_ text: [Character], from start: Int) -> Set<Int> {
            switch self {
            case .letter(let letter): return start < text.count && text[start] == letter ? [start + 1] : []
            case .both(let a, let b): return Set(a.ends(text, from: start).flatMap { b.ends(text, from: $0) })
            case .either(let a, let b): return a.ends(text, from: start).union(b.ends(text, from: start))
            case .times(let a, let least, let most):
                var reached: Set<Int> = [start]
                var result: Set<Int> = least == 0 ? [start] : []
                for round in 1...(most ?? text.count + least + 1) {
                    reached = Set(reached.flatMap { a.ends(text, from: $0) })
                    if round >= least { result.formUnion(reached) }
                }
                return result
            }
        }
    }
}
