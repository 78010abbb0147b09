/// Which versions fit: `^1.2`, `~1.2.3`, `>=1.0 <2.0`, `1.x || ^3.0`, `*`.
///
/// | written | fits |
/// |---|---|
/// | `1.2.3`, `=1.2.3` | that version |
/// | `1.2`, `1.2.x`, `1`, `1.x` | what begins so |
/// | `*` | every release |
/// | `^1.2.3` | from 1.2.3, below the next change of the first number that is not zero: `^0.2.3` stays below 0.3.0 |
/// | `~1.2.3` | from 1.2.3, below 1.3.0; `~1` stays below 2.0.0 |
/// | `>1.2` `>=1.2` `<1.2` `<=1.2` | compared with all that begins so: `>1.2` begins at 1.3.0, `<=1.2` goes up to 1.3.0 |
/// | `A B` | both; `A \|\| B`: one of them |
///
/// A prerelease fits only where a comparator of the same alternative names a prerelease of the very same three numbers: `>=1.0.0`
/// and `*` do not let `2.0.0-beta` in, `^2.0.0-alpha` does. Whoever takes one part of the unstable wants that part, not all of it.
/// Build metadata plays no part. These are the rules of npm's `semver`, without hyphen ranges.
public struct VersionRange: Sendable, Hashable {
    enum Operator: String, Sendable, Hashable {
        case caret = "^"
        case tilde = "~"
        case greater = ">"
        case greaterOrEqual = ">="
        case less = "<"
        case lessOrEqual = "<="
        case equal = ""
    }

    /// A version of which the last numbers may be left open; minor is nil only if patch is.
    struct Partial: Sendable, Hashable {
        var major: Int?
        var minor: Int?
        var patch: Int?
        var prerelease: [SemanticVersion.Identifier] = []
    }

    /// A comparator as it was written.
    struct Term: Sendable, Hashable {
        var comparison: Operator
        var version: Partial
    }

    /// One bound that a term stands for.
    struct Comparator: Sendable, Hashable {
        enum Relation: Sendable { case less, lessOrEqual, equal, greaterOrEqual, greater }

        var relation: Relation
        var bound: SemanticVersion

        init(_ relation: Relation, _ bound: SemanticVersion) {
            self.relation = relation
            self.bound = bound
        }

        func contains(_ version: SemanticVersion) -> Bool {
            switch relation {
            case .less: version.precedes(bound)
            case .lessOrEqual: !bound.precedes(version)
            case .equal: !bound.precedes(version) && !version.precedes(bound)
            case .greaterOrEqual: !version.precedes(bound)
            case .greater: bound.precedes(version)
            }
        }
    }

    /// Alternatives of terms that all must hold.
    let alternatives: [[Term]]
    private let comparators: [[Comparator]]

    /// The range that every release fits.
    public static let any = VersionRange([[Term(comparison: .equal, version: Partial())]])

    init(_ alternatives: [[Term]]) {
        self.alternatives = alternatives
        comparators = alternatives.map { $0.flatMap(\.comparators) }
    }

    /// Whether the version fits.
    public func contains(_ version: SemanticVersion) -> Bool {
        comparators.contains { all in
            guard all.allSatisfy({ $0.contains(version) }) else { return false }
            return !version.isPrerelease || all.contains { $0.bound.isPrerelease && $0.bound.hasSameNumbers(as: version) }
        }
    }
}

extension VersionRange.Term {
    /// The bounds that the term stands for; none where every version fits.
    fileprivate var comparators: [VersionRange.Comparator] {
        guard let first = version.first else {
            let nothing = SemanticVersion(0, 0, 0).lowestPrerelease
            return comparison == .greater || comparison == .less ? [.init(.less, nothing)] : []
        }
        let next = version.afterAll(from: first)
        let isExact = version.patch != nil
        switch comparison {
        case .equal: return isExact ? [.init(.equal, first)] : [.init(.greaterOrEqual, first), .init(.less, next.lowestPrerelease)]
        case .greaterOrEqual: return [.init(.greaterOrEqual, first)]
        case .greater: return [isExact ? .init(.greater, first) : .init(.greaterOrEqual, next)]
        case .less: return [.init(.less, isExact ? first : first.lowestPrerelease)]
        case .lessOrEqual: return [isExact ? .init(.lessOrEqual, first) : .init(.less, next.lowestPrerelease)]
        case .tilde:
            let end = version.minor == nil ? next : SemanticVersion(first.major, first.minor + 1, 0)
            return [.init(.greaterOrEqual, first), .init(.less, end.lowestPrerelease)]
        case .caret: return [.init(.greaterOrEqual, first), .init(.less, version.nextBreaking(from: first).lowestPrerelease)]
        }
    }
}

extension VersionRange.Partial {
    /// The lowest release that begins so; nil for `*`.
    fileprivate var first: SemanticVersion? {
        major.map { SemanticVersion($0, minor ?? 0, patch ?? 0, prerelease: prerelease) }
    }

    /// The first release after all that begin so.
    fileprivate func afterAll(from first: SemanticVersion) -> SemanticVersion {
        if minor == nil { return SemanticVersion(first.major + 1, 0, 0) }
        if patch == nil { return SemanticVersion(first.major, first.minor + 1, 0) }
        return SemanticVersion(first.major, first.minor, first.patch + 1)
    }

    /// The release at which the first number changes that is not zero, or the last that is written.
    fileprivate func nextBreaking(from first: SemanticVersion) -> SemanticVersion {
        if first.major > 0 || minor == nil { return SemanticVersion(first.major + 1, 0, 0) }
        if first.minor > 0 || patch == nil { return SemanticVersion(0, first.minor + 1, 0) }
        return SemanticVersion(0, 0, first.patch + 1)
    }
}

extension SemanticVersion {
    /// The version before all others with these three numbers.
    fileprivate var lowestPrerelease: SemanticVersion { SemanticVersion(major, minor, patch, prerelease: [.number("0")]) }
}
