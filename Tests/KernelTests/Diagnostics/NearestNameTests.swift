import Kernel
import Testing

struct NearestNameTests {
    @Test(
        arguments: [
            ("nmae", ["id", "name", "requires"], "name"), ("Name", ["named", "name"], "name"), ("TITLE", ["title"], "title"),
            ("tilte", ["title", "tile"], "tile"),
            ("setings", ["settings"], "settings"), ("ab", ["ba"], "ba"), ("a", ["b"], "b"), ("abc", ["xyz"], nil),
            ("abcdef", ["abxxef"], "abxxef"), ("abcdef", ["axxxef"], nil),
            ("cat", ["bat", "car", "rat"], "bat"), ("", ["a"], nil), ("name", ["name"], nil), ("name", [], nil),
            ("læring", ["laering", "Læring"], "Læring"), ("ca", ["abc"], nil),
        ] as [(String, [String], String?)]) func suggestions(_ name: String, _ candidates: [String], _ expected: String?)
    {
        #expect(NearestName.suggestion(for: name, among: candidates) == expected)
        #expect(NearestName.suggestion(for: name, among: candidates.reversed()) == expected)
    }

    @Test func longNamesAreLeftAlone() {
        let long = String(repeating: "a", count: 65)
        #expect(NearestName.suggestion(for: long, among: [long + "b"]) == nil)
        #expect(NearestName.suggestion(for: String(long.dropLast()), among: [String(long.dropLast(2)) + "b"]) != nil)
        #expect(
            NearestName.suggestion(for: String(repeating: "x", count: 1_000_000), among: [String(repeating: "y", count: 1_000_000)]) == nil)
    }

    /// Beyond the candidates that are measured, a name that differs only in case is still found.
    @Test func manyCandidates() {
        let many = (0..<20_000).map { "name\($0)" } + ["TARGET"]
        #expect(NearestName.suggestion(for: "target", among: many) == "TARGET")
    }
}
