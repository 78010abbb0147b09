import Kernel
import Testing

/// Whatever a file holds, it is read or refused, and the reason is said.
struct ReaderLimitTests {
    private func fill(_ pattern: String, _ bytes: Int = 300_000) -> String { String(repeating: pattern, count: bytes / pattern.utf8.count) }

    @Test(arguments: ["[", "{a: ", "- ", "? ", "a: [", "[[", "[{a: ", "? ["]) func depth(_ pattern: String) {
        #expect(ids(read(fill(pattern))) == ["document/too-deep"])
    }

    @Test func depthIsExact() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        for path in ["a.yaml", "a.json"] {
            #expect(read(nested(64), path: path).isSound)
            #expect(ids(read(nested(65), path: path)) == ["document/too-deep"])
        }
        #expect(ids(read(fill("[", 300_000), path: "a.json")) == ["document/too-deep"])
        #expect(ids(read(fill("{\"a\":", 300_000), path: "a.json")) == ["document/too-deep"])
    }

    @Test func nodesAreCounted() {
        var limits = ReaderLimits()
        limits.nodes = 10
        #expect(read("[1, 2, 3, 4, 5, 6, 7, 8, 9]", limits: limits).isSound)
        #expect(ids(read("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", limits: limits)) == ["document/too-many-values"])
        #expect(ids(read("{a: 1, b: 2, c: 3, d: 4, e: 5}", limits: limits)) == ["document/too-many-values"])
        #expect(
            ids(read("{\"a\": 1, \"b\": 2, \"c\": 3, \"d\": 4, \"e\": 5}", path: "a.json", limits: limits)) == ["document/too-many-values"])
        #expect(ids(read("- &a [1, 2, 3]\n- *a\n- *a", limits: limits)) == ["document/too-many-values"])
    }

    @Test func bytesAreCounted() {
        var limits = ReaderLimits()
        limits.bytes = 8
        #expect(read("a: 12345", limits: limits).isSound)
        #expect(ids(read("a: 123456", limits: limits)) == ["document/too-large"])
        #expect(ids(read("[1, 23456]", path: "a.json", limits: limits)) == ["document/too-large"])
    }

    @Test func aliasesCostWhatTheyRepeat() {
        var limits = ReaderLimits()
        limits.aliasExpansion = 8
        #expect(read("- &a [1, 2, 3]\n- *a\n- *a", limits: limits).isSound)
        #expect(ids(read("- &a [1, 2, 3]\n- *a\n- *a\n- *a", limits: limits)) == ["yaml/alias-expansion"])
    }

    @Test func bombsAreDefused() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1)]\n" }
        #expect(ids(read(text)) == ["yaml/alias-expansion"])
    }

    @Test func anchorsAreCounted() {
        var limits = ReaderLimits()
        limits.anchors = 3
        #expect(read("- &a 1\n- &b 2\n- &c 3\n- &a 4", limits: limits).isSound)
        #expect(ids(read("- &a 1\n- &b 2\n- &c 3\n- &d 4", limits: limits)) == ["yaml/too-many-anchors"])
    }

    @Test(arguments: ["a: 1\n", "- *a\n", "?\n", "- !x y\n", "%FOO\n"]) func faultsAreCounted(_ pattern: String) {
        let found = ids(read(fill(pattern)))
        #expect(found.count == 101)
        #expect(found.last == "document/too-many-faults")
    }

    /// Texts that make libyaml slow, or that once did: each must come to an end with a document or a fault.
    ///
    /// Sizes are small here because
    /// debug builds are slow; the same patterns of 16 MiB were measured in a release build.
    @Test(arguments: [
        "\"", "'", "a\n", "\n", "\r", " ", "#\n", "#", "*a", "[a: b, ", "[\"a\": b, ", "k: |\n x\n\n\n", ": ", ":", ",", "&a ", "!!str ",
        "! ", "\t", "%TAG !a! b\n",
        "...\n", "---\n", "- !<", "[? ", "{? ", "a: >\n x\n\n", "- - a\n", "}", "]", "|", ">", "@", "`", "%", "\u{FEFF}", "æ", "😀\n",
        "{a: b, ", "'a': ", "? a\n: b\n", "\\", "\"\\\n",
    ]) func hostilePatternsEnd(_ pattern: String) {
        for prefix in ["", "a: ", "- ", "[", "{", "\"", "a: |\n ", "? "] {
            let result = read(prefix + fill(pattern, 60_000))
            #expect(result.document != nil || !result.diagnostics.isEmpty)
            let json = read(prefix + fill(pattern, 60_000), path: "a.json")
            #expect(json.document != nil || !json.diagnostics.isEmpty)
        }
    }

    @Test func longKeys() {
        #expect(ids(read(fill("k", 2_000) + ": 1")) == ["yaml/long-key"])
        #expect(read("? \"" + fill("k", 200_000) + "\"\n: 1").isSound)
    }

    /// Every prefix of a text, and every text without one byte or with one changed, is read or refused, with places inside the file.
    @Test(arguments: [
        "# é\na: [1, {b: \"x\\n\"}, 'y']\nc: &d |\n  t\n\n  u\ne: *d\n? f\n: - !!str 1\n  - ~\n",
        "{\"a\": [1.5e3, \"\\ud83d\\ude00\", true], \"b\": {\"c\": null}}\n",
    ]) func damagedTexts(_ text: String) {
        let bytes = Array(text.utf8)
        var damaged = (0...bytes.count).map { Array(bytes[..<$0]) }
        for position in bytes.indices {
            var without = bytes
            without.remove(at: position)
            damaged.append(without)
            for replacement in Array("\n\t :-[]{}\"'#&*!|>%@,?\\\u{0}".utf8) + [0x80, 0xC3, 0xFF] {
                var changed = bytes
                changed[position] = replacement
                damaged.append(changed)
            }
        }
        for bytes in damaged {
            for path in ["a.yaml", "a.json"] {
                let (file, result) = read(bytes, path: path)
                #expect(result.document != nil || result.diagnostics.contains { $0.severity == .error })
                for diagnostic in result.diagnostics {
                    for span in [diagnostic.span].compactMap({ $0 }) + diagnostic.labels.map(\.span) {
                        #expect(span.start >= .start && span.start <= span.end && Int(span.end.byte) <= bytes.count)
                        #expect(span.start == file.position(ofByte: Int(span.start.byte)))
                        #expect(span.end == file.position(ofByte: Int(span.end.byte)))
                    }
                }
            }
        }
    }
}
