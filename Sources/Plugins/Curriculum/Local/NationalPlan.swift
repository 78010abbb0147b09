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
    /// - Throws: `UnknownWord` where no such plan has been read in.
    init(_ word: String, in db: Database) throws {
        let sql = """
            SELECT name, code, valid_from, valid_to FROM curriculum_revision WHERE "until" IS NULL AND type IN (?1, 'laereplaner')
            """
        let all = try Row.fetchAll(db, sql: sql, arguments: [GrepType.plan])
        let names = CurriculumCode.names(word)
        let row = all.first { row in
            names.contains(row[0]) || [word, CurriculumCode.normal(word)].contains(row[1])
        }
        guard let row else {
            let code = CurriculumCode.normal(word)
            let isReferredTo =
                try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM curriculum_revision WHERE \"until\" IS NULL AND plan = ?)", arguments: [code])
                ?? false
            throw UnknownWord(sort: .plan, word: word, known: all.map { $0[1] }, isReferredTo: isReferredTo)
        }
        (code, validFrom, validTo) = (row[1], row[2], row[3])
        framework = String((row[0] as String).prefix { $0 != "/" })
        sets = try Self.sets(of: code, framework, in: db)
    }

    private static func sets(of plan: String, _ framework: String, in db: Database) throws -> [AimSet] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT code, years FROM curriculum_revision WHERE "until" IS NULL AND plan = ?1 AND name LIKE ?2 || '/%'
                AND type IN (?3, 'kompetansemaalsett') AND \(holds) ORDER BY position, code
                """, arguments: [plan, framework, GrepType.set])
        return try rows.map { row in
            AimSet(
                code: row[0], checkpoint: SchoolYear.last(((row[1] as String?) ?? "").split(separator: " ").map(String.init)),
                aims: try aims(of: row[0], framework, in: db))
        }
    }

    /// The codes of the aims of a set that hold, in order.
    ///
    /// - Parameter framework: only of that one; nil for any.
    static func aims(of set: String, _ framework: String? = nil, in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT code FROM curriculum_revision WHERE "until" IS NULL AND "set" = ?1 AND (?2 IS NULL OR name LIKE ?2 || '/%')
                AND type IN (?3, 'kompetansemaal') AND \(holds) ORDER BY position, code
                """, arguments: [set, framework, GrepType.aim])
    }

    /// Those of some codes that were read in, and hold no longer: taken back, expired, or of a plan that does not hold on a day.
    static func ended(of codes: [String], on day: String, in db: Database) throws -> Set<String> {
        let holding = try Holding(on: day, in: db)
        return try Set(
            codes.map(CurriculumCode.normal).filter { code in
                let rows = try Row.fetchAll(
                    db.cachedStatement(
                        sql: "SELECT plan, status, valid_from, valid_to, \"until\" IS NULL FROM curriculum_revision WHERE code = ?"),
                    arguments: [code])
                return !rows.isEmpty
                    && !rows.contains { row in
                        row[4] && holding.allows(.init(status: row[1], from: row[2], to: row[3]), in: row[0], isPlan: false)
                    }
            })
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
