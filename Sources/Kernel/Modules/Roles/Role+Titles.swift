extension Sequence<Role> {
    /// What people call roles, as they stand within a sentence; one that is unknown is called by its id.
    public func titles(_ ids: [String], _ language: Language) -> String {
        ids.map { id in first { $0.id == id }?.title.inSentence(language) ?? id }.joined(separator: ", ")
    }
}
