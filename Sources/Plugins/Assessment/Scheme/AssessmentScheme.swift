import Kernel

/// The `assessment` section of a variant: the parts that are assessed and how they make one result.
struct AssessmentScheme {
    /// One part, taken in an activity of kind `assessment.exam`.
    struct Part {
        var exam: String
        var span: SourceSpan
        var form: String
        var formSpan: SourceSpan
        var credits: Double
        var creditsSpan: SourceSpan
        var weight: Double?
        var internalExaminers: Int
        var externalExaminers: Int
        /// `none`, `bachelor` or `master`.
        var thesis: String
        var examinersSpan: SourceSpan
        /// Whether it must be passed.
        var isGate: Bool
        var gateSpan: SourceSpan
        var outcomes: [CourseVariant.Reference]
        /// The works of a portfolio, and how many of the best count.
        var pieces: [CourseVariant.Reference]
        var bestOf: (number: Int, span: SourceSpan)?
    }

    var parts: [Part]
    /// The scale that the variant names; nil where it leaves that to the default.
    var scale: Node?
    var rule: String
    var bestOf: (number: Int, span: SourceSpan)?
    var isEvaluatedFromOutside: Bool
    var span: SourceSpan

    /// The scheme of the variant; nil where it gives none.
    init?(_ inspection: VariantInspection) {
        guard let section = inspection.section("assessment") else { return nil }
        let rule = section["combination"]?["rule"]?.string ?? "all"
        parts = (section["parts"]?.list ?? []).compactMap { Self.part($0, isGate: rule != "best-of") }
        scale = section["scale"]
        self.rule = rule
        bestOf = Self.number(section["combination"]?["number"])
        isEvaluatedFromOutside = section["evaluation"]?["external"]?.bool ?? false
        span = section.span
    }

    private static func number(_ node: Node?) -> (number: Int, span: SourceSpan)? {
        guard let node, let number = node.integer else { return nil }
        return (number, node.span)
    }

    /// - Parameter isGate: whether it must be passed where it does not say.
    private static func part(_ node: Node, isGate: Bool) -> Part? {
        guard let exam = node["exam"], let id = exam.string, let form = node["form"], let credits = node["credits"] else { return nil }
        return Part(
            exam: id, span: exam.span, form: form.string ?? "", formSpan: form.span, credits: credits.number?.double ?? 0,
            creditsSpan: credits.span,
            weight: node["weight"]?.number?.double, internalExaminers: node["examiners"]?["internal"]?.integer ?? 0,
            externalExaminers: node["examiners"]?["external"]?.integer ?? 0, thesis: node["thesis"]?.string ?? "none",
            examinersSpan: node["examiners"]?.span ?? node.span,
            isGate: node["gate"]?.bool ?? isGate, gateSpan: node["gate"]?.span ?? exam.span,
            outcomes: node["outcomes"]?.oneOrMore ?? [], pieces: node["pieces"]?["activities"]?.oneOrMore ?? [],
            bestOf: number(node["pieces"]?["number"]))
    }
}

extension Double {
    /// The number as people write it: no fraction where there is none.
    var brief: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
