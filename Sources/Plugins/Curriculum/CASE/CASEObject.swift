import Kernel

/// Writes objects as CASE 1.1 has them, whatever version they came in.
///
/// What the standard does not know goes into `extensions`; what servers of 1.0 add and 1.1 forbids is left out; what the standard demands
/// and the object does not say is filled in from the document.
struct CASEObject {
    /// When the document was last changed, for objects that do not say it of themselves.
    var modified = "1970-01-01T00:00:00Z"

    func cleaned(_ value: JSONValue, _ kind: CASEKind) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        let own = value.object ?? []
        let known = Set(kind.properties.map(\.name)).union(CASEKind.dropped)
        let unknown = own.filter { !known.contains($0.key) && !$0.value.isNull }
        for property in kind.properties {
            if let shaped = shaped(property, value, unknown) {
                members.append((property.name, shaped))
            } else if property.isRequired {
                members.append((property.name, .string(missing(property.name, value))))
            }
        }
        return .object(members)
    }

    private func shaped(_ property: CASEProperty, _ value: JSONValue, _ unknown: [(key: String, value: JSONValue)]) -> JSONValue? {
        let given = value[property.name].flatMap { $0.isNull ? nil : $0 }
        switch property.shape {
        case .extensions:
            let members = given?.object ?? []
            let all = members + unknown.filter { entry in !members.contains { $0.key == entry.key } }
            return given == nil && all.isEmpty ? nil : .object(all)
        case .extensionList:
            let list = given?.array ?? given.map { [$0] } ?? []
            return given == nil && unknown.isEmpty ? nil : .array(list + (unknown.isEmpty ? [] : [.object(unknown)]))
        default: break
        }
        guard let given else { return nil }
        switch property.name {
        case "caseVersion": return .string("1.1")
        case "associationType":
            let type = given.string ?? ""
            return .string(CASELinks.kind(type) == nil ? "ext:" + Self.word(type) : type)
        default: return shaped(given, property.shape)
        }
    }

    private func shaped(_ given: JSONValue, _ shape: CASEShape) -> JSONValue? {
        switch shape {
        case .text: given.string.map(JSONValue.string)
        case .uuid: given.string.flatMap(CASEText.uuid).map(JSONValue.string)
        case .instant: given.string.flatMap(CASEText.moment).map(JSONValue.string)
        case .day: given.string.flatMap(CASEText.day).map(JSONValue.string)
        case .integer: (given.integer ?? given.string.flatMap { Int($0) }).map(JSONValue.integer)
        case .number:
            if given.double != nil { given } else { given.string.flatMap { Double($0) }.map(JSONValue.number) }
        case .texts: given.string.map { .array([.string($0)]) } ?? given
        case .link: Self.link(given, isUUID: true)
        case .links: .array((given.array ?? []).map { Self.link($0, isUUID: true) })
        case .anyLink: Self.link(given, isUUID: false)
        case .extensions, .extensionList: given
        case .objects(let kind): .array((given.array ?? []).map { cleaned($0, kind) })
        }
    }

    private func missing(_ name: String, _ value: JSONValue) -> String {
        switch name {
        case "uri": "urn:uuid:\(value["identifier"]?.string.flatMap(CASEText.uuid) ?? "")"
        case "lastChangeDateTime": modified
        case "creator": value["publisher"]?.string ?? "-"
        case "description", "title", "licenseText": value["title"]?.string ?? value["description"]?.string ?? "-"
        default: "-"
        }
    }

    private static func link(_ value: JSONValue, isUUID: Bool) -> JSONValue {
        let given = value["identifier"]?.string ?? ""
        let uri = value["uri"]?.string
        let identifier = CASEText.uuid(given) ?? (isUUID ? CASEText.uuid(of: uri ?? given) : given)
        var members: [(key: String, value: JSONValue)] = [
            ("title", .string(value["title"]?.string ?? "")), ("identifier", .string(identifier)),
            ("uri", .string(uri ?? (CASEText.uuid(given) == nil ? given : "urn:uuid:\(identifier)"))),
        ]
        if !isUUID, let target = value["targetType"]?.string {
            members.append(("targetType", .string(target == "CASE" || CASELinks.isExtension(target) ? target : "ext:" + word(target))))
        }
        return .object(members)
    }

    /// A word of letters, digits and dots, as the names of extensions may be.
    private static func word(_ text: String) -> String {
        let word = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." || $0 == "_" ? $0 : "_" })
        return word.isEmpty ? "_" : word
    }
}
