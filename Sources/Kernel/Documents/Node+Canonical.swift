extension Node {
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
