/// A file or folder that a person wants read in.
public struct ImportSource: Sendable {
    /// The name as the person gave it, for messages and the log.
    public let name: String
    /// Where it lies: a path that can be opened.
    public let path: String

    public init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
