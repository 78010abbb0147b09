extension Node {
    /// The first number that JSON cannot hold, in the order of the text; nil where there is none.
    public var notFinite: Node? {
        switch value {
        case .null, .bool, .string: nil
        case .number(let number): number.double.isFinite ? nil : self
        case .list(let items): items.lazy.compactMap(\.notFinite).first
        case .map(let map): map.pairs.lazy.compactMap(\.value.notFinite).first
        }
    }

    /// Adds what `json.canonical` is, without making the value in between.
    func appendCanonical(to text: inout [UInt8]) throws(JSONValue.NotFinite) {
        switch value {
        case .string(let string): JSONWriter.append(string, to: &text)
        case .list(let items):
            text.append(UInt8(ascii: "["))
            for position in items.indices {
                if position > 0 { text.append(UInt8(ascii: ",")) }
                try items[position].appendCanonical(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .map(let map):
            let pairs = map.pairs
            text.append(UInt8(ascii: "{"))
            var isFirst = true
            for position in CanonicalOrder.positions(pairs.count, name: { pairs[$0].key }) {
                if !isFirst { text.append(UInt8(ascii: ",")) }
                isFirst = false
                JSONWriter.append(pairs[position].key, to: &text)
                text.append(UInt8(ascii: ":"))
                try pairs[position].value.appendCanonical(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        case .null, .bool, .number: text += try json.canonical
        }
    }
}

extension Diagnostic {
    public static func notFinite(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "document/not-finite", .error,
            Text(
                nb: "dette tallet finnes ikke i JSON", nn: "dette talet finst ikkje i JSON", en: "this number does not exist in JSON"),
            at: span,
            help: Text(
                nb: "skriv et tall som er endelig og ikke større enn 1.7e308",
                nn: "skriv eit tal som er endeleg og ikkje større enn 1.7e308",
                en: "write a number that is finite and not larger than 1.7e308"))
    }
}
