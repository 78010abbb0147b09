import GRDB
import Kernel

/// The assessment tree that an offering runs on, as it was applied.
struct ExamTree: Sendable {
    /// One part of it.
    struct Part: Sendable {
        var exam: String
        var form: String
        var credits: Double
        var weight: Double
        var isGroup: Bool
        var groupSize: Int
        var languages: [String]
        var thesis: String
        var isGate: Bool
        /// The written part that this oral one adjusts.
        var adjusts: String?
        var rubric: String?
        /// How long the candidate has, or the test lasts; nil where it lasts as long as the exam is open.
        var duration: CalendarDuration?
        /// How long before the exam opens the task or topic is given; nil where it is given when it opens.
        var release: CalendarDuration?
        /// The fewest and the most pages.
        var pages: (fewest: Int?, most: Int?)
        /// The activities whose approved works a portfolio is put together from, and how many of them count at least; empty for other forms.
        var pieces: [String]
        var fewestPieces: Int
        /// What the variant plans.
        var internalExaminers: Int
        var externalExaminers: Int

        /// Whether someone from outside evaluates the scheme.
        var isEvaluatedFromOutside: Bool
        /// What the law asks for, and the scheme beyond it.
        var required: RequiredExaminers {
            RequiredExaminers(form: form, credits: credits, thesis: thesis).planned(
                internal: internalExaminers, external: externalExaminers, isEvaluatedFromOutside: isEvaluatedFromOutside)
        }
        var isVerifiable: Bool { !RequiredExaminers.notVerifiable.contains(form) }
    }

    /// The name of the scale that grades are set on.
    var scaleID: String
    /// Attempts allowed.
    var attempts: Int
    var credits: Double
    var parts: [Part]
    private var rule: ResultCombination.Rule
    private var number: Int?
    private var rounding: ResultCombination.Rounding

    /// - Parameter body: the composed body of a release; without a scheme there is one part for everything, on letters.
    init(body: JSONValue) {
        let scheme = body["assessment"]
        scaleID = scheme?["scale"]?.string ?? GradeScale.letters.id
        attempts = scheme?["attempts"]?.integer ?? 3
        credits = body["credits"]?.double ?? 0
        let combination = scheme?["combination"]
        let rule = combination?["rule"]?.string.flatMap(ResultCombination.Rule.init) ?? .all
        let isEvaluated = scheme?["evaluation"]?["external"]?.bool ?? false
        parts = (scheme?["parts"]?.array ?? []).map { Self.part($0, isGate: rule != .bestOf, isEvaluated: isEvaluated) }
        self.rule = rule
        number = combination?["number"]?.integer
        rounding = combination?["rounding"]?.string.flatMap(ResultCombination.Rounding.init) ?? .up
    }

    /// The scale that grades are set on.
    ///
    /// - Throws: `UnknownScale` where no module that is enabled contributes it.
    func scale(_ registry: Registry) throws -> GradeScale { try GradeScales.find(scaleID, in: registry) }

    /// How the parts make one result.
    func combination(_ registry: Registry) throws -> ResultCombination {
        ResultCombination(rule: rule, number: number, rounding: rounding, scale: try scale(registry))
    }

    /// - Parameter isGate: whether it must be passed where it does not say.
    private static func part(_ value: JSONValue, isGate: Bool, isEvaluated: Bool) -> Part {
        func length(_ key: String) -> CalendarDuration? { value[key]?.string.flatMap { try? CalendarDuration($0) } }
        let pieces = (value["pieces"]?["activities"]?.array ?? []).compactMap(\.string)
        let isBestOf = value["pieces"]?["rule"]?.string == "best-of"
        return Part(
            exam: value["exam"]?.string ?? "", form: value["form"]?.string ?? "written-home", credits: value["credits"]?.double ?? 0,
            weight: value["weight"]?.double ?? 0, isGroup: value["work"]?.string == "group", groupSize: value["group-size"]?.integer ?? 20,
            languages: (value["languages"]?.array ?? []).compactMap(\.string), thesis: value["thesis"]?.string ?? "none",
            isGate: value["gate"]?.bool ?? isGate, adjusts: value["adjusts"]?.string, rubric: value["rubric"]?.string,
            duration: length("duration"), release: length("release"),
            pages: (value["pages"]?["minimum"]?.integer, value["pages"]?["maximum"]?.integer), pieces: pieces,
            fewestPieces: min(pieces.count, isBestOf ? value["pieces"]?["number"]?.integer ?? pieces.count : pieces.count),
            internalExaminers: value["examiners"]?["internal"]?.integer ?? 0,
            externalExaminers: value["examiners"]?["external"]?.integer ?? 0, isEvaluatedFromOutside: isEvaluated)
    }

    func part(_ exam: String) -> Part? { parts.first { $0.exam == exam } }

    /// The tree of an offering; nil where there is no such offering.
    static func of(offering: String, in db: Database) throws -> ExamTree? {
        // Of the body only what a tree is made of, since it is read at every act on an exam.
        let text = try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT json_extract(r.canonical, '$.body.assessment', '$.body.credits') FROM kernel_offering o
                    JOIN kernel_release r ON r.id = o.release WHERE o.id = ?
                    """), arguments: [offering])
        return try text.map { text in
            let parts = try JSONValue(parsing: Array(text.utf8)).array ?? []
            return ExamTree(body: .object(zip(["assessment", "credits"], parts).map { ($0, $1) }))
        }
    }
}
