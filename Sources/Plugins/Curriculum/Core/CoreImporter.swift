import GRDB
import Kernel

/// `kjerne import core`: the sections, values and principles of a core curriculum from a YAML file.
///
/// The file is taken to hold all of it: what it does not name any more is withdrawn, and kept.
struct CoreImporter: Importer {
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
        let bytes: [UInt8]
        do { bytes = try FileContent.read(source.path, limit: 4 << 20) } catch {
            throw SourcedFaults(.unreadable(source.name, error.reason))
        }
        let file = try CoreFile(bytes, name: source.name)
        let format = try String.fetchOne(
            transaction.db, sql: "SELECT format FROM curriculum_framework WHERE name = ?", arguments: [file.framework.id])
        guard format ?? Framework.Format.core.rawValue == Framework.Format.core.rawValue, file.framework.id != Framework.udir.id else {
            throw SourcedFaults(.frameworkTaken(file.framework.id))
        }
        try file.requireNotOlder(
            than: String.fetchOne(
                transaction.db, sql: "SELECT edition FROM curriculum_framework WHERE name = ?", arguments: [file.framework.id]))
        let writer = try FrameworkWriter(file.framework, source: source.name, in: transaction)
        for element in file.elements { try writer.add(element) }
        return try writer.finish(wholeTypes: Set(CoreType.elements), digest: Digest.hex(bytes))
    }
}
