import Testing

@testable import Kernel

@Suite struct SemanticVersionTests {
    /// The examples that semver.org gives beside its regular expression.
    private static let valid = [
        "0.0.4", "1.2.3", "10.20.30", "1.1.2-prerelease+meta", "1.1.2+meta", "1.1.2+meta-valid", "1.0.0-alpha", "1.0.0-beta",
        "1.0.0-alpha.beta",
        "1.0.0-alpha.beta.1", "1.0.0-alpha.1", "1.0.0-alpha0.valid", "1.0.0-alpha.0valid",
        "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay", "1.0.0-rc.1+build.1", "2.0.0-rc.1+build.123", "1.2.3-beta",
        "10.2.3-DEV-SNAPSHOT",
        "1.2.3-SNAPSHOT-123", "1.0.0", "2.0.0", "1.1.7", "2.0.0+build.1848", "2.0.1-alpha.1227", "1.0.0-alpha+beta",
        "1.2.3----RC-SNAPSHOT.12.9.1--.12+788",
        "1.2.3----R-S.12.9.1--.12+meta", "1.2.3----RC-SNAPSHOT.12.9.1--.12", "1.0.0+0.build.1-rc.10000aaa-kk-0.1", "1.0.0-0A.is.legal",
    ]
    private static let invalid = [
        "1", "1.2", "1.2.3-0123", "1.2.3-0123.0123", "1.1.2+.123", "+invalid", "-invalid", "-invalid+invalid", "-invalid.01", "alpha",
        "alpha.beta",
        "alpha.beta.1", "alpha.1", "alpha+beta", "alpha_beta", "alpha.", "alpha..", "beta", "1.0.0-alpha_beta", "-alpha.", "1.0.0-alpha..",
        "1.0.0-alpha..1", "1.0.0-alpha...1", "01.1.1", "1.01.1", "1.1.01", "1.2.3.DEV", "1.2-SNAPSHOT",
        "1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788",
        "1.2-RC-SNAPSHOT", "-1.0.3-gamma+b7718", "+justmeta", "9.8.7+meta+meta", "9.8.7-whatever+meta+meta",
    ]

    @Test(arguments: valid) func validVersionsRoundTrip(_ text: String) throws { #expect(try SemanticVersion(text).description == text) }

    @Test(arguments: invalid) func invalidVersionsAreRefused(_ text: String) {
        #expect(throws: StringFault.self) { try SemanticVersion(text) }
    }

    @Test(arguments: [
        ("", 0..<0), ("1", 1..<1), ("1.2", 3..<3), ("1.2.", 4..<4), ("v1.2.3", 0..<1), ("1.02.3", 2..<4), ("1.2.3-", 6..<6),
        ("1.2.3-a..b", 8..<9),
        ("1.2.3-01", 6..<8), ("1.2.3 ", 5..<6), ("1.2.3-é", 6..<8), ("1.2.3+a+b", 7..<8), ("1.x.3", 2..<3),
        ("99999999999999999999999.0.0", 0..<23),
        ("1.2.3.4", 5..<6),
    ])
    func faultsNameThePlace(_ text: String, _ range: Range<Int>) throws {
        let fault = try #require(throws: StringFault.self) { try SemanticVersion(text) }
        #expect(fault.range == range)
    }

    @Test func aHugeVersionIsRefusedAtOnce() throws {
        let fault = try #require(throws: StringFault.self) { try SemanticVersion("1.0.0-" + String(repeating: "a.", count: 1_000_000)) }
        #expect(fault.reason(.en) == "the version is longer than 256 characters")
    }

    /// Section 11, and the order of identifiers beyond it.
    @Test func precedence() throws {
        let ascending = try [
            "0.0.0-0", "0.0.0", "0.9.9", "1.0.0--", "1.0.0-0.a", "1.0.0-2", "1.0.0-10", "1.0.0-99999999999999999999",
            "1.0.0-100000000000000000000", "1.0.0-A",
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0",
            "1.0.1", "1.1.0", "1.2.0",
            "1.10.0", "2.0.0", "2.1.0", "2.1.1", "10.0.0",
        ].map { try SemanticVersion($0) }
        let words = try SemanticVersion("1.0.0--")
        for (i, a) in ascending.enumerated() where a != words {
            for (j, b) in ascending.enumerated() where b != words {
                #expect(a.precedes(b) == (i < j), "\(a) \(b)")
                #expect((a < b) == (i < j))
            }
        }
        #expect(try SemanticVersion("1.0.0-99").precedes(words))
        #expect(try words.precedes(SemanticVersion("1.0.0-A")))
    }

    @Test func buildMetadataHasNoPrecedence() throws {
        let (a, b) = (try SemanticVersion("1.0.0+a"), try SemanticVersion("1.0.0+b"))
        #expect(!a.precedes(b) && !b.precedes(a))
        #expect(a != b && a < b)
    }
}
