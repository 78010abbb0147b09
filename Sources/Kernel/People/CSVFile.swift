/// Reads a file that an import is given.
public enum CSVFile {
    /// The most bytes that a file may have: 256 MiB.
    public static let sizeLimit = 256 << 20

    /// Reads the whole of a file into `sources`.
    ///
    /// - Throws: `DiagnosticsError` if it cannot be read, is a folder, or is over the limit.
    public static func read(_ path: String, into sources: inout SourceMap) throws(DiagnosticsError) -> SourceFile {
        let bytes: [UInt8]
        do {
            bytes = try FileContent.read(path, limit: sizeLimit)
        } catch {
            throw DiagnosticsError(.unreadableFile(error))
        }
        guard bytes.count <= sizeLimit else { throw DiagnosticsError(.fileTooLarge(path)) }
        return sources.add(path: path, bytes: bytes)
    }
}
