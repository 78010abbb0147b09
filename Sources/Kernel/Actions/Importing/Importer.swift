/// Reads what another system wrote, into records that only importers write.
///
/// Contributed by modules (`kernel.importers`) under the name of a format that the manifest declares under `imports`. Called inside the
/// write transaction, after the right was found; whatever it throws takes all of it back. It writes through
/// `ImportTransaction.writer(_:_:)`, never by SQL, and leaves no event: the kernel leaves the one that the manifest names, with the digest
/// of the source and the counts.
/// ```swift
/// struct Books: Importer {
///     func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
///         let books = try transaction.writer("library.book", ["title", "raw"])
///         …
///     }
/// }
/// ```
public protocol Importer: Sendable {
    /// Reads the source and writes what is new in it; the same source again changes nothing.
    ///
    /// - Throws: `SourcedFaults` for what is wrong in the source, an `ExplainedError` for a refusal.
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome
}

/// Formats that modules read in (design 3.4), by the name that the manifest declares under `imports`.
public enum Importers: ExtensionPoint {
    public typealias Contribution = any Importer
    public static var id: String { KernelPoints.importers }
}
