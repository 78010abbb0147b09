/// That an action is refused because a reaction does not work as it should.
public enum ReactionFault: ExplainedError, Hashable {
    /// Reactions call each other without end; the names of the events, the first one first.
    case loop([String])
    /// The module's reactions emit more events than one event may lead to.
    case flood(module: String, limit: Int)
    /// The module emitted an event that is not its own.
    case foreignEvent(module: String, event: String)
    /// A reaction that fails closed failed.
    case failed(module: String, reaction: String, event: String, reason: String)

    public var kind: ErrorKind { .refused }

    public var message: Text {
        switch self {
        case .loop(let names):
            let chain = names.joined(separator: " → ")
            return Text(
                nb: "reaksjonene går i ring: \(chain)", nn: "reaksjonane går i ring: \(chain)",
                en: "the reactions go round in a loop: \(chain)"
            )
        case .flood(let module, let limit):
            return Text(
                nb: "reaksjonene i modulen «\(module)» laget mer enn \(limit) hendelser av én",
                nn: "reaksjonane i modulen «\(module)» laga meir enn \(limit) hendingar av éi",
                en: "the reactions of the module '\(module)' made more than \(limit) events out of one")
        case .foreignEvent(let module, let event):
            return Text(
                nb: "modulen «\(module)» meldte om «\(event)», som ikke er dens hendelse",
                nn: "modulen «\(module)» melde om «\(event)», som ikkje er hans hending",
                en: "the module '\(module)' told of '\(event)', which is not an event of its own")
        case .failed(let module, let reaction, let event, let reason):
            return Text(
                nb: "reaksjonen «\(reaction)» i modulen «\(module)» på «\(event)» virket ikke: \(reason)",
                nn: "reaksjonen «\(reaction)» i modulen «\(module)» på «\(event)» verka ikkje: \(reason)",
                en: "the reaction '\(reaction)' of the module '\(module)' to '\(event)' did not work: \(reason)")
        }
    }

    public var help: Text? {
        Text(
            nb: "dette er en feil i modulen; ingenting er endret", nn: "dette er ein feil i modulen; ingenting er endra",
            en: "this is a fault of the module; nothing has changed")
    }
}
