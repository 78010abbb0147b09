/// A kind of activity, as far as completion needs it.
public struct DeclaredActivity: Sendable {
    public var module: String
    public var name: String
    public var title: Text?
    /// The full name of the record in which participants do it.
    public var record: String?
    /// The state of that record in which the activity is done; nil where its existence is enough.
    public var completed: String?
    public var was: [String]

    public var id: String { "\(module).\(name)" }

    /// The full name and those that it had, which older releases still say.
    var ids: [String] { ([name] + was).map { "\(module).\($0)" } }
}
