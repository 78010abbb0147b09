/// One run of a variant, as its file declares it.
public struct DeclaredOffering: Sendable {
    /// Which release it runs on.
    public enum ReleaseChoice: Sendable, Equatable {
        /// Moves with the variant at each `apply`.
        case follow
        /// Stays on the release of that label.
        case pinned(String)
    }

    public var id: String
    public var title: Text?
    public var variant: String
    public var variantSpan: SourceSpan
    public var release: ReleaseChoice
    public var releaseSpan: SourceSpan
    public var start: Day
    public var dates: [String: (day: Day, span: SourceSpan)]
    public var root: Node

    /// Reads an offering whose form the schema has accepted; nil where its start is no day.
    ///
    /// The schema takes RFC 3339's years 0000 to 9999, the calendar begins in 1583.
    ///
    /// - Parameter faults: what is no day in the calendar, each with its place; a date among them is left out.
    init?(_ root: Node, faults: inout [Diagnostic]) {
        guard let id = root["offering"]?.string, let variant = root["variant"], let name = variant.string, let release = root["release"],
            let label = release.string, let start = root["start"]
        else { return nil }
        let first = Self.day(start, &faults)
        dates = [:]
        for pair in root["dates"]?.map?.pairs ?? [] {
            if let day = Self.day(pair.value, &faults) { dates[pair.key] = (day, pair.keySpan) }
        }
        guard let day = first else { return nil }
        self.id = id
        title = root["title"].map(Text.init(node:))
        self.variant = name
        variantSpan = variant.span
        self.release = label == "follow" ? .follow : .pinned(label)
        releaseSpan = release.span
        self.start = day
        self.root = root
    }

    private static func day(_ node: Node, _ faults: inout [Diagnostic]) -> Day? {
        do throws(StringFault) {
            return try Day(node.string ?? "")
        } catch {
            faults.append(error.diagnostic("variant/out-of-time", in: node))
            return nil
        }
    }
}
