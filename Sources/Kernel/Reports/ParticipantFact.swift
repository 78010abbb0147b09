public import GRDB

/// One thing that is so of a participant or is not, which a report may tell whoever sees how far she has come, though what it follows from is
/// not for all of them to see.
///
/// Contributed by modules (`kernel.participant-facts`), and asked by reports of the same module (`ReportReading.people`), which get the answer
/// and never its grounds.
public protocol ParticipantFact: Sendable {
    /// Whether it is so; it writes nothing.
    ///
    /// - Parameters:
    ///   - person: her internal key.
    ///   - offering: in which she takes part.
    ///   - day: the day that is asked about.
    func holds(of person: Int64, in offering: String, on day: Day, _ db: Database) throws -> Bool
}

/// Facts about participants.
///
/// They fail closed: a report that asks for one that does not run is refused.
public enum ParticipantFacts: ExtensionPoint {
    public typealias Contribution = any ParticipantFact
    public static var id: String { KernelPoints.participantFacts }
}
