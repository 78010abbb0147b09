extension DeadlineExplanation {
    public static let format = "kjerne.explanation/1"

    /// The explanation as a value for programs; also what the store keeps.
    public var json: JSONValue { json(reasons: [:]) }

    /// - Parameter reasons: why it was extended, by the event that did it, which stands in no chain that is kept.
    public func json(reasons: [Int64: String]) -> JSONValue {
        .object([
            ("format", .string(Self.format)), ("deadline", .string(name)), ("kind", .string(record.kind)),
            ("record", .integer(Int(record.number))), ("title", title.json), ("source", source.map(JSONValue.string) ?? .null),
            ("late", .string(late.rawValue)), ("base", Self.json(base)), ("due", Self.json(due)), ("ordinary", Self.json(ordinary)),
            ("stopped", Self.json(stopped)), ("outer", Self.json(outer)),
            ("steps", .array(steps.map { $0.json(reason: $0.kind == .extended ? $0.event.flatMap { reasons[$0] } : nil) })),
        ])
    }

    /// Reads what `json` gives; nil for anything else.
    public init?(_ json: JSONValue) {
        guard let name = json["deadline"]?.string, let kind = json["kind"]?.string, let number = json["record"]?.integer,
            let title = json["title"]?.object.flatMap({ Text($0) }),
            let late = json["late"]?.string.flatMap(DeadlineRule.Late.init(rawValue:)),
            let steps = json["steps"]?.array
        else { return nil }
        record = .init(kind: kind, number: Int64(number))
        self.name = name
        self.title = title
        self.late = late
        source = json["source"]?.string
        base = Self.instant(json["base"])
        due = Self.instant(json["due"])
        ordinary = Self.instant(json["ordinary"])
        stopped = Self.instant(json["stopped"])
        outer = Self.instant(json["outer"])
        for step in steps {
            guard let read = Step(step) else { return nil }
            self.steps.append(read)
        }
    }

    fileprivate static func json(_ instant: Instant?) -> JSONValue { instant.map { .string($0.description) } ?? .null }
    fileprivate static func instant(_ json: JSONValue?) -> Instant? { json?.string.flatMap { try? Instant($0) } }
}

extension DeadlineExplanation.Step {
    /// Parts that a step does not have are left out.
    fileprivate func json(reason: String?) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("step", .string(kind.rawValue))]
        if let moment { members.append(("moment", .string(moment))) }
        if let instant { members.append(("instant", .string(instant.description))) }
        if let event { members.append(("event", .integer(Int(event)))) }
        if let day { members.append(("day", .string(day.description))) }
        if let text { members.append(("text", text.json)) }
        if let reason { members.append(("reason", .string(reason))) }
        if !passed.isEmpty { members.append(("passed", .array(passed.map(\.json)))) }
        return .object(members)
    }

    fileprivate init?(_ json: JSONValue) {
        guard let kind = json["step"]?.string.flatMap(DeadlineExplanation.Kind.init(rawValue:)) else { return nil }
        self.init(
            kind, moment: json["moment"]?.string, instant: DeadlineExplanation.instant(json["instant"]),
            event: json["event"]?.integer.map(Int64.init), day: json["day"]?.string.flatMap { try? Day($0) },
            text: json["text"]?.object.flatMap { Text($0) }, passed: (json["passed"]?.array ?? []).compactMap { .init($0) })
    }
}

extension DeadlineExplanation.DayOff {
    fileprivate var json: JSONValue {
        .object([("day", .string(day.description)), ("title", title.json), ("source", source.map(JSONValue.string) ?? .null)])
    }

    fileprivate init?(_ json: JSONValue) {
        guard let day = json["day"]?.string.flatMap({ try? Day($0) }), let title = json["title"]?.object.flatMap({ Text($0) }) else {
            return nil
        }
        self.init(day: day, title: title, source: json["source"]?.string)
    }
}
