/// What may be said of the distance between two categories.
public enum MeasurementLevel: String, Sendable, Hashable, CaseIterable {
    /// They are the same or not.
    case nominal
    /// They have an order.
    case ordinal
    /// They lie equally far apart, in their order.
    case interval
}
