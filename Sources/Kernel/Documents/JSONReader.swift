/// Reads a JSON file (RFC 8259) into the same nodes, with the same places and limits, as `YAMLReader`.
///
/// The grammar is followed to the letter: no comments, no trailing commas, no leading zeros, no escape that is half of a surrogate pair.
/// - A name that occurs twice in an object is a fault, although RFC 8259 only advises against it.
/// - A byte order mark is passed over, as section 8.1 allows.
/// - A number beyond every double (`1e400`) has the value infinity and keeps its literal.
public enum JSONReader {
    /// Reads a file, and finds every repeated name, and the first fault that reading cannot go on after.
    ///
    /// - Parameters:
    ///   - file: the file as it is on disk.
    ///   - limits: what to refuse for its size. Aliases do not occur in JSON.
    public static func read(_ file: SourceFile, limits: ReaderLimits = .standard) -> DocumentResult {
        var faults = ReaderFaults(limit: limits.faults)
        let document = file.bytes.withUnsafeBufferPointer { bytes -> Document? in
            do throws(ReadingStopped) {
                let text = try SourceText(file, bytes, .json, limits, &faults)
                var parser = JSONParser(file.id, text, limits, faults)
                defer { faults = parser.faults }
                return Document(file: file, root: try parser.document())
            } catch {
                return nil
            }
        }
        return DocumentResult(document: document, diagnostics: faults.diagnostics)
    }
}
