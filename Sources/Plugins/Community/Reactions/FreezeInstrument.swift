import GRDB
import Kernel

/// A new survey keeps its instrument as it is now: what changes in the settings later changes no survey.
struct FreezeInstrument: Reaction {
    let events: EventSelection = ["community.survey.created"]

    func react(to event: RecordedEvent, in transaction: ActionTransaction) throws {
        guard let live = transaction.live, let type = live.record("community.survey"),
            let number = event.header.records.first(where: { $0.kind == type.id }).flatMap({ Int64($0.id) }),
            let survey = try transaction.records.load(type, number)
        else { return }
        let settings = live.module("community")?.settings ?? .object([])
        let known = ["instruments", "licensed-instruments"].flatMap { settings[$0]?.object ?? [] }
        let name = survey.values["instrument"]?.string ?? ""
        guard let found = known.first(where: { $0.key == name })?.value, case .object(let members) = found else {
            throw ReactionRefusal(
                Text(
                    nb: "det finnes ikke noe spørreskjema «\(name)»", nn: "det finst ikkje noko spørjeskjema «\(name)»",
                    en: "there is no instrument '\(name)'"), help: Self.help(known.map(\.key)))
        }
        if let fault = Instrument(found).fault { throw ReactionRefusal(fault) }
        try Self.requireSameSchool(survey, type, in: transaction)
        let definition = JSONValue.object(members + [("alpha-from", settings["alpha-from"] ?? .integer(30))])
        let text = String(decoding: try definition.canonical, as: UTF8.self)
        try transaction.records.update(type, number, ["definition": .scalar(text.databaseValue)])
    }

    /// What is compared with is an earlier survey of the same group by the same instrument: schools are not held against each other.
    private static func requireSameSchool(_ survey: RecordContent, _ type: RecordType, in transaction: ActionTransaction) throws {
        guard let before = survey.values["before"]?.integer, let earlier = try transaction.records.load(type, Int64(before)) else { return }
        let isSame = try Bool.fetchOne(
            transaction.db,
            sql: "SELECT count(DISTINCT \"group\") = 1 AND count(DISTINCT instrument) = 1 FROM community_survey WHERE _id IN (?, ?)",
            arguments: [survey.number, earlier.number])
        guard isSame != true else { return }
        throw ReactionRefusal(
            Text(
                nb: "en undersøkelse sammenlignes bare med en tidligere i samme gruppe og med samme skjema",
                nn: "ei undersøking blir berre samanlikna med ei tidlegare i same gruppa og med same skjema",
                en: "a survey is compared only with an earlier one of the same group and by the same instrument"))
    }

    private static func help(_ known: [String]) -> Text {
        let names = known.sorted().joined(separator: ", ")
        return Text(
            nb: "de som finnes, er \(names); flere skrives i innstillingene til modulen",
            nn: "dei som finst, er \(names); fleire blir skrivne i innstillingane til modulen",
            en: "those there are: \(names); more are written in the settings of the module")
    }
}
