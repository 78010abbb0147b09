import GRDB
import Kernel

/// `curriculum.lay-out-reading`: makes the steps of a shared reading from a template of the module's settings, each due at its week's end.
struct LayOutReading: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let name = input.values["template"]?.string ?? "one-plan-six-weeks"
        let templates = input.settings["processes"]?.object ?? []
        guard let steps = templates.first(where: { $0.key == name })?.value.array else {
            throw UnknownTemplate(name: name, known: templates.map(\.key))
        }
        guard let reading = input.record, let type = transaction.live?.record("curriculum.reading-step"),
            let start = try reading.values["starts"]?.string.map({ try Day($0) })
        else { throw UnknownTemplate(name: name, known: templates.map(\.key)) }
        let laidOut = try Int.fetchOne(
            transaction.db, sql: "SELECT count(*) FROM \(type.table) WHERE reading = ?", arguments: [reading.number])
        if let laidOut, laidOut > 0 { throw StepsLaidOut(count: laidOut) }
        for step in steps {
            let week = step["week"]?.integer ?? 1
            let due = try start.adding(days: 7 * week - 1)
            let what = String(decoding: try (step["what"] ?? .object([])).canonical, as: UTF8.self)
            try transaction.records.create(
                type,
                [
                    "week": .scalar(week.databaseValue), "due": .scalar(due.description.databaseValue),
                    "form": .scalar((step["form"]?.string ?? "group").databaseValue),
                    "level": .scalar((step["level"]?.string ?? "formal").databaseValue), "what": .scalar(what.databaseValue),
                ], parent: reading.number.databaseValue)
        }
        return ActionOutcome(
            id: String(reading.number), state: reading.state, version: reading.version,
            effect: .object([("template", .string(name)), ("steps", .integer(steps.count))]))
    }
}

/// That a reading has steps already: laid out once more there would be two of each.
struct StepsLaidOut: ExplainedError {
    var count: Int
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "lesingen har alt \(Counted.text(count, "steg", "steg")); en mal legges ut bare én gang",
            nn: "lesinga har alt \(Counted.text(count, "steg", "steg")); ein mal blir lagd ut berre éin gong",
            en: "the reading has \(Counted.text(count, "step", "steps")) already; a template is laid out only once")
    }
    var help: Text? {
        Text(
            nb: "legg til flere steg med curriculum.reading-step.create, eller begynn på en ny lesing",
            nn: "legg til fleire steg med curriculum.reading-step.create, eller begynn på ei ny lesing",
            en: "add steps with curriculum.reading-step.create, or begin a new reading")
    }
}

/// That a template of that name is not among the module's settings.
struct UnknownTemplate: ExplainedError {
    var name: String
    var known: [String]
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(nb: "det finnes ingen mal «\(name)»", nn: "det finst ingen mal «\(name)»", en: "there is no template '\(name)'")
    }
    var help: Text? {
        let names = known.joined(separator: ", ")
        return Text(nb: "malene er \(names)", nn: "malane er \(names)", en: "the templates are \(names)")
    }
}
