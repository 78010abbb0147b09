public import Kernel

/// A group of applicants that goes before those after it.
public struct RankingTier: Sendable, Hashable {
    public var id: String
    public var title: Text

    public init(id: String, title: Text) {
        self.id = id
        self.title = title
    }
}
