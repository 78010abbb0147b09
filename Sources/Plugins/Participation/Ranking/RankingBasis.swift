import GRDB
import Kernel

/// All that a ranking goes by: the qualified applicants with what was judged of them, and the rule, with one digest over both.
struct RankingBasis: Sendable {
    var applicants: [RankingApplicant]
    var tiers: [RankingTier]
    var strategy: String
    /// Whether the employer's own order counts among its applicants.
    var heedsEmployer: Bool
    /// The rule in words: what it is and of which version.
    var rule: String
    /// SHA-256 over applicants, evidence and rule, as canonical JSON.
    var digest: String

    /// - Parameter version: of this module.
    init(_ admission: AdmissionCase, version: String, in db: Database) throws {
        let rules = admission.rules
        strategy = rules.strategy
        tiers = rules.tiers.map(\.tier)
        heedsEmployer = rules.ownerPart == .prioritise
        rule = "\(strategy) \(version), release \(admission.course.release.prefix(12))"
        applicants = []
        var listed: [JSONValue] = []
        let last = admission.round.deadline ?? admission.today
        for applicant in try Applicant.list(round: admission.round.number, in: ["qualified"], db) {
            let evidence = try Evidence.list(of: applicant.number, in: db).filter { $0.state == "verified" }
            let tier = rules.tiers.firstIndex { $0.tier.id == applicant.tier } ?? rules.tiers.count
            let counts = tier < rules.tiers.count ? rules.tiers[tier].counts : []
            let periods = evidence.filter { counts.isEmpty || $0.post.map(counts.contains) == true }.compactMap(\.period)
            let ranked = RankingApplicant(
                application: applicant.number, tier: tier, service: Service(periods, until: last), employer: applicant.employer,
                priority: applicant.priority)
            applicants.append(ranked)
            listed.append(Self.json(ranked, evidence))
        }
        let content = JSONValue.object([
            ("format", .string("kjerne.ranking/1")),
            (
                "rule",
                .object([
                    ("strategy", .string(strategy)), ("version", .string(version)), ("release", .string(admission.course.release)),
                    ("tiers", .array(tiers.map { .string($0.id) })), ("employer-order", .bool(heedsEmployer)),
                    ("generator", .string(LotGenerator.name)), ("until", .string(last.description)),
                ])
            ), ("applicants", .array(listed)),
        ])
        digest = Digest.hex(try content.canonical)
    }

    private static func json(_ applicant: RankingApplicant, _ evidence: [Evidence]) -> JSONValue {
        .object([
            ("application", .integer(Int(applicant.application))), ("tier", .integer(applicant.tier)),
            ("hundredths", .integer(applicant.service.hundredths)), ("employer", .string(applicant.employer)),
            ("priority", applicant.priority.map { .integer($0) } ?? .null),
            (
                "evidence",
                .array(
                    evidence.map { piece in
                        .object([
                            ("id", .integer(Int(piece.number))), ("version", .integer(piece.version)), ("kind", .string(piece.kind)),
                            ("document", piece.document.map { .string($0) } ?? .null),
                        ])
                    })
            ),
        ])
    }

    /// The way of ranking that the variant names.
    ///
    /// - Throws: `ActRefusal` where no module contributes it.
    func contributed(by registry: Registry) throws -> any RankingStrategy {
        if let known = registry[RankingStrategies.self].first(where: { $0.name == strategy }) { return known.value }
        throw ActRefusal.rule(
            "judged", nb: "ingen modul kan rangere på måten «\(strategy)»", nn: "ingen modul kan rangere på måten «\(strategy)»",
            en: "no module can rank in the way '\(strategy)'")
    }
}
