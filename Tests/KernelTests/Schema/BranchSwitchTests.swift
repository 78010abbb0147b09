import Testing

@testable import Kernel

/// An `allOf` whose conditions one key tells apart says the same as one whose conditions are looked at one by one.
struct BranchSwitchTests {
    /// `%` is what stands beside `required` in each condition: nothing lets the conditions be gathered, `minProperties` does not.
    private static let text = """
        allOf:
          - {if: {required: [kind], properties: {kind: {const: a}}%}, then: {required: [size], properties: {size: {type: integer, default: 1}}}}
          - {properties: {size: {not: {const: 13}}}}
          - {if: {required: [kind], properties: {kind: {enum: [b, c]}}%}, then: {properties: {size: {type: string}}}}
          - {if: {required: [other], properties: {other: {const: a}}%}, then: {required: [size]}}
        """

    static let values = [
        "{kind: a}", "{kind: a, size: 1}", "{kind: a, size: x}", "{kind: a, size: 13}", "{kind: b, size: 1}", "{kind: b, size: x}",
        "{kind: c, size: 1}", "{kind: c}", "{kind: d, size: 1}", "{kind: 1, size: x}", "{kind: [a]}", "{}", "{size: 13}", "{other: a}",
        "{other: a, size: 1, kind: b}", "a", "[a]", "null",
    ]

    @Test(arguments: values, [ValidationOptions(), .partial]) func saysTheSame(_ value: String, _ options: ValidationOptions) throws {
        let gathered = try SchemaTesting.schema(Self.text.replacing("%", with: ""))
        let single = try SchemaTesting.schema(Self.text.replacing("%", with: ", minProperties: 1"))
        #expect(gathered.compiled.rules[0].branchSwitch != nil && single.compiled.rules[0].branchSwitch == nil)
        let node = try SchemaTesting.node(value)
        #expect(gathered.validate(node, options: options).map(\.id) == single.validate(node, options: options).map(\.id))
        #expect(gathered.defaults(for: node).json == single.defaults(for: node).json)
    }

    @Test func aCheckerSaysTheSameOfEachValue() throws {
        let schema = try SchemaTesting.schema("{type: string, pattern: '^[a-zø]+(-[0-9]{2,3})?$'}")
        let checker = SchemaChecker(schema)
        for value in ["a", "ø-12", "a-1", "a-1234", "", "a-", "A", "ab-123"] + Self.values {
            let node = try SchemaTesting.node(value.isEmpty ? "''" : value)
            #expect(checker.validate(node) == schema.validate(node))
        }
    }
}
