/// What one schema says, as the compiler gathers it: what holds for one value.
///
/// Other schemas are named by their position among the rules. A class, so that rules stay where they are while others are added.
final class SchemaRule {
    /// Where the schema stands.
    let span: SourceSpan
    /// The schema `false`.
    var isNever = false
    var types = ValueTypes.any
    var enumeration: Enumeration?
    var text: TextChecks?
    var number: NumberChecks?
    var list: ListChecks?
    var map: MapChecks?
    var branches: Branches?
    var annotations: Annotations?

    init(at span: SourceSpan) { self.span = span }

    struct TextChecks: Sendable {
        /// In Unicode scalars.
        var least = 0
        var most = Int.max
        var pattern: NumberedPattern?
        var format: StringFormat?
    }

    /// A pattern and its number within the schema, under which a validator keeps its automaton.
    struct NumberedPattern: Sendable {
        var pattern: Pattern
        var number: Int
    }

    struct NumberChecks: Sendable {
        var minimum: Limit?
        var maximum: Limit?
        var exclusiveMinimum: Limit?
        var exclusiveMaximum: Limit?
        var divisor: Divisor?
        var divisorText = ""
    }

    /// A bound of numbers, shared, since it is long and asked for often.
    final class Limit: Sendable {
        let bound: Bound
        let text: String

        init(bound: Bound, text: String) {
            self.bound = bound
            self.text = text
        }
    }

    struct ListChecks: Sendable {
        var prefix: [Int] = []
        var items: Int?
        var contains: Int?
        var least = 0
        var most = Int.max
        var isUnique = false
    }

    struct MapChecks: Sendable {
        /// Every key that is named in `properties`, `required` or `dependentRequired`.
        var names = NameTable()
        /// By position in `names`.
        var properties: [Property] = []
        var requiredCount = 0
        var patterns: [(NumberedPattern, rule: Int)] = []
        var additional: Int?
        var propertyNames: Int?
        var least = 0
        var most = Int.max
        /// If the first key is there, the others must be.
        var dependent: [(key: String, needs: [String])] = []
    }

    struct Property: Sendable {
        var rule: Int?
        var isRequired = false
    }

    struct Branches: Sendable {
        var reference: Int?
        var all: [Int] = []
        var any: [Int] = []
        var one: [Int] = []
        var not: Int?
        var condition: Int?
        var then: Int?
        var otherwise: Int?
    }

    struct Annotations: Sendable {
        var title: Text?
        var description: Text?
        var defaultValue: Node?
        var identity: String?
        var running: RunningChange?
        var unit: String?
        /// Values as people may write them.
        var examples: [String]?
        var atomic: Bool?
        /// What a key was called before, newest first.
        var was: [String]?
    }
}
