/// The faults of one run: each once, sorted by file and place.
public struct Diagnostics: Sendable {
    private var seen: Set<Key> = []
    private var all: [Diagnostic] = []

    /// What makes two faults one: they say the same of the same place, whatever they advise.
    private struct Key: Hashable {
        var id: String
        var severity: Diagnostic.Severity
        var span: SourceSpan?
        var message: Text
    }

    public init() {}

    /// Adds a fault unless the same one (id, place and message) is there already.
    public mutating func report(_ diagnostic: Diagnostic) {
        if seen.insert(Key(id: diagnostic.id, severity: diagnostic.severity, span: diagnostic.span, message: diagnostic.message)).inserted {
            all.append(diagnostic)
        }
    }

    public mutating func report(contentsOf diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { report(diagnostic) }
    }

    public mutating func report(contentsOf other: Diagnostics) { report(contentsOf: other.all) }

    public var isEmpty: Bool { all.isEmpty }
    /// In the order in which they were reported, for faults in what lies in no file.
    var reported: [Diagnostic] { all }
    /// The fault that was reported first.
    public var first: Diagnostic? { all.first }
    public var count: Int { all.count }
    public var hasErrors: Bool { all.contains { $0.severity == .error } }
    public var hasWarnings: Bool { all.contains { $0.severity == .warning } }

    /// Sorted by the path of the file, then place, severity and id; faults without a place come first.
    public func sorted(in sources: SourceMap) -> [Diagnostic] {
        all.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            switch (x.span, y.span) {
            case (nil, _?): return true
            case (_?, nil): return false
            case (let p?, let q?):
                let (pathP, pathQ) = (sources[p.file].path, sources[q.file].path)
                if pathP != pathQ { return pathP < pathQ }
                if p != q { return p < q }
            case (nil, nil): break
            }
            if x.severity != y.severity { return x.severity < y.severity }
            if x.id != y.id { return x.id < y.id }
            return a.offset < b.offset
        }.map(\.element)
    }
}
