import Kernel

/// Holds the objects of a package to the shapes of the standard: what cannot be read is a fault, what is merely untidy an oddity.
struct CASECheck {
    var faults: CASEFaults
    private(set) var oddities: [Oddity] = []
    private var told: Set<String> = []

    init(_ faults: CASEFaults) { self.faults = faults }

    mutating func note(_ kind: OddityKind, _ type: CASEKind?, _ code: String?, _ path: String?, _ found: String?) {
        oddities.append(Oddity(kind: kind, type: type?.rawValue, code: code, path: path, found: found))
    }

    /// Looks at one object; gives its identifier, in lower case, where it has all without which it is none.
    mutating func object(_ node: Node, _ kind: CASEKind, _ path: String) throws -> String? {
        guard node.map != nil else {
            faults.shape(path, node, expected: .object)
            return nil
        }
        for name in kind.vital where node[name] == nil || node[name]?.isNull == true {
            faults.shape(path, node, expected: .having(name))
            return nil
        }
        guard let identifier = node["identifier"]?.string.flatMap(CASEText.uuid) else {
            faults.shape("\(path).identifier", node["identifier"] ?? node, expected: .uuid)
            return nil
        }
        for property in kind.properties {
            let place = "\(path).\(property.name)"
            guard let value = node[property.name], !value.isNull else {
                if property.isRequired { once(.missingProperty, kind, identifier, property.name, place) }
                continue
            }
            try check(value, property.shape, place, kind, identifier)
        }
        let known = Set(kind.properties.map(\.name)).union(CASEKind.dropped)
        for key in node.map?.keys ?? [] where !known.contains(key) { once(.unknownProperty, kind, identifier, key, "\(path).\(key)") }
        return identifier
    }

    /// Tells an oddity that all objects of a kind may share for the first of them only.
    private mutating func once(_ oddity: OddityKind, _ kind: CASEKind, _ code: String, _ name: String, _ path: String) {
        guard told.insert("\(oddity.rawValue) \(kind.rawValue) \(name)").inserted else { return }
        note(oddity, kind, code, path, nil)
    }

    private mutating func check(_ value: Node, _ shape: CASEShape, _ path: String, _ kind: CASEKind, _ code: String) throws {
        switch shape {
        case .text:
            if value.string == nil { faults.shape(path, value, expected: .caseText) }
        case .uuid:
            if value.string.flatMap(CASEText.uuid) == nil { faults.shape(path, value, expected: .uuid) }
        case .instant:
            guard let text = value.string else { return faults.shape(path, value, expected: .caseText) }
            if CASEText.moment(text) != text { note(.untidyTime, kind, code, path, text) }
        case .day:
            guard let text = value.string else { return faults.shape(path, value, expected: .caseText) }
            if CASEText.day(text) != text { note(.untidyTime, kind, code, path, text) }
        case .integer:
            if value.integer != nil { return }
            guard let text = value.string, Int(text) != nil else { return faults.shape(path, value, expected: .wholeNumber) }
            note(.numberAsText, kind, code, path, text)
        case .number:
            if value.number != nil { return }
            guard let text = value.string, Double(text)?.isFinite == true else {
                return faults.shape(path, value, expected: .number)
            }
            note(.numberAsText, kind, code, path, text)
        case .texts:
            if value.string != nil { return note(.unlistedText, kind, code, path, value.string) }
            guard let list = value.list, list.allSatisfy({ $0.string != nil }) else {
                return faults.shape(path, value, expected: .caseTexts)
            }
        case .link, .anyLink: try link(value, path, isUUID: shape == .link, kind, code)
        case .links:
            guard let list = value.list else { return faults.shape(path, value, expected: .caseLinks) }
            for (index, item) in list.enumerated() { try link(item, "\(path)[\(index)]", isUUID: true, kind, code) }
        case .extensions:
            if value.map == nil { faults.shape(path, value, expected: .object) }
        case .extensionList:
            if value.map == nil, value.list?.allSatisfy({ $0.map != nil }) != true {
                faults.shape(path, value, expected: .objects)
            }
        case .objects(let inner):
            guard let list = value.list else { return faults.shape(path, value, expected: .objects) }
            for (index, item) in list.enumerated() { _ = try object(item, inner, "\(path)[\(index)]") }
        }
    }

    private mutating func link(_ value: Node, _ path: String, isUUID: Bool, _ kind: CASEKind, _ code: String) throws {
        guard value.map != nil, let identifier = value["identifier"]?.string else {
            return faults.shape(path, value, expected: .caseLink)
        }
        for name in ["title", "uri", "targetType"] {
            if let part = value[name], part.string == nil, !part.isNull { faults.shape("\(path).\(name)", part, expected: .caseText) }
        }
        if isUUID, CASEText.uuid(identifier) == nil { note(.identifierNoUUID, kind, code, "\(path).identifier", identifier) }
    }
}
