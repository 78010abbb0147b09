import Testing

@testable import Kernel

struct CanonicalOrderTests {
    /// Names that share beginnings, that are short, and of which bytes and UTF-16 code units give different orders.
    static let names = [
        "", "a", "ab", "abc", "abcdefgh", "abcdefghi", "abcdefghj", "b", "é", "ø", "\u{FB33}", "\u{1F602}", "\u{E000}a", "\u{10000}a",
        "z\u{1F602}",
        "z\u{FFFD}", "nn", "nb", "en", "\u{0}", "a\u{0}", "a\u{0}b",
    ]

    @Test(arguments: 0...names.count) func isThatOfUTF16(_ count: Int) {
        let names = Array(Self.names.prefix(count).reversed())
        let order = CanonicalOrder.positions(count) { names[$0] }
        #expect(order.map { names[$0] } == names.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    }

    @Test func ofNodesIsThatOfTheirJSON() throws {
        let text = """
            {"b": [1, 2.5, true, null, {"nn": "ø", "nb": "\\n", "en": ""}], "a": {}, "𐀀": 1e3, "\u{FFFD}": [], "abcdefghi": {"y": 1, "x": -0.0}}
            """
        let root = try #require(JSONReader.read(SourceFile(id: .init(0), path: "", bytes: Array(text.utf8))).document?.root)
        var direct: [UInt8] = []
        try root.appendCanonical(to: &direct)
        #expect(String(decoding: direct, as: UTF8.self) == String(decoding: try root.json.canonical, as: UTF8.self))
    }
}
