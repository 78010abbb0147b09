/// The kernel's own requirement, `completed: ACTIVITY` or a list of them: the activities are done.
///
/// It lets a module that is YAML alone count towards completion.
public struct CompletedRequirement: CompletionRule {
    static let name = "completed"

    public init() {}

    public func obstacles(_ parameter: Node, in inspection: VariantInspection) -> [Finding] {
        parameter.oneOrMore.filter { inspection.variant.activity($0.id) == nil }.map { reference in
            let known = inspection.variant.activities.map(\.id)
            let nearest = NearestName.suggestion(for: reference.id, among: known)
            return Finding(
                Text(
                    nb: "aktiviteten «\(reference.id)» finnes ikke i varianten",
                    nn: "aktiviteten «\(reference.id)» finst ikkje i varianten",
                    en: "the variant has no activity '\(reference.id)'"),
                at: reference.span,
                help: nearest.map { Text(nb: "mente du «\($0)»?", nn: "meinte du «\($0)»?", en: "did you mean '\($0)'?") })
        }
    }

    public func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        let missing = try parameter.oneOrMore.filter { try reading.isDone($0.id) != true }.map { reading.title(of: $0.id) }
        guard !missing.isEmpty else { return .met }
        return .unmet(.notDone(missing))
    }
}

extension Text {
    /// That activities are not done, as part of a sentence.
    public static func notDone(_ activities: [Text]) -> Text {
        func list(_ language: Language) -> String { activities.map { "«\($0(language))»" }.joined(separator: ", ") }
        let english = activities.map { "'\($0(.en))'" }.joined(separator: ", ")
        return Text(
            nb: "\(list(.nb)) er ikke fullført", nn: "\(list(.nn)) er ikkje fullført",
            en: "\(english) \(activities.count == 1 ? "is" : "are") not completed")
    }
}
