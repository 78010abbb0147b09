import GRDB
import Kernel

/// A change of groups by hand keeps their rules, or says why one is set aside; who is placed takes part in the course.
struct KeepsGroupsGuard: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let stored = try Row.fetchOne(
            db, sql: "SELECT grouping, enrolment, reason FROM participation_placement WHERE _id = ?", arguments: [act.number])
        guard let grouping = stored?[0] ?? act.values["grouping"]?.integer.map(Int64.init), let number = act.values["number"]?.integer,
            let row = try Row.fetchOne(db, sql: "SELECT offering, size FROM participation_grouping WHERE _id = ?", arguments: [grouping])
        else { return }
        let enrolment = try Self.enrolment(act.values["enrolment"], in: db) ?? stored?[1]
        let member = try BuildGroupsReaction.members(of: row[0], in: db).first { $0.enrolment == enrolment }
        guard let member else {
            throw ActRefusal.rule(
                "keeps-groups", nb: "bare de som deltar i gjennomføringen, kan stå i en gruppe",
                nn: "berre dei som deltek i gjennomføringa, kan stå i ei gruppe",
                en: "only those who take part in the offering can be in a group")
        }
        let places = try GroupConstraints.places(of: grouping, in: db)
        let others = places.filter { $0.placement != act.number }.map(\.place)
        let own = GroupConstraints.Place(enrolment: String(member.enrolment), group: number, school: member.school, team: member.team)
        // A reason that stands there already was given for another change.
        let given = act.values["reason"]?.string
        let old: String? = stored?[2]
        try GroupConstraints.require(
            others + [own], insteadOf: places.map(\.place), size: row[1], reason: given == old ? nil : given)
    }

    /// The key of an enrolment that is written as OFFERING/PERSON, or as its key.
    private static func enrolment(_ value: JSONValue?, in db: Database) throws -> Int64? {
        if let key = value?.integer { return Int64(key) }
        guard let text = value?.string else { return nil }
        let words = text.split(separator: "/", maxSplits: 1).map(String.init)
        guard words.count == 2 else { return Int64(text) }
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT e.id FROM kernel_enrolment e JOIN kernel_person p ON p.key = e.person
                WHERE e.offering = ? AND p.id = ? ORDER BY e.role = 'participant' DESC, e.id DESC
                """, arguments: [words[0], words[1]])
    }
}
