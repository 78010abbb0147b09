extension Text {
    /// A text from a file: a map from language to string.
    ///
    /// What is not a string is left out; the schema has refused it already.
    public init(node: Node) {
        let pairs = node.map?.pairs ?? []
        var byLanguage = [String: String](minimumCapacity: pairs.count)
        for pair in pairs { byLanguage[pair.key] = pair.value.string }
        self.init(byLanguage)
    }
}
