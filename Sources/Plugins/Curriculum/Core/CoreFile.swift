import Kernel

/// A core curriculum as a YAML file holds it: whose it is, and its sections, values and principles in order.
///
/// ```yaml
/// framework: {identifier: eksempel-core, title: {nb: …, nn: …, en: …}, publisher: Kjerne, licence: CC0}
/// elements:
///   - {code: OD1, kind: section, title: {nb: …}, text: {nb: …}}
///   - {code: OD1V1, kind: value, part-of: OD1, title: {nb: …}, text: {nb: …}, aims: [grep/KM11869]}
/// ```
struct CoreFile {
    let framework: Framework
    let elements: [Element]
    private let sources: SourceMap
    /// Where the file says which edition it is.
    private let edition: SourceSpan

    /// - Throws: `SourcedFaults` with every fault of the file.
    init(_ bytes: [UInt8], name: String) throws {
        var sources = SourceMap()
        let file = sources.add(path: name, bytes: bytes)
        let result = YAMLReader.read(file)
        var faults = Diagnostics()
        faults.report(contentsOf: result.diagnostics)
        guard let root = result.document?.root, result.isSound else { throw SourcedFaults(faults, sources: sources) }
        faults.report(contentsOf: try Self.schema().validate(root))
        guard !faults.hasErrors, let head = root["framework"], let list = root["elements"]?.list else {
            throw SourcedFaults(faults, sources: sources)
        }
        framework = Self.framework(head)
        edition = head["version"]?.span ?? head.span
        var known: [String: CoreType] = [:]
        var made: [Element] = []
        for node in list {
            guard let code = node["code"]?.string, let kind = node["kind"]?.string.flatMap(CoreType.init(rawValue:)) else { continue }
            if known[code] != nil { faults.report(.coreCodeTwice(code, at: node["code"]?.span ?? node.span)) }
            if let parent = node["part-of"], known[parent.string ?? ""] != .section {
                faults.report(.coreParent(parent.string ?? "", at: parent.span))
            }
            known[code] = kind
            made.append(try Self.element(node, code, kind, position: made.count + 1))
        }
        if faults.hasErrors { throw SourcedFaults(faults, sources: sources) }
        elements = made
        self.sources = sources
    }

    /// Holds the edition of the file against the one in the store; editions that are no numbers have no order.
    ///
    /// - Throws: `SourcedFaults` for an older one.
    func requireNotOlder(than known: String?) throws {
        guard let own = framework.version, let known, let ours = Self.numbers(own), let theirs = Self.numbers(known),
            ours.lexicographicallyPrecedes(theirs)
        else { return }
        throw SourcedFaults(.olderCore(own, than: known, at: edition), sources: sources)
    }

