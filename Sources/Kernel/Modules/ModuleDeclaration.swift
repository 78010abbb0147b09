/// What the resolver needs to know of a module: the part of its manifest that speaks of other modules.
public struct ModuleDeclaration: Sendable {
    /// Another module that this one names, and which versions of it.
    public struct Relation: Sendable {
        public var id: String
        public var range: VersionRange
        /// Where the name stands.
        public var span: SourceSpan
        /// Where the range stands.
        public var rangeSpan: SourceSpan

        /// - Parameter rangeSpan: nil where only the name has a place.
        public init(id: String, range: VersionRange, span: SourceSpan, rangeSpan: SourceSpan? = nil) {
            self.id = id
            self.range = range
            self.span = span
            self.rangeSpan = rangeSpan ?? span
        }
    }

    public var id: String
    /// Where the module says its id.
    public var span: SourceSpan
    public var version: SemanticVersion
    /// Where the module says its version.
    public var versionSpan: SourceSpan
    /// The kernels that it runs on.
    public var kernel: VersionRange
    public var kernelSpan: SourceSpan
    public var requires: [Relation]
    /// Modules that come before it if they are enabled.
    public var after: [(id: String, span: SourceSpan)]
    public var conflicts: [Relation]

    public init(
        id: String, span: SourceSpan, version: SemanticVersion, versionSpan: SourceSpan? = nil, kernel: VersionRange = .any,
        kernelSpan: SourceSpan? = nil, requires: [Relation] = [], after: [(id: String, span: SourceSpan)] = [], conflicts: [Relation] = []
    ) {
        self.id = id
        self.span = span
        self.version = version
        self.versionSpan = versionSpan ?? span
        self.kernel = kernel
        self.kernelSpan = kernelSpan ?? span
        self.requires = requires
        self.after = after
        self.conflicts = conflicts
    }
}
