/// That one element points at another.
struct Link: Sendable, Equatable {
    /// What the pointing means; the words of `link-kind` in the manifest.
    enum Kind: String, Sendable, CaseIterable {
        case partOf = "part-of"
        case plan, contains
        case coreElement = "core-element"
        case theme, skill, verb
        case buildsOn = "builds-on"
        case sameAs = "same-as"
        case reuseOf = "reuse-of"
        case copiedFrom = "copied-from"
        case replaces
        case replacedBy = "replaced-by"
        case afterYear = "after-year"
        case inYear = "in-year"
        case subject
        case subjectCode = "subject-code"
        case precedes
        case exactMatch = "exact-match"
        case peer, translation, exemplar
        case skillLevel = "skill-level"
        case related
    }

    var kind: Kind
    /// The code that it points at, whether or not there is an element of that code.
    var to: String
    /// Its place among the links of one kind, from 0.
    var position: Int
    /// The framework of the code; nil for the one that the link itself belongs to.
    var framework: String?
}
