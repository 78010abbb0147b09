/// What is handed in to an action that is called by name.
public struct ActionInput: Sendable {
    /// The record that it is about, as people name it.
    public var id: String?
    /// The fields, with their places.
    public var values: Node
    /// The version that the caller last saw; another one makes it stale.
    public var expect: Int?
    /// A one-time token, for a record that is anonymous.
    public var token: String?

    public init(id: String? = nil, values: Node, expect: Int? = nil, token: String? = nil) {
        self.id = id
        self.values = values
        self.expect = expect
        self.token = token
    }
}
