/// That a right forbids an action.
public struct Refusal: ExplainedError, Hashable {
    /// The action that was asked for.
    public var action: String
    /// The roles that may do it, sorted.
    public var allowed: [String]

    public var kind: ErrorKind { .refused }

    public var message: Text {
        Text(
            nb: "du har ikke rett til å utføre «\(action)»", nn: "du har ikkje rett til å utføre «\(action)»",
            en: "you have no right to do '\(action)'")
    }

    public var help: Text? {
        guard !allowed.isEmpty else {
            return Text(nb: "bare driften kan gjøre det", nn: "berre drifta kan gjere det", en: "only the operator can do it")
        }
        func roles(_ language: Language) -> String { Role.kernel.titles(allowed, language) }
        return Text(
            nb: "det kan driften, og den som i hele arbeidsområdet er \(roles(.nb))",
            nn: "det kan drifta, og den som i heile arbeidsområdet er \(roles(.nn))",
            en: "the operator can, and whoever in the whole workspace is \(roles(.en))")
    }
}
