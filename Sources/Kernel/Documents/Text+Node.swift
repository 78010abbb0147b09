extension Text {
    /// A text from a file: a map from language to string.
    ///
    /// What is not a string is left out; the schema has refused it already.
    public init(node: Node) {
        var byLanguage: [String: String] = [:]
        for pair in node.map?.pairs ?? [] { byLanguage[pair.key] = pair.value.string }
        self.init(byLanguage)
    }
}
