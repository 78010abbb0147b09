/// Why a limit cannot be extended as asked.
public struct ExtensionRefusal: ExplainedError, Hashable {
    public enum Reason: Sendable, Hashable {
        /// No reason was given, or one that is too long.
        case reason
        case noRecord(String)
        /// There is no deadline or activity of that name.
        case unknown(String, known: [String])
        /// It has not begun or has stopped, or the activity is due on no day.
        case notRunning(Text)
        /// What comes after it is refused, and nobody can decide otherwise.
        case fixed(Text, source: String?)
        case beyond(Instant)
        case notLater(Instant)
    }

    public var reason: Reason
    public var zone: TimeZoneRules

    public init(_ reason: Reason, zone: TimeZoneRules) {
        self.reason = reason
        self.zone = zone
    }

    public var kind: ErrorKind {
        switch reason {
        case .reason, .noRecord, .unknown: .badInput
        case .notRunning, .fixed, .beyond, .notLater: .refused
        }
    }

    public var message: Text {
        switch reason {
        case .reason:
            let most = DeadlineExtensionAction.longestReason
            return Text(
                nb: "en utsettelse må ha en grunn, på høyst \(most) tegn", nn: "ei utsetjing må ha ein grunn, på høgst \(most) teikn",
                en: "an extension must have a reason, of at most \(most) characters")
        case .noRecord(let record):
            return Text(nb: "«\(record)» finnes ikke", nn: "«\(record)» finst ikkje", en: "there is no '\(record)'")
        case .unknown(let name, _):
            return Text(
                nb: "det finnes ingen frist «\(name)» her", nn: "det finst ingen frist «\(name)» her",
                en: "there is no deadline '\(name)' here")
        case .notRunning(let title):
            return Text(
                nb: "«\(title(.nb))» løper ikke, så det er ingenting å utsette",
                nn: "«\(title(.nn))» går ikkje, så det er ingenting å utsetje",
                en: "'\(title(.en))' does not run, so there is nothing to extend")
        case .fixed(let title, let source):
            let why = source.map { " (\($0))" } ?? ""
            return Text(
                nb: "«\(title(.nb))»\(why) kan ingen utsette", nn: "«\(title(.nn))»\(why) kan ingen utsetje",
                en: "'\(title(.en))'\(why) cannot be extended by anyone")
        case .beyond(let outer):
            let end = DateText.end(outer, in: zone, weekday: true)
            return Text(
                nb: "den ytterste grensen er \(end(.nb))", nn: "den ytste grensa er \(end(.nn))", en: "the outer limit is \(end(.en))")
        case .notLater(let ordinary):
            let end = DateText.end(ordinary, in: zone, weekday: true)
            return Text(
                nb: "fristen er \(end(.nb)) også uten utsettelse", nn: "fristen er \(end(.nn)) òg utan utsetjing",
                en: "without an extension it ends on \(end(.en)) already")
        }
    }

    public var help: Text? {
        guard case .unknown(let name, let known) = reason, !known.isEmpty else { return nil }
        guard let nearest = NearestName.suggestion(for: name, among: known) else { return .oneOf(known) }
        return Text(nb: "mente du «\(nearest)»?", nn: "meinte du «\(nearest)»?", en: "did you mean '\(nearest)'?")
    }
}
