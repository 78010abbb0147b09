/// How records are broken down: by what, and which combinations get rows.
public struct Breakdown: Sendable {
    /// Something that records are broken down by.
    public struct Dimension: Sendable {
        /// One of the values that it has.
        public struct Key: Sendable {
            public var id: String
            public var text: Text

            public init(_ id: String, _ text: Text) {
                self.id = id
                self.text = text
            }
        }

        public var id: String
        public var text: Text
        public var keys: [Key]
        /// Whether every key has a row, also one that no record has.
        ///
        /// So it is with declared codes. Otherwise only keys that occur have rows, and a row says that somebody is there.
        public var listsEveryKey: Bool

        public init(_ id: String, _ text: Text, keys: [Key], listsEveryKey: Bool) {
            self.id = id
            self.text = text
            self.keys = keys
            self.listsEveryKey = listsEveryKey
        }
    }

    public var dimensions: [Dimension]
    /// The kinds of row: for each the positions of the dimensions that it is broken down by; none for the total.
    public var margins: [[Int]]

    public init(_ dimensions: [Dimension], margins: [[Int]]) {
        self.dimensions = dimensions
        self.margins = margins
    }

    /// Each dimension within the one before it, with sums at every level and a total.
    public static func nested(_ dimensions: [Dimension]) -> Breakdown {
        Breakdown(dimensions, margins: (0...dimensions.count).map { Array(0..<$0) })
    }

    /// Every combination, with all sums and a total.
    public static func crossed(_ dimensions: [Dimension]) -> Breakdown {
        Breakdown(
            dimensions,
            margins: (0..<(1 << dimensions.count)).map { bits in dimensions.indices.filter { bits >> $0 & 1 == 1 } })
    }
}
