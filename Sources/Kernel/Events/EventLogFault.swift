/// Something wrong with the event log.
public struct EventLogFault: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The event is not there: it was removed.
        case missing
        /// The event does not fit its hash, or does not follow the one before it: it was changed, put in, or moved.
        case broken
        /// The payload does not fit the event's commitment.
        case payloadChanged
        /// The payload is gone without an event that erased it.
        case payloadMissing
        /// A payload or a record belongs to no event.
        case stray
        /// The log ends before the anchor: its end was cut off.
        case truncated
        /// The event's hash is not the anchor's: the log was made anew.
        case notAnchored
    }

    public var kind: Kind
    /// The event at fault.
    public var sequence: Int64

    public init(_ kind: Kind, _ sequence: Int64) {
        self.kind = kind
        self.sequence = sequence
    }

    /// What is wrong, in a sentence.
    public var message: Text {
        switch kind {
        case .missing:
            Text(nb: "hendelse \(sequence) er fjernet", nn: "hending \(sequence) er fjerna", en: "event \(sequence) has been removed")
        case .broken:
            Text(
                nb: "hendelse \(sequence) er endret, satt inn eller flyttet", nn: "hending \(sequence) er endra, sett inn eller flytta",
                en: "event \(sequence) has been changed, put in or moved")
        case .payloadChanged:
            Text(
                nb: "innholdet i hendelse \(sequence) er endret", nn: "innhaldet i hending \(sequence) er endra",
                en: "the content of event \(sequence) has been changed")
        case .payloadMissing:
            Text(
                nb: "innholdet i hendelse \(sequence) er borte uten at det er slettet av en hendelse",
                nn: "innhaldet i hending \(sequence) er borte utan at det er sletta av ei hending",
                en: "the content of event \(sequence) is gone without an event that erased it")
        case .stray:
            Text(
                nb: "det finnes innhold til hendelse \(sequence), som ikke finnes",
                nn: "det finst innhald til hending \(sequence), som ikkje finst",
                en: "there is content for event \(sequence), which does not exist")
        case .truncated:
            Text(
                nb: "loggen slutter før hendelse \(sequence), som ankeret viser til",
                nn: "loggen sluttar før hending \(sequence), som ankeret viser til",
                en: "the log ends before event \(sequence), which the anchor points to")
        case .notAnchored:
            Text(
                nb: "hendelse \(sequence) er ikke den som ankeret viser til", nn: "hending \(sequence) er ikkje den som ankeret viser til",
                en: "event \(sequence) is not the one that the anchor points to")
        }
    }
}
