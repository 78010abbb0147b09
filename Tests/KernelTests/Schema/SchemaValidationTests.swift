import Foundation
import Kernel
import Testing

struct SchemaValidationTests {
    /// Every value of `Tests/Fixtures/schema/cases.yaml` gets the answer that the file says.
    @Test func everyKeywordDecidesAsTheTableSays() throws {
        let root = #filePath.components(separatedBy: "/Tests/")[0]
        let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/Tests/Fixtures/schema/cases.yaml"))
        let cases = try #require(try SchemaTesting.node(String(decoding: bytes, as: UTF8.self)).list)
        #expect(cases.count >= 45)
        for item in cases {
            let name = item["case"]?.string ?? "?"
            let compiled = Schema.compile(try #require(item["schema"]))
            guard let schema = compiled.schema else {
                Issue.record("\(name): refused, \(compiled.diagnostics.map { $0.message(.en) })")
                continue
            }
            for (key, isRight) in [("accepts", true), ("refuses", false)] {
                for value in item[key]?.list ?? [] {
                    let faults = schema.validate(value)
                    #expect(
                        faults.isEmpty == isRight,
                        "\(name), line \(value.span.start.line):\(value.span.start.column): \(faults.map { $0.message(.en) })")
                    #expect(schema.accepts(value) == isRight)
                }
            }
        }
    }

    @Test func everyFaultHasItsPlaceAndStandsOnce() throws {
        let schema = try SchemaTesting.schema(
            """
            allOf: [{$ref: "#/$defs/a"}, {$ref: "#/$defs/a"}]
            $defs: {a: {properties: {x: {type: integer}, y: {items: {minLength: 2}}}, required: [z]}}
            """)
        let faults = schema.validate(try SchemaTesting.node("x: one\ny: [aa, b]\n"))
        #expect(faults.map(\.id).sorted() == ["schema/length", "schema/missing-key", "schema/type"])
        #expect(Set(faults.map(\.place)) == ["1:4-7", "2:9-10", "1:1-1"])
    }

    @Test func aMisspeltRequiredKeyIsReportedOnceAtTheKey() throws {
        let schema = try SchemaTesting.schema("{properties: {name: true, nam: true}, required: [name], additionalProperties: false}")
        let faults = schema.validate(try SchemaTesting.node("nmae: a"))
        #expect(faults.map(\.id) == ["schema/unknown-key"])
        #expect(faults.first?.place == "1:1-5")
        #expect(faults.first?.label?(.en) == "did you mean 'name'?")
        #expect(faults.first?.fix?.replacement == "name")
        #expect(faults.first?.help?(.nn) == "gyldige nøklar: nam, name")
    }

    @Test func aMissingKeyPointsAtTheKeyOfItsMap() throws {
        let schema = try SchemaTesting.schema("{properties: {a: {required: [b]}}, additionalProperties: {items: {required: [c]}}}")
        let faults = schema.validate(try SchemaTesting.node("a: {x: 1}\nd:\n  - y: 1\n"))
        #expect(faults.map(\.place) == ["1:1-2", "3:5-5"])
    }

    @Test func theBranchThatFitsBestIsExplained() throws {
        let schema = try SchemaTesting.schema(
            """
            oneOf:
              - title: Circle
                properties: {kind: {const: circle}, radius: {type: number}}
                required: [kind, radius]
                additionalProperties: false
              - title: Square
                properties: {kind: {const: square}, side: {type: number}}
                required: [kind, side]
                additionalProperties: false
            """)
        let side = schema.validate(try SchemaTesting.node("{kind: square, side: long}"))
        #expect(side.map(\.id) == ["schema/type"])
        #expect(side.first?.notes.map { $0(.en) } == ["the closest of 2 possible forms: Square"])
        let kind = schema.validate(try SchemaTesting.node("{kind: sqare}"))
        #expect(kind.map { $0.message(.en) } == ["expected 'circle' or 'square', found 'sqare'"])
        #expect(kind.first?.label?(.en) == "did you mean 'square'?")
        #expect(kind.first?.place == "1:8-13")
    }

    @Test func branchesOfOtherTypesAreListed() throws {
        let schema = try SchemaTesting.schema("anyOf: [{const: \"no\"}, {const: false}, {type: object}]")
        let faults = schema.validate(try SchemaTesting.node("yes"))
        #expect(faults.map { $0.message(.en) } == ["expected 'no', false or a map, found the text 'yes'"])
    }

    @Test func anUnknownKeyInEveryBranchListsTheKeysOfAll() throws {
        let schema = try SchemaTesting.schema(
            """
            $defs:
              r: {anyOf: [{$ref: "#/$defs/all"}, {$ref: "#/$defs/approved"}]}
              all: {type: object, properties: {all: {items: {$ref: "#/$defs/r"}}}, required: [all], additionalProperties: false}
              approved: {type: object, properties: {approved: {type: string}}, required: [approved], additionalProperties: false}
            $ref: "#/$defs/r"
            """)
        let top = schema.validate(try SchemaTesting.node("{something: 1}"))
        #expect(top.map(\.id) == ["schema/unknown-key"])
        #expect(top.first?.help?(.en) == "valid keys: all, approved")
        let deep = schema.validate(try SchemaTesting.node("{all: [{approved: a}, {aproved: b}]}"))
        #expect(deep.map(\.place) == ["1:24-31"])
        #expect(deep.first?.label?(.en) == "did you mean 'approved'?")
    }

