/// The files of one run, numbered in the order in which they were read.
///
/// Spans carry only a number, so that a node stays small; the map gives back the path and the text.
public struct SourceMap: Sendable {
    public private(set) var files: [SourceFile] = []

    public init() {}

    /// Takes a file into the map and numbers it.
    ///
    /// - Parameters:
    ///   - path: the path to show in diagnostics.
    ///   - bytes: the file's content, unchanged.
    public mutating func add(path: String, bytes: [UInt8]) -> SourceFile {
        let file = SourceFile(id: .init(files.count), path: path, bytes: bytes)
        files.append(file)
        return file
    }

    /// The file of that number, which must come from this map.
    public subscript(id: SourceFile.ID) -> SourceFile { files[Int(id.number)] }
}
