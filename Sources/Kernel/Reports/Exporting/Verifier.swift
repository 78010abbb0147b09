/// Checks a file of a kind that a module writes, by the file alone; in a workspace with the store that it came from also whether what it says
/// still holds.
///
/// Contributed by modules (`kernel.verifiers`) under the word that `kjerne verify` takes. It fails closed: what cannot be read is not sound.
///
/// ```swift
/// struct SignedVerifier: Verifier {
///     func verify(_ bytes: [UInt8], keys: [String]) throws -> Verification { … }
/// }
/// ```
public protocol Verifier: Sendable {
    /// What the file proves.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - keys: public keys that the one who asks trusts, as the module publishes them; none to compare with none.
    /// - Throws: a `DiagnosticsError` or an `ExplainedError` for a file that is none of the kind.
    func verify(_ bytes: [UInt8], keys: [String]) throws -> Verification

    /// What the file proves, and whether what it says still holds.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - keys: public keys that the one who asks trusts.
    ///   - reading: what the export of the same name reads, as the operator sees it: whoever has the file knows what it says.
    /// - Throws: as the other.
    func verify(
        _ bytes: [UInt8], keys: [String], reading: borrowing some ReportReading & ~Copyable
    ) throws -> Verification
}

extension Verifier {
    /// What never changes needs no store.
    public func verify(
        _ bytes: [UInt8], keys: [String], reading: borrowing some ReportReading & ~Copyable
    ) throws -> Verification { try verify(bytes, keys: keys) }
}

/// What came of a check.
public struct Verification: Sendable {
    public var isSound: Bool
    /// What was checked and found, a row for each.
    public var table: Table

    public init(isSound: Bool, table: Table) {
        self.isSound = isSound
        self.table = table
    }
}

/// Checks of files that modules write.
public enum Verifiers: ExtensionPoint {
    public typealias Contribution = any Verifier
    public static var id: String { KernelPoints.verifiers }
}
