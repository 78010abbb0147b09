/// That someone should be enrolled in an offering that takes no one in any more.
public struct RetiredOffering: ExplainedError, Hashable {
    public var offering: String

    public var kind: ErrorKind { .refused }
    public var message: Text { Diagnostic.retiredOffering(offering, at: nil).message }

    public var help: Text? {
        Text(
            nb: "«kjerne offerings list» viser dem som tar imot", nn: "«kjerne offerings list» viser dei som tek imot",
            en: "'kjerne offerings list' shows those that take people in")
    }
}
