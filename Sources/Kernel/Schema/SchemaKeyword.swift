/// The keywords of the subset and of the project's dialect.
enum SchemaKeyword: String, Sendable, CaseIterable {
    case schema = "$schema"
    case id = "$id"
    case comment = "$comment"
    case reference = "$ref"
    case definitions = "$defs"
    case title, description, examples, deprecated
    case defaultValue = "default"
    case type, const
    case enumeration = "enum"
    case allOf, anyOf, oneOf, not
    case condition = "if"
    case then
    case otherwise = "else"
    case properties, patternProperties, additionalProperties, propertyNames
    case required, dependentRequired, minProperties, maxProperties
    case items, prefixItems, contains, minItems, maxItems, uniqueItems
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf
    case minLength, maxLength, pattern, format
    case identity, running, unit, atomic, was

    /// What lies in the keyword's value.
    enum Shape: Sendable { case schema, schemas, named, data }

    var shape: Shape {
        switch self {
        case .not, .condition, .then, .otherwise, .additionalProperties, .propertyNames, .items, .contains: .schema
        case .allOf, .anyOf, .oneOf, .prefixItems: .schemas
        case .definitions, .properties, .patternProperties: .named
        default: .data
        }
    }

    /// Whether the schemas in it hold for the same value, so that they never end if they lead back to themselves.
    var isInPlace: Bool {
        switch self {
        case .reference, .allOf, .anyOf, .oneOf, .not, .condition, .then, .otherwise: true
        default: false
        }
    }

    var isProjectOnly: Bool {
        switch self {
        case .identity, .running, .unit, .atomic, .was: true
        default: false
        }
    }

    /// The keywords of a dialect in alphabetical order.
    static func names(in dialect: SchemaDialect) -> [String] {
        allCases.filter { dialect == .project || !$0.isProjectOnly }.map(\.rawValue).sorted()
    }

    /// Keywords of JSON Schema outside the subset, and of its older drafts, with the keyword to use instead.
    static let replacements: [String: String] = [
        "$anchor": "$defs", "$dynamicAnchor": "$defs", "$dynamicRef": "$ref", "$recursiveRef": "$ref", "$recursiveAnchor": "$defs",
        "definitions": "$defs", "dependencies": "dependentRequired", "dependentSchemas": "if", "additionalItems": "items", "id": "$id",
        "unevaluatedProperties": "additionalProperties", "unevaluatedItems": "items", "minContains": "contains", "maxContains": "contains",
        "contentEncoding": "format", "contentMediaType": "format", "contentSchema": "format", "divisibleBy": "multipleOf",
        "extends": "allOf",
        "disallow": "not",
    ]
}
