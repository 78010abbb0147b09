import Kernel
import Testing

struct SchemaCompilerTests {
    /// Keywords of JSON Schema and of its older drafts that the subset leaves out.
    @Test(arguments: [
        "$anchor: a", "$dynamicRef: \"#a\"", "$dynamicAnchor: a", "$vocabulary: {}", "unevaluatedProperties: false",
        "unevaluatedItems: false",
        "minContains: 1", "maxContains: 1", "dependentSchemas: {}", "dependencies: {}", "definitions: {}", "additionalItems: false",
        "contentEncoding: base64", "contentMediaType: a/b", "contentSchema: {}", "readOnly: true", "writeOnly: true", "id: a",
        "nullable: true",
        "identity: a", "running: free", "unit: a", "atomic: true", "propertees: {}", "'': 1",
    ])
    func otherKeywordsAreRefusedAtTheKey(_ line: String) throws {
        let faults = try SchemaTesting.faults(line)
        #expect(faults.map(\.id) == ["schema/unknown-keyword"])
        #expect(faults.first?.span?.start.column == 1)
    }

    @Test func theNearestKeywordIsSuggested() throws {
        #expect(try SchemaTesting.faults("{propertees: {}}").first?.label?(.en) == "did you mean 'properties'?")
        #expect(try SchemaTesting.faults("{items: {minlength: 1}}").first?.label?(.en) == "did you mean 'minLength'?")
        #expect(try SchemaTesting.faults("{definitions: {}}").first?.help?(.en) == "use '$defs'")
    }

    @Test(arguments: [
        "5", "[]", "type: text", "type: []", "type: [string, string]", "type: 5", "enum: []", "enum: 5", "required: a", "required: [a, a]",
        "required: [1]", "minimum: a", "minimum: .inf", "multipleOf: 0", "multipleOf: -1", "multipleOf: 1234567890123456789",
        "minLength: -1",
        "maxLength: 1.5", "pattern: 5", "pattern: \"(\"", "patternProperties: {\"[\": true}", "format: hostname", "format: 5", "allOf: []",
        "allOf: {}",
        "anyOf: [5]", "items: [true]", "items: 5", "prefixItems: []", "prefixItems: {}", "properties: []", "properties: {a: 5}",
        "uniqueItems: 1",
        "dependentRequired: [a]", "dependentRequired: {a: b}", "dependentRequired: {a: [b, b]}", "if: 1", "$defs: []", "$defs: {a: 1}",
        "title: 5",
        "title: {nb: a}", "description: []", "deprecated: 1", "examples: 1", "$comment: 1",
        "$schema: http://json-schema.org/draft-07/schema#",
        "$id: \"a#b\"", "not: {$id: a}", "not: {$schema: https://json-schema.org/draft/2020-12/schema}", "$ref: 5",
    ])
    func valuesOfTheWrongFormAreRefusedWithAPlace(_ yaml: String) throws {
        let faults = try SchemaTesting.faults(yaml)
        #expect(faults.contains { $0.severity == .error })
        #expect(faults.allSatisfy { $0.span != nil })
    }

