/// That a subscriber did not take an event.
public struct DeliveryFailure: Sendable, Hashable {
    /// `<module>.<name>`.
    public var subscriber: String
    /// The event's place in the log.
    public var event: Int64
    /// What the subscriber said, which may tell what not everyone may know.
    public var reason: Text
    /// When it is tried again; nil where it is parked.
    public var nextAttempt: Instant?

    /// It, in a sentence.
    ///
    /// - Parameter withReason: whether the reader may know what the subscriber said.
    public func message(withReason: Bool) -> Text {
        let what = Text(
            nb: "«\(subscriber)» tok ikke imot hendelse \(event)", nn: "«\(subscriber)» tok ikkje imot hending \(event)",
            en: "'\(subscriber)' did not take event \(event)")
        let next =
            nextAttempt.map {
                Text(nb: "den prøves igjen \($0)", nn: "ho blir prøvd igjen \($0)", en: "it is tried again at \($0)")
            } ?? Text(nb: "den er lagt til side", nn: "ho er lagd til side", en: "it is parked")
        let why = Text(
            nb: withReason ? ": \(reason(.nb))" : "", nn: withReason ? ": \(reason(.nn))" : "", en: withReason ? ": \(reason(.en))" : "")
        return Text(
            nb: "\(what(.nb))\(why(.nb)); \(next(.nb))", nn: "\(what(.nn))\(why(.nn)); \(next(.nn))",
            en: "\(what(.en))\(why(.en)); \(next(.en))")
    }
}
