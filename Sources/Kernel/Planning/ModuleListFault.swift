/// Why the list of modules in `Config/kjerne.yaml` was not changed.
public enum ModuleListFault: ExplainedError {
    /// The text is laid out in a way that cannot be changed without changing more.
    case cannotEdit
    case notNamed(String, known: [String])

    public var kind: ErrorKind { .badInput }

    public var message: Text {
        switch self {
        case .cannotEdit:
            Text(
                nb: "«modules» i \(FileKind.workspace.place) er skrevet slik at det ikke kan endres uten å endre mer; ingenting er endret",
                nn: "«modules» i \(FileKind.workspace.place) er skrive slik at det ikkje kan endrast utan å endre meir; ingenting er endra",
                en:
                    "'modules' in \(FileKind.workspace.place) is written so that it cannot be changed without changing more; nothing has changed"
            )
        case .notNamed(let id, _):
            Text(
                nb: "modulen «\(id)» står ikke i \(FileKind.workspace.place)",
                nn: "modulen «\(id)» står ikkje i \(FileKind.workspace.place)",
                en: "the module '\(id)' does not stand in \(FileKind.workspace.place)")
        }
    }

    public var help: Text? {
        switch self {
        case .cannotEdit:
            Text(
                nb: "gjør endringen i filen selv", nn: "gjer endringa i fila sjølv", en: "make the change in the file yourself")
        case .notNamed(let id, let known):
            if let nearest = NearestName.suggestion(for: id, among: known) {
                Text(nb: "mente du «\(nearest)»?", nn: "meinte du «\(nearest)»?", en: "did you mean '\(nearest)'?")
            } else if known.isEmpty {
                nil
            } else {
                Text(verbatim: known.joined(separator: ", "))
            }
        }
    }
}
