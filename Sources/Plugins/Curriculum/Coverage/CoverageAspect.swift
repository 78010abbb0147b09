import Kernel

/// What a course can do with an outcome or with an element of the curriculum.
enum CoverageAspect: String, CaseIterable {
    /// A gathering, or an activity that is no test, is about it.
    case taught
    /// An activity in which participants do it, and that everyone has.
    case practised
    /// An exam part, or an activity of a kind that assesses.
    case assessed
    /// Work that leaves a trace: its kind keeps records, or a requirement asks for it.
    case evidenced

    var title: Text {
        switch self {
        case .taught: Text(nb: "Undervises", nn: "Blir undervist", en: "Taught")
        case .practised: Text(nb: "Øves på", nn: "Blir øvd på", en: "Practised")
        case .assessed: Text(nb: "Vurderes", nn: "Blir vurdert", en: "Assessed")
        case .evidenced: Text(nb: "Dokumenteres", nn: "Blir dokumentert", en: "Evidenced")
        }
    }

    /// That nothing does it for something of that name.
    func hole(_ name: String) -> Text {
        switch self {
        case .taught: Text(nb: "ingenting underviser i «\(name)»", nn: "ingenting underviser i «\(name)»", en: "nothing teaches '\(name)'")
        case .practised:
            Text(nb: "ingen aktivitet øver på «\(name)»", nn: "ingen aktivitet øver på «\(name)»", en: "no activity practises '\(name)'")
        case .assessed: Text(nb: "ingenting vurderer «\(name)»", nn: "ingenting vurderer «\(name)»", en: "nothing assesses '\(name)'")
        case .evidenced:
            Text(
                nb: "ingenting dokumenterer «\(name)»", nn: "ingenting dokumenterer «\(name)»", en: "nothing gives evidence of '\(name)'")
        }
    }

    /// How such a hole is mended.
    ///
    /// - Parameter key: the key under which outcomes or elements are named.
    func help(_ key: String) -> Text {
        switch self {
        case .taught:
            Text(
                nb: "nevn det under \(key) i en samling, eller i en aktivitet som ikke er en prøve",
                nn: "nemn det under \(key) i ei samling, eller i ein aktivitet som ikkje er ei prøve",
                en: "name it under \(key) of a gathering, or of an activity that is no test")
        case .practised:
            Text(
                nb: "nevn det under \(key) i en aktivitet", nn: "nemn det under \(key) i ein aktivitet",
                en: "name it under \(key) of an activity")
        case .assessed:
            Text(
                nb: "nevn det under \(key) i en eksamensdel eller et arbeidskrav",
                nn: "nemn det under \(key) i ein eksamensdel eller eit arbeidskrav",
                en: "name it under \(key) of an exam part or a required work")
        case .evidenced:
            Text(
                nb: "nevn det under \(key) i en aktivitet som det blir ført noe om, eller krev en som tjener det",
                nn: "nemn det under \(key) i ein aktivitet som det blir ført noko om, eller krev ein som tener det",
                en: "name it under \(key) of an activity of which records are kept, or require one that serves it")
        }
    }

    /// How much of the outcomes or elements a variant does it for, against what is asked.
    func share(_ variant: String, _ share: Int, of minimum: Int, elements: Bool) -> Text {
        let (verb, verbNN, verbEN) =
            switch self {
            case .taught: ("underviser i", "underviser i", "teaches")
            case .practised: ("øver på", "øver på", "practises")
            case .assessed: ("vurderer", "vurderer", "assesses")
            case .evidenced: ("dokumenterer", "dokumenterer", "gives evidence of")
            }
        let (what, whatNN, whatEN) =
            elements
            ? ("elementene i læreplanen", "elementa i læreplanen", "curriculum elements")
            : ("læringsutbyttet", "læringsutbyttet", "outcomes")
        return Text(
            nb: "varianten \(variant) \(verb) \(share) % av \(what); minst \(minimum) % kreves",
            nn: "varianten \(variant) \(verbNN) \(share) % av \(whatNN); minst \(minimum) % blir kravd",
            en: "variant \(variant) \(verbEN) \(share) % of its \(whatEN); at least \(minimum) % is asked for")
    }
}
