public import GRDB

/// What a module knows of a synthetic cohort that its declaration cannot say: what happens besides the activities, and what is wrong
/// with a course as it was run through.
///
/// ```swift
/// struct ExaminerLoad: SimulationPart {
///     func findings(in reading: SimulationReading) throws -> [Text] { … }
/// }
/// ```
public protocol SimulationPart: Sendable {
    /// What people do besides working on activities, such as coming to gatherings.
    ///
    /// - Parameter reading: the cohort when its course begins, within the transaction; it writes nothing.
    func acts(in reading: SimulationReading) throws -> [SimulatedAct]
    /// The kinds of activities whose records the part alone makes and takes on, since the way that leads to their end is not the shortest.
    var kinds: Set<String> { get }
    /// When the part is asked what people do, in view of what has come about by then.
    func instants(in reading: SimulationReading) throws -> [Instant]
    /// What people do at one of those instants, in that order.
    func acts(at instant: Instant, in reading: SimulationReading) throws -> [SimulatedAct]
    /// What is wrong, each in a sentence without a full stop; empty if nothing is.
    ///
    /// - Parameter reading: the cohort when its course is over, within the transaction; it writes nothing.
    func findings(in reading: SimulationReading) throws -> [Text]
}

extension SimulationPart {
    public var kinds: Set<String> { [] }
    public func instants(in reading: SimulationReading) throws -> [Instant] { [] }
    public func acts(at instant: Instant, in reading: SimulationReading) throws -> [SimulatedAct] { [] }
    public func acts(in reading: SimulationReading) throws -> [SimulatedAct] { [] }
    public func findings(in reading: SimulationReading) throws -> [Text] { [] }
}

/// Parts that modules play in a simulation (`kjerne simulate`).
public enum SimulationParts: ExtensionPoint {
    public typealias Contribution = any SimulationPart
    public static var id: String { KernelPoints.simulationParts }
}

/// What a part may know.
public struct SimulationReading {
    public let db: Database
    public let live: LiveConfiguration
    /// The offering that the cohort follows.
    public let offering: String
    /// The composed body of its variant.
    public let body: Node
    /// The days of its gatherings and activities.
    public let schedule: Schedule
    /// The ids of the participants, in order.
    public let participants: [String]
    /// The ids of those who have a role in the offering, by role.
    public let staff: [String: [String]]
    /// For each participant how much of what is asked of her she does, 0 to 1; drawn from the seed.
    public let diligence: [Double]
}

/// Something that a person of the cohort does at an instant.
public struct SimulatedAct: Sendable {
    public var action: String
    /// The id of the record that it is about; nil where it makes one.
    public var record: String?
    public var person: String
    public var instant: Instant
    public var input: JSONValue

    public init(_ action: String, record: String? = nil, by person: String, at instant: Instant, input: JSONValue) {
        self.action = action
        self.record = record
        self.person = person
        self.instant = instant
        self.input = input
    }
}
