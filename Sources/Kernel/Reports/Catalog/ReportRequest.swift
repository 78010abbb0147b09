/// Who asks for a report, when, and with which parameters.
public struct ReportRequest: Sendable {
    public var live: LiveConfiguration
    public var actor: Actor
    /// What the one who asks is, read once.
    let standing: Standing
    /// A map, checked by the schema, defaults filled in.
    public var parameters: Node
    /// When the report is made.
    public var instant: Instant
    public var language: Language
    /// The seed of the run; nil where none was given.
    public var seed: UInt64?

    /// A parameter as a word; nil where it was not given.
    func word(_ name: String) -> String? { parameters[name].flatMap { Self.words($0).first } }

    /// The words of a value; of a list each of them.
    static func words(_ node: Node) -> [String] {
        if let items = node.list { return items.flatMap(words) }
        switch node.json {
        case .string(let text): return [text]
        case .integer(let integer): return [String(integer)]
        case .bool(let bool): return [bool ? "true" : "false"]
        case .number(let number): return [JSONValue.number(number).compact]
        default: return []
        }
    }

    /// The parameters as a table shows them.
    var shown: [(String, JSONValue)] { (parameters.json.object ?? []).map { ($0.key, $0.value) } }
}
