/// What a rule found, before the kernel gives it the rule's id, severity and source.
public struct Finding: Sendable {
    public var message: Text
    /// Where; nil points at the variant's name.
    public var span: SourceSpan?
    public var labels: [Diagnostic.Label]
    public var notes: [Text]
    public var help: Text?
    /// A name that was not found; the question whether the nearest was meant comes before `help`.
    public var meant: MeantName?

    public init(
        _ message: Text, at span: SourceSpan?, labels: [Diagnostic.Label] = [], notes: [Text] = [], help: Text? = nil,
        meant: MeantName? = nil
    ) {
        self.message = message
        self.span = span
        self.labels = labels
        self.notes = notes
        self.help = help
        self.meant = meant
    }
}
