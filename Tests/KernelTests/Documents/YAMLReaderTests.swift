import Kernel
import Testing

struct YAMLReaderTests {
    @Test(arguments: [
        ("null", "null"), ("~", "null"), ("Null", "null"), ("NULL", "null"), ("nULL", "\"nULL\""), ("true", "true"), ("TRUE", "true"),
        ("tRUE", "\"tRUE\""),
        ("False", "false"), ("no", "\"no\""), ("yes", "\"yes\""), ("on", "\"on\""), ("y", "\"y\""), ("0", "0"), ("-0", "0"),
        ("0777", "777"), ("+7", "7"),
        ("0o17", "15"), ("0o18", "\"0o18\""), ("0x1F", "31"), ("0xg", "\"0xg\""), ("-0x1", "\"-0x1\""), ("0b1", "\"0b1\""),
        ("1_000", "\"1_000\""),
        ("12:30:00", "\"12:30:00\""), ("1.", "1"), (".5", "0.5"), ("-.5", "-0.5"), (".", "\".\""), ("-", "[null]"), ("+", "\"+\""),
        ("1e3", "1000"),
        ("1e", "\"1e\""), ("1.5E-3", "0.0015"), ("1.2.3", "\"1.2.3\""), (".e5", "\".e5\""), ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("9223372036854775808", "9223372036854776000"), ("2027-08-15", "\"2027-08-15\""),
        (".inf", "1e999"), ("-.INF", "-1e999"), (".NaN", "null"), ("+.nan", "\"+.nan\""), ("'1'", "\"1\""), ("\"true\"", "\"true\""),
        ("! 1", "\"1\""),
        ("!!str 1", "\"1\""), ("!!int \"5\"", "5"), ("!!float 5", "5"), ("!!null ''", "null"), ("!!bool TRUE", "true"),
        ("!!seq [1]", "[1]"),
        ("!!map {}", "{}"), ("! [1]", "[1]"), ("!<tag:yaml.org,2002:str> 1", "\"1\""), ("!!str", "\"\""),
    ]) func coreSchema(_ text: String, _ value: String) { #expect(said(text) == value) }

    /// Beyond 64 bits the double is the nearest, and the literal is kept.
    @Test(arguments: [
        "0x20000000000001", "0xFFFFFFFFFFFFFFFF", "0x100000000000008001", "0x10000000000000800", "0x8000000000000400", "0x8000000000000401",
    ])
    func hexadecimalsRoundCorrectly(_ literal: String) throws {
        let number = try #require(read(literal).document?.root.number)
        #expect(number.double == Double(literal))
        #expect(number.text == literal || number.text == number.integer.map { String($0) })
    }

    @Test func octalsRoundCorrectly() throws {
        let number = try #require(read("0o3777777777777777777777777").document?.root.number)
        #expect(number.double == 0x1p74)
        #expect(number.text == "0o3777777777777777777777777")
    }

    @Test func overflowKeepsItsLiteral() throws {
        let number = try #require(read("1e400").document?.root.number)
        #expect(number.double == .infinity)
        #expect(number.text == "1e400")
        #expect(number.integer == nil)
    }

    @Test(arguments: [
        ("1: a\ntrue: b\n0x10: c", "{\"1\":\"a\",\"true\":\"b\",\"0x10\":\"c\"}"), ("a: &k key\n*k : 1", "{\"a\":\"key\",\"key\":1}"),
        ("!!str null: 1", "{\"null\":1}"),
        ("<<: {a: 1}", "{\"<<\":{\"a\":1}}"), ("{a, b: 1}", "{\"a\":null,\"b\":1}"), ("[a: 1, b]", "[{\"a\":1},\"b\"]"),
        ("{\"a\":1}", "{\"a\":1}"),
        ("? a\n: 1", "{\"a\":1}"), ("a: |-\n  x\n   y\n", "{\"a\":\"x\\n y\"}"), ("&a a: *a", "{\"a\":\"a\"}"), ("\"\": 1", "{\"\":1}"),
        ("a: &x 1\nb: &x 2\nc: *x", "{\"a\":1,\"b\":2,\"c\":2}"),
    ]) func keysAndAliases(_ text: String, _ value: String) { #expect(said(text) == value) }

    @Test(arguments: [
        ("null: 1", "yaml/null-key"), ("!!null x: 1", "yaml/tag-mismatch"), ("*x : 1", "yaml/undefined-alias"),
        ("a: &a [*a]", "yaml/recursive-alias"),
        ("{?a: 1}", "yaml/misplaced-question-mark"), ("a: &b:c d", "yaml/anchor"), ("a: &\u{e6} d", "yaml/anchor"),
        ("a: 1\n---\n", "yaml/several-documents"),
        ("a: 1\n...\n%TAG ! x\n---\nb", "yaml/several-documents"), ("a\n... \n# c\n...\n", ""), ("%YAML 2.0\n---\na", "yaml/version"),
        ("%YAML\n---\na", "yaml/directive"),
        ("%YAML 1.2\n%YAML 1.2\n---\na", "yaml/directive"), ("%YAML 1.2\na: 1", "yaml/directive"), ("", "document/empty"),
        ("---\n", "document/empty"),
        ("---\n---\n", "document/empty yaml/several-documents"), ("\u{FEFF}", "document/empty"), ("a: 1\nb\nc: 2", "yaml/missing-colon"),
        ("a\nb: 1", "yaml/missing-colon"),
        ("- a\nb: 1", "yaml/indentation"), ("a: b: c", "yaml/second-colon"), ("[1, 2", "yaml/unclosed-bracket"),
        ("{a: 1", "yaml/unclosed-bracket"),
        ("a: [\n", "yaml/unclosed-bracket"), ("[a, b: {", "yaml/unclosed-bracket"),
        ("[a, }", "yaml/unclosed-bracket"), ("[a: b,", "yaml/unclosed-bracket"), ("a: }", "yaml/unopened-bracket"),
        ("[[a], [b: c], ,]", "yaml/missing-value"),
        ("a: 'x", "yaml/unclosed-quote"), ("a: \"x\n---\nb: 1", "yaml/unclosed-quote"), ("a: [x\n---\nb]", "yaml/unclosed-bracket"),
        ("[a, , b]", "yaml/missing-value"),
        ("a: !e!x y", "yaml/unknown-tag"), ("a: |\n  x\n bad\n", "yaml/indentation"), ("a: *", "yaml/anchor"),
        ("a: \"\\u12\"", "yaml/escape"),
        ("\"\\ud83d\\ude00\"", "yaml/escape"), ("a: |1x\n", "yaml/syntax"),
    ]) func faults(_ text: String, _ expected: String) {
        #expect(ids(read(text)).filter { $0 != "" }.joined(separator: " ") == expected)
    }

    @Test func emptyIsNullWhereAllowed() throws {
        var limits = ReaderLimits()
        limits.allowEmpty = true
        for text in ["", "# c\n", "---\n", "\u{FEFF}\r\n", "   "] {
            #expect(said(text, limits: limits) == "null")
            #expect(said(text, path: "a.json", limits: limits) == "null" || text.contains("#") || text.contains("-"))
        }
    }

    /// An explicit null is a value, not an empty file.
    @Test(arguments: ["null", "~", "--- ~"]) func explicitNull(_ text: String) { #expect(said(text) == "null") }

    /// An unclosed bracket is shown where it opens, whatever stands between it and the end.
    @Test(arguments: ["[", "[a", "[a,", "[a, [b, {c: d}], ", "[a: b, c: ", "[&x a, !!str b,", "[\"[\", '{', # [\n a,\n"])
    func unclosedBracketsAreShownWhereTheyOpen(_ text: String) {
        for prefix in ["", "k: ", "k: &anchor ", "- !!seq ", "æ😀: "] {
            let result = read(prefix + text)
            #expect(ids(result) == ["yaml/unclosed-bracket"])
            #expect(result.diagnostics.first?.span.map { Int($0.start.byte) } == prefix.utf8.count, "\(prefix + text)")
        }
    }

    @Test func faultsAreReportedTogether() {
        let result = read("a: 1\na: 2\nb: *x\nc: !t 1\n~: 3\nd: [1")
        #expect(
            ids(result) == ["document/duplicate-key", "yaml/undefined-alias", "yaml/unknown-tag", "yaml/null-key", "yaml/unclosed-bracket"])
        #expect(result.document == nil)
        #expect(!result.isSound)
    }

    /// Of equal keys the document holds the first, so that other checks can go on.
    @Test func documentBesideErrors() {
        let result = read("a: 1\na: 2\nb: 3")
        #expect(result.document?.root.json.compact == "{\"a\":1,\"b\":3}")
        #expect(!result.isSound)
    }

    @Test(arguments: [3, 11, 12, 13, 40]) func duplicateKeysInMapsOfAnySize(_ count: Int) {
        let lines = (0..<count).map { "key\($0): \($0)\n" }.joined()
        for repeated in [0, count / 2, count - 1] {
            let result = read(lines + "key\(repeated): x\nkey\(repeated): y\n")
            #expect(ids(result) == ["document/duplicate-key", "document/duplicate-key"])
            #expect(result.diagnostics.allSatisfy { Int($0.labels[0].span.start.line) == repeated + 1 })
            let map = result.document?.root.map
            #expect(map?.count == count)
            #expect(map?["key\(repeated)"]?.integer == repeated)
        }
    }

    @Test func badUTF8HasAnExactPlace() throws {
        let bytes = Array("\u{FEFF}a: 1\r\n😀å: ".utf8) + [0xE5] + Array("x\n".utf8)
        let span = try #require(read(bytes).result.diagnostics.first?.span)
        #expect(span.start == SourcePosition(line: 2, column: 5, byte: 17, utf16: 6))
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xFF], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]])
    func malformedBytesAreRefused(_ bad: [UInt8]) {
        for path in ["a.yaml", "a.json"] {
            for padding in 0..<9 {
                let bytes = [UInt8](repeating: 0x22, count: 1) + [UInt8](repeating: 0x61, count: padding) + bad + [0x22]
                let result = read(bytes, path: path).result
                #expect(ids(result) == ["document/not-utf8"])
                #expect(result.diagnostics[0].span.map { Int($0.start.byte) } == padding + 1)
            }
        }
    }

    @Test(arguments: [0x00, 0x01, 0x07, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF] as [UInt32]) func forbiddenCharacters(
        _ value: UInt32
    ) throws {
        let scalar = try #require(Unicode.Scalar(value))
        for padding in 0..<9 {
            let result = read("\"" + String(repeating: "a", count: padding) + String(Character(scalar)) + "\"")
            #expect(ids(result) == ["document/forbidden-character"])
            #expect(result.diagnostics[0].span.map { Int($0.start.column) } == padding + 2)
        }
    }

    @Test(arguments: [0x09, 0x20, 0x7E, 0xA0, 0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0x10000, 0x10FFFF] as [UInt32]) func allowedCharacters(
        _ value: UInt32
    ) throws {
        let text = "x" + String(Character(try #require(Unicode.Scalar(value)))) + "y"
        #expect(read("\"\(text)\"").document?.root.string == text)
    }

    @Test func otherEncodings() {
        for bytes in [
            [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x3A, 0], [0, 0x61, 0, 0x3A], [0x61, 0, 0, 0], [0, 0, 0xFE, 0xFF],
        ] as [[UInt8]] {
            #expect(ids(read(bytes).result) == ["document/encoding"])
            #expect(ids(read(bytes, path: "a.json").result) == ["document/encoding"])
        }
    }
}
