import GRDB
import Kernel

/// What staff work names of the curriculum is a code that has been read in, or that something read in refers to; one code each, and with its
/// framework where several have one.
///
/// Where no framework has been read in there is nothing to hold a code against.
struct CodesAreKnown: ActionGuard {
    func check(_ act: GuardedAct, in db: Database) throws {
        let named = ["elements", "code"].flatMap { field in act.values[field].map { $0.array ?? [$0] } ?? [] }.compactMap(\.string)
        guard !named.isEmpty, try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM curriculum_element)") == true else { return }
        for word in named {
            if try !Self.isKnown(word, in: db) { throw try Self.refusal(word, in: db) }
            let names = try Self.names(word, in: db)
            if names.count > 1 { throw Self.ambiguous(word, names) }
        }
    }

    /// The names of the elements of that code, in all frameworks; none for framework and code.
    private static func names(_ word: String, in db: Database) throws -> [String] {
        guard CurriculumCode.names(word).isEmpty else { return [] }
        let statement = try db.cachedStatement(sql: "SELECT name FROM curriculum_element WHERE code IN (?1, ?2) ORDER BY name")
        let names = try String.fetchAll(statement, arguments: [word, CurriculumCode.normal(word)])
        return Set(names.map { ElementName($0).framework }).count > 1 ? names : []
    }

    private static func ambiguous(_ word: String, _ names: [String]) -> ActRefusal {
        let choice = AmbiguousCode.choice(names)
        let message = AmbiguousCode(word: word, names: names).message
        func line(_ language: Language) -> String { "\(message(language)); \(choice(language))" }
        return .guarded(by: "codes-are-known", Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }

    private static func isKnown(_ word: String, in db: Database) throws -> Bool {
        let codes = Set([word, CurriculumCode.normal(word)]).sorted()
        let names = CurriculumCode.names(word)
        for code in codes {
            let isElement =
                try Bool.fetchOne(
                    db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM curriculum_element WHERE code = ?1 OR name = ?1)"),
                    arguments: [code]) ?? false
            if isElement { return true }
        }
        // A code that is only referred to is one too.
        let frameworks = try String.fetchAll(db, sql: "SELECT name FROM curriculum_framework")
        for name in names + frameworks.flatMap({ framework in codes.map { "\(framework)/\($0)" } }) {
            let isReferredTo =
                try Bool.fetchOne(
                    db.cachedStatement(
                        sql:
                            "SELECT EXISTS (SELECT 1 FROM curriculum_element WHERE name = ?1) OR EXISTS (SELECT 1 FROM curriculum_link WHERE \"to\" = ?1)"
                    ), arguments: [name]) ?? false
            if isReferredTo { return true }
        }
        return false
    }

    private static func refusal(_ word: String, in db: Database) throws -> ActRefusal {
        let parts = word.split { ",;| ".contains($0) }.map(String.init)
        if parts.count > 1, try isKnown(parts[0], in: db) {
            return .guarded(
                by: "codes-are-known",
                Text(
                    nb:
                        "«\(word)» er flere koder i ett; gjenta --elements for hver kode, for eksempel --elements \(parts[0]) --elements \(parts[1])",
                    nn:
                        "«\(word)» er fleire kodar i eitt; ta --elements om att for kvar kode, til dømes --elements \(parts[0]) --elements \(parts[1])",
                    en:
                        "'\(word)' is several codes in one; repeat --elements for each code, for example --elements \(parts[0]) --elements \(parts[1])"
                ))
        }
        // An address ends with the code.
        let last = word.split(separator: "/").last.map(String.init) ?? word
        let isNear = last != word ? try isKnown(last, in: db) : false
        let wanted = CurriculumCode.normal(last)
        let near =
            isNear
            ? last
            : NearestName.suggestion(
                for: wanted,
                among: try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT code FROM curriculum_element WHERE length(code) BETWEEN ?1 - 1 AND ?1 + 1 AND substr(code, 1, 2) = substr(?2, 1, 2)
                        ORDER BY code LIMIT 2000
                        """, arguments: [wanted.count, wanted]))
        return .guarded(
            by: "codes-are-known",
            Text(
                nb: "ingen kode i læreplanverkene som er lest inn, heter «\(word)»" + (near.map { "; mente du «\($0)»?" } ?? ""),
                nn: "ingen kode i læreplanverka som er lesne inn, heiter «\(word)»" + (near.map { "; meinte du «\($0)»?" } ?? ""),
                en: "no framework that has been read in has a code '\(word)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
    }
}
