import GRDB
import Kernel

/// `participation.swap-places`: lets two participants change groups at once.
struct SwapPlaces: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let db = transaction.db
        let ids = ["placement", "with"].compactMap { input.values[$0]?.integer.map(Int64.init) }
        let rows = try ids.compactMap { id in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT x.grouping, x.number, g.offering, g.size, g._state FROM participation_placement x
                    JOIN participation_grouping g ON g._id = x.grouping WHERE x._id = ?
                    """, arguments: [id])
        }
        guard let live = transaction.live, let type = live.record("participation.placement"), ids.count == 2, rows.count == 2 else {
            throw ReactionRefusal(
                Text(nb: "det finnes ingen slik plass", nn: "det finst ingen slik plass", en: "there is no such place"))
        }
        guard let course = try live.course(of: rows[0][2], in: db) else { throw UnknownOffering(offering: rows[0][2]) }
        try OfferingRole(course).require(["coordinator", "administrator"], of: transaction.context.actor, in: db)
        let (grouping, state): (Int64, String) = (rows[0][0], rows[0][4])
        guard grouping == rows[1][0], state == "built", (rows[0][1] as Int) != rows[1][1] else {
            throw ActRefusal.rule(
                "swap-places", nb: "bare to i hver sin gruppe av samme inndeling, før gruppene er bestemt, kan bytte plass",
                nn: "berre to i kvar si gruppe av same inndelinga, før gruppene er bestemte, kan byte plass",
                en: "only two in different groups of the same division, before the groups are confirmed, can swap places")
        }
        let reason = input.values["reason"]?.string
        let before = try GroupConstraints.places(of: grouping, in: db)
        let swapped = before.map { entry -> GroupConstraints.Place in
            var place = entry.place
            if entry.placement == ids[0] { place.group = rows[1][1] }
            if entry.placement == ids[1] { place.group = rows[0][1] }
            return place
        }
        try GroupConstraints.require(swapped, insteadOf: before.map(\.place), size: rows[0][3], reason: reason)
        for (id, row) in zip(ids, rows.reversed()) {
            var values: [String: FieldValue] = ["number": .scalar((row[1] as Int).databaseValue)]
            if let reason { values["reason"] = .scalar(reason.databaseValue) }
            try transaction.records.update(type, id, values)
        }
        return ActionOutcome(
            id: String(grouping), state: "swapped", effect: .object([("placements", .array(ids.map { .integer(Int($0)) }))]))
    }
}
