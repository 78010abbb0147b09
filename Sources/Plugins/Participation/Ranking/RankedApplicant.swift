/// The place that an applicant got, with what decided it.
public struct RankedApplicant: Sendable, Hashable {
    /// What decided the place within the tier.
    public enum Ground: Sendable, Hashable {
        /// So long a service, which no one else in the tier has.
        case service
        /// So long a service, shared with others; a lot decided among them.
        case tie(among: Int)
        /// A lot among all of the tier.
        case lot(among: Int)
        /// A lot gave the employer's applicants their places, and the employer's order which of them has which.
        case employerOrder(priority: Int, among: Int)
        /// There was no one else in the tier.
        case alone
        /// Nobody is ranked: everyone gets a place.
        case everyone
    }

    public var applicant: RankingApplicant
    /// From 1.
    public var place: Int
    public var ground: Ground

    public init(_ applicant: RankingApplicant, place: Int, ground: Ground) {
        self.applicant = applicant
        self.place = place
        self.ground = ground
    }
}
