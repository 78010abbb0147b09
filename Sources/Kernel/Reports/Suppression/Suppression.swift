/// What a table says of its suppressed cells.
public struct Suppression: Sendable, Hashable {
    /// The smallest number of people that a number is shown for; nil where the table does not say.
    public var floor: Int?

    public init(floor: Int?) { self.floor = floor }

    /// The word that stands in place of the value.
    static func mark(_ language: Language) -> String { Text(nb: "skjult", nn: "skjult", en: "hidden")(language) }

    /// What the word means, in a sentence or two.
    public var footnote: Text {
        guard let floor else {
            return Text(
                nb: "«skjult»: Tallet vises ikke, fordi det gjelder for få personer eller ville avsløre et slikt tall.",
                nn: "«skjult»: Talet blir ikkje vist, fordi det gjeld for få personar eller ville avsløre eit slikt tal.",
                en: "'hidden': The number is not shown, because it is about too few people or would give away such a number.")
        }
        return Text(
            nb:
                "«skjult»: Tallet vises ikke, fordi det gjelder færre enn \(floor) personer, kanskje ingen, eller ville avsløre et slikt tall.",
            nn:
                "«skjult»: Talet blir ikkje vist, fordi det gjeld færre enn \(floor) personar, kanskje ingen, eller ville avsløre eit slikt tal.",
            en:
                "'hidden': The number is not shown, because it is about fewer than \(floor) people, perhaps none, or would give away such a number."
        )
    }
}
