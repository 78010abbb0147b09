/// The civil day of an instant, where the workspace lies.
enum LocalDay {
    /// - Throws: `TimeError` for a time zone that is not known.
    static func day(of instant: Instant, in state: ConfigurationState) throws -> Day { try zone(of: state).day(at: instant) }

    /// The clock of the workspace that a configuration describes.
    static func zone(of state: ConfigurationState) throws -> TimeZoneRules {
        let zone = state.documents.first { $0.key.kind == .workspace }?.value["time-zone"]?.string
        return try TimeZoneRules.load(zone ?? "UTC")
    }
}
