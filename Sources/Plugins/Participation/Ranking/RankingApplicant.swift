/// What a ranking may know of an applicant: what was judged before, and nothing else.
public struct RankingApplicant: Sendable, Hashable {
    /// The number of the application.
    public var application: Int64
    /// The place of the applicant's tier, from 0.
    public var tier: Int
    public var service: Service
    /// Who employs the applicant.
    public var employer: String
    /// The employer's own order among its applicants, from 1; nil where it gave none.
    public var priority: Int?

    public init(application: Int64, tier: Int, service: Service, employer: String, priority: Int?) {
        self.application = application
        self.tier = tier
        self.service = service
        self.employer = employer
        self.priority = priority
    }
}
