import Kernel

/// The faults of a source, gathered so that many are told at once.
struct GrepFaults {
    private var faults = Diagnostics()
    private var sources = SourceMap()
    /// How many are told before the rest is left.
    private static let most = 20

    var isEmpty: Bool { !faults.hasErrors }

    func throwIfAny() throws {
        if faults.hasErrors { throw SourcedFaults(faults, sources: sources) }
    }

    private mutating func report(_ diagnostic: Diagnostic) throws {
        faults.report(diagnostic)
        if faults.count >= Self.most { try throwIfAny() }
    }

    /// The text is no JSON.
    mutating func syntax(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
        let result = JSONReader.read(sources.add(path: path, bytes: Array(bytes)))
        let errors = result.diagnostics.filter { $0.severity == .error }
        if let first = errors.first { return try report(first) }
        try report(.notJSON(path, offset: offset))
    }

    /// It is JSON, but not of the shape of Grep.
    mutating func shape(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ fault: GrepShapeFault) throws {
        let file = sources.add(path: path, bytes: Array(bytes))
        try report(.wrongShape(path, fault.path, expected: fault.expected, at: Self.span(fault.path, in: file)))
    }

    /// Two files hold the same code with different content.
    mutating func twice(_ code: String, _ path: String, _ first: String, _ bytes: UnsafeBufferPointer<UInt8>) throws {
        let file = sources.add(path: path, bytes: Array(bytes))
        try report(.codeTwice(code, path, first: first, at: Self.span("$.kode", in: file)))
    }

    /// The store holds a later state of the object.
    mutating func older(_ code: String, _ path: String, _ modified: String, than known: String, _ bytes: UnsafeBufferPointer<UInt8>) throws
    {
        let file = sources.add(path: path, bytes: Array(bytes))
        try report(.olderRevision(code, path, modified, than: known, at: Self.span("$.sist-endret", in: file)))
    }

    /// Where a JSON path leads in a file; the nearest thing above it where it leads nowhere.
    private static func span(_ path: String, in file: SourceFile) -> SourceSpan {
        guard var node = JSONReader.read(file).document?.root else { return SourceSpan(startOf: file.id) }
        for step in path.dropFirst().split(whereSeparator: { ".[".contains($0) }) {
            let next =
                step.hasSuffix("]")
                ? Int(step.dropLast()).flatMap { index in node.list.flatMap { index < $0.count ? $0[index] : nil } } : node[String(step)]
            guard let next else { break }
            node = next
        }
        return node.list == nil && node.map == nil ? node.span : SourceSpan(file: file.id, start: node.span.start, end: node.span.start)
    }
}
