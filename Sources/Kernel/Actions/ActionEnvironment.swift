/// What actions that are called by name work in.
public struct ActionEnvironment: Sendable {
    public var live: LiveConfiguration
    /// Where files that are handed in are kept.
    public var files: FileStore
    /// Gives the bytes of a file that the caller names, at most one more than the limit.
    public var openFile: @Sendable (_ path: String, _ limit: Int) throws -> [UInt8]

    public init(live: LiveConfiguration, files: FileStore, openFile: @escaping @Sendable (String, Int) throws -> [UInt8]) {
        self.live = live
        self.files = files
        self.openFile = openFile
    }
}
