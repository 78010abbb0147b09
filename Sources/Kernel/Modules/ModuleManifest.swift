/// What `module.yaml` says, once its form has been checked.
public struct ModuleManifest: Sendable {
    /// A check of composed variants that the module declares.
    public struct Rule: Sendable {
        public var name: String
        public var title: Text
        public var severity: Diagnostic.Severity
        /// Paragraph or paper, and the date it was read.
        public var source: String?
        public var settings: Node?
        public var span: SourceSpan
    }

    /// A binding of code, or of records, to an extension point.
    public struct Binding: Sendable {
        public var point: String
        public var name: String
        public var failsClosed: Bool
        public var title: Text?
        public var description: Text?
        /// JSON Schema of the value that a variant gives to it, for points that take one.
        public var parameter: Node?
        /// The records that are given; nil where code is.
        public var records: RecordContribution? = nil
        public var span: SourceSpan
    }

    /// A place where other modules add something.
    public struct Point: Sendable {
        /// `<module>.<point>`.
        public var id: String
        /// What records it takes; nil where it takes code.
        public var takes: RecordPoint?
        public var span: SourceSpan
    }

    /// A kind of activity that a variant may place.
    public struct ActivityKind: Sendable {
        public var name: String
        public var title: Text?
        public var settings: Node?
        public var span: SourceSpan
    }

    /// A key that the module adds to variants and institutions.
    public struct Section: Sendable {
        public var key: String
        public var title: Text?
        public var schema: Node
        public var span: SourceSpan
    }

    /// The form of a file that the module exports.
    public struct FileFormat: Sendable {
        /// `<module>.<name>`, as `schema show` knows it.
        public var id: String
        /// What such a file says that it is, for example `kjerne.result/1`.
        public var format: String
        public var schema: Node
    }

    /// How the module is made.
    public enum Implementation: Sendable, Equatable {
        case declaration
        case swift(String)
        case process(command: [String], timeout: String?)
    }

    public var id: String
    public var idSpan: SourceSpan
    public var version: SemanticVersion
    public var versionSpan: SourceSpan
    public var kernel: VersionRange
    public var kernelSpan: SourceSpan
    public var title: Text
    public var description: Text?
    public var implementation: Implementation
    public var implementationSpan: SourceSpan
    public var requires: [ModuleDeclaration.Relation]
    public var conflicts: [ModuleDeclaration.Relation]
    public var after: [(module: String, span: SourceSpan)]
    public var settings: Node?
    public var sections: [Section]
    public var formats: [FileFormat]
    public var activities: [ActivityKind]
    public var rules: [Rule]
    public var bindings: [Binding]
    public var extensionPoints: [Point]
    /// The whole file, for what the kernel reads later (records, workflows, reports).
    public var root: Node
    /// The folder, for example `Modules/notes`.
    public var folder: String
    /// SHA-256 over the folder's files, for releases and plans.
    public var digest: String
    /// Long texts and letters, by their path in the folder (`texts/result.nb.md`).
    public var texts: [String: String] = [:]

    /// Every JSON Schema that the module wrote, to be checked for form.
    var schemas: [Node] {
        var all =
            sections.map(\.schema) + formats.map(\.schema) + activities.compactMap(\.settings) + bindings.compactMap(\.parameter)
            + rules.compactMap(\.settings)
        if let settings { all.append(settings) }
        for pair in root["events"]?.map?.pairs ?? [] { if let payload = pair.value["payload"] { all.append(payload) } }
        for pair in root["actions"]?.map?.pairs ?? [] { if let input = pair.value["input"] { all.append(input) } }
        for pair in root["reports"]?.map?.pairs ?? [] { if let parameters = pair.value["parameters"] { all.append(parameters) } }
        return all
    }

    /// What the resolver needs of it.
    var declaration: ModuleDeclaration {
        ModuleDeclaration(
            id: id, span: idSpan, version: version, versionSpan: versionSpan, kernel: kernel, kernelSpan: kernelSpan, requires: requires,
            after: after.map { ($0.module, $0.span) }, conflicts: conflicts)
    }
}
