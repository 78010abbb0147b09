/// The kernel's own requirement, `completed: ACTIVITY` or a list of them: the activities are done.
///
/// It lets a module that is YAML alone count towards completion.
public struct CompletedRequirement: CompletionRule {
    static let name = "completed"

    public init() {}

    public func obstacles(_ parameter: Node, in inspection: VariantInspection) -> [Finding] {
        let known = inspection.variant.activities.map(\.id)
        let names = Set(known)
        return parameter.oneOrMore.filter { !names.contains($0.id) }.map { reference in
            Finding(
                Text(
                    nb: "aktiviteten «\(reference.id)» finnes ikke i varianten",
                    nn: "aktiviteten «\(reference.id)» finst ikkje i varianten",
                    en: "the variant has no activity '\(reference.id)'"),
                at: reference.span, meant: .init(reference.id) { known })
        }
    }

    public func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        try reading.fulfilment(doing: parameter.oneOrMore)
    }
}

extension Text {
    /// That activities are not done, as part of a sentence.
    public static func notDone(_ activities: [Text]) -> Text {
        let names = named(activities)
        return Text(
            nb: "\(names(.nb)) er ikke fullført", nn: "\(names(.nn)) er ikkje fullført",
            en: "\(names(.en)) \(activities.count == 1 ? "is" : "are") not completed")
    }

    /// That nothing is recorded about activities, as part of a sentence.
    public static func nothingRecorded(_ activities: [Text]) -> Text {
        let names = named(activities)
        return Text(
            nb: "det er ikke registrert noe om \(names(.nb)) ennå", nn: "det er ikkje registrert noko om \(names(.nn)) enno",
            en: "nothing is recorded about \(names(.en)) yet")
    }

    private static func named(_ activities: [Text]) -> Text {
        func list(_ language: Language) -> String { activities.map { "«\($0(language))»" }.joined(separator: ", ") }
        return Text(nb: list(.nb), nn: list(.nn), en: activities.map { "'\($0(.en))'" }.joined(separator: ", "))
    }
}