    /// The numbers of an edition such as `2`, `1.10` or `2020-11-02`; nil for anything else.
    private static func numbers(_ edition: String) -> [Int]? {
        let parts = edition.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }.map { Int($0) }
        let numbers = parts.compactMap { $0 }
        return numbers.count == parts.count ? numbers : nil
    }

    private static func framework(_ node: Node) -> Framework {
        Framework(
            id: node["identifier"]?.string ?? "", format: .core, namespace: nil, title: text(node["title"]),
            publisher: node["publisher"]?.string, licence: node["licence"]?.string, credit: node["credit"].map { text($0) },
            language: node["language"]?.string, version: node["version"]?.string)
    }

    private static func element(_ node: Node, _ code: String, _ kind: CoreType, position: Int) throws -> Element {
        var element = Element(code: code, type: kind.element)
        element.title = text(node["title"])
        element.isBinding = node["binding"]?.bool ?? false
        element.position = position
        if let parent = node["part-of"]?.string { element.links = [Link(kind: .partOf, to: parent, position: 0)] }
        element.links += (node["aims"]?.list ?? []).compactMap(\.string).enumerated().map { position, name in
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            return Link(kind: .related, to: CurriculumCode.normal(parts.last ?? ""), position: position, framework: parts.first)
        }
        let body = text(node["text"])
        element.words = (element.title.entries + body.entries).map(\.text).joined(separator: "\n")
        let parts: [(key: String, value: JSONValue)?] = [
            ("code", .string(code)), ("kind", .string(kind.rawValue)), node["part-of"].map { ("part-of", $0.json) },
            ("binding", .bool(element.isBinding)), ("position", .integer(position)), node["title"].map { ("title", $0.json) },
            node["text"].map { ("text", $0.json) }, node["aims"].map { ("aims", $0.json) },
        ]
        element.raw = Array(try JSONValue.object(parts.compactMap { $0 }).canonical)
        element.digest = Digest.hex(element.raw)
        return element
    }

    private static func text(_ node: Node?) -> LocalText {
        LocalText((node?.map?.pairs ?? []).compactMap { pair in pair.value.string.map { (pair.key, $0) } })
    }

    private static func schema() throws -> Schema {
        var sources = SourceMap()
        let file = sources.add(path: "core.schema.yaml", bytes: Array(schemaText.utf8))
        guard let root = YAMLReader.read(file).document?.root, let schema = Schema.compile(root).schema else {
            throw SourcedFaults(.unreadable("core.schema.yaml", Text(verbatim: "schema")))
        }
        return schema
    }

    private static let schemaText = """
        type: object
        required: [framework, elements]
        additionalProperties: false
        properties:
          framework:
            type: object
            required: [identifier, title, publisher, licence]
            additionalProperties: false
            properties:
              identifier: {type: string, pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", maxLength: 64}
              title: {$ref: "#/$defs/text"}
              publisher: {type: string, minLength: 1, maxLength: 200}
              licence: {type: string, minLength: 1, maxLength: 200}
              credit: {$ref: "#/$defs/text"}
              language: {type: string, maxLength: 20}
              version: {type: string, maxLength: 64}
          elements:
            type: array
            minItems: 1
            maxItems: 2000
            items:
              type: object
              required: [code, kind, title]
              additionalProperties: false
              properties:
                code: {type: string, pattern: "^[A-Z0-9]+([.-][A-Z0-9]+)*$", maxLength: 64}
                kind: {enum: [section, value, principle]}
                part-of: {type: string}
                title: {$ref: "#/$defs/text"}
                text: {$ref: "#/$defs/text"}
                binding: {type: boolean}
                aims:
                  type: array
                  minItems: 1
                  maxItems: 2000
                  uniqueItems: true
                  items: {type: string, pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[^/]+$", maxLength: 200}
        $defs:
          text:
            type: object
            minProperties: 1
            additionalProperties: false
            properties:
              nb: &words {type: string, minLength: 1, maxLength: 20000}
              nn: *words
              en: *words
              se: *words
              sma: *words
              smj: *words
        """
}

extension Diagnostic {
    fileprivate static func coreCodeTwice(_ code: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/core-code-twice", .error,
            Text(nb: "koden «\(code)» står to ganger", nn: "koden «\(code)» står to gonger", en: "the code '\(code)' stands twice"),
            at: span,
            help: Text(
                nb: "en kode er varig: gi det nye en ny", nn: "ein kode er varig: gi det nye ein ny",
                en: "a code is there for good: give what is new a new one"))
    }

    fileprivate static func coreParent(_ code: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/core-parent", .error,
            Text(
                nb: "«\(code)» er ikke et avsnitt lenger oppe i filen", nn: "«\(code)» er ikkje eit avsnitt lenger oppe i fila",
                en: "'\(code)' is no section further up in the file"), at: span,
            help: Text(
                nb: "skriv avsnittet før det som hører til det", nn: "skriv avsnittet før det som høyrer til det",
                en: "write a section before what belongs to it"))
    }

    fileprivate static func olderCore(_ edition: String, than known: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "curriculum/older-revision", .error,
            Text(
                nb: "$.framework.version er eldre enn det som er lest inn før",
                nn: "$.framework.version er eldre enn det som er lese inn før",
                en: "$.framework.version is older than what was read in before"), at: span,
            notes: [
                Text(
                    nb: "her utgave \(edition), i lageret utgave \(known)", nn: "her utgåve \(edition), i lageret utgåve \(known)",
                    en: "here edition \(edition), in the store edition \(known)")
            ],
            help: Text(
                nb: "skal teksten være som den var, gi den en ny utgave", nn: "skal teksten vere som han var, gi han ei ny utgåve",
                en: "if the text is to be as it was, give it a new edition"))
    }
}
