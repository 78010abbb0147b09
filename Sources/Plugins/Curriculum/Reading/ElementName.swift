/// Framework and code, by which an element is known among all that has been read in.
struct ElementName: Hashable {
    var framework: String
    var code: String

    init(framework: String, code: String) { (self.framework, self.code) = (framework, code) }

    /// A name as it is stored, `<framework>/<code>`.
    init(_ name: String) {
        framework = String(name.prefix { $0 != "/" })
        code = String(name.drop { $0 != "/" }.dropFirst())
    }

    var text: String { "\(framework)/\(code)" }
}
