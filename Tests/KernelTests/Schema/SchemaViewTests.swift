import Kernel
import Testing

struct SchemaViewTests {
    private let yaml = """
        title: {nb: Variant, nn: Variant, en: Course variant}
        properties:
          parts:
            type: array
            items:
              allOf: [{$ref: "#/$defs/part"}]
          requirements: {$ref: "#/$defs/requirement"}
          credits: {type: number, unit: ECTS, running: refuse, default: 15}
          place: {$ref: "#/$defs/text"}
          named: {type: object, additionalProperties: {type: object, properties: {x: {running: free}}}, propertyNames: {maxLength: 9}}
          closed: {type: object, additionalProperties: false}
        anyOf: [{properties: {extra: {unit: h}}}, true]
        if: {required: [kind]}
        then: {properties: {settings: {properties: {rounds: {default: 3, type: integer}}, default: {}}}}
        $defs:
          text: {type: object, atomic: true, additionalProperties: {type: string}}
          part:
            identity: part
            properties: {part: {type: string}, order: {type: integer, default: 1}}
          requirement: {properties: {all: {items: {$ref: "#/$defs/requirement"}}, text: {$ref: "#/$defs/text"}}}
        """

    @Test func annotationsAreFoundThroughReferencesAndBranches() throws {
        let root = try SchemaTesting.schema(yaml, .project).root
        #expect(root.title?(.en) == "Course variant")
        #expect(root.property("parts").item.identity == "part")
        #expect(root.property("parts").identity == nil)
        #expect(root.property("credits").unit == "ECTS")
        #expect(root.property("credits").running == .refuse)
        #expect(root.property("place").atomic)
        #expect(!root.property("credits").atomic)
        #expect(root.property("extra").unit == "h")
        #expect(root.property("named").property("anything").property("x").running == .free)
        #expect(root.property("settings").property("rounds").defaultValue?.integer == 3)
        #expect(root.property("nothing").isEmpty)
        #expect(root.property("closed").property("x").isEmpty)
        #expect(root.item.isEmpty)
    }

    @Test func theDefaultPointsIntoTheSchema() throws {
        let value = try #require(try SchemaTesting.schema(yaml, .project).root.property("credits").defaultValue)
        #expect(value.span.start.line == 8)
    }

    @Test func mapsOfFreeKeysAreTold() throws {
        let root = try SchemaTesting.schema(yaml, .project).root
        #expect(root.property("named").isMapLike)
        #expect(!root.property("closed").isMapLike)
        #expect(!root.isMapLike)
        #expect(root.propertyNames == ["parts", "requirements", "credits", "place", "named", "closed", "extra", "settings"])
        #expect(root.declaredProperties.first { $0.0 == "credits" }?.1.unit == "ECTS")
    }

    @Test func recursionIsWalkedAsDeepAsOneLikes() throws {
        var view = try SchemaTesting.schema(yaml, .project).root.property("requirements")
        for _ in 0..<1_000 { view = view.property("all").item }
        #expect(view.property("text").atomic)
    }

    // MARK: Defaults

    @Test func absentKeysGetTheirDefaultsAndKeepTheRest() throws {
        let schema = try SchemaTesting.schema(yaml, .project)
        let filled = schema.defaults(for: try SchemaTesting.node("{kind: a, parts: [{part: p}, {part: q, order: 7}]}"))
        #expect(filled["credits"]?.integer == 15)
        #expect(filled["parts"]?.list?.map { $0["order"]?.integer } == [1, 7])
        #expect(filled["settings"]?["rounds"]?.integer == 3)
        #expect(filled["settings"]?["rounds"]?.span.start.line == 14)
        #expect(filled["named"] == nil)
        let without = schema.defaults(for: try SchemaTesting.node("{credits: 5}"))
        #expect(without["settings"] == nil)
        #expect(without["credits"]?.integer == 5)
        #expect(schema.validate(filled).isEmpty)
    }

    @Test func fillingInTwiceChangesNothing() throws {
        let schema = try SchemaTesting.schema(yaml, .project)
        let once = schema.defaults(for: try SchemaTesting.node("{kind: a, parts: [{}]}"))
        #expect(schema.defaults(for: once).json.pretty == once.json.pretty)
    }

    @Test func defaultsThatCallForThemselvesEnd() throws {
        let schema = try SchemaTesting.schema("{properties: {a: {$ref: \"#\", default: {}}, b: {$ref: \"#\", default: {}}}}", .project)
        #expect(schema.defaults(for: try SchemaTesting.node("{}"))["a"]?["b"] != nil)
    }

    // MARK: Export

    @Test func theExportIsPlainJSONSchema() throws {
        let json = try SchemaTesting.schema(yaml, .project).standardJSON(language: .nn).pretty
        for word in ["identity", "running", "\"unit\"", "atomic"] { #expect(!json.contains(word), "\(word)") }
        #expect(json.contains("\"title\": \"Variant\""))
        let again = Schema.compile(try SchemaTesting.node(json))
        #expect(again.schema != nil && again.diagnostics.isEmpty)
    }

    /// What only a whole can satisfy is left out for a part: but the keys of the file itself, the identity of an item, and what is replaced
    /// as a whole.
    @Test func theExportForAPartAsksForNothingOfTheWhole() throws {
        let yaml = """
            required: [id]
            minProperties: 2
            properties:
              parts: {type: array, minItems: 1, items: {identity: part, required: [part, kind], properties: {part: {}, kind: {}}}}
              text: {atomic: true, required: [nb], minProperties: 1}
              some: {oneOf: [{required: [a]}, {required: [b]}], not: {required: [c]}}
              chosen: {if: {required: [a]}, then: {maxProperties: 2}, else: {maxProperties: 1}}
            """
        let schema = try SchemaTesting.schema(yaml, .project)
        let part = try SchemaTesting.schema(schema.standardJSON(language: .en, options: .partial).pretty)
        func isRight(_ value: String) throws -> Bool { part.validate(try SchemaTesting.node(value), options: []).isEmpty }
        for value in [
            "{id: 1}", "{id: 1, parts: []}", "{id: 1, parts: [{part: a}]}", "{id: 1, some: {}}", "{id: 1, some: {a: 1, b: 2}}",
            "{id: 1, chosen: {x: 1, y: 2}}", "{id: 1, text: {nb: a}}",
        ] { #expect(try isRight(value), "\(value)") }
        for value in ["{parts: []}", "{id: 1, parts: [{kind: a}]}", "{id: 1, text: {}}", "{id: 1, some: {c: 1}}"] {
            #expect(try !isRight(value), "\(value)")
        }
        #expect(schema.standardJSON(language: .en)["properties"]?["parts"]?["minItems"]?.integer == 1)
    }

    @Test func keysNamedLikeAnnotationsStayInTheExport() throws {
        let schema = try SchemaTesting.schema(
            "{properties: {unit: {unit: h, title: {nb: a, nn: b, en: c}}, title: {const: {identity: 1}}}}", .project)
        let node = try SchemaTesting.node(schema.standardJSON(language: .en).pretty)
        #expect(node["properties"]?["unit"]?["unit"] == nil)
        #expect(node["properties"]?["unit"]?["title"]?.string == "c")
        #expect(node["properties"]?["title"]?["const"]?["identity"]?.integer == 1)
    }
}
