/// A regular expression that is matched in time proportional to the text, whatever it holds.
///
/// The syntax is that of ECMA-262 in Unicode mode without backreferences and lookaround, as JSON Schema's `pattern`
/// asks for; it works on Unicode
/// scalars and is not anchored:
/// ```swift
/// try Pattern("^[a-z][a-z0-9]*$").matches("plf2027")   // true
/// try Pattern("é|ø").matches("brød")                    // true
/// ```
public struct Pattern: Sendable {
    /// The most Unicode scalars that a pattern may be written with.
    public static let longest = 10_000

    /// The pattern as it was written.
    public let source: String
    /// Shared, so that a pattern is small to hold and to pass on.
    private let compiled: Compiled
    var program: PatternProgram { compiled.program }

    private final class Compiled: Sendable {
        let program: PatternProgram
        init(_ program: PatternProgram) { self.program = program }
    }

    /// Reads and compiles a pattern.
    ///
    /// - Parameter source: at most `longest` scalars, and at most 50,000 instructions when its repetitions are written out.
    /// - Throws: `PatternError` with the part that is wrong.
    public init(_ source: String) throws(PatternError) {
        self.source = source
        guard source.utf8.count <= Self.longest * 4, source.unicodeScalars.count <= Self.longest else {
            throw .tooLarge(0..<source.unicodeScalars.count)
        }
        var parser = PatternParser(source)
        let node = try parser.parse()
        guard node.size(limit: PatternProgram.limit) <= PatternProgram.limit else { throw .tooLarge(0..<parser.scalars.count) }
        compiled = Compiled(PatternProgram(node))
    }

    /// Whether the pattern matches somewhere in the text.
    public func matches(_ text: String) -> Bool {
        var matcher = PatternMatcher(program)
        return matcher.matches(text) ?? false
    }
}
