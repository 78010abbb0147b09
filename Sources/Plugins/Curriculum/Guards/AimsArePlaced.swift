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
        let names = try NationalPlan.names(rows.map { $0[1] }, in: db)
        let aims = rows.map { row in
            Aim(
                checkpoint: row[0], code: row[1], set: row[2], isPlaced: row[3],
                meaning: names.meaning(row[1], set: row[2]))
        }
        for aim in aims {
            if case .several(let names) = aim.meaning { throw Self.ambiguous(aim.code, names) }
        }
        var gaps: [Int: [String]] = [:]
        var sets: [String: (checkpoint: Int, names: Set<String>)] = [:]
        let day = act.live.timeZone.day(at: act.instant).description
        let ended = try NationalPlan.ended(of: Set(aims.compactMap(\.name)), on: day, in: db)
        for aim in aims {
            if !aim.isPlaced || aim.name.map(ended.contains) ?? false { gaps[aim.checkpoint, default: []].append(aim.code) }
            let set = try aim.set.flatMap { word in
                try LocalAimNames.set(word, of: aim.meaning) { try NationalPlan.frameworks(ofSet: $0, in: db) }
            }
            guard let set else { continue }
            let own = aim.name ?? "\(ElementName(set).framework)/\(CurriculumCode.normal(aim.code))"
            sets[set, default: (aim.checkpoint, [])].names.insert(own)
        }
        for (name, own) in sets.sorted(by: { $0.key < $1.key }) {
            let set = ElementName(name)
            gaps[own.checkpoint, default: []] += try NationalPlan.aims(of: set, in: db).filter { code in
                !own.names.contains(ElementName(framework: set.framework, code: code).text)
            }
        }
        let left = gaps.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { (checkpoint: $0.key, list: Self.list($0.value)) }
        if let refusal = Self.refusal(left) { throw refusal }
    }

    /// The first of some codes.
    private static func list(_ codes: [String]) -> String { codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "") }

    /// That aims are not placed in time, with the first of them for each checkpoint; nil where there are none.
    private static func refusal(_ gaps: [(checkpoint: Int, list: String)]) -> ActRefusal? {
        guard let (checkpoint, list) = gaps.first else { return nil }
        func lines(_ after: String) -> String { gaps.map { "\(after) \($0.checkpoint): \($0.list)" }.joined(separator: "; ") }
        guard gaps.count == 1 else {
            let norwegian = lines("etter trinn")
            return .guarded(
                by: "aims-are-placed",
                Text(
                    nb: "noen mål gjelder ikke lenger eller er ikke lagt på et trinn i tide; \(norwegian); se curriculum.placement",
                    nn: "nokre mål gjeld ikkje lenger eller er ikkje lagde på eit trinn i tide; \(norwegian); sjå curriculum.placement",
                    en: "some aims hold no longer or are not placed in a year in time; \(lines("after year")); see curriculum.placement"))
        }
        return .guarded(
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

    /// An aim of the local plan, and what it is.
    private struct Aim {
        var checkpoint: Int
        var code: String
        var set: String?
        var isPlaced: Bool
        var meaning: LocalAimNames.Meaning

        var name: String? { if case .one(let name) = meaning { name } else { nil } }
    }

    private static func ambiguous(_ code: String, _ names: [String]) -> ActRefusal {
        let error = AmbiguousCode(word: code, names: names)
        let choice = AmbiguousCode.choice(names)
        func line(_ language: Language) -> String { "\(error.message(language)); \(choice(language))" }
        return .guarded(by: "aims-are-placed", Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }
}
