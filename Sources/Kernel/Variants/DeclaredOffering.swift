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

    /// Reads an offering whose form the schema has accepted.
    ///
    /// The schema takes RFC 3339's years 0000 to 9999, the calendar begins in 1583: a day before that is a fault, and what is dated by it stays
    /// undated.
    ///
    /// - Returns: no offering where its start is none, or a part of it is missing.
    static func read(_ root: Node) -> (offering: DeclaredOffering?, faults: [Diagnostic]) {
        var faults: [Diagnostic] = []
        func day(_ node: Node?) -> Day? {
            guard let node, let text = node.string else { return nil }
            do throws(StringFault) { return try Day(text) } catch {
                faults.append(error.diagnostic("variant/out-of-time", in: node))
                return nil
            }
        }
        let start = day(root["start"])
        var dates: [String: (day: Day, span: SourceSpan)] = [:]
        for pair in root["dates"]?.map?.pairs ?? [] { if let day = day(pair.value) { dates[pair.key] = (day, pair.keySpan) } }
        guard let start, let id = root["offering"]?.string, let variant = root["variant"], let name = variant.string,
            let release = root["release"], let label = release.string
        else { return (nil, faults) }
        let offering = DeclaredOffering(
            id: id, title: root["title"].map(Text.init(node:)), variant: name, variantSpan: variant.span,
            release: label == "follow" ? .follow : .pinned(label), releaseSpan: release.span, start: start, dates: dates, root: root)
        return (offering, faults)
    }
}
