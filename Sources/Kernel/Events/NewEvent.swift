/// A fact that is about to be written to the event log.
public struct NewEvent: Sendable {
    /// The module that declares the event.
    public struct Source: Sendable, Hashable {
        public var module: String
        public var version: String
        public init(module: String, version: String) {
            self.module = module
            self.version = version
        }

        /// The kernel itself; its version counts as that of the store's format.
        public static let kernel = Source(module: "kernel", version: "1.0.0")
    }

    /// What happened, in the past tense, for example `kernel.people.imported`.
    public var name: String
    /// The version of the payload's form.
    public var version: Int
    public var source: Source
    /// What it is about; order and repetition do not matter.
    public var records: [RecordReference]
    /// What happened in detail.
    ///
    /// Erasable, and read under the rights of its fields.
    public var payload: JSONValue

    public init(_ name: String, version: Int = 1, source: Source = .kernel, records: [RecordReference] = [], payload: JSONValue) {
        self.name = name
        self.version = version
        self.source = source
        self.records = records
        self.payload = payload
    }
}
