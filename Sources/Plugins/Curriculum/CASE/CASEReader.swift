import Kernel

/// Reads a CASE package into elements: the document, each item, association, definition and rubric one, with the object as it came.
///
/// An association belongs to nobody, so that it is an element of its own; what it says stands also as a link of the item it goes out from.
struct CASEReader {
    /// The type of the element that keeps what a package says beside its objects, where it says anything.
    static let package = "CFPackage"
    /// The types of elements that are no items.
    static let reserved = Set(CASEKind.allCases.map(\.rawValue)).subtracting([CASEKind.item.rawValue]).union([package])

    private(set) var framework: Framework
    private(set) var elements: [Element] = []
    var check: CASECheck
    private let file: SourceFile
    private var seen: [String: (digest: String, path: String)] = [:]
    private var associations: [CASEAssociation] = []
    private let document: String
    private let language: String?

    /// - Throws: `SourcedFaults`.
    init(_ root: Node, _ file: SourceFile, faults: CASEFaults) throws {
        self.file = file
        check = CASECheck(faults)
        guard let node = root["CFDocument"], node.map != nil else {
            throw SourcedFaults(.noCASEPackage(file.path, at: SourceSpan(startOf: file.id)), sources: faults.sources)
        }
        guard let identifier = try check.object(node, .document, "$.CFDocument") else {
            try check.faults.throwIfAny()
            throw SourcedFaults(.noCASEPackage(file.path, at: CASEFaults.place(of: node)), sources: faults.sources)
        }
        document = identifier
        language = CASEText.language(node["language"]?.string)
        framework = CASEFramework.of(node, identifier, definitions: root["CFDefinitions"])
        try take(node, .document, "$.CFDocument", identifier)
        for kind in [CASEKind.item, .association] { try takeAll(root[kind.list], kind, "$") }
        for kind in CASEKind.definitions { try takeAll(root["CFDefinitions"]?[kind.list], kind, "$.CFDefinitions") }
        if let list = root["CFDefinitions"], list.map == nil, list.list?.isEmpty != true, !list.isNull {
            check.faults.shape("$.CFDefinitions", list, expected: .object)
        }
        try takeAll(root[CASEKind.rubric.list], .rubric, "$")
        try takeRest(root)
        try check.faults.throwIfAny()
        tie()
    }

    private mutating func takeAll(_ list: Node?, _ kind: CASEKind, _ parent: String) throws {
        let path = "\(parent).\(kind.list)"
        guard let list, !list.isNull else { return }
        guard let items = list.list else { return check.faults.shape(path, list, expected: .objects) }
        for (index, item) in items.enumerated() {
            guard let identifier = try check.object(item, kind, "\(path)[\(index)]") else { continue }
            try take(item, kind, "\(path)[\(index)]", identifier)
        }
    }

    private mutating func take(_ node: Node, _ kind: CASEKind, _ path: String, _ identifier: String) throws {
        let code = Self.code(kind, identifier)
        let digest = Digest.hex(try node.json.canonical)
        if let first = seen[code] {
            if first.digest == digest { return check.note(.sameObjectTwice, kind, identifier, path, first.path) }
            return check.faults.report(
                .caseTwice(identifier, path, first: first.path, at: CASEFaults.place(of: node["identifier"] ?? node)))
        }
        seen[code] = (digest, path)
        var element = Element(code: code, type: Self.type(node, kind))
        element.plan = document
        element.raw = Array(file.bytes[Int(node.span.start.byte)..<Int(node.span.end.byte)])
        element.digest = digest
        element.modified = node["lastChangeDateTime"]?.string
        element.status = node["adoptionStatus"]?.string
        element.validFrom = node["statusStartDate"]?.string.flatMap(CASEText.day)
        element.validTo = node["statusEndDate"]?.string.flatMap(CASEText.day)
        let title = node["fullStatement"] ?? node["title"] ?? node["description"]
        if let text = title?.string, !text.isEmpty {
            element.title = LocalText([(CASEText.language(node["language"]?.string) ?? language ?? "default", text)])
        } else if kind != .association {
            check.note(.emptyText, kind, identifier, path, nil)
        }
        element.words = Self.words(node)
        element.years = node["educationLevel"].map(Self.texts)?.map { $0.replacing(" ", with: "-") } ?? []
        if kind == .association, let association = CASEAssociation(node, identifier, path, order: associations.count) {
            associations.append(association)
        }
        elements.append(element)
    }

