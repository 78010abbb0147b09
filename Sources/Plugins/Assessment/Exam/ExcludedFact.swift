import GRDB
import Kernel

/// That someone is excluded on a day, for whoever must know that she may not sit and may not know why (UH-loven § 12-4).
struct ExcludedFact: ParticipantFact {
    func holds(of person: Int64, in offering: String, on day: Day, _ db: Database) throws -> Bool {
        try ExamStore(db).exclusion(of: person, on: day) != nil
    }
}
