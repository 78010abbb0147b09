/// Turns a schema's nodes into rules and finds what is wrong with it.
struct SchemaCompiler {
    /// Where a keyword's schemas went.
    enum Members {
        case one(Int)
        case list([Int])
        case named([Name: Int])
    }

    /// A `$ref` that waits until all schemas are known.
    struct Reference {
        var rule: Int
        var node: Node
    }

    let dialect: SchemaDialect
    /// The languages that texts by language must have, in the file that the schema lies in.
    let languages: [String]
    private(set) var file: SourceFile.ID?
    var rules: [SchemaRule] = []
    /// By rule: what its keywords hold, of which each rule has few.
    var members: [[(keyword: SchemaKeyword, members: Members)]] = []
    /// The schema that holds each schema, and the steps from one to the other.
    var origins: [(parent: Int, steps: [String])] = []
    var references: [Reference] = []
    var faults: [Diagnostic] = []
    /// Each different pattern once: schemas name the same few again and again.
    private var patterns: [Name: SchemaRule.NumberedPattern] = [:]
    private var rootID: String?
    /// Whether the schema is written for JSON Schema 2019-09, which has no `prefixItems`.
    private var isEarlier = false
    private var isTooLarge = false

    init(dialect: SchemaDialect, languages: [String] = []) {
        self.dialect = dialect
        self.languages = languages
    }

    mutating func compile(_ root: Node) -> (schema: Schema?, diagnostics: [Diagnostic]) {
        rootID = root["$id"]?.string
        file = root.span.file
        isEarlier = Self.isEarlier(root)
        _ = add(root, parent: -1, steps: [])
        if !faults.contains(where: { $0.severity == .error }) {
            resolveReferences(rootID: rootID)
            findLoops()
        }
        guard !faults.contains(where: { $0.severity == .error }) else { return (nil, faults) }
        var definitions: [Name: Int] = [:]
        if case .named(let named)? = members(.definitions, of: 0) { definitions = named }
        let compiled = CompiledSchema(
            rules: rules.map(CompiledRule.init), patternCount: patterns.count, source: root, dialect: dialect, definitions: definitions)
        let schema = Schema(compiled: compiled)
        if dialect == .project { checkDefaults(of: schema) }
        return (faults.contains { $0.severity == .error } ? nil : schema, faults)
    }

    /// Where the schemas of a rule's keyword went.
    func members(_ keyword: SchemaKeyword, of rule: Int) -> Members? { members[rule].first { $0.keyword == keyword }?.members }

    mutating func report(_ fault: Diagnostic) {
        if faults.count < Schema.Limits.faults { faults.append(fault) }
    }

    // MARK: Schemas

    /// Compiles one schema and those in it, and gives its number.
    mutating func add(_ node: Node, parent: Int, steps: [String]) -> Int {
        let number = rules.count
        guard number < Schema.Limits.rules else {
            if !isTooLarge { report(.schemaTooLarge(at: node.span)) }
            isTooLarge = true
            return 0
        }
        rules.append(SchemaRule(at: node.span))
        members.append([])
        origins.append((parent, steps))
        switch node.value {
        case .bool(let always): rules[number].isNever = !always
        case .map(let map):
            for pair in map.pairs where !isTooLarge { add(pair, to: number) }
            finishMap(number)
        default: report(.notASchema(node))
        }
        return number
    }

    private mutating func add(_ pair: NodeMap.Pair, to number: Int) {
        guard let keyword = SchemaKeyword(rawValue: pair.key), dialect == .project || !keyword.isProjectOnly,
            !isEarlier || keyword != .prefixItems
        else {
            report(.unknownKeyword(pair, dialect: dialect))
            return
        }
        switch keyword.shape {
        case .schema:
            if keyword == .items, pair.value.list != nil {
                report(.keywordValue(pair, .itemsList))
                return
            }
            let added = add(pair.value, parent: number, steps: [pair.key])
            members[number].append((keyword, .one(added)))
        case .schemas:
            guard let list = pair.value.list, !list.isEmpty else {
                report(.keywordValue(pair, .schemaList))
                return
            }
            let added = list.enumerated().map { add($1, parent: number, steps: [pair.key, String($0)]) }
            members[number].append((keyword, .list(added)))
        case .named:
            guard let map = pair.value.map else {
                report(.keywordValue(pair, .schemaMap))
                return
            }
            var added: [Name: Int] = [:]
            for inner in map.pairs {
                let rule = add(inner.value, parent: number, steps: [pair.key, inner.key])
                added[Name(inner.key)] = rule
                take(inner, keyword, rule: rule, to: number)
            }
            members[number].append((keyword, .named(added)))
            return
        case .data: break
        }
        take(keyword, pair, to: number)
    }

    /// A member of `properties` or `patternProperties`.
    private mutating func take(_ pair: NodeMap.Pair, _ keyword: SchemaKeyword, rule: Int, to number: Int) {
        switch keyword {
        case .properties: rules[number].property(pair.key) { $0.rule = rule }
        case .patternProperties:
            if let pattern = pattern(pair.key, at: pair.keySpan) {
                rules[number].map.edit(.init()) { $0.patterns.append((pattern, rule)) }
            }
        default: break
        }
    }

    mutating func pattern(_ source: String, at span: SourceSpan) -> SchemaRule.NumberedPattern? {
        if let known = patterns[Name(source)] { return known }
        do throws(PatternError) {
            let pattern = SchemaRule.NumberedPattern(pattern: try Pattern(source), number: patterns.count)
            patterns[Name(source)] = pattern
            return pattern
        } catch {
            report(.badPattern(error, in: source, at: span))
            return nil
        }
    }

    private mutating func finishMap(_ number: Int) {
        guard let map = rules[number].map else { return }
        rules[number].map?.requiredCount = map.properties.count(where: \.isRequired)
    }

    // MARK: Defaults

    private mutating func checkDefaults(of schema: Schema) {
        var work = 0
        for (number, rule) in rules.enumerated() {
            guard let value = rule.annotations?.defaultValue else { continue }
            work += value.size(limit: 100_000)
            guard work < 1_000_000 else {
                report(.tooMuchWork(at: value.span))
                return
            }
            for fault in schema.validate(value, rule: number) { report(.badDefault(fault)) }
        }
    }
}

extension SchemaRule {
    /// Changes what is known of a key.
    func property(_ key: String, _ change: (inout Property) -> Void) {
        map.edit(MapChecks()) { map in
            let position = map.names.insert(key)
            if position == map.properties.count { map.properties.append(Property()) }
            change(&map.properties[position])
        }
    }
}

extension Optional {
    /// Changes a group of checks, which is made first if the schema has none yet.
    mutating func edit(_ empty: @autoclosure () -> Wrapped, _ change: (inout Wrapped) -> Void) {
        var checks = self ?? empty()
        self = nil
        change(&checks)
        self = checks
    }
}
