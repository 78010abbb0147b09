/// Someone who is to be placed in a group.
public struct GroupingMember: Sendable, Hashable {
    /// The enrolment's internal key.
    public var enrolment: Int64
    /// Her school; nil where it is not known.
    public var school: String?
    /// Where the mix is sought: the employer, which is a municipality for most.
    public var municipality: String?
    /// The team that she came with; nil where she came alone.
    public var team: String?

    public init(enrolment: Int64, school: String?, municipality: String?, team: String?) {
        self.enrolment = enrolment
        self.school = school
        self.municipality = municipality
        self.team = team
    }
}
