/// Explicit tags, which overrule what a value looks like.
extension YAMLBuilder {
    /// A scalar under an explicit tag.
    mutating func tagged(
        _ text: UnsafeBufferPointer<UInt8>, _ tag: String, isPlain: Bool, at span: SourceSpan
    ) throws(ReadingStopped) -> Node.Value {
        let value: Node.Value?
        switch YAMLTag(tag) {
        case .str, .nonSpecific: return .string(String(decoding: text, as: UTF8.self))
        case .null: value = YAMLCoreSchema.isNull(text) ? .null : nil
        case .bool: value = YAMLCoreSchema.bool(text).map { .bool($0) }
        case .int: value = YAMLCoreSchema.integer(text).map { .number($0) }
        case .float: value = YAMLCoreSchema.number(text).map { .number($0) }
        case .seq, .map: value = nil
        case nil:
            try faults.report(.unknownTag(tag, at: span))
            return .null
        }
        if let value { return value }
        try faults.report(.tagMismatch(tag, String(decoding: text, as: UTF8.self), at: span))
        return .null
    }

    /// A list or map under an explicit tag.
    mutating func tagged(_ node: Node, _ tag: String) throws(ReadingStopped) -> Node {
        switch (YAMLTag(tag), node.value) {
        case (.nonSpecific, _), (.seq, .list), (.map, .map): return node
        case (nil, _): try faults.report(.unknownTag(tag, at: header(of: node)))
        default: try faults.report(.tagMismatch(tag, node.map == nil ? "[…]" : "{…}", at: header(of: node)))
        }
        return node
    }

    /// The line on which a list or map begins, so that a fault in its tag does not underline all of it.
    private func header(of node: Node) -> SourceSpan {
        let start = node.span.start
        let first = Int(start.byte - base.byte)
        let end = text[first...].firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 } ?? text.count
        return SourceSpan(
            file: file.id, start: start, end: file.position(ofByte: min(Int(base.byte) + end, Int(node.span.end.byte)), from: start))
    }
}
