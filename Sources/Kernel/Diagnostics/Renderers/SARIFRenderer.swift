/// Writes diagnostics as SARIF 2.1.0 (OASIS), which code scanning services and editors show in place.
///
/// A fault that lies in no file is a notification of the run, since a result without a place is refused by some readers.
public struct SARIFRenderer: Sendable {
    public var language: Language
    /// The version of the program, as `1.2.0`.
    public var version: String
    /// What a diagnostic's id stands for in general, by id; where it is missing, the id's own words and its area serve.
    public var rules: [String: RuleText]

    public init(language: Language, version: String, rules: [String: RuleText] = [:]) {
        self.language = language
        self.version = version
        self.rules = rules
    }

    /// One run with the diagnostics in the order of the files, as pretty JSON with a line break at the end.
    public func render(_ diagnostics: Diagnostics, in sources: SourceMap) -> String { value(diagnostics, in: sources).pretty + "\n" }

    /// One run with the diagnostics in the order of the files.
    public func value(_ diagnostics: Diagnostics, in sources: SourceMap) -> JSONValue {
        let sorted = diagnostics.sorted(in: sources)
        let ids = Set(sorted.map(\.id)).sorted()
        var fingerprints = SARIFFingerprints()
        var results: [JSONValue] = []
        var notifications: [JSONValue] = []
        for diagnostic in sorted {
            if let span = diagnostic.span {
                results.append(result(diagnostic, span, sources, rule: ids.firstIndex(of: diagnostic.id) ?? 0, &fingerprints))
            } else {
                notifications.append(
                    .object([
                        ("descriptor", .object([("id", .string(diagnostic.id))])), ("level", .string(diagnostic.severity.rawValue)),
                        ("message", message(diagnostic)),
                    ]))
            }
        }
        let run: JSONValue = .object([
            ("tool", .object([("driver", driver(ids, sorted))])),
            ("language", .string(language.rawValue)),
            ("columnKind", .string("utf16CodeUnits")),
            (
                "invocations",
                .array([.object([("executionSuccessful", .bool(true)), ("toolConfigurationNotifications", .array(notifications))])])
            ),
            ("results", .array(results)),
        ])
        return .object([
            ("$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")),
            ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ])
    }

    private func driver(_ ids: [String], _ diagnostics: [Diagnostic]) -> JSONValue {
        // What is said of a rule holds for all its cases, and does not change with the first that is found.
        let described = ids.map { id -> JSONValue in
            let rule = rules[id] ?? RuleText(id: id)
            let gravest = diagnostics.lazy.filter { $0.id == id }.map(\.severity).min() ?? .error
            return .object([
                ("id", .string(id)),
                ("shortDescription", text(rule.title(language))),
                ("fullDescription", text(rule.description(language))),
                ("help", text(rule.help(language))),
                ("defaultConfiguration", .object([("level", .string(gravest.rawValue))])),
            ])
        }
        return .object([("name", .string("kjerne")), ("version", .string(version)), ("rules", .array(described))])
    }

    private func result(
        _ diagnostic: Diagnostic, _ span: SourceSpan, _ sources: SourceMap, rule: Int, _ fingerprints: inout SARIFFingerprints
    ) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("ruleId", .string(diagnostic.id)),
            ("ruleIndex", .integer(rule)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", message(diagnostic)),
            ("locations", .array([.object([("physicalLocation", location(span, sources))])])),
        ]
        if !diagnostic.labels.isEmpty {
            let related = diagnostic.labels.enumerated().map { position, label in
                JSONValue.object([
                    ("id", .integer(position + 1)), ("message", text(label.text(language))),
                    ("physicalLocation", location(label.span, sources)),
                ])
            }
            members.append(("relatedLocations", .array(related)))
        }
        if let fix = diagnostic.fix {
            let replacement: JSONValue = .object([
                ("deletedRegion", region(fix.span)), ("insertedContent", text(fix.replacement)),
            ])
            let change: JSONValue = .object([
                ("artifactLocation", artifact(fix.span, sources)), ("replacements", .array([replacement])),
            ])
            members.append(
                (
                    "fixes",
                    .array([
                        .object([
                            ("description", text((diagnostic.help ?? diagnostic.message)(language))), ("artifactChanges", .array([change])),
                        ])
                    ])
                ))
        }
        let fingerprint = fingerprints.next(diagnostic.id, span, in: sources[span.file])
        members.append(("partialFingerprints", .object([("primaryLocationLineHash", .string(fingerprint))])))
        return .object(members)
    }

    /// The message with what stands under the place, the notes and the help, a line each: viewers show no more than this.
    private func message(_ diagnostic: Diagnostic) -> JSONValue {
        let parts = [diagnostic.message] + (diagnostic.label.map { [$0] } ?? []) + diagnostic.notes + (diagnostic.help.map { [$0] } ?? [])
        return text(parts.map { $0(language) }.joined(separator: "\n"))
    }

    private func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }

    private func location(_ span: SourceSpan, _ sources: SourceMap) -> JSONValue {
        .object([("artifactLocation", artifact(span, sources)), ("region", region(span))])
    }

    private func artifact(_ span: SourceSpan, _ sources: SourceMap) -> JSONValue {
        let path = sources[span.file].path
        if path.hasPrefix("/") { return .object([("uri", .string("file://" + Self.encoded(path)))]) }
        return .object([
            ("uri", .string(Self.encoded(path.hasPrefix("./") ? String(path.dropFirst(2)) : path))), ("uriBaseId", .string("%SRCROOT%")),
        ])
    }

    private func region(_ span: SourceSpan) -> JSONValue {
        .object([
            ("startLine", .integer(Int(span.start.line))), ("startColumn", .integer(Int(span.start.utf16))),
            ("endLine", .integer(Int(span.end.line))), ("endColumn", .integer(Int(span.end.utf16))),
        ])
    }

    /// A path as the path of a URI: everything but unreserved characters and `/` is percent-encoded (RFC 3986, 2.3).
    static func encoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.append(byte)
            default: result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
