import Assessment
import Kernel

/// A stranger's plugin that contributes scales: one with values, one without, and one that is faulty.
struct MeritPlugin: Plugin {
    static let id = "merit"
    static var files: [String: String] {
        [
            "module.yaml": """
            module: merit
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Tre trinn, nn: Tre steg, en: Three steps}
            description: {nb: Karakterer på kurs uten studiepoeng, nn: Karakterar på kurs utan studiepoeng, en: Grades of courses without credits}
            requires: {assessment: ^1.0}
            implementation: {swift: merit}
            contributes:
              assessment.scales:
                merit: {fails: closed}
                words: {fails: closed}
                upside-down: {fails: closed}

            """
        ]
    }

    static let merit = GradeScale([
        .init("distinction", Text(nb: "Meget godt bestått", nn: "Svært godt greidd", en: "Distinction"), value: 3),
        .init("merit", Text(nb: "Godt bestått", nn: "Godt greidd", en: "Merit"), value: 2),
        .init("done", Text(nb: "Gjennomført", nn: "Gjennomført", en: "Done"), value: 1),
        .init("not-yet", Text(nb: "Ikke ennå", nn: "Ikkje enno", en: "Not yet"), passes: false, value: 0),
    ])

    static let words = GradeScale([
        .init("strong", Text(nb: "Sterk", nn: "Sterk", en: "Strong")), .init("sound", Text(nb: "Solid", nn: "Solid", en: "Sound")),
        .init("weak", Text(nb: "Svak", nn: "Svak", en: "Weak"), passes: false),
    ])

    func register(in registrar: inout Registrar) {
        registrar.contribute(Self.merit, named: "merit", to: GradeScales.self)
        registrar.contribute(Self.words, named: "words", to: GradeScales.self)
        registrar.contribute(
            GradeScale([.init("no", Text(verbatim: "no"), passes: false), .init("yes", Text(verbatim: "yes"))]), named: "upside-down",
            to: GradeScales.self)
    }
}
