import CLibYAML

/// Builds the node tree of one document from libyaml's events, within the limits.
struct YAMLBuilder: ~Copyable {
    /// What an anchor stands for: nothing yet while its own value is being read.
    enum Anchor {
        case open
        case closed(Node, size: Int)
    }

    let file: SourceFile
    /// What libyaml reads, and the place of its first byte.
    let text: UnsafeBufferPointer<UInt8>
    let base: SourcePosition
    var faults: ReaderFaults
    private var events: YAMLEvents
    private var cursor: MarkCursor
    private let limits: ReaderLimits
    private var nodes = 0
    private var expanded = 0
    private var anchors: [String: Anchor] = [:]
    /// What belongs to the lists and maps that are open.
    private var items = BuildStack<Node>()
    private var pairs = BuildStack<NodeMap.Pair>()
    /// The brackets that are open, by their offset in `text`.
    private(set) var brackets: [Int] = []

    init(
        _ file: SourceFile, _ text: UnsafeBufferPointer<UInt8>, _ base: SourcePosition, _ events: consuming YAMLEvents, _ scan: TextScan,
        _ limits: ReaderLimits, _ faults: ReaderFaults
    ) {
        self.file = file
        self.text = text
        self.base = base
        self.events = events
        self.limits = limits
        self.faults = faults
        cursor = MarkCursor(text, base: base, scan: scan)
    }

    /// The root of the only document; null where there is none.
    mutating func document() throws(ReadingStopped) -> Node {
        try next()
        try next()
        guard events.type != YAML_STREAM_END_EVENT else {
            let end = cursor.position(events.end)
            return try empty(at: SourceSpan(file: file.id, start: base, end: end))
        }
        try next()
        var root = try node(0)
        if root.isNull, root.span.start == root.span.end { root = try empty(at: root.span) }
        try next()
        let after = Int(cursor.position(events.end).byte - base.byte)
        try refuseMore(after: after, isImplicit: events.isImplicitDocumentEnd)
        return root
    }

    private mutating func empty(at span: SourceSpan) throws(ReadingStopped) -> Node {
        if !limits.allowEmpty { try faults.report(.emptyDocument(at: SourceSpan(startOf: file.id))) }
        return Node(.null, at: span)
    }

