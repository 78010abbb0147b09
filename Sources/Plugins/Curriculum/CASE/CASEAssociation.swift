import Kernel

/// One association of a package.
struct CASEAssociation {
    /// Where an association begins or ends.
    struct End {
        /// The property, `originNodeURI` or `destinationNodeURI`.
        var name: String
        /// In lower case where it is a UUID.
        var identifier: String
        /// Whether it says itself that it lies outside CASE.
        var isElsewhere: Bool
    }

    var identifier: String
    var type: String
    var origin: End
    var destination: End
    var sequence: Int?
    /// Its place among the associations of the package, from 0.
    var order: Int
    var path: String

    init?(_ node: Node, _ identifier: String, _ path: String, order: Int) {
        guard let type = node["associationType"]?.string, let origin = Self.end(node, "originNodeURI"),
            let destination = Self.end(node, "destinationNodeURI")
        else { return nil }
        self.identifier = identifier
        self.type = type
        self.origin = origin
        self.destination = destination
        self.path = path
        self.order = order
        sequence = node["sequenceNumber"].flatMap { $0.integer ?? $0.string.flatMap { Int($0) } }
    }

    private static func end(_ node: Node, _ name: String) -> End? {
        guard let end = node[name], let identifier = end["identifier"]?.string else { return nil }
        return End(
            name: name, identifier: CASEText.uuid(identifier) ?? identifier,
            isElsewhere: end["targetType"]?.string.map(CASELinks.isExtension) ?? false)
    }
}
