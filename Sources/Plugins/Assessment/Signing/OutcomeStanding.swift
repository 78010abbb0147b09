import Kernel

/// Whether the decision that a signed file tells of still stands, as the store that it came from knows.
enum OutcomeStanding: Equatable {
    case stands
    /// The number of the decision that took its place.
    case replaced(by: Int)
    /// A grade has changed, and there is no new decision yet.
    case outdated
    /// A part was annulled.
    case withdrawn
    /// The store has signed with the key, and knows no such decision.
    case unknown

    /// Nil for a file that this store has not signed, and for one that is none: nobody learns of a decision by guessing what it says.
    init?(_ bytes: [UInt8], _ reading: borrowing some ReportReading & ~Copyable) throws {
        guard let value = try? JSONValue(parsing: bytes), let file = SignedResult(reading: value), (try? file.isSigned()) == true else {
            return nil
        }
        let print = KeyFile.fingerprint(file.key)
        guard try reading.records("assessment.signing-key", where: []).contains(where: { $0["fingerprint"]?.string == print }),
            let offering = file.body["offering"]?.string, let person = file.body["person"]?.string
        else { return nil }
        let outcomes = try reading.records("assessment.outcome", where: []).filter { $0.text("enrolment") == "\(offering)/\(person)" }
        let last = outcomes.compactMap { $0["edition"]?.integer }.max() ?? 0
        let told = outcomes.first {
            $0["edition"]?.integer == file.body["edition"]?.integer && $0["digest"]?.string == file.body["digest"]?.string
                && $0["credits"]?.double == file.body["credits"]?.double
        }
        switch told?.state {
        case "frozen": self = .stands
        case "outdated": self = .outdated
        case "withdrawn": self = .withdrawn
        case "corrected": self = .replaced(by: last)
        default: self = .unknown
        }
    }

    var text: Text {
        switch self {
        case .stands: Text(nb: "ingen senere vedtak", nn: "ingen seinare vedtak", en: "no later decision")
        case .replaced(let edition):
            Text(nb: "avløst av vedtak \(edition)", nn: "avløyst av vedtak \(edition)", en: "replaced by decision \(edition)")
        case .outdated:
            Text(
                nb: "en karakter er endret, og nytt vedtak er ikke gjort", nn: "ein karakter er endra, og nytt vedtak er ikkje gjort",
                en: "a grade has changed, and there is no new decision yet")
        case .withdrawn:
            Text(nb: "en del er annullert", nn: "ein del er annullert", en: "a part has been annulled")
        case .unknown:
            Text(
                nb: "institusjonen har ikke noe slikt vedtak", nn: "institusjonen har ikkje noko slikt vedtak",
                en: "the institution has no such decision")
        }
    }
}
