import Kernel

/// The faults of a source, gathered so that many are told at once.
struct GrepFaults {
    private var faults = FaultTally()
    private var sources = SourceMap()

    var isEmpty: Bool { faults.isEmpty }

    func throwIfAny() throws { try faults.throwIfAny(sources) }

    /// Counts a fault; only of those that are told the file is kept, and the place looked up.
    private mutating func report(
        _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ diagnostic: (SourceFile) -> Diagnostic
    ) {
        guard !faults.isFull else { return faults.report(.notJSON(path, offset: 0)) }
        let file = sources.add(path: path, bytes: Array(bytes))
        faults.report(diagnostic(file))
    }

    /// The text is no JSON.
    mutating func syntax(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        report(path, bytes) { file in
            JSONReader.read(file).diagnostics.first { $0.severity == .error } ?? .notJSON(path, offset: offset)
        }
    }

    /// It is JSON, but not of the shape of Grep.
    mutating func shape(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ fault: GrepShapeFault) {
        report(path, bytes) { .wrongShape(path, fault.path, expected: fault.expected, at: Self.span(fault.path, in: $0)) }
    }

    /// Two files hold the same code with different content.
    mutating func twice(_ code: String, _ path: String, _ first: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        report(path, bytes) { .codeTwice(code, path, first: first, at: Self.span("$.kode", in: $0)) }
    }

    /// The address of the object belongs to another framework, or to another code.
    mutating func foreign(
        _ code: String, _ path: String, _ address: String, namespace: String, _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        report(path, bytes) { .foreignAddress(code, address, namespace: namespace, at: Self.span("$.uri", in: $0)) }
    }

    /// The store holds a later state of the object.
    mutating func older(_ code: String, _ path: String, _ modified: String, than known: String, _ bytes: UnsafeBufferPointer<UInt8>) {
        report(path, bytes) { .olderRevision(code, path, modified, than: known, at: Self.span("$.sist-endret", in: $0)) }
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
