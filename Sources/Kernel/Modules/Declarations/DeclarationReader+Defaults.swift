/// Whether a default fits its field.
extension DeclarationReader {
    mutating func checkDefault(_ node: Node, of type: FieldType) {
        switch type {
        case .file, .alias, .reference: faults.append(.noDefault(type.word, at: node.span))
        case .list(let item):
            guard let items = node.list else { return faults.append(.badDefault(type.word, at: node.span)) }
            for node in items { checkDefault(node, of: item) }
        default: if !Self.fits(node, type) { faults.append(.badDefault(type.word, at: node.span)) }
        }
    }

    private static func fits(_ node: Node, _ type: FieldType) -> Bool {
        switch type {
        case .text(let limits): node.string.map { fits($0, limits) } ?? false
        case .integer(let minimum, let maximum): node.integer.map { fits(Double($0), minimum, maximum) } ?? false
        case .number(let minimum, let maximum): node.number.map { $0.double.isFinite && fits($0.double, minimum, maximum) } ?? false
        case .boolean: node.bool != nil
        case .date: node.string.map { (try? Day($0)) != nil } ?? false
        case .instant: node.string.map { (try? Instant($0)) != nil } ?? false
        case .duration: node.string.map { (try? CalendarDuration($0)) != nil } ?? false
        case .code(let values): values.contains { $0.id == node.string }
        case .localized: !node.pairs.isEmpty && node.pairs.allSatisfy { $0.value.string != nil }
        case .json(let schema):
            schema.flatMap { Schema.compile($0, dialect: .project).schema }.map { $0.validate(node, options: []).isEmpty } ?? true
        case .list, .file, .alias, .reference: true
        }
    }

    private static func fits(_ text: String, _ limits: FieldType.TextLimits) -> Bool {
        let length = text.unicodeScalars.count
        if length < limits.minimum ?? 0 || length > limits.maximum ?? Int.max { return false }
        // A pattern that cannot be read is a fault of its own.
        guard let source = limits.pattern, let pattern = try? Pattern(source) else { return true }
        return pattern.matches(text)
    }

    private static func fits(_ number: Double, _ minimum: Double?, _ maximum: Double?) -> Bool {
        number >= minimum ?? -.infinity && number <= maximum ?? .infinity
    }
}