    /// Of the edition before, every keyword of the subset means the same but one that it does not have.
    @Test(arguments: ["https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2019-09/schema#"])
    func theEditionOf2019IsReadToo(_ edition: String) throws {
        #expect(try SchemaTesting.faults("{$schema: \"\(edition)\", type: object, properties: {a: {type: string}}}").isEmpty)
        #expect(
            try SchemaTesting.faults("{properties: {a: {prefixItems: [true]}}, $schema: \"\(edition)\"}").map(\.id)
                == ["schema/unknown-keyword"])
        #expect(try SchemaTesting.faults("$schema: \"\(edition)\"", .project).map(\.id) == ["schema/keyword-value"])
    }

    @Test(arguments: [
        ("#/$defs/b", "'#/$defs/b' does not exist: there is no 'b' there"), ("#/$defs", "'#/$defs' is not a schema"),
        ("#/enum/0", "'#/enum/0' is not a schema"), ("#/allOf/1", "'#/allOf/1' does not exist: there is no '1' there"),
        ("#/allOf/00", "'#/allOf/00' does not exist: there is no '00' there"),
        ("#a", "'#a' refers to an anchor, which there are none of here"),
        ("other.json", "'other.json' leads out of the document"),
        ("https://example.org/t#", "'https://example.org/t#' leads out of the document"),
        ("", "'' leads out of the document"), ("#/$defs/%zz", "'#/$defs/%zz' is not a path (RFC 6901)"),
        ("#/$defs/~2", "'#/$defs/~2' is not a path (RFC 6901)"), ("#/$defs/%FF", "'#/$defs/%FF' is not a path (RFC 6901)"),
    ])
    func referencesThatLeadNowhere(_ reference: String, _ message: String) throws {
        let faults = try SchemaTesting.faults(
            "{$id: \"https://example.org/s\", $defs: {a: true}, enum: [1], allOf: [true], not: {$ref: \"\(reference)\"}}")
        #expect(faults.map { $0.message(.en) } == [message])
    }

    @Test(arguments: [
        ("$ref: \"#\"", "# → #"),
        (
            "{$ref: \"#/$defs/a\", $defs: {a: {anyOf: [true, {$ref: \"#/$defs/b\"}]}, b: {if: {$ref: \"#/$defs/a\"}}}}",
            "#/$defs/a → #/$defs/a/anyOf/1 → #/$defs/b → #/$defs/b/if → #/$defs/a"
        ),
        ("{not: {$ref: \"#\"}}", "# → #/not → #"),
    ])
    func schemasThatLeadBackToThemselvesAreRefusedWithThePath(_ yaml: String, _ path: String) throws {
        let faults = try SchemaTesting.faults(yaml)
        #expect(faults.map(\.id) == ["schema/endless-reference"])
        #expect(faults.first?.notes.map { $0(.en) } == [path])
    }

    @Test func aFaultyPatternIsPointedAtWithinTheText() throws {
        #expect(try SchemaTesting.faults("pattern: 'ab(?=c)'").map(\.place) == ["1:13-16"])
        #expect(try SchemaTesting.faults("pattern: æ[b-a]").map(\.place) == ["1:12-15"])
        // Escapes make the text in the file longer than the pattern, so the whole is underlined and the place said.
        let escaped = try SchemaTesting.faults("pattern: \"\\\\d(\"")
        #expect(escaped.map(\.place) == ["1:10-16"])
        #expect(escaped.first?.notes.map { $0(.en) } == ["character 3 of the pattern"])
    }

    @Test func theProjectsDialectTakesItsAnnotations() throws {
        let yaml =
            "{title: {nb: a, nn: b}, identity: id, running: warn, unit: ECTS, atomic: true, default: 1, examples: [{}], type: integer}"
        #expect(try SchemaTesting.faults(yaml, .project).isEmpty)
        for bad in ["running: never", "identity: 1", "unit: ''", "atomic: 1", "title: {norsk_bokmål: a}", "title: {nb: 1}", "title: {}"] {
            #expect(try SchemaTesting.faults("{\(bad)}", .project).contains { $0.id == "schema/keyword-value" }, "\(bad)")
        }
    }

    @Test func aDefaultMustSatisfyItsSchemaInTheProjectsDialect() throws {
        let yaml = "properties:\n  a: {type: integer, default: one}\n"
        #expect(try SchemaTesting.faults(yaml).isEmpty)
        #expect(try SchemaTesting.faults(yaml, .project).map(\.place) == ["2:31-34"])
    }

    @Test func allFaultsOfASchemaAreFoundAtOnce() throws {
        let faults = try SchemaTesting.faults("type: text\nminimum: a\nproperties:\n  x: {pattern: '('}\n  y: {foo: 1}\n")
        #expect(faults.map { $0.span?.start.line } == [1, 2, 4, 5])
    }

    @Test func aSchemaThatIsTooLargeIsRefusedOnce() throws {
        let branches = [Node](repeating: SchemaTesting.node(.map(NodeMap())), count: Schema.Limits.rules + 10)
        let root = SchemaTesting.node(.map(NodeMap([SchemaTesting.pair("allOf", .list(branches))])))
        let result = Schema.compile(root)
        #expect(result.schema == nil)
        #expect(result.diagnostics.map(\.id) == ["schema/too-large"])
    }
}
