import GRDB
import Kernel

/// A plan as it has been read in, with its sets and the aims that hold, for code that acts on local plans.
struct NationalPlan {
    /// A set of aims.
    struct AimSet {
        var code: String
        /// The year by the end of which it must be reached; nil where the set names none.
        var checkpoint: Int?
        /// The codes of its aims, in order.
        var aims: [String]
    }

    var code: String
    var framework: String
    var validFrom: String?
    var validTo: String?
    var sets: [AimSet]

    /// What is no longer in force upstream.
    static let ended: Set<String> = ["utgaatt", "ugyldig"]
    /// Whether a row of `curriculum_revision` is in force, as a condition.
    private static let holds = "coalesce(status, '') NOT IN (\(ended.sorted().map { "'\($0)'" }.joined(separator: ", ")))"

    /// - Parameter word: a code, or framework and code.
    /// - Throws: `UnknownWord` where no such plan has been read in, `AmbiguousCode` where several frameworks have one.
    init(_ word: String, in db: Database) throws {
        let sql = """
            SELECT name, code, valid_from, valid_to FROM curriculum_revision WHERE "until" IS NULL AND type IN (?1, 'laereplaner')
            """
        let all = try Row.fetchAll(db, sql: sql, arguments: [GrepType.plan])
        let names = CurriculumCode.names(word)
        let found = all.filter { row in
            names.contains(row[0]) || [word, CurriculumCode.normal(word)].contains(row[1])
        }
        guard let row = found.first else {
            let code = CurriculumCode.normal(word)
            let isReferredTo =
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM curriculum_revision WHERE \"until\" IS NULL AND plan = ?)", arguments: [code])
                ?? false
            throw UnknownWord(sort: .plan, word: word, known: all.map { $0[1] }, isReferredTo: isReferredTo)
        }
        guard Set(found.map { $0[0] as String }).count == 1 else { throw AmbiguousCode(word: word, names: found.map { $0[0] }.sorted()) }
        (code, validFrom, validTo) = (row[1], row[2], row[3])
        framework = ElementName(row[0]).framework
        sets = try Self.sets(of: code, framework, in: db)
    }

    private static func sets(of plan: String, _ framework: String, in db: Database) throws -> [AimSet] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT code, years FROM curriculum_revision WHERE "until" IS NULL AND plan = ?1 AND name = ?2 || '/' || code
                AND type IN (?3, 'kompetansemaalsett') AND \(holds) ORDER BY position, code
                """, arguments: [plan, framework, GrepType.set])
        return try rows.map { row in
            AimSet(
                code: row[0], checkpoint: SchoolYear.last(((row[1] as String?) ?? "").split(separator: " ").map(String.init)),
                aims: try aims(of: ElementName(framework: framework, code: row[0]), in: db))
        }
    }

    /// The codes of the aims of a set that hold, in order.
    static func aims(of set: ElementName, in db: Database) throws -> [String] {
        // An aim of the older reform may stand in several sets, which its links name.
        try String.fetchAll(
            db,
            sql: """
                SELECT code FROM curriculum_revision WHERE _id IN (
                SELECT _id FROM curriculum_revision WHERE "set" = ?1 AND name = ?2 || '/' || code
                UNION SELECT revision FROM curriculum_link WHERE "to" = ?2 || '/' || ?1 AND kind = 'part-of')
                AND "until" IS NULL AND type IN (?3, 'kompetansemaal') AND \(holds) ORDER BY position, code
                """, arguments: [set.code, set.framework, GrepType.aim])
    }

    /// The frameworks that have a set of a code.
    static func frameworks(ofSet code: String, in db: Database) throws -> [String] {
        let sql = "SELECT name FROM curriculum_revision WHERE code = ?1 AND \"set\" = ?1 AND \"until\" IS NULL"
        return Set(try String.fetchAll(db, sql: sql, arguments: [code]).map { ElementName($0).framework }).sorted()
    }

    /// Which elements the codes of local plans may be.
    static func names(_ words: some Sequence<String>, in db: Database) throws -> LocalAimNames {
        var names = LocalAimNames()
        for code in LocalAimNames.codes(words) {
            let statement = try db.cachedStatement(sql: "SELECT name, \"set\" FROM curriculum_revision WHERE code = ?")
            for row in try Row.fetchAll(statement, arguments: [code]) { names.add(row[0], set: row[1]) }
        }
        return names
    }

    /// Those of some elements that hold no longer: taken back, expired, or of plans that do not hold on a day.
    static func ended(of names: Set<String>, on day: String, in db: Database) throws -> Set<String> {
        let holding = try Holding(on: day, in: db)
        return try names.filter { name in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT plan, status, valid_from, valid_to, _id, type FROM curriculum_revision
                        WHERE name = ? AND "until" IS NULL
                        """), arguments: [name])
            return try !rows.contains { row in
                var plans = (row[0] as String?).map { [ElementName(framework: ElementName(name).framework, code: $0).text] } ?? []
                if row[5] == GrepType.olderAim {
                    let sql = "SELECT \"to\" FROM curriculum_link WHERE revision = ? AND kind = 'plan'"
                    plans += try String.fetchAll(db.cachedStatement(sql: sql), arguments: [row[4] as Int64])
                }
                return holding.allows(.init(status: row[1], from: row[2], to: row[3]), in: plans, isPlan: false)
            }
        }
    }

    /// Holds the plan against a day.
    ///
    /// - Throws: `PlanNotValid`.
    func require(on day: String) throws {
        guard (validFrom ?? "") <= day, day <= (validTo ?? "9999") else {
            throw PlanNotValid(code: code, day: day, from: validFrom, to: validTo)
        }
    }
}

/// That a plan does not hold on the day that counts.
struct PlanNotValid: ExplainedError {
    var code: String
    var day: String
    var from: String?
    var to: String?
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "læreplanen \(code) gjelder ikke \(day)", nn: "læreplanen \(code) gjeld ikkje \(day)",
            en: "the plan \(code) does not hold on \(day)")
    }
    var help: Text? {
        let period = "\(from ?? "…")–\(to ?? "…")"
        return Text(
            nb: "den gjelder \(period); velg en annen plan, eller en annen dag med --date",
            nn: "han gjeld \(period); vel ein annan plan, eller ein annan dag med --date",
            en: "it holds \(period); choose another plan, or another day with --date")
    }
}
