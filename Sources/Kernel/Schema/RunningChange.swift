/// What the annotation `running` says: whether a value may change while an offering runs.
public enum RunningChange: String, Sendable, Hashable, CaseIterable {
    case free, warn, refuse
}
