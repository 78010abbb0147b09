public import GRDB

/// What an importer works with: the open transaction, and writers of its module's records.
public final class ImportTransaction {
    /// The open write transaction, for reading; the write guard stops whatever is written past the writers.
    public let db: Database
    /// The instant of the import.
    public let instant: Instant
    /// The settings of the module.
    public let settings: JSONValue
    private let module: LiveModule
    private let transaction: ActionTransaction
    private let progress: (@Sendable (Double) -> Void)?

    init(_ transaction: ActionTransaction, module: LiveModule, progress: (@Sendable (Double) -> Void)?) {
        self.transaction = transaction
        self.module = module
        self.progress = progress
        db = transaction.db
        instant = transaction.instant
        settings = module.settings
    }

    /// A writer of new records, for many of them.
    ///
    /// - Parameters:
    ///   - record: the record's name in the module's manifest, which says `written-by: importer`.
    ///   - fields: what is set, by position; a field that is not named stays empty.
    public func writer(_ record: String, _ fields: [String]) throws -> BulkRecordWriter {
        // A full-text index reads its own state when a statement on it is prepared.
        try transaction.asKernel(for: module.id) {
            try BulkRecordWriter(
                type(record), fields, author: transaction.context.actor.description, instant: instant, in: db, kernel: asKernel)
        }
    }

    /// A writer of changes to such records, for many of them.
    public func updater(_ record: String, _ fields: [String]) throws -> BulkRecordUpdater {
        try BulkRecordUpdater(type(record), fields, instant: instant, in: db, kernel: asKernel)
    }

    /// Tells what part of the work is done, 0 to 1.
    public func report(_ fraction: Double) { progress?(fraction) }

    private func type(_ record: String) throws -> RecordType {
        guard let type = module.declarations.record(record), type.isBulk else {
            throw WriteGuardViolation(module: module.id, .table("\(module.id).\(record)"))
        }
        return type
    }

    private func asKernel(_ body: () throws -> Void) throws {
        try transaction.asKernel(for: module.id, body)
    }
}
