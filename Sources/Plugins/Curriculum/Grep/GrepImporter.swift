import Kernel

/// `kjerne import grep`: Udir's Grep as a zip, a folder or a single object.
struct GrepImporter: Importer {
    func run(_ source: ImportSource, in transaction: ImportTransaction) throws -> ImportOutcome {
        throw SourcedFaults(
            Diagnostic(
                "curriculum/not-grep", .error,
                Text(
                    nb: "«\(source.name)» er ikke Grep", nn: "«\(source.name)» er ikkje Grep", en: "'\(source.name)' is not Grep"),
                at: nil))
    }
}
