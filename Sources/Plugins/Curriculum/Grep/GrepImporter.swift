import Kernel

/// `kjerne import grep`: Udir's Grep as a zip, a folder or a single object, or another framework in the same shape.
struct GrepImporter: Importer {
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
        var load = try GrepLoad(ArchiveOpener.open(source), source, in: transaction)
        return try load.run()
    }
}
