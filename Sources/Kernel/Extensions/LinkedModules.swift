/// What a host was built with: plugins written in Swift, and modules that are YAML alone.
public struct LinkedModules: Sendable {
    public let plugins: [any Plugin.Type]
    /// Modules without code: id to the files of the folder.
    public let declarations: [String: [String: String]]
    /// Whether code of modules runs; without it (`--safe-mode`) only what is declared counts.
    public let runsCode: Bool

    public init(plugins: [any Plugin.Type], declarations: [String: [String: String]] = [:], runsCode: Bool = true) {
        self.plugins = plugins
        self.declarations = declarations
        self.runsCode = runsCode
    }

    /// The same modules with none of their code.
    public var withoutCode: LinkedModules { LinkedModules(plugins: plugins, declarations: declarations, runsCode: false) }

    /// The plugin of that id, if one is linked.
    public func plugin(_ id: String) -> (any Plugin.Type)? { plugins.first { $0.id == id } }

    /// The files of every linked module, by id.
    public var files: [(id: String, files: [String: String])] {
        (plugins.map { ($0.id, $0.files) } + declarations.map { ($0.key, $0.value) }).sorted { $0.0 < $1.0 }
    }
}
