import Kernel

/// That someone is excluded, from one day to another, as the one who asks may see it (UH-loven § 12-4, consolidated 2026-08-01).
struct Exclusion {
    var person: String
    var from: String
    var until: String

    /// What those are told who may not read of it, as a clause.
    static let untold = Text(
        nb: "har ikke rett til å gå opp til eksamen nå", nn: "har ikkje rett til å gå opp til eksamen no",
        en: "has no right to sit exams now")

    func holds(on day: Day) -> Bool { (from...max(from, until)).contains(day.description) }

    var sentence: Text {
        Text(
            nb: "Hun eller han er utestengt til og med \(until) (UH-loven § 12-4).",
            nn: "Ho eller han er utestengd til og med \(until) (UH-lova § 12-4).",
            en: "She or he is excluded until \(until) (UH-loven § 12-4).")
    }

    /// All of them.
    ///
    /// - Parameters:
    ///   - candidates: to whom suspicions belong.
    ///   - works: the required work to which suspicions belong.
    static func all(
        _ candidates: [VisibleRecord], _ works: [VisibleRecord], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [Exclusion] {
        var found: [Exclusion] = []
        for (kind, parent, parents) in [("suspicion", "candidate", candidates), ("work-suspicion", "work", works)] {
            for suspicion in try reading.records("assessment.\(kind)", where: []) where suspicion.state == "excluded" {
                guard let about = parents.first(where: { Int($0.number) == suspicion.whole(parent) }),
                    let from = suspicion["from"]?.string, let until = suspicion["until"]?.string
                else { continue }
                found.append(Exclusion(person: about.text("enrolment").personPart, from: from, until: until))
            }
        }
        return found
    }
}
