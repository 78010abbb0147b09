/// A letter that a transition sends.
public struct NoticeDeclaration: Sendable {
    public var name: String
    /// The path of the texts without language and ending, for example `texts/result`.
    public var template: String
    /// The relation or path that leads to the person it goes to.
    public var to: String
    public var span: SourceSpan
}
