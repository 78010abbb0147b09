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
    init?(_ root: Node) {
        guard let id = root["offering"]?.string, let variant = root["variant"], let name = variant.string, let release = root["release"],
            let label = release.string, let start = root["start"]?.string, let day = try? Day(start)
        else { return nil }
        self.id = id
        title = root["title"].map(Text.init(node:))
        self.variant = name
        variantSpan = variant.span
        self.release = label == "follow" ? .follow : .pinned(label)
        releaseSpan = release.span
        self.start = day
        dates = [:]
        for pair in root["dates"]?.map?.pairs ?? [] {
            if let text = pair.value.string, let day = try? Day(text) { dates[pair.key] = (day, pair.keySpan) }
        }
        self.root = root
    }

    /// The days of an offering that its schema accepts and the calendar does not have.
    ///
    /// The schema takes RFC 3339's years 0000 to 9999, the calendar begins in 1583.
    static func dayFaults(_ root: Node) -> [Diagnostic] {
        let days = [root["start"]].compactMap { $0 } + (root["dates"]?.map?.pairs ?? []).map(\.value)
        return days.compactMap { node in
            guard let text = node.string else { return nil }
            do throws(StringFault) {
                _ = try Day(text)
                return nil
            } catch { return error.diagnostic("variant/out-of-time", in: node) }
        }
    }
}
