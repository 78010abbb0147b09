import Kernel
import Testing

/// The places of keys and values.
struct SpanTests {
    static let samples: [String] = [
        "a: 1\n", "å: \"æøå x\" # ø\nb: [é, {c: d}]\n", "😀: x😀y\nz: [\"😀\", '😀😀', q]\n  # 😀\nlast: 😀 😀\n",
        "a:\n  - b\n  - c: d\n    e: |\n      tekst å\n        mer 😀\n\n\n# slutt\nf: >-\n  en\n  to\n",
        "? long key\n: - 1\n  - 2\n\n\n\ne:\n", "&a !!map {x: &b !!str y, z: *b}\n", "- |\n\n- >2\n    x\n- |+ # 😀\n\n\n- end",
        "plain\n  over\n  lines 😀\n  æ",
        "'quoted\n\n  over 😀 lines'", "- - - a\n    - b\n  - c\n- {}\n- []\n", "a:   \n  b:  \n\n  c:\n", "---\na: 1\n...\n# end\n",
        "%YAML 1.2\n# ø 😀\n---\nå: [😀]\n",
    ]

    /// Every sample with each end of line, with and without a byte order mark, and as part of a longer file.
    static let variants: [String] = samples.flatMap { sample in
        [sample, sample.replacing("\n", with: "\r\n"), sample.replacing("\n", with: "\r")].flatMap { [$0, "\u{FEFF}" + $0] }
    }

    /// Columns, UTF-16 columns and bytes of every start and end are those of a count from the start of the file.
    @Test(arguments: variants) func placesAreExact(_ text: String) throws {
        let (file, result) = read(Array(text.utf8))
        #expect(ids(result) == [])
        let root = try #require(result.document?.root)
        for span in spans(root) {
            #expect(span.start == file.position(ofByte: Int(span.start.byte)), "\(span)")
            #expect(span.end == file.position(ofByte: Int(span.end.byte)), "\(span)")
            #expect(span.start <= span.end)
        }
    }

    /// A child lies inside its parent, and after its elder sibling.
    @Test(arguments: variants) func spansNest(_ text: String) throws {
        func check(_ node: Node) {
            var last = node.span.start
            for (key, child) in node.map?.pairs.map({ (Optional($0.keySpan), $0.value) }) ?? (node.list ?? []).map({ (nil, $0) }) {
                if let key {
                    #expect(key.start >= last)
                    last = key.end
                }
                #expect(child.span.start >= last)
                #expect(child.span.end <= node.span.end)
                last = child.span.end
                check(child)
            }
        }
        check(try #require(read(Array(text.utf8)).result.document?.root))
    }

    @Test func textsOfSpans() throws {
        let text =
            "# note\ntitle: {nb: \"å æ\", en: x}  # c\nlist:\n- one\n- two  \n\n\n# comment\n"
            + "block: |\n  first\n  last 😀 \n\nempty:\nnext: !!int 5\n"
        let (file, result) = read(Array(text.utf8))
        let map = try #require(result.document?.root.map)
        func span(_ key: String) -> String { map[key].map { $0.span.text(in: file) } ?? "" }
        #expect(span("title") == "{nb: \"å æ\", en: x}")
        #expect(map["title"]?["nb"]?.span.text(in: file) == "\"å æ\"")
        #expect(span("list") == "- one\n- two")
        #expect(span("block") == "|\n  first\n  last 😀 ")
        #expect(span("empty") == "")
        #expect(map["empty"]?.span.start.column == 7)
        #expect(span("next") == "!!int 5")
        #expect(map.pair("block")?.keySpan.text(in: file) == "block")
    }

    @Test func jsonPlacesAreExact() throws {
        let text = "\u{FEFF}{\r\n \"æ😀\" : [1, \"😀\\n\", true ],\r\"b\":{ \"c\\u00e6\": null}\n ,\"d\":-1.5e3}\n"
        let (file, result) = read(Array(text.utf8), path: "a.json")
        let root = try #require(result.document?.root)
        #expect(spans(root).count == 12)
        for span in spans(root) {
            #expect(span.start == file.position(ofByte: Int(span.start.byte)), "\(span)")
            #expect(span.end == file.position(ofByte: Int(span.end.byte)), "\(span)")
        }
        #expect(root["d"]?.span.text(in: file) == "-1.5e3")
        #expect(root["b"]?.span.text(in: file) == "{ \"c\\u00e6\": null}")
    }

    /// An alias stands at its own place, what it holds where it was written.
    @Test func aliasesHaveTheirOwnPlace() throws {
        let root = try #require(read("a: &x {b: 1}\nc: *x\n").document?.root)
        #expect(root["c"]?.span.start.line == 2)
        #expect(root["c"]?["b"]?.span.start.line == 1)
    }
}
