import Kernel
import Testing

struct JSONReaderTests {
    private func json(_ text: String) -> String { said(text, path: "a.json") }

    @Test(arguments: [
        (" [ ] ", "[]"), ("{}", "{}"), ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("1E+2", "100"), ("\"\"", "\"\""),
        ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\""),
        ("\"\\u0000\\u001f\"", "\"\\u0000\\u001f\""), ("\"\\uD834\\uDD1E\"", "\"𝄞\""),
        ("\"\u{7F}\u{2028}\u{FFFF}\"", "\"\u{7F}\u{2028}\u{FFFF}\""),
        ("\u{FEFF}true", "true"), ("{\"a\":{\"a\":[{\"a\":null}]}}", "{\"a\":{\"a\":[{\"a\":null}]}}"), ("1e400", "1e999"),
        ("9223372036854775807", "9223372036854775807"),
    ]) func sound(_ text: String, _ value: String) { #expect(json(text) == value) }

    @Test(arguments: [
        ("", "document/empty"), ("  ", "document/empty"), ("[1,]", "json/trailing-comma"), ("{\"a\":1,}", "json/trailing-comma"),
        ("[,1]", "json/missing-value"),
        ("[1 2]", "json/missing-comma"), ("[1", "json/unclosed-bracket"), ("{\"a\":1", "json/unclosed-bracket"),
        ("[1}", "json/unclosed-bracket"), ("[", "json/unclosed-bracket"),
        ("{\"a\" 1}", "json/missing-colon"), ("{\"a\":}", "json/missing-value"), ("{\"a\":", "json/missing-value"), ("{1:2}", "json/key"),
        ("{a:2}", "json/key"), ("'a'", "json/single-quote"),
        ("// a\n1", "json/comment"), ("1 /* a */", "json/comment"), ("# a", "json/comment"), ("01", "json/number"), ("+1", "json/number"),
        (".5", "json/number"), ("5.", "json/number"),
        ("-", "json/number"), ("1e", "json/number"), ("0x1", "json/text-after-value"), ("NaN", "json/number"), ("-Infinity", "json/number"),
        ("truE", "json/unquoted-text"),
        ("nullx", "json/unquoted-text"), ("yes", "json/unquoted-text"), ("\"a", "json/unclosed-quote"), ("\"a\\", "json/escape"),
        ("\"a\nb\"", "json/control-character"),
        ("\"\t\"", "json/control-character"), ("\"\\x41\"", "json/escape"), ("\"\\u12g4\"", "json/escape"), ("\"\\ud800\"", "json/escape"),
        ("\"\\ud800\\u0041\"", "json/escape"),
        ("\"\\udc00\\ud800\"", "json/escape"), ("\"\\uＡ\"", "json/escape"), ("1 2", "json/text-after-value"),
        ("[]]", "json/text-after-value"), ("\u{FEFF}\u{FEFF}1", "json/unquoted-text"),
        ("{\"a\":1,\"\\u0061\":2}", "document/duplicate-key"), ("\u{0}", "json/syntax"), ("\u{A0}1", "json/unquoted-text"),
    ]) func faults(_ text: String, _ id: String) { #expect(ids(read(text, path: "a.json")) == [id]) }

    /// A YAML reader takes any JSON text for the same value, where YAML has the same grammar.
    @Test(arguments: ["{\"a\": [1, -2.5, \"x\\ty\", true, null], \"b\": {}}", "[[[]]]", "\"\\u00e6\""]) func yamlAgrees(_ text: String) {
        #expect(json(text) == said(text))
    }
}
