import GRDB
import Kernel

/// An answer to a survey answers every question of its instrument, and nothing else, on its scale.
///
/// Whole answers alone, so that every number of the results is about the same people and none can be got by subtracting one from another.
struct ValidAnswer: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        guard let survey = act.values["survey"]?.integer,
            let text = try String.fetchOne(
                db.cachedStatement(sql: "SELECT definition FROM community_survey WHERE _id = ?"), arguments: [survey])
        else { return }
        let instrument = Instrument(try JSONValue(parsing: Array(text.utf8)))
        let given = act.values["answers"]?.object ?? []
        let known = Set(instrument.items.map(\.id))
        if let other = given.first(where: { !known.contains($0.key) }) {
            throw refusal(
                Text(
                    nb: "skjemaet har ikke noe spørsmål «\(other.key)»", nn: "skjemaet har ikkje noko spørsmål «\(other.key)»",
                    en: "the instrument has no question '\(other.key)'"))
        }
        for item in instrument.items {
            guard let value = given.first(where: { $0.key == item.id })?.value.integer else {
                throw refusal(
                    Text(
                        nb: "svaret på «\(item.id)» mangler; alle spørsmål må besvares",
                        nn: "svaret på «\(item.id)» manglar; alle spørsmål må svarast på",
                        en: "the answer to '\(item.id)' is missing; every question must be answered"))
            }
            guard !instrument.scale.contains(value) else { continue }
            let (low, high) = (instrument.scale.lowerBound, instrument.scale.upperBound)
            throw refusal(
                Text(
                    nb: "svaret på «\(item.id)» må være fra \(low) til \(high)",
                    nn: "svaret på «\(item.id)» må vere frå \(low) til \(high)",
                    en: "the answer to '\(item.id)' must be from \(low) to \(high)"))
        }
    }

    private func refusal(_ text: Text) -> ActRefusal { .guarded(by: "valid-answer", text) }
}
