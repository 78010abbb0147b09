import Kernel

/// What the workspace knows of the key that a file is signed with, as `assessment.keys` publishes it.
enum KeyStanding: Equatable {
    case inUse
    /// A newer key has taken its place; what is dated until that day is accepted.
    case replaced(until: Day)
    /// Its day is past, and the file is dated before that.
    case outOfUse(since: Day)
    /// The file is dated after the day of the key, or not at all.
    case signedTooLate(until: Day)
    /// None of the institution's.
    case unknown

    /// Nil in a workspace without keys of its own.
    init?(_ file: SignedResult, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let keys = try reading.records("assessment.signing-key", where: [])
        guard !keys.isEmpty else { return nil }
        guard let key = keys.first(where: { $0["public"]?.string == Hex.string(file.key) }) else {
            self = .unknown
            return
        }
        guard let text = key["until"]?.string else {
            self = .inUse
            return
        }
        let until = try Day(text)
        if let signed = try? Day(file.body["signed"]?.string ?? ""), signed <= until {
            self = reading.time.zone.day(at: reading.instant) <= until ? .replaced(until: until) : .outOfUse(since: until)
        } else {
            self = .signedTooLate(until: until)
        }
    }

    var holds: Bool {
        switch self {
        case .inUse, .replaced, .outOfUse: true
        case .signedTooLate, .unknown: false
        }
    }

    var text: Text {
        switch self {
        case .inUse: Text(nb: "i bruk", nn: "i bruk", en: "in use")
        case .replaced(let until):
            Text(
                nb: "avløst, men godtas til og med \(until)", nn: "avløyst, men blir godteken til og med \(until)",
                en: "replaced, but accepted until \(until)")
        case .outOfUse(let until):
            Text(
                nb: "ute av bruk etter \(until); filen er datert før det", nn: "ute av bruk etter \(until); fila er datert før det",
                en: "out of use after \(until); the file is dated before that")
        case .signedTooLate(let until):
            Text(
                nb: "ute av bruk etter \(until), og filen er ikke datert før det",
                nn: "ute av bruk etter \(until), og fila er ikkje datert før det",
                en: "out of use after \(until), and the file is not dated before that")
        case .unknown:
            Text(
                nb: "ingen av institusjonens: kjerne report assessment.keys",
                nn: "ingen av dei institusjonen har: kjerne report assessment.keys",
                en: "none of the institution's: kjerne report assessment.keys")
        }
    }
}
