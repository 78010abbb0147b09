/// What the associations of CASE mean as links.
enum CASELinks {
    /// The kind of an association type; nil for one that neither the standard nor its rule for extensions knows.
    static func kind(_ type: String) -> Link.Kind? { kinds[type] ?? (isExtension(type) ? .related : nil) }

    /// Whether a type or target is named as the standard wants others' to be: `ext:` and a word.
    static func isExtension(_ word: String) -> Bool { word.wholeMatch(of: /ext:[a-zA-Z0-9._|-]+/) != nil }

    private static let kinds: [String: Link.Kind] = [
        "isChildOf": .partOf, "isPartOf": .partOf, "isPeerOf": .peer, "isRelatedTo": .related, "exactMatchOf": .exactMatch,
        "exemplar": .exemplar, "hasSkillLevel": .skillLevel, "precedes": .precedes, "replacedBy": .replacedBy,
        "isTranslationOf": .translation,
    ]
}
