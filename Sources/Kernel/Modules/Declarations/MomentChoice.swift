/// Which of several moments counts.
public struct MomentChoice: Sendable, Hashable {
    public enum Pick: String, Sendable, Hashable { case latest, earliest }

    public var pick: Pick
    public var moments: [Moment]
}
