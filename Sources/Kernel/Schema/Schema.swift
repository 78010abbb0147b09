/// A JSON Schema that was read once and can check any number of values; see docs/schema.md for what it may hold.
///
/// ```swift
/// let (schema, faults) = Schema.compile(document.root)
/// let problems = schema?.validate(other.root)
/// ```
public struct Schema: Sendable {
    /// What a schema may hold and what checking may cost, so that no schema and no value hold the program for long.
    public enum Limits {
        /// The most schemas within one document.
        public static let rules = 100_000
        /// The most steps of one validation; a step is the checking of one value by one schema, or as much work in texts and lists.
        public static let steps = 6_000_000
        /// How many checks may be under way inside each other.
        public static let depth = 400
        /// The most defaults that are filled in at once.
        public static let defaults = 100_000
        /// The most faults that one validation reports.
        public static let faults = 1_000
    }

    let compiled: CompiledSchema

    /// Compiles a schema, and finds all its faults.
    ///
    /// - Parameters:
    ///   - root: the schema as it was read.
    ///   - dialect: which keywords it may use.
    ///   - languages: those in which each title and description by language must be there, in what lies in the root's own file.
    /// - Returns: the schema, or nil where a diagnostic is an error.
    public static func compile(
        _ root: Node, dialect: SchemaDialect = .standard, languages: [String] = []
    ) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        var compiler = SchemaCompiler(dialect: dialect, languages: languages)
        return compiler.compile(root)
    }

    /// Checks a value, and finds all that is wrong with it.
    ///
    /// - Parameters:
    ///   - node: the value.
    ///   - options: `.partial` for a layer that gives only a part of the whole.
    /// - Returns: the faults in the order in which they were found, each once; at most `Limits.faults`, then one that
    /// tells that there are more.
    public func validate(_ node: Node, options: ValidationOptions = []) -> [Diagnostic] {
        validate(node, rule: 0, options: options)
    }

    /// Whether a value satisfies the schema.
    public func accepts(_ node: Node, options: ValidationOptions = []) -> Bool {
        accepts(node, rule: 0, options: options)
    }

    func accepts(_ node: Node, rule: Int, options: ValidationOptions = []) -> Bool {
        SchemaValidator.run(compiled, options) { $0.check(rule, node) && !$0.isExhausted }
    }

    func validate(_ node: Node, rule: Int, options: ValidationOptions = [], memory: PatternMemory? = nil) -> [Diagnostic] {
        SchemaValidator.run(compiled, options, memory) { validator in
            if validator.check(rule, node) && !validator.isExhausted { return [] }
            if !validator.isExhausted {
                validator.steps = Limits.steps
                validator.isCollecting = true
                _ = validator.check(rule, node)
            }
            return SchemaReport(compiled, validator, root: node).diagnostics
        }
    }
}

/// The rules of a schema; the first is the root.
final class CompiledSchema: Sendable {
    let rules: [CompiledRule]
    let patternCount: Int
    let source: Node
    let dialect: SchemaDialect
    /// The rules of the schemas under the root's `$defs`.
    let definitions: [Name: Int]
    /// By rule: whether a default lies at or below it, so that filling in passes over the rest.
    let holdsDefaults: [Bool]

    init(rules: [CompiledRule], patternCount: Int, source: Node, dialect: SchemaDialect, definitions: [Name: Int]) {
        var rules = rules
        for position in rules.indices {
            guard let all = rules[position].boxedBranches?.content.all, all.count > 1 else { continue }
            rules[position].branchSwitch = BranchSwitch(all, rules: rules)
        }
        self.rules = rules
        self.patternCount = patternCount
        self.source = source
        self.dialect = dialect
        self.definitions = definitions
        holdsDefaults = DefaultReach.compute(rules)
    }
}
