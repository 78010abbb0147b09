/// A file read as one document.
public struct Document: Sendable {
    public let file: SourceFile
    public let root: Node

    public init(file: SourceFile, root: Node) {
        self.file = file
        self.root = root
    }
}
