/// Why work cannot be done on what is live.
public enum LiveError: ExplainedError, Hashable {
    /// Nothing has been applied yet.
    case nothingApplied
    /// The host was built without the code of a live module.
    case codeMissing(module: String)

    public var kind: ErrorKind {
        switch self {
        case .nothingApplied: .badInput
        case .codeMissing: .unavailable
        }
    }

    public var message: Text {
        switch self {
        case .nothingApplied:
            Text(nb: "ingenting er satt i drift ennå", nn: "ingenting er sett i drift enno", en: "nothing has been applied yet")
        case .codeMissing(let module):
            Text(
                nb: "modulen «\(module)» er i drift, men koden er ikke bygd inn i denne verten",
                nn: "modulen «\(module)» er i drift, men koden er ikkje bygd inn i denne verten",
                en: "module '\(module)' is live, but this host was built without its code")
        }
    }

    public var help: Text? {
        switch self {
        case .nothingApplied: Text(nb: "kjør «kjerne apply»", nn: "køyr «kjerne apply»", en: "run 'kjerne apply'")
        case .codeMissing:
            Text(
                nb: "bruk verten som har modulen, eller --safe-mode for å lese",
                nn: "bruk verten som har modulen, eller --safe-mode for å lese",
                en: "use the host that has the module, or --safe-mode for reading")
        }
    }
}
