/// A leaf of a variant's `requirements`: something that a participant must have done to complete.
///
/// The manifest gives the key, its text and the schema of its parameter; the code says what the kernel cannot know.
public protocol CompletionRule: Sendable {
    /// Why nobody could ever meet the requirement in this variant; empty if somebody can.
    ///
    /// - Parameter parameter: the value under the rule's key, of the form that the manifest declares.
    func obstacles(_ parameter: Node, in inspection: VariantInspection) throws -> [Finding]

    /// How far one participant is.
    ///
    /// Called within a transaction, after each event that may have changed it; it writes nothing.
    /// - Parameters:
    ///   - parameter: the value under the rule's key.
    ///   - reading: what is known of the participant.
    func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment
}

extension CompletionRule {
    /// A rule that cannot tell yet says so: someone has to judge it.
    public func fulfilment(_ parameter: Node, of reading: any CompletionReading) throws -> Fulfilment {
        .unknown(
            Text(
                nb: "dette må vurderes av en ansvarlig", nn: "dette må vurderast av ein ansvarleg",
                en: "this has to be judged by someone responsible"))
    }
}

/// What a rule may know of a participant.
public protocol CompletionReading {
    /// The enrolment's internal key.
    var enrolment: Int64 { get }
    /// The composed body of the release that the offering runs on.
    var body: Node { get }
    /// Whether she has done an activity; nil where the offering has none of that name.
    func isDone(_ activity: String) throws -> Bool?
    /// Whether an activity is of a kind that keeps records, so that it could be known to be done.
    func keepsRecords(_ activity: String) throws -> Bool
    /// What people call an activity.
    func title(of activity: String) throws -> Text
    /// What the records of a kind that lie under the enrolment hold, by number, each with its number under `id` and its state under
    /// `state`; of a kind that lies under the offering alone, those of the offering.
    ///
    /// - Parameter kind: the full name, `<module>.<record>`; a rule reads those of its own module.
    func records(_ kind: String) throws -> [[String: JSONValue]]
}

extension CompletionReading {
    /// Whether every one of some activities is done, and which are not.
    ///
    /// Where none is left but those of kinds that keep no records, it cannot be told.
    public func fulfilment(doing activities: [CourseVariant.Reference]) throws -> Fulfilment {
        let missing = try activities.map(\.id).filter { try isDone($0) != true }
        guard !missing.isEmpty else { return .met }
        let lacking = try missing.filter(keepsRecords)
        guard lacking.isEmpty else { return .unmet(.notDone(try lacking.map(title(of:)))) }
        return .unknown(.nothingRecorded(try missing.map(title(of:))))
    }
}

/// Rules that the tree of `requirements` is made of (design 3.2, Requirements).
public enum CompletionRules: ExtensionPoint {
    public typealias Contribution = any CompletionRule
    public static var id: String { KernelPoints.completionRules }
}
