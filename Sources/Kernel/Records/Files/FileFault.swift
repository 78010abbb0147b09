/// What can be wrong with a file that was handed in.
public enum FileFault: ExplainedError, Hashable {
    /// The file is gone from the disk, or its bytes have changed.
    case lost(String)

    public var kind: ErrorKind { .storage }

    public var message: Text {
        switch self {
        case .lost(let digest):
            Text(
                nb: "filen \(digest.prefix(12)) er borte fra disken eller endret",
                nn: "fila \(digest.prefix(12)) er borte frå disken eller endra",
                en: "the file \(digest.prefix(12)) is gone from the disk or has changed")
        }
    }

    public var help: Text? {
        Text(
            nb: "hent den fra en sikkerhetskopi av mappen «files» ved siden av databasen",
            nn: "hent ho frå ein tryggingskopi av mappa «files» ved sida av databasen",
            en: "fetch it from a backup of the folder 'files' beside the database")
    }
}
