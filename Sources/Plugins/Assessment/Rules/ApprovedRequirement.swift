import Kernel

/// `approved: ID`: every named activity has been approved.
struct ApprovedRequirement: CompletionRule {
    /// Kinds in which nothing is approved.
    private static let neverApproved: Set<String> = ["assessment.exam", "resources.reading"]

    func obstacles(_ parameter: Node, in inspection: VariantInspection) -> [Finding] {
        let activities = Dictionary(inspection.variant.activities.map { ($0.id, $0) }) { first, _ in first }
        return parameter.oneOrMore.compactMap { reference in
            guard let activity = activities[reference.id] else { return .noActivity(reference, in: inspection) }
            guard Self.neverApproved.contains(activity.kind) else { return nil }
            return Finding(
                Text(
                    nb: "«\(reference.id)» er \(activity.kind), der ingenting blir godkjent",
                    nn: "«\(reference.id)» er \(activity.kind), der ingenting blir godkjent",
                    en: "'\(reference.id)' is \(activity.kind), in which nothing is approved"), at: reference.span)
        }
    }

    func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        try reading.fulfilment(doing: parameter.oneOrMore)
    }
}

extension Finding {
    /// A requirement that names an activity which the variant does not have.
    static func noActivity(_ reference: CourseVariant.Reference, in inspection: VariantInspection) -> Finding {
        Finding(
            Text(
                nb: "kravet gjelder «\(reference.id)», som varianten ikke har",
                nn: "kravet gjeld «\(reference.id)», som varianten ikkje har",
                en: "the requirement is on '\(reference.id)', which the variant does not have"), at: reference.span,
            meant: .init(reference.id) { inspection.variant.activities.map(\.id) })
    }
}
