extension JSONValue {
    /// Reads JSON text that a program wrote; members keep their order.
    ///
    /// Numbers with fraction or exponent, and integers beyond 64 bits, become the nearest double.
    /// - Parameters:
    ///   - bytes: the text, UTF-8.
    ///   - limits: what to refuse for its size.
    /// - Throws: `DiagnosticsError` with the faults, whose places count in `bytes` as file number 0.
    public init(parsing bytes: [UInt8], limits: ReaderLimits = .standard) throws(DiagnosticsError) {
        let result = JSONReader.read(SourceFile(id: .init(0), path: "", bytes: bytes), limits: limits)
        guard let document = result.document, result.isSound else {
            var faults = Diagnostics()
            faults.report(contentsOf: result.diagnostics)
            throw DiagnosticsError(faults)
        }
        self = document.root.json
    }
}

extension Node {
    /// The value without its places.
    ///
    /// A number that is no integer becomes the nearest double, infinite beyond the range of doubles.
    public var json: JSONValue {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .number(let number):
            switch number.storage {
            case .integer(let integer): .integer(integer)
            case .decimal(let double, _): .number(double)
            }
        case .string(let string): .string(string)
        case .list(let items): .array(items.map(\.json))
        case .map(let map): .object(map.pairs.map { ($0.key, $0.value.json) })
        }
    }
}

extension Node {
    /// A value without places, as nodes that all stand at one place, for the readers that work on them.
    init(json: JSONValue, at span: SourceSpan) {
        switch json {
        case .null: self.init(.null, at: span)
        case .bool(let bool): self.init(.bool(bool), at: span)
        case .integer(let integer): self.init(.number(Number(integer)), at: span)
        case .number(let double): self.init(.number(Number(double, literal: double.description)), at: span)
        case .string(let string): self.init(.string(string), at: span)
        case .array(let items): self.init(.list(items.map { Node(json: $0, at: span) }), at: span)
        case .object(let pairs):
            self.init(.map(NodeMap(pairs.map { .init(key: $0.key, keySpan: span, value: Node(json: $0.value, at: span)) })), at: span)
        }
    }
}

extension Text {
    /// The text as an object by language, in the order nb, nn, en, then any others by tag.
    public var json: JSONValue {
        let own = Language.allCases.map(\.rawValue)
        let others = byLanguage.keys.filter { !own.contains($0) }.sorted()
        return .object((own + others).compactMap { tag in byLanguage[tag].map { (tag, .string($0)) } })
    }
}
