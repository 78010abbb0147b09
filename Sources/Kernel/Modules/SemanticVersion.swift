/// A version by Semantic Versioning 2.0.0: `1.2.0`, `2.0.0-beta.1`, `1.0.0+build.5`.
///
/// The order is that of precedence (section 11). Versions that differ in build metadata alone have the same precedence; so that
/// sorting is deterministic, they are ordered by that text.
public struct SemanticVersion: Sendable, Hashable, Comparable {
    /// One part of a prerelease: a number or a word.
    enum Identifier: Sendable, Hashable, Comparable {
        /// Digits without leading zeros, of any length.
        case number(String)
        case word(String)

        var text: String {
            switch self {
            case .number(let text), .word(let text): text
            }
        }

        /// Numbers by size and before words, words by ASCII (section 11.4).
        static func < (a: Self, b: Self) -> Bool {
            switch (a, b) {
            case (.number(let x), .number(let y)): (x.utf8.count, x) < (y.utf8.count, y)
            case (.number, .word): true
            case (.word, .number): false
            case (.word(let x), .word(let y)): x < y
            }
        }
    }

    /// Each 0 to 999 999 999 999 999.
    public let major, minor, patch: Int
    /// Empty for a release.
    let prerelease: [Identifier]
    /// What stands after `+`; plays no part in precedence.
    public let build: String?

    static let largestNumber = 999_999_999_999_999

    init(_ major: Int, _ minor: Int, _ patch: Int, prerelease: [Identifier] = [], build: String? = nil) {
        self.major = major
        self.minor = minor
        self.patch = patch
        self.prerelease = prerelease
        self.build = build
    }

    /// Whether it is announced as not yet stable, such as `1.0.0-beta`.
    public var isPrerelease: Bool { !prerelease.isEmpty }

    /// Whether major, minor and patch are the same.
    func hasSameNumbers(as other: Self) -> Bool { (major, minor, patch) == (other.major, other.minor, other.patch) }

    /// Whether the version comes before the other one by section 11, which leaves build metadata out.
    public func precedes(_ other: Self) -> Bool {
        if !hasSameNumbers(as: other) { return (major, minor, patch) < (other.major, other.minor, other.patch) }
        if prerelease.isEmpty || other.prerelease.isEmpty { return !prerelease.isEmpty && other.prerelease.isEmpty }
        return prerelease.lexicographicallyPrecedes(other.prerelease)
    }

    public static func < (a: Self, b: Self) -> Bool {
        if a.precedes(b) { return true }
        return !b.precedes(a) && (a.build ?? "") < (b.build ?? "")
    }
}