    /// Looks at what follows the document without libyaml, whose next event may cost more than the whole file so far.
    private mutating func refuseMore(after start: Int, isImplicit: Bool) throws(ReadingStopped) {
        var at = start
        var isImplicit = isImplicit
        while at < text.count {
            let byte = text[at]
            if byte == UInt8(ascii: "#") {
                at = text[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                at += 1
            } else if text[at...].starts(with: Array("...".utf8)) {
                isImplicit = false
                at += 3
            } else {
                break
            }
        }
        guard at < text.count else { return }
        let byte = Int(base.byte) + at
        let line = text[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
        let span = file.span(fromByte: byte, toByte: Int(base.byte) + line)
        if isImplicit, !text[at...].starts(with: Array("---".utf8)) { throw faults.stop(.textAfterDocument(at: span)) }
        throw faults.stop(.severalDocuments(at: span))
    }

    private mutating func next() throws(ReadingStopped) {
        guard events.next() else { throw faults.stop(syntaxFault(events.problem)) }
    }

    private mutating func span() -> SourceSpan {
        let start = cursor.position(events.start)
        return SourceSpan(file: file.id, start: start, end: cursor.position(events.end))
    }

    private mutating func count(_ more: Int) throws(ReadingStopped) {
        nodes += more
        if nodes > limits.nodes { throw faults.stop(.tooManyNodes(limit: limits.nodes, at: span())) }
    }

    /// The value that the current event begins, `depth` collections down.
    private mutating func node(_ depth: Int) throws(ReadingStopped) -> Node {
        let type = events.type
        if type == YAML_SCALAR_EVENT { return try scalar() }
        if type == YAML_ALIAS_EVENT { return try alias() }
        let before = nodes
        try count(1)
        let start = cursor.position(events.start)
        let end = cursor.position(events.end)
        if depth >= limits.depth {
            throw faults.stop(.tooDeep(limit: limits.depth, at: SourceSpan(file: file.id, start: start, end: end)))
        }
        let (anchor, tag) = (events.anchor, events.tag)
        if let anchor { try set(anchor, .open) }
        var node: Node
        if type == YAML_SEQUENCE_START_EVENT {
            node = try list(depth, from: start, to: end)
        } else {
            node = try map(depth, from: start, to: end)
        }
        if let tag { node = try tagged(node, tag) }
        if let anchor { try set(anchor, .closed(node, size: nodes - before)) }
        return node
    }

    private mutating func list(_ depth: Int, from start: SourcePosition, to header: SourcePosition) throws(ReadingStopped) -> Node {
        let isFlow = events.isFlowSequence
        if isFlow { brackets.append(Int(header.byte - base.byte) - 1) }
        var end = header
        let first = items.count
        while true {
            try next()
            if events.type == YAML_SEQUENCE_END_EVENT { break }
            let item = try node(depth + 1)
            end = item.span.end
            items.append(item)
        }
        if isFlow {
            end = cursor.position(events.end)
            brackets.removeLast()
        }
        return Node(.list(items.take(from: first)), at: SourceSpan(file: file.id, start: start, end: end))
    }

    private mutating func map(_ depth: Int, from start: SourcePosition, to header: SourcePosition) throws(ReadingStopped) -> Node {
        let isFlow = events.isFlowMapping
        // A flow map of one pair in a flow list, `[a: 1]`, has no bracket of its own.
        let hasBracket = isFlow && start != header
        if hasBracket { brackets.append(Int(header.byte - base.byte) - 1) }
        var end = header
        var collector = PairCollector(pairs)
        var (name, span) = ("", SourceSpan(file: file.id, start: start, end: start))
        while true {
            try next()
            if events.type == YAML_MAPPING_END_EVENT { break }
            let isKey = try key(depth + 1, &name, &span)
            if isFlow, events.type == YAML_SCALAR_EVENT {
                try refuseGluedQuestionMark(before: isKey ? span.start : cursor.position(events.start))
            }
            try next()
            let value = try node(depth + 1)
            end = value.span.end
            guard isKey else { continue }
            if let first = collector.add(name, span, value, to: &pairs) {
                try faults.report(.duplicateKey(name, at: span, first: first))
            }
        }
        if isFlow { end = max(end, cursor.position(events.end)) }
        if hasBracket { brackets.removeLast() }
        return Node(.map(collector.map(&pairs)), at: SourceSpan(file: file.id, start: start, end: end))
    }

    /// Reads the key that the current event is; false after reporting that it can be none.
    private mutating func key(_ depth: Int, _ name: inout String, _ span: inout SourceSpan) throws(ReadingStopped) -> Bool {
        if events.type == YAML_SCALAR_EVENT, events.tag == nil, events.anchor == nil {
            try count(1)
            span = scalarSpan()
            let text = events.scalarText
            if events.scalarStyle == YAML_PLAIN_SCALAR_STYLE, YAMLCoreSchema.isNull(text) {
                try faults.report(.nullKey(at: span))
                return false
            }
            name = String(decoding: text, as: UTF8.self)
            return true
        }
        let written = events.type == YAML_SCALAR_EVENT ? String(decoding: events.scalarText, as: UTF8.self) : nil
        let before = faults.diagnostics.count
        let key = try node(depth)
        guard faults.diagnostics.count == before else { return false }
        span = key.span
        switch key.value {
        case .string(let text): name = text
        case .bool(let bool): name = written ?? String(bool)
        case .number(let number): name = written ?? number.text
        case .null:
            try faults.report(.nullKey(at: key.span))
            return false
        case .list, .map:
            try faults.report(.collectionKey(at: key.span))
            return false
        }
        return true
    }

    /// In `{?name: 1}` the key is `?name` (YAML 1.2.2, 7.3.3), but libyaml reads `name`: refused rather than misread.
    private mutating func refuseGluedQuestionMark(before: SourcePosition) throws(ReadingStopped) {
        let at = Int(before.byte - base.byte)
        guard at > 0, text[at - 1] == UInt8(ascii: "?") else { return }
        throw faults.stop(.misplacedQuestionMark(at: file.span(fromByte: Int(base.byte) + at - 1, toByte: Int(before.byte))))
    }

    private mutating func scalarSpan() -> SourceSpan {
        let style = events.scalarStyle
        guard style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE else { return span() }
        let start = cursor.position(events.start)
        return SourceSpan(file: file.id, start: start, end: cursor.blockScalarEnd(start: start, events.end))
    }

    private mutating func scalar() throws(ReadingStopped) -> Node {
        try count(1)
        let span = scalarSpan()
        let isPlain = events.scalarStyle == YAML_PLAIN_SCALAR_STYLE
        let anchor = events.anchor
        if let anchor { try refuseCutAnchor(anchor, at: span) }
        let value: Node.Value
        if let tag = events.tag {
            value = try tagged(events.scalarText, tag, isPlain: isPlain, at: span)
        } else if isPlain {
            value = YAMLCoreSchema.resolve(events.scalarText)
        } else {
            value = .string(String(decoding: events.scalarText, as: UTF8.self))
        }
        let node = Node(value, at: span)
        if let anchor { try set(anchor, .closed(node, size: 1)) }
        return node
    }

    private mutating func set(_ name: String, _ anchor: Anchor) throws(ReadingStopped) {
        anchors[name] = anchor
        if anchors.count > limits.anchors { throw faults.stop(.tooManyAnchors(limit: limits.anchors, at: span())) }
    }

    /// YAML 1.2 lets an anchor have any character (6.9.2), but libyaml ends it before the first that is not a letter, digit, `-` or `_`
    /// and begins the value there: refused rather than misread.
    private mutating func refuseCutAnchor(_ name: String, at span: SourceSpan) throws(ReadingStopped) {
        let start = Int(span.start.byte - base.byte)
        let end = start + 1 + name.utf8.count
        guard text[start] == UInt8(ascii: "&"), end < text.count, text[end] == UInt8(ascii: ":") else { return }
        throw faults.stop(.invalidAnchor(at: file.span(fromByte: Int(base.byte) + start, toByte: Int(base.byte) + end + 1)))
    }

    /// The value of an anchor, shared, at the place of the alias.
    private mutating func alias() throws(ReadingStopped) -> Node {
        let span = span()
        let name = events.anchor ?? ""
        switch anchors[name] {
        case .closed(let node, let size):
            expanded += size
            if expanded > limits.aliasExpansion { throw faults.stop(.aliasExpansion(limit: limits.aliasExpansion, at: span)) }
            try count(size)
            return Node(node.value, at: span)
        case .open: try faults.report(.recursiveAlias(name, at: span))
        case nil: try faults.report(.undefinedAlias(name, at: span, nearest: NearestName.suggestion(for: name, among: anchors.keys)))
        }
        try count(1)
        return Node(.null, at: span)
    }
}
