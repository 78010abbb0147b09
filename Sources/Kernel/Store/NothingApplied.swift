/// That work asks for a configuration, and none has been applied yet.
public struct NothingApplied: ExplainedError, Hashable {
    public init() {}

    public var kind: ErrorKind { .badInput }
    public var message: Text {
        Text(nb: "ingenting er satt i drift ennå", nn: "ingenting er sett i drift enno", en: "nothing has been applied yet")
    }
    public var help: Text? { Text(nb: "kjør «kjerne apply»", nn: "køyr «kjerne apply»", en: "run 'kjerne apply'") }
}
