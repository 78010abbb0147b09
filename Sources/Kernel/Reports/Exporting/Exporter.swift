/// Writes what is in the store in the format of another system.
///
/// Contributed by modules (`kernel.exporters`) under the name of a format that the manifest declares under `exports`. Called inside a
/// transaction that only reads.
public protocol Exporter: Sendable {
    /// The whole of what is asked for, as a file holds it.
    ///
    /// - Parameters:
    ///   - id: what is asked for, by the id that people know; nil where nothing was named.
    ///   - reading: the store as the one who asks may see it, as far as the manifest says that the format reads.
    /// - Throws: an `ExplainedError` for what a person can mend, such as an id that there is not.
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8]
}

/// Formats that modules write (design 3.4), by the name that the manifest declares under `exports`.
public enum Exporters: ExtensionPoint {
    public typealias Contribution = any Exporter
    public static var id: String { KernelPoints.exporters }
}