    // MARK: Layers

    @Test func aLayerNeedsNothingButIsHeldToWhatItSays() throws {
        let schema = try SchemaTesting.schema(
            """
            required: [a, b]
            minProperties: 2
            dependentRequired: {a: [c]}
            properties:
              a: {type: array, minItems: 2, contains: {const: 1}}
              b: {oneOf: [{required: [x], properties: {x: {type: integer}}}, {required: [y], properties: {y: {type: integer}}}]}
              d: {not: {required: [p, q]}}
              e:
                if: {required: [k], properties: {k: {const: 1}}}
                then: {properties: {v: {const: 1}}}
                else: {properties: {v: {const: 2}}}
            additionalProperties: false
            """)
        for part in ["{}", "{a: []}", "{b: {}}", "{d: {p: 1}}", "{e: {v: 1}}", "{e: {v: 2}}", "{e: {k: 1, v: 1}}"] {
            #expect(schema.validate(try SchemaTesting.node(part), options: .partial).isEmpty, "\(part)")
        }
        for part in ["{z: 1}", "{a: 1}", "{b: {x: s, y: s}}", "{d: {p: 1, q: 1}}", "{e: {k: 1, v: 2}}", "{e: {k: 2, v: 1}}"] {
            #expect(!schema.validate(try SchemaTesting.node(part), options: .partial).isEmpty, "\(part)")
        }
    }

    // MARK: Hostile schemas and values

    @Test(arguments: ["allOf", "anyOf", "oneOf"]) func branchesThatDoubleEndWithADiagnostic(_ keyword: String) throws {
        var text = "$ref: \"#/$defs/a0\"\n$defs:\n"
        for n in 0..<60 { text += "  a\(n): {\(keyword): [{$ref: \"#/$defs/a\(n + 1)\"}, {$ref: \"#/$defs/a\(n + 1)\"}]}\n" }
        text += "  a60: \(keyword == "anyOf" ? "false" : "true")\n"
        let faults = try SchemaTesting.schema(text).validate(SchemaTesting.node(.null))
        #expect(faults.map(\.id) == ["schema/too-much-work"])
    }

    @Test func aLongChainOfReferencesEnds() throws {
        var text = "$ref: \"#/$defs/a0\"\n$defs:\n"
        for n in 0..<5_000 { text += "  a\(n): {$ref: \"#/$defs/a\(n + 1)\"}\n" }
        text += "  a5000: true\n"
        #expect(try SchemaTesting.schema(text).validate(SchemaTesting.node(.null)).map(\.id) == ["schema/too-much-work"])
    }

    @Test func valuesThatShareTheirPartsEnd() throws {
        var value = SchemaTesting.node(.string("x"))
        for _ in 0..<60 { value = SchemaTesting.node(.list([value, value])) }
        for schema in ["{uniqueItems: true}", "{enum: [[1], {a: 1}]}"] {
            #expect(try SchemaTesting.schema(schema).validate(value).map(\.id) == ["schema/too-much-work"], "\(schema)")
        }
    }

    @Test func manyFaultsAreCutWithASentence() throws {
        let items = SchemaTesting.node(.list((0..<3_000).map { SchemaTesting.node(.number(Number($0))) }))
        let faults = try SchemaTesting.schema("{uniqueItems: true, items: {type: string}}").validate(items)
        #expect(faults.count == Schema.Limits.faults + 1)
        #expect(faults.last?.message(.en) == "there are 2000 more faults that are not shown")
    }

    /// A list with one repetition is found wrong, one without is not, whatever the order and the kinds.
    @Test func uniqueItemsAgreesWithComparingEachPair() throws {
        let schema = try SchemaTesting.schema("{uniqueItems: true}")
        let pool = try #require(
            try SchemaTesting.node(
                """
                [1, 1.0, 10e-1, true, "1", null, [], {}, [1], [1.0], {a: 1, b: 2}, {b: 2, a: 1.0}, 0, false, -0.0,
                 "\\u00e9", "e\\u0301", 1e400, 10e399]
                """
            ).list)
        // Classes of equal values in the order of the pool.
        let classes = [0, 0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 8, 9, 8, 10, 11, 12, 12]
        var random = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let picks = (0..<Int.random(in: 0...12, using: &random)).map { _ in Int.random(in: pool.indices, using: &random) }
            let isUnique = Set(picks.map { classes[$0] }).count == picks.count
            #expect(schema.accepts(SchemaTesting.node(.list(picks.map { pool[$0] }))) == isUnique, "\(picks)")
        }
    }
}
