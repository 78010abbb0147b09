import GRDB
import Kernel

/// `participation.lay-out-gatherings`: makes the gatherings that the plan names, on the days that the offering's start and calendar give.
///
/// Those that are there already stay as people have made them.
struct LayOutGatherings: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let db = transaction.db
        let offering = input.values["offering"]?.string ?? ""
        guard let live = transaction.live, let type = live.record("participation.gathering"),
            let course = try live.course(of: offering, in: db)
        else { throw UnknownOffering(offering: offering) }
        try OfferingRole(course).require(["coordinator", "administrator"], of: transaction.context.actor, in: db)
        let known = Set(
            try String.fetchAll(db, sql: "SELECT gathering FROM participation_gathering WHERE offering = ?", arguments: [offering]))
        var count = 0
        for gathering in course.variant.gatherings where !known.contains(gathering.id) {
            guard let day = course.schedule.day(gathering.id, .start) else { continue }
            let halves = max(1, Int((gathering.days * 2).rounded())).databaseValue
            var values: [String: FieldValue] = [
                "gathering": .scalar(gathering.id.databaseValue), "title": .scalar(gathering.title.json.compact.databaseValue),
                "starts": .scalar(day.description.databaseValue),
                "half-days": .scalar(halves), "longest": .scalar(halves),
                "mode": .scalar((gathering.digital ? "digital" : "place").databaseValue),
            ]
            if let place = Self.place(gathering.id, course) { values["place"] = .scalar(place.json.compact.databaseValue) }
            try transaction.records.create(type, values, parent: offering.databaseValue)
            count += 1
        }
        return ActionOutcome(id: offering, state: "laid-out", effect: .object([("gatherings", .integer(count))]))
    }

    private static func place(_ id: String, _ course: LiveCourse) -> Text? {
        let all = (course.variant.body["parts"]?.list ?? []).flatMap { $0["gatherings"]?.list ?? [] }
        return all.first { $0["gathering"]?.string == id }?["place"].map(Text.init(node:))
    }
}

/// That there is no offering of that id.
struct UnknownOffering: ExplainedError {
    var offering: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "det finnes ingen gjennomføring «\(offering)»", nn: "det finst inga gjennomføring «\(offering)»",
            en: "there is no offering '\(offering)'")
    }
    var help: Text? { nil }
}
