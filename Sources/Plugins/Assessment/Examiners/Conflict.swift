import GRDB
import Kernel

/// Why someone may not examine a script (forvaltningsloven §§ 6 to 10, consolidated 2026-08-01).
enum Conflict: Sendable, Hashable {
    /// She wrote it, alone or with others.
    case own
    /// She sits the same exam.
    case candidate
    /// She has a tie to someone who wrote it, or the same school owner.
    case tied

    /// - Returns: nil where there is none.
    static func of(_ person: Int64, with script: ExamStore.Script, in db: Database) throws -> Conflict? {
        let store = ExamStore(db)
        if script.members.contains(person) { return .own }
        if try store.sits(person, script.activity) { return .candidate }
        return try script.members.contains { try store.isTied(person, to: $0, in: script.offering) } ? .tied : nil
    }

    /// For whoever names an examiner; whom a tie is to is not said: the script has no name.
    var text: Text {
        switch self {
        case .own:
            Text(
                nb: "ingen er sensor for sin egen besvarelse (fvl. § 6)", nn: "ingen er sensor for sitt eige svar (fvl. § 6)",
                en: "nobody examines her own script (fvl. § 6)")
        case .candidate:
            Text(
                nb: "den som selv er kandidat på eksamenen, er ikke sensor på den (fvl. § 6)",
                nn: "den som sjølv er kandidat på eksamenen, er ikkje sensor på han (fvl. § 6)",
                en: "whoever is a candidate of the exam does not examine it (fvl. § 6)")
        case .tied:
            Text(
                nb: "sensoren er knyttet til noen som har skrevet besvarelsen (fvl. § 6)",
                nn: "sensoren er knytt til nokon som har skrive svaret (fvl. § 6)",
                en: "the examiner has a tie to someone who wrote the script (fvl. § 6)")
        }
    }
}
