/// Reads a YAML 1.2 file into a tree of nodes that knows the place of every key and value.
///
/// Events come from libyaml; what a value is follows the core schema (YAML 1.2.2, 10.3): `no`, `12:30` and `1_000` are strings.
/// ```swift
/// let result = YAMLReader.read(sources.add(path: "module.yaml", bytes: bytes))
/// result.document?.root["title"]?.span.start.line
/// ```
/// - A key is a scalar and counts as its text (`1: a` has the key `1`). Null, lists and maps are no keys. `<<` is a key like any other.
/// - The core tags (`!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!seq`, `!!map`) and `!` are honoured, other tags refused.
/// - The span of a value begins at its tag or anchor, if it has one; a block list or map ends where its last value ends,
///   a block scalar at the end of its last line that is not blank.
/// - One document a file. A byte order mark and all three ends of line are taken; UTF-16 and UTF-32 are refused.
/// - `%YAML` of another version than 1.2 gives a warning, other directives too; `%TAG` is refused, since only core tags are known.
public enum YAMLReader {
    /// Reads a file, and finds all its faults: every one that reading can go on after, and the first that it cannot.
    ///
    /// - Parameters:
    ///   - file: the file as it is on disk.
    ///   - limits: what to refuse for its size.
    public static func read(_ file: SourceFile, limits: ReaderLimits = .standard) -> DocumentResult {
        var faults = ReaderFaults(limit: limits.faults)
        let document = file.bytes.withUnsafeBufferPointer { bytes -> Document? in
            do throws(ReadingStopped) {
                let text = try SourceText(file, bytes, .yaml, limits, &faults)
                return try Self.document(file, text, limits, &faults)
            } catch {
                return nil
            }
        }
        return DocumentResult(document: document, diagnostics: faults.diagnostics)
    }

    private static func document(
        _ file: SourceFile, _ text: SourceText, _ limits: ReaderLimits, _ faults: inout ReaderFaults
    ) throws(ReadingStopped) -> Document? {
        let prologue = try YAMLPrologue(file, text, &faults)
        let rest = UnsafeBufferPointer(rebasing: text.bytes[prologue.length...])
        guard let events = YAMLEvents(rest) else { throw faults.stop(.outOfMemory(at: SourceSpan(startOf: file.id))) }
        var builder = YAMLBuilder(file, rest, prologue.end, events, text.scan, limits, faults)
        do throws(ReadingStopped) {
            let root = try builder.document()
            faults = builder.faults
            return Document(file: file, root: root)
        } catch {
            faults = builder.faults
            throw error
        }
    }
}