    /// What a package says beside its objects: its own extensions, and what the standard does not know.
    private mutating func takeRest(_ root: Node) throws {
        let lists = Set(["CFDocument", "CFDefinitions", CASEKind.item.list, CASEKind.association.list, CASEKind.rubric.list])
        var rest = (root.json.object ?? []).filter { !lists.contains($0.key) }
        let definitions = (root["CFDefinitions"]?.json.object ?? []).filter { entry in
            !CASEKind.definitions.contains { $0.list == entry.key }
        }
        for entry in rest where entry.key != "extensions" { check.note(.unknownProperty, nil, nil, "$.\(entry.key)", nil) }
        for entry in definitions where entry.key != "extensions" {
            check.note(.unknownProperty, nil, nil, "$.CFDefinitions.\(entry.key)", nil)
        }
        if !definitions.isEmpty { rest.append(("CFDefinitions", .object(definitions))) }
        guard !rest.isEmpty else { return }
        var element = Element(code: Self.package, type: Self.package)
        element.plan = document
        element.raw = Array(JSONValue.object(rest).compact.utf8)
        element.digest = Digest.hex(try JSONValue.object(rest).canonical)
        elements.append(element)
    }

    /// Turns the associations into links of the elements that they go out from.
    private mutating func tie() {
        var tree = CASETree(document: document)
        let places = Dictionary(elements.indices.map { (elements[$0].code, $0) }) { first, _ in first }
        var known = Dictionary(elements.filter { !$0.code.contains(":") }.map { ($0.code, $0.code) }) { first, _ in first }
        for kind in CASEKind.definitions + [.rubric] {
            for element in elements where element.type == kind.rawValue {
                let identifier = String(element.code.drop { $0 != ":" }.dropFirst())
                if known[identifier] == nil { known[identifier] = element.code }
            }
        }
        for association in associations {
            let kind = CASELinks.kind(association.type)
            if kind == nil {
                check.note(.unknownType, .association, association.identifier, "\(association.path).associationType", association.type)
            }
            for end in [association.origin, association.destination] where known[end.identifier] == nil && !end.isElsewhere {
                check.note(.danglingReference, .association, association.identifier, "\(association.path).\(end.name)", end.identifier)
            }
            guard let origin = known[association.origin.identifier], let place = places[origin] else { continue }
            let to = known[association.destination.identifier] ?? association.destination.identifier
            let link = Link(kind: kind ?? .related, to: to, position: association.sequence ?? association.order)
            elements[place].links.append(link)
            guard association.type == "isChildOf" else { continue }
            tree.add(association)
            if elements[place].position == nil { elements[place].position = association.sequence ?? association.order }
            if elements[place].set == nil, to != document, places[to] != nil { elements[place].set = to }
        }
        for index in elements.indices where !elements[index].links.isEmpty {
            let links = elements[index].links.map { "\n\($0.kind.rawValue) \($0.to) \($0.position)" }.sorted()
            elements[index].digest = Digest.hex((elements[index].digest + links.joined()).utf8)
        }
        let items = elements.filter { !Self.reserved.contains($0.type) }.map(\.code)
        for oddity in tree.oddities(items) {
            check.note(oddity.kind, oddity.code == document ? .document : .item, oddity.code, nil, oddity.found)
        }
    }

    /// The code of an object: of items and the document the identifier, of others with the kind before it, since only those are told apart.
    static func code(_ kind: CASEKind, _ identifier: String) -> String {
        kind == .item || kind == .document ? identifier : "\(kind.rawValue):\(identifier)"
    }

    private static func type(_ node: Node, _ kind: CASEKind) -> String {
        guard kind == .item, let type = node["CFItemType"]?.string, !type.isEmpty, !reserved.contains(type) else { return kind.rawValue }
        return type
    }

    private static func texts(_ node: Node) -> [String] { node.string.map { [$0] } ?? (node.list ?? []).compactMap(\.string) }

    private static func words(_ node: Node) -> String {
        let names = [
            "humanCodingScheme", "fullStatement", "title", "abbreviatedStatement", "alternativeLabel", "listEnumeration", "description",
            "notes", "conceptKeywords", "subject", "keywords",
        ]
        return names.flatMap { node[$0].map(texts) ?? [] }.filter { !$0.isEmpty }.map(GrepTexts.plain).joined(separator: "\n")
    }
}
