/// An enrolment to be made, its names checked.
public struct EnrolmentRequest: Sendable, Hashable {
    public var offering: String
    /// The person's internal key.
    public var person: Int64
    public var role: String
    /// Whether an enrolment that has ended begins again.
    public var resumes = true
}
