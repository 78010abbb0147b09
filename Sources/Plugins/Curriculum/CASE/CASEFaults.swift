import Kernel

/// The faults of a package, gathered so that many are told at once, each with its place in the file and as a JSON path.
struct CASEFaults {
    private let file: SourceFile
    let sources: SourceMap
    private var faults = Diagnostics()
    /// How many are told before the rest is left.
    private static let most = 20

    init(_ file: SourceFile, _ sources: SourceMap) {
        self.file = file
        self.sources = sources
    }

    func throwIfAny() throws {
        if faults.hasErrors { throw SourcedFaults(faults, sources: sources) }
    }

    mutating func report(_ diagnostic: Diagnostic) throws {
        faults.report(diagnostic)
        if faults.count >= Self.most { try throwIfAny() }
    }

    /// Something else stands at a path than the standard says.
    mutating func shape(_ path: String, _ node: Node, expected: Text) throws {
        try report(.caseShape(path, expected: expected, at: Self.place(of: node)))
    }

    /// Where to point: at a value, of a list or object at its beginning.
    static func place(of node: Node) -> SourceSpan {
        node.list == nil && node.map == nil ? node.span : SourceSpan(file: node.span.file, start: node.span.start, end: node.span.start)
    }
}
