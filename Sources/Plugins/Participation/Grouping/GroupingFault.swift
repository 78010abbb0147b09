/// Why no groups can be made.
public enum GroupingFault: Error, Sendable, Hashable {
    case nobody
    /// More from one school than there are groups.
    case school(String, count: Int, groups: Int)
    /// A team that is larger than a group.
    case team(String, count: Int, size: Int)
    /// No way was found to place the teams.
    case notFound
}
