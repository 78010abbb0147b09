/// How much of a schema a value is held to.
public struct ValidationOptions: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The value is a part of a whole that other layers complete: what only a whole can satisfy (`required`, `minItems`, `minProperties`,
    /// `dependentRequired`, `contains`) is not asked for.
    ///
    /// Below `not`, and in the condition of `if`, the schema is read in full, so that a missing key never makes a value wrong.
    public static let partial = ValidationOptions(rawValue: 1)
}
