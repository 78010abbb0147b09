import Kernel
import Testing

struct JSONValueTests {
    /// The vectors of RFC 8785, appendix B.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"), (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
            (0x44B5_2D02_C7E1_4AF6, "1e+23"), (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"),
            (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
            (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
            (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"),
            (0x3EB0_C6F7_A0B5_ED8D, "0.000001"), (0x41B3_DE43_5555_5553, "333333333.3333332"),
            (0x41B3_DE43_5555_5554, "333333333.33333325"),
            (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
            (0x41B3_DE43_5555_5557, "333333333.33333343"),
            (0xBECB_F647_612F_3696, "-0.0000033333333333333333"), (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]) func canonicalNumbers(_ bits: UInt64, _ text: String) throws
    {
        #expect(String(decoding: try JSONValue.number(Double(bitPattern: bits)).canonical, as: UTF8.self) == text)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity]) func canonicalRefusesWhatJSONCannotHold(_ number: Double) {
        #expect(throws: JSONValue.NotFinite.self) { try JSONValue.array([.object([("a", .number(number))])]).canonical }
    }

    /// Every double reads back from what is written, with no more digits than its shortest form.
    @Test func numbersReadBack() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let double = Double(bitPattern: generator.next())
            guard double.isFinite else { continue }
            let text = JSONValue.number(double).compact
            #expect(Double(text) == double)
            #expect(try JSONValue(parsing: Array(text.utf8)).double == double)
        }
    }

    /// The sorting vector of RFC 8785, section 3.2.3.
    @Test func canonicalOrder() throws {
        let text = """
            {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}
            """
        let canonical = String(decoding: try JSONValue(parsing: Array(text.utf8)).canonical, as: UTF8.self)
        let order = ["Carriage Return", "One", "Control", "Latin Small", "Euro Sign", "Emoji", "Hebrew"]
        let places = try order.map { try #require(canonical.firstRange(of: $0)?.lowerBound) }
        #expect(places == places.sorted())
        #expect(canonical.hasPrefix("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\""))
    }

    /// The literal example of RFC 8785, section 3.2.2.
    @Test func canonicalExample() throws {
        let text = """
            {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
             "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}
            """
        let expected = """
            {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}
            """
        #expect(String(decoding: try JSONValue(parsing: Array(text.utf8)).canonical, as: UTF8.self) == expected)
    }

    @Test func canonicalIgnoresTheOrderOfMembers() throws {
        var members = (0..<40).map { (key: "k\($0 * 7919 % 41)é", value: JSONValue.integer($0)) }
        let first = try JSONValue.object(members).canonical
        for _ in 0..<5 {
            members.shuffle()
            #expect(try JSONValue.object(members).canonical == first)
        }
    }

    @Test func canonicalIntegersAreDoubles() throws {
        #expect(try JSONValue.integer(.max).canonical == Array("9223372036854776000".utf8))
        for integer in [Int.min, -(1 << 53) - 1, 1 << 53, (1 << 53) + 1] {
            let (exact, double) = (try JSONValue.integer(integer).canonical, try JSONValue.number(Double(integer)).canonical)
            #expect(exact == double)
        }
    }

    @Test func layouts() {
        let value: JSONValue = .object([
            ("b", .array([.integer(1), .object([]), .array([])])), ("a", .string("\u{1}\u{1F}\u{7F}æ\u{2028}")),
        ])
        #expect(value.compact == "{\"b\":[1,{},[]],\"a\":\"\\u0001\\u001f\u{7F}æ\u{2028}\"}")
        #expect(value.pretty == "{\n  \"b\": [\n    1,\n    {},\n    []\n  ],\n  \"a\": \"\\u0001\\u001f\u{7F}æ\u{2028}\"\n}")
    }

    @Test func equalityFollowsTheValue() {
        let a: JSONValue = .object([("x", .integer(1)), ("y", .array([.null]))])
        let b: JSONValue = .object([("y", .array([.null])), ("x", .number(1))])
        #expect(a == b && a.hashValue == b.hashValue)
        #expect(a != .object([("x", .integer(1))]))
        #expect(a != .object([("x", .integer(1)), ("y", .array([]))]))
        #expect(JSONValue.integer(.max) != .number(0x1p63))
        #expect(JSONValue.array([.integer(1), .integer(2)]) != .array([.integer(2), .integer(1)]))
        #expect(JSONValue.string("1") != .integer(1))
    }

    @Test func parsingThrowsEveryFault() {
        let error = #expect(throws: DiagnosticsError.self) { try JSONValue(parsing: Array("{\"a\":1,\"a\":2,\"a\":3}".utf8)) }
        #expect(
            error?.diagnostics.sorted(
                in: {
                    var map = SourceMap(); _ = map.add(path: "", bytes: []); return map
                }()
            ).count == 2)
    }
}
