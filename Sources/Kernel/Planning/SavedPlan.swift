/// A plan on disk: what `plan --save` wrote and `apply FILE` carries out.
public struct SavedPlan: Sendable, Equatable {
    /// The digest of the live configuration it was made from.
    public var base: String
    /// The digest of the files it was made from.
    public var files: String

    /// Reads a saved plan.
    ///
    /// - Throws: `PlanError.notAPlan`.
    public init(_ bytes: [UInt8], path: String) throws(PlanError) {
        guard let value = try? JSONValue(parsing: bytes), value["format"]?.string == "kjerne.plan/1", let base = value["base"]?.string,
            let files = value["files"]?.string
        else { throw .notAPlan(path) }
        self.base = base
        self.files = files
    }
}
