import Kernel

/// Why no package can be written.
enum CASERefusal: ExplainedError {
    case nothingNamed
    /// Nothing of that name can be written as CASE; what can is named.
    case unknown(String, known: [String])
    /// The same code stands in several frameworks.
    case ambiguous(String, frameworks: [String])
    /// It is not to be had in that language.
    case language(String, of: String, known: [String])

    var kind: ErrorKind { .badInput }

    var message: Text {
        switch self {
        case .nothingNamed: Text(nb: "ingenting er nevnt", nn: "ingenting er nemnt", en: "nothing is named")
        case .unknown(let id, _):
            Text(
                nb: "«\(id)» er verken en CASE-pakke som er lest inn, eller en læreplan",
                nn: "«\(id)» er verken ein CASE-pakke som er lesen inn, eller ein læreplan",
                en: "'\(id)' is neither a CASE package that was read in nor a plan")
        case .ambiguous(let id, _):
            Text(
                nb: "«\(id)» finnes i flere læreplanverk", nn: "«\(id)» finst i fleire læreplanverk",
                en: "'\(id)' is in several frameworks")
        case .language(let tag, let id, _):
            Text(
                nb: "«\(id)» finnes ikke på språket «\(tag)»", nn: "«\(id)» finst ikkje på språket «\(tag)»",
                en: "'\(id)' is not there in the language '\(tag)'")
        }
    }

    var help: Text? {
        switch self {
        case .nothingNamed:
            return Text(
                nb: "gi identifikatoren til en CASE-pakke eller koden til en læreplan, for eksempel kjerne export case SKO01-02",
                nn: "gi identifikatoren til ein CASE-pakke eller koden til ein læreplan, til dømes kjerne export case SKO01-02",
                en: "give the identifier of a CASE package or the code of a plan, for example kjerne export case SKO01-02")
        case .unknown(_, let known):
            guard !known.isEmpty else {
                return Text(
                    nb: "les inn noe først: kjerne import", nn: "les inn noko først: kjerne import",
                    en: "read something in first: kjerne import")
            }
            let names = known.prefix(10).joined(separator: ", ") + (known.count > 10 ? ", …" : "")
            return Text(nb: "dette finnes: \(names)", nn: "dette finst: \(names)", en: "there is: \(names)")
        case .ambiguous(let id, let frameworks):
            let names = frameworks.map { "\($0)/\(id)" }
            return Text(
                nb: "si hvilket: \(names.joined(separator: " eller "))", nn: "sei kva for eit: \(names.joined(separator: " eller "))",
                en: "say which: \(names.joined(separator: " or "))")
        case .language(_, let id, let known):
            let names = known.map { "\(id)@\($0)" }.joined(separator: ", ")
            return Text(nb: "dette finnes: \(names)", nn: "dette finst: \(names)", en: "there is: \(names)")
        }
    }
}
