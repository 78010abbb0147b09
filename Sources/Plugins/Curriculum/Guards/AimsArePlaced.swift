import GRDB
import Kernel

/// A local plan is decided only when every aim of each checkpoint is placed on a year before it, and none of a set is left out.
struct AimsArePlaced: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT a.checkpoint, a.code, a."set",
                    EXISTS (SELECT 1 FROM curriculum_placement p WHERE p.local_aim = a._id AND p.year <= a.checkpoint)
                    FROM curriculum_local_aim a WHERE a.local_plan = ? ORDER BY a.checkpoint, a.code
                    """), arguments: [act.number])
        var gaps: [Int: [String]] = [:]
        var sets: [String: (checkpoint: Int, codes: Set<String>)] = [:]
        let day = act.live.timeZone.day(at: act.instant).description
        let ended = try NationalPlan.ended(of: rows.map { $0[1] }, on: day, in: db)
        for row in rows {
            let (checkpoint, code): (Int, String) = (row[0], row[1])
            if (row[3] as Bool) == false || ended.contains(CurriculumCode.normal(code)) { gaps[checkpoint, default: []].append(code) }
            if let set = row[2] as String? { sets[set, default: (checkpoint, [])].codes.insert(code) }
        }
        for (set, own) in sets.sorted(by: { $0.key < $1.key }) {
            gaps[own.checkpoint, default: []] += try NationalPlan.aims(of: set, in: db).filter { !own.codes.contains($0) }
        }
        guard let (checkpoint, codes) = gaps.filter({ !$0.value.isEmpty }).min(by: { $0.key < $1.key }) else { return }
        let list = codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
        throw ActRefusal.guarded(
            by: "aims-are-placed",
            Text(
                nb:
                    "mål som skal nås etter trinn \(checkpoint), gjelder ikke lenger eller er ikke lagt på et trinn i tide: \(list); se curriculum.placement",
                nn:
                    "mål som skal nåast etter trinn \(checkpoint), gjeld ikkje lenger eller er ikkje lagde på eit trinn i tide: \(list); sjå curriculum.placement",
                en:
                    "aims to be reached after year \(checkpoint) hold no longer or are not placed in a year in time: \(list); see curriculum.placement"
            ))
    }
}
