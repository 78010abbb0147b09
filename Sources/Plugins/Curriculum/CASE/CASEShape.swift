/// What a property of CASE may hold.
indirect enum CASEShape: Sendable, Equatable {
    case text, uuid, instant, day, integer, number
    /// A list of texts; packages of 1.0 write a single one without the list.
    case texts
    /// `{title, identifier, uri}`, where the identifier is a UUID.
    case link
    case links
    /// `{title, identifier, uri, targetType}`, where the identifier may be any word.
    case anyLink
    /// What the standard leaves to whoever writes.
    case extensions
    /// The same as a list, which CASE 1.1 has in one place.
    case extensionList
    case objects(CASEKind)
}

/// A property of CASE 1.1.
struct CASEProperty: Sendable {
    var name: String
    var shape: CASEShape
    /// Whether the standard demands it.
    var isRequired = false
}
