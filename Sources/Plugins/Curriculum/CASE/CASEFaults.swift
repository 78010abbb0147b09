import Kernel

/// The faults of a package, gathered so that many are told at once, each with its place in the file and as a JSON path.
struct CASEFaults {
    private let file: SourceFile
    let sources: SourceMap
    private var faults = FaultTally()

    init(_ file: SourceFile, _ sources: SourceMap) {
        self.file = file
        self.sources = sources
    }

    func throwIfAny() throws { try faults.throwIfAny(sources) }

    mutating func report(_ diagnostic: @autoclosure () -> Diagnostic) { faults.report(diagnostic()) }

    /// Something else stands at a path than the standard says.
    mutating func shape(_ path: String, _ node: Node, expected: Text) {
        report(.caseShape(path, expected: expected, at: Self.place(of: node)))
    }

    /// Where to point: at a value, of a list or object at its beginning.
    static func place(of node: Node) -> SourceSpan {
        node.list == nil && node.map == nil ? node.span : SourceSpan(file: node.span.file, start: node.span.start, end: node.span.start)
    }
}
