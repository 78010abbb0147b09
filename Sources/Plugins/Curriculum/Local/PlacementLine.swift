import Kernel

/// An aim of a local plan, or one that it leaves out, with the years that it is placed on.
struct PlacementLine {
    /// How an aim stands.
    enum Standing: Int, Comparable {
        case several, leftOut, ended, missing, late, placed

        static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }

        var text: Text {
            switch self {
            case .several:
                Text(
                    nb: "koden står i flere læreplanverk", nn: "koden står i fleire læreplanverk",
                    en: "the code stands in several frameworks")
            case .leftOut: Text(nb: "ikke med i planen", nn: "ikkje med i planen", en: "left out of the plan")
            case .ended: Text(nb: "målet gjelder ikke lenger", nn: "målet gjeld ikkje lenger", en: "the aim holds no longer")
            case .missing: Text(nb: "ikke plassert", nn: "ikkje plassert", en: "not placed")
            case .late: Text(nb: "bare etter kontrollpunktet", nn: "berre etter kontrollpunktet", en: "only after the checkpoint")
            case .placed: Text(nb: "plassert", nn: "plassert", en: "placed")
            }
        }
    }

    var plan: String
    var checkpoint: Int
    var set: String?
    var code: String
    /// The school's own words; empty where it has none.
    var text: String
    var years: [Int]
    var standing: Standing
    /// The aim as the framework has it now.
    var item: CurriculumItem?
}
