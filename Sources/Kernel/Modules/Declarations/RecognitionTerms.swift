/// That each record of a kind states that the activity which it names is recognised for its enrolment, from work done elsewhere.
///
/// The activity counts as done as long as such a record is in one of the states.
public struct RecognitionTerms: Sendable {
    /// The states in which it counts; empty where the record has none, and then it counts as long as it is there.
    public var states: [String]
    /// The field that holds why it is recognised.
    public var ground: String
    /// The field that holds where the work was done; nil where none does.
    public var source: String?
}
