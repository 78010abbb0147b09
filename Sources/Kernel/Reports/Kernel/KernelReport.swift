/// What the kernel's own reports share: each sees her own, and those who lead an offering see its participants.
protocol KernelReport: NamedReport {}

extension KernelReport {
    var by: [String] { ["everyone"] }

    /// The schema of parameters that are all words.
    static func schema(_ parameters: [(name: String, title: Text, values: [String]?)]) -> JSONValue {
        .object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            (
                "properties",
                .object(
                    parameters.map { name, title, values in
                        let type: (String, JSONValue) =
                            values.map { ("enum", .array($0.map(JSONValue.string))) } ?? ("type", .string("string"))
                        return (name, .object([type, ("title", title.json)]))
                    })
            ),
        ])
    }

    static var offeringParameter: (name: String, title: Text, values: [String]?) {
        ("offering", Text(nb: "Gjennomføring", nn: "Gjennomføring", en: "Offering"), nil)
    }
    static var personParameter: (name: String, title: Text, values: [String]?) {
        ("person", Text(nb: "Person", nn: "Person", en: "Person"), nil)
    }
}
