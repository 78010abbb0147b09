/// That a subscriber has no such parked event.
public struct NothingParked: ExplainedError, Hashable {
    public var subscriber: String
    public var event: Int64?
    /// The subscribers for which something is parked.
    public var subscribers: [String]

    public var kind: ErrorKind { .badInput }

    public var message: Text {
        if let event, subscribers.contains(subscriber) {
            return Text(
                nb: "hendelse \(event) er ikke lagt til side for «\(subscriber)»",
                nn: "hending \(event) er ikkje lagd til side for «\(subscriber)»", en: "event \(event) is not parked for '\(subscriber)'")
        }
        return Text(
            nb: "ingenting er lagt til side for «\(subscriber)»", nn: "ingenting er lagt til side for «\(subscriber)»",
            en: "nothing is parked for '\(subscriber)'")
    }

    public var help: Text? {
        NearestName.suggestion(for: subscriber, among: subscribers).flatMap { $0 == subscriber ? nil : $0 }.map { nearest in
            Text(nb: "mente du «\(nearest)»?", nn: "meinte du «\(nearest)»?", en: "did you mean '\(nearest)'?")
        }
            ?? Text(
                nb: "«kernel.deliveries» viser hva som er lagt til side", nn: "«kernel.deliveries» viser kva som er lagt til side",
                en: "'kernel.deliveries' shows what is parked")
    }
}
