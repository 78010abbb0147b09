/// What was given of a report at one time, kept so that no later print gives away the difference.
///
/// It names the records that each number was about, but none of their values.
public struct ReportPrint: Sendable {
    /// A set of records that a number may be about.
    struct CountedSet: Sendable, Hashable {
        var name: String
        var isShown = false
        /// Whether the table says that somebody is in it, by having a row for it.
        var hasSomeone = false
    }

    /// A record, with the sets that it is in.
    struct Member: Sendable, Hashable {
        var token: String
        var person: String
        var sets: [Int]
    }

    /// When it was made.
    public var instant: Instant
    /// The parameters that it was asked for with.
    public var parameters: JSONValue
    /// The ids of the columns.
    var columns: [String]
    var sets: [CountedSet]
    var members: [Member]
    /// The sets that a record would be in, for each kind of record that there is none of.
    var empties: [[Int]]
    /// The rows as they were given.
    public var rows: [[Table.Cell]]

    /// Whether the same was shown of the same records.
    func saysTheSame(as other: ReportPrint) -> Bool {
        columns == other.columns && sets == other.sets && Set(members) == Set(other.members)
    }

    /// Whether it shows every number that the other shows.
    func showsAll(of other: ReportPrint) -> Bool {
        let shown = Set(sets.lazy.filter(\.isShown).map(\.name))
        return other.sets.allSatisfy { !$0.isShown || shown.contains($0.name) }
    }
}
