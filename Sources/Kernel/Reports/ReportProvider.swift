/// A report that code computes.
///
/// Contributed by modules (`kernel.report-providers`) under the name of a report that the manifest declares. Called inside a transaction
/// that only reads, once for each time the report is asked for.
public protocol ReportProvider: Sendable {
    /// The report.
    ///
    /// - Parameters:
    ///   - parameters: a map, already validated by the declared schema, defaults filled in.
    ///   - reading: what the one who asks may see.
    /// - Throws: a `DiagnosticsError` or an `ExplainedError` for what a person can mend; anything else is a fault of the provider.
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table
}

/// What a report is made from: the store as the one who asks may see it.
public protocol ReportReading: ~Copyable {
    /// The language in which texts are asked for.
    var language: Language { get }
    /// The moment at which the report is made.
    var instant: Instant { get }
    /// The seed that the run was given (`--seed`), for what a report draws; nil where none was.
    var seed: UInt64? { get }
    /// The person who asks; nil for the operator.
    var person: String? { get }

    /// The settings of the module that the report belongs to.
    var settings: JSONValue { get }

    /// The records of a kind that the report says it reads, as far as the one who asks may see them, with the declared fields only.
    ///
    /// - Parameters:
    ///   - kind: the full name, `<module>.<record>`.
    ///   - filters: field to the word that its value must be.
    func records(_ kind: String, where filters: [(field: String, value: String)]) throws -> [VisibleRecord]

    /// The records that a query finds, as far as the one who asks may see them, with the fields that it names.
    func records(_ query: RecordQuery) throws -> [VisibleRecord]

    /// The records that modules give to an extension point of the module that the report belongs to, and that it says it reads (`sources`), as far
    /// as the one who asks may see them.
    ///
    /// - Parameter point: its name in the manifest.
    func contributed(to point: String) throws -> [ContributedRecord]

    /// When the records of a kind that the one who asks may see came into their states, by number, each in the order in which it did.
    ///
    /// - Parameter kind: the full name, `<module>.<record>`, of a record under `reads`.
    func stateHistory(_ kind: String) throws -> [Int64: [StateEntry]]

    /// How many records a query finds that the one who asks may see, whatever its limit.
    func count(_ query: RecordQuery) throws -> Int

    /// The live release of a variant, as everyone may see it; nil where there is none of that id.
    func variant(_ id: String) throws -> CourseVariant?

    /// The ids of the live variants, sorted.
    func variants() throws -> [String]

    /// Content from outside that is pinned, as it is live, sorted by id.
    func locks() throws -> [Lock]

    /// The ids of the offerings that are held, sorted.
    func offerings() throws -> [String]

    /// The ids of the offerings that are held in which the one who asks has one of the roles, sorted; for the operator all.
    func offerings(as roles: [String]) throws -> [String]

    /// A course as an offering holds it, as everyone may see it; nil where there is no such offering.
    func course(of offering: String) throws -> LiveCourse?

    /// A number that grows whenever what is planned in an offering may have changed for the one who asks, and is the same as long as it has not.
    func revision(of offering: String) throws -> Int

    /// How far participants have come with each activity, as far as the one who asks may see it.
    ///
    /// - Parameters:
    ///   - offering: only of that offering; nil for all.
    ///   - person: only of that person; nil for all.
    func progress(offering: String?, person: String?) throws -> [ActivityProgress]

    /// What participants lack of the course's requirements, as far as the one who asks may see it; the outcome for each enrolment.
    func requirements(offering: String?, person: String?) throws -> [RequirementProgress]

    /// The same of those conditions alone in which one rule takes part, with their alternatives; without a course that asks nothing by it.
    func requirements(naming rule: String, offering: String?, person: String?) throws -> [RequirementProgress]

