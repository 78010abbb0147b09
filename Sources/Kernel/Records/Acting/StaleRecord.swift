/// That a record has moved on since the one who acts last saw it (`--expect`).
public struct StaleRecord: ExplainedError, Hashable {
    public var expected: Int
    public var found: Int

    public var kind: ErrorKind { .busy }
    public var message: Text {
        Text(
            nb: "posten er endret av andre: du ventet versjon \(expected), den er nå i versjon \(found)",
            nn: "posten er endra av andre: du venta versjon \(expected), han er no i versjon \(found)",
            en: "the record has been changed by someone else: you expected version \(expected), it is now at \(found)")
    }
    public var help: Text? {
        Text(
            nb: "se på den med «kjerne show» og prøv igjen", nn: "sjå på han med «kjerne show» og prøv igjen",
            en: "look at it with 'kjerne show' and try again")
    }
}
