import Kernel

/// Reads a text as a file of that name; `.json` by the JSON reader.
func read(_ bytes: [UInt8], path: String = "a.yaml", limits: ReaderLimits = .standard) -> (file: SourceFile, result: DocumentResult) {
    var sources = SourceMap()
    let file = sources.add(path: path, bytes: bytes)
    return (file, path.hasSuffix(".json") ? JSONReader.read(file, limits: limits) : YAMLReader.read(file, limits: limits))
}

func read(_ text: String, path: String = "a.yaml", limits: ReaderLimits = .standard) -> DocumentResult {
    read(Array(text.utf8), path: path, limits: limits).result
}

/// What a sound text says, as compact JSON; otherwise the ids of its faults.
func said(_ text: String, path: String = "a.yaml", limits: ReaderLimits = .standard) -> String {
    let result = read(text, path: path, limits: limits)
    guard let document = result.document, result.isSound else { return ids(result).joined(separator: " ") }
    return document.root.json.compact
}

func ids(_ result: DocumentResult) -> [String] { result.diagnostics.map(\.id) }

extension SourceSpan {
    /// The bytes of the span as text.
    func text(in file: SourceFile) -> String { String(decoding: file.bytes[Int(start.byte)..<Int(end.byte)], as: UTF8.self) }
}

/// Every span of a tree, keys included.
func spans(_ node: Node) -> [SourceSpan] {
    switch node.value {
    case .list(let items): [node.span] + items.flatMap(spans)
    case .map(let map): [node.span] + map.pairs.flatMap { [$0.keySpan] + spans($0.value) }
    default: [node.span]
    }
}
