import Kernel

/// Goodlad's five levels of a curriculum, from the ideas behind it to what pupils meet.
///
/// Source: Goodlad, Klein and Tye 1979, in Curriculum Inquiry: The Study of Curriculum Practice.
enum CurriculumLevel: String, CaseIterable {
    case ideological, formal, perceived, operational, experienced

    var title: Text {
        switch self {
        case .ideological: Text(nb: "Ideenes læreplan", nn: "Læreplanen som idé", en: "Ideological curriculum")
        case .formal: Text(nb: "Den formelle læreplanen", nn: "Den formelle læreplanen", en: "Formal curriculum")
        case .perceived: Text(nb: "Den oppfattede læreplanen", nn: "Den oppfatta læreplanen", en: "Perceived curriculum")
        case .operational: Text(nb: "Den gjennomførte læreplanen", nn: "Den gjennomførte læreplanen", en: "Operational curriculum")
        case .experienced: Text(nb: "Den erfarte læreplanen", nn: "Den erfarte læreplanen", en: "Experienced curriculum")
        }
    }

    /// Whether it is about what is taught and met, not about ideas, plans and readings of plans.
    var isPractice: Bool { self == .operational || self == .experienced }
}
