import GRDB
import Kernel

/// `assessment.freeze`: computes and fixes the joint result of every participant who has grades on the parts.
///
/// What is fixed changes only by a new decision, with a reason.
struct FreezeAction: ActionHandler {
    func perform(_ input: HandledInput, in transaction: ActionTransaction) throws -> ActionOutcome<JSONValue> {
        let offering = input.values["offering"]?.string ?? ""
        guard let tree = try ExamTree.of(offering: offering, in: transaction.db), !tree.parts.isEmpty else {
            throw NothingToFreeze(offering: offering)
        }
        let combination = try tree.combination(transaction.live?.registry ?? Registry())
        var (frozen, corrected, waiting) = (0, 0, 0)
        for (enrolment, grades) in try Self.grades(of: offering, in: transaction.db) {
            let parts = tree.parts.map {
                ResultCombination.Part(exam: $0.exam, weight: $0.weight, isGate: $0.isGate, grade: grades[$0.exam])
            }
            guard let result = JointResult(parts, by: combination) else {
                waiting += 1
                continue
            }
            let digest = try result.digest()
            let old = try Row.fetchOne(
                transaction.db,
                sql:
                    "SELECT _id, digest, _state FROM assessment_outcome WHERE enrolment = ? AND _state IN ('frozen', 'outdated') ORDER BY edition DESC LIMIT 1",
                arguments: [enrolment])
            if let old, old[1] as String == digest, old[2] as String == "frozen" { continue }
            let reason = input.values["reason"]?.string
            if old != nil, reason == nil { throw FrozenAlready() }
            var values: [String: FieldValue] = [
                "edition": .number(try Self.edition(after: enrolment, transaction.db)), "grade": .text(result.grade),
                "credits": .scalar((combination.scale.passes(result.grade) ? tree.credits : 0).databaseValue),
                "parts": .text(result.json.compact), "grounds": .localized(result.grounds), "digest": .text(digest),
            ]
            if old != nil, let reason { values["reason"] = .text(reason) }
            try transaction.make("outcome", values, under: enrolment)
            if let old {
                try transaction.advance("outcome", old[0], "correct")
                corrected += 1
            } else {
                frozen += 1
            }
        }
        return ActionOutcome(
            id: offering,
            effect: .object([("frozen", .integer(frozen)), ("corrected", .integer(corrected)), ("waiting", .integer(waiting))]))
    }

    /// The number of the next decision.
    private static func edition(after enrolment: Int64, _ db: Database) throws -> Int64 {
        let last = try Int64.fetchOne(db, sql: "SELECT max(edition) FROM assessment_outcome WHERE enrolment = ?", arguments: [enrolment])
        return (last ?? 0) + 1
    }

    /// The grade of each part that holds for each participant: of several attempts one that was passed, else the last.
    ///
    /// - Parameter only: of that enrolment; nil for all.
    static func grades(of offering: String, only: Int64? = nil, in db: Database) throws -> [(enrolment: Int64, grades: [String: String])] {
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT e.id, a.activity, r.grade, r.passed FROM kernel_enrolment e
                LEFT JOIN assessment_candidate c ON c.enrolment = e.id AND c._state <> 'annulled'
                LEFT JOIN assessment_result r ON r.candidate = c._id AND r._state IN ('announced', 'final')
                LEFT JOIN kernel_activity a ON a.key = c.activity
                WHERE e.offering = ?1 AND (?2 IS NULL OR e.id = ?2) AND e.role = 'participant' AND (e.state = 'active' OR r._id IS NOT NULL) ORDER BY e.id, c._id, r._id
                """, arguments: [offering, only])
        var rows: [(enrolment: Int64, grades: [String: String])] = []
        var passed: Set<String> = []
        while let row = try cursor.next() {
            let enrolment: Int64 = row[0]
            if rows.last?.enrolment != enrolment {
                rows.append((enrolment, [:]))
                passed = []
            }
            guard let exam: String = row[1], let grade: String = row[2] else { continue }
            let isPassed: Bool = row[3]
            if passed.contains(exam), !isPassed { continue }
            rows[rows.count - 1].grades[exam] = grade
            if isPassed { passed.insert(exam) }
        }
        return rows
    }
}

/// That an offering has no assessment tree.
struct NothingToFreeze: ExplainedError {
    var offering: String
    var kind: ErrorKind { .badInput }
    var message: Text {
        Text(
            nb: "gjennomføringen «\(offering)» har ingen vurderingsordning", nn: "gjennomføringa «\(offering)» har inga vurderingsordning",
            en: "the offering '\(offering)' has no assessment scheme")
    }
    var help: Text? { nil }
}

/// That a frozen result would change without a decision.
struct FrozenAlready: ExplainedError {
    var kind: ErrorKind { .refused }
    var message: Text {
        Text(
            nb: "et fastsatt resultat endres bare ved et nytt vedtak", nn: "eit fastsett resultat blir berre endra ved eit nytt vedtak",
            en: "a frozen result changes only by a new decision")
    }
    var help: Text? {
        Text(nb: "oppgi grunnen med --reason", nn: "oppgi grunnen med --reason", en: "give the reason with --reason")
    }
}
