extension Text {
    /// A text as JSON has it: an object from languages to strings; nil for anything else.
    init?(_ pairs: [(key: String, value: JSONValue)]) {
        var byLanguage: [String: String] = [:]
        for pair in pairs {
            guard Language(rawValue: pair.key) != nil, let string = pair.value.string else { return nil }
            byLanguage[pair.key] = string
        }
        guard !byLanguage.isEmpty else { return nil }
        self.init(byLanguage)
    }
}
