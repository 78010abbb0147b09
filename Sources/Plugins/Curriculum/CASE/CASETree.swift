/// The hierarchy of a package, to find what is odd in it.
struct CASETree {
    private let document: String
    private var parents: [String: [String]] = [:]
    private var children: [String: (count: Int, unordered: Int)] = [:]

    init(document: String) { self.document = document }

    /// Takes in an `isChildOf`.
    mutating func add(_ association: CASEAssociation) {
        let parent = association.destination.identifier
        parents[association.origin.identifier, default: []].append(parent)
        children[parent, default: (0, 0)].count += 1
        if association.sequence == nil { children[parent, default: (0, 0)].unordered += 1 }
    }

    /// Items with several parents or none, and parents whose children have no order.
    func oddities(_ items: [String]) -> [(kind: OddityKind, code: String, found: String?)] {
        var found: [(kind: OddityKind, code: String, found: String?)] = []
        for item in items {
            let parents = parents[item] ?? []
            if parents.isEmpty { found.append((.withoutParent, item, nil)) }
            if parents.count > 1 { found.append((.severalParents, item, parents.joined(separator: ", "))) }
        }
        for item in [document] + items {
            guard let own = children[item], own.count > 1, own.unordered > 0 else { continue }
            found.append((.missingOrder, item, "\(own.unordered)/\(own.count)"))
        }
        return found
    }
}
