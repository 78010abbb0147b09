/// A person in the store.
public struct Person: Sendable, Hashable {
    /// The internal key, which events use and no one is shown.
    public var key: Int64
    /// The key that people and files know her by.
    public var id: String
    public var givenName: String
    public var familyName: String
    public var email: String?
    /// A language tag; nil where none was given.
    public var language: String?

    /// The name as it is read out, given name first.
    public var name: String {
        givenName.isEmpty || familyName.isEmpty ? givenName + familyName : "\(givenName) \(familyName)"
    }
}