    /// The participants of an offering of whom a fact is so that the module contributes (`ParticipantFacts`), of those whose progress the one
    /// who asks may see.
    ///
    /// - Parameters:
    ///   - fact: its name in the manifest.
    ///   - day: the day that is asked about.
    /// - Throws: where the module contributes none of that name.
    func people(of fact: String, in offering: String, on day: Day) throws -> Set<String>

    /// A person as far as the one who asks may see her; nil where she is not seen.
    func person(_ id: String) throws -> Person?

    /// How the workspace counts time.
    var time: WorkspaceTime { get }

    /// The folder that the store's file lies in; nil for a store in memory.
    var storeFolder: String? { get }

    /// The settings of a live module, defaults filled in.
    func settings(of module: String) -> JSONValue

    /// The people of a group, sorted by id, if the one who asks is one of them or the operator; nobody otherwise.
    func members(of group: String) throws -> [GroupMember]

    /// What a group is called, if the one who asks is one of its people or the operator; nil otherwise.
    func title(ofGroup group: String) throws -> String?

    /// The kinds of activity that keep a record of what was done.
    var recordKinds: Set<String> { get }

    /// What a report that `gives: aggregate` counts: records as the module sees them, sealed ones too, with the declared fields only.
    ///
    /// They are those of the places where a role lets the one who asks ask, whose `when` has come about, and below a record that `when` names
    /// only if at least `floor` people have written some. A number over fewer of them than `floor` is the provider's to keep back.
    ///
    /// - Parameter kind: the full name, `<module>.<record>`, of a record under `reads`.
    /// - Throws: where the report is no aggregate, or does not read that kind.
    func observed(_ kind: String) throws -> [ObservedRecord]

    /// The smallest number of people that a number may be about.
    var floor: Int { get }

    /// What modules contribute to an extension point of the module that the report belongs to.
    func contributions<P: ExtensionPoint>(to point: P.Type) -> [Contributed<P.Contribution>]
}

/// That a record came into a state.
public struct StateEntry: Sendable, Hashable {
    public var state: String
    public var instant: Instant
    /// The event that brought it there: of what happened at one instant, the lower happened first.
    public var event: Int64
}

/// Where one participant stands with one activity.
public struct ActivityProgress: Sendable {
    /// `waiting` is what others have the next step with, and is not overdue for the one who did her part.
    public enum Status: String, Sendable { case notBegun, ordered, started, overdue, waiting, done }

    public var offering: String
    public var person: String
    public var activity: String
    public var title: Text
    public var due: Instant?
    public var status: Status
    /// Whether it is done because work from elsewhere is recognised.
    public var isRecognised: Bool
}

/// A record that a module gives to an extension point, with what the point asks for alone.
public struct ContributedRecord: Sendable {
    public var record: VisibleRecord
    /// The field for each thing that the point asks for.
    private let fields: [String: String]

    init(record: VisibleRecord, fields: [String: String]) {
        self.record = record
        self.fields = fields
    }

    /// What stands for a thing that the point asks for; nil where it is not given, or may not be read.
    public subscript(_ asked: String) -> JSONValue? { fields[asked].flatMap { record[$0] } }
}

/// How one participant stands with the requirements of the course.
public struct RequirementProgress: Sendable {
    public var offering: String
    public var person: String
    /// The enrolment's internal key.
    public var enrolment: Int64
    public var outcome: Fulfilment
}

/// One of the people of a group.
public struct GroupMember: Sendable, Hashable {
    /// The id that the person is known by.
    public var id: String
    /// Given and family name.
    public var name: String
    /// The roles held in the group, sorted.
    public var roles: [String]
}

/// A record that an aggregate counts.
public struct ObservedRecord: Sendable {
    public var record: VisibleRecord
    /// Who wrote it: a number that is the same for the same person in this one reading, and tells nothing else.
    public var respondent: Int
}

/// Reports that code computes (design 3.4).
public enum ReportProviders: ExtensionPoint {
    public typealias Contribution = any ReportProvider
    public static var id: String { "kernel.report-providers" }
}
