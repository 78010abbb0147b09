/// That time forbids a transition: it is too early, too late, or what it must come after has not happened.
public struct WindowRefusal: ExplainedError, Hashable {
    /// How a limit that is over can be moved.
    public enum Extendable: Sendable, Hashable {
        case deadline(String)
        case activity(enrolment: Int64, activity: String)
    }

    public enum Reason: Sendable, Hashable {
        case tooEarly(Instant)
        case notYet
        case over(Instant, extendable: Extendable?)
    }

    /// What was to be done, as people call it.
    public var transition: Text
    /// The path of the moment, and what people call it.
    public var moment: String
    public var label: Text
    public var reason: Reason
    public var record: RecordPlace.Step
    public var zone: TimeZoneRules
    /// Whether whoever is refused may know when it was, or will be.
    public var tellsWhen = true

    public var kind: ErrorKind { .refused }

    public var message: Text {
        guard tellsWhen else {
            return Text(
                nb: "«\(transition(.nb))» kan ikke gjøres på dette tidspunktet",
                nn: "«\(transition(.nn))» kan ikkje gjerast på dette tidspunktet",
                en: "'\(transition(.en))' cannot be done at this time")
        }
        switch reason {
        case .tooEarly(let instant):
            let from = DateText.instant(instant, in: zone, weekday: true)
            return Text(
                nb: "«\(transition(.nb))» kan først gjøres fra \(from(.nb)) (\(label(.nb)))",
                nn: "«\(transition(.nn))» kan først gjerast frå \(from(.nn)) (\(label(.nn)))",
                en: "'\(transition(.en))' cannot be done before \(from(.en)) (\(label(.en)))")
        case .notYet:
            return Text(
                nb: "«\(transition(.nb))» kan ikke gjøres ennå: «\(label(.nb))» har ikke skjedd",
                nn: "«\(transition(.nn))» kan ikkje gjerast enno: «\(label(.nn))» har ikkje hendt",
                en: "'\(transition(.en))' cannot be done yet: '\(label(.en))' has not happened")
        case .over(let instant, _):
            let until = DateText.end(instant, in: zone, weekday: true)
            return Text(
                nb: "«\(transition(.nb))» kunne gjøres til \(until(.nb)) (\(label(.nb)))",
                nn: "«\(transition(.nn))» kunne gjerast til \(until(.nn)) (\(label(.nn)))",
                en: "'\(transition(.en))' could be done until \(until(.en)) (\(label(.en)))")
        }
    }

    public var help: Text? {
        guard tellsWhen, case .over(_, let extendable?) = reason else { return nil }
        let command =
            switch extendable {
            case .deadline(let name):
                "kjerne do \(DeadlineExtension.action) --record \(record.kind) --id \(record.number) --deadline \(name)"
            case .activity(let enrolment, let activity):
                "kjerne do \(DeadlineExtension.action) --enrolment \(enrolment) --activity \(activity)"
            }
        func roles(_ language: Language) -> String { Role.kernel.titles(DeadlineExtension.roles, language) }
        return Text(
            nb: "fristen kan utsettes, med en grunn, av den som er \(roles(.nb)): \(command) --until DATO --reason GRUNN",
            nn: "fristen kan utsetjast, med ein grunn, av den som er \(roles(.nn)): \(command) --until DATO --reason GRUNN",
            en: "it can be extended, with a reason, by whoever is \(roles(.en)): \(command) --until DATE --reason REASON")
    }
}
