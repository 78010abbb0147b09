/// What people call the relations that rights go by, as they stand within a sentence; programs read the relations themselves.
struct RelationWords: Sendable {
    /// Knows the roles of modules; nil where only the kernel's are asked for.
    var live: LiveConfiguration?
    /// The record that it is about; nil for none.
    var type: RecordType?

    /// The relations one after another.
    func list(_ relations: [String], _ language: Language) -> String {
        relations.map { title($0)(language) }.joined(separator: ", ")
    }

    func title(_ relation: String) -> Text {
        if let known = Self.known[relation] { return known }
        if let role = (live?.roles ?? Role.kernel).named(relation, of: type) { return role.title.inSentence }
        guard let type else { return Text(verbatim: relation) }
        return reference(relation.split(separator: ".").map(String.init), from: type)
    }

    /// A person at the end of a path: by the last field on it that a module declares.
    private func reference(_ path: [String], from type: RecordType) -> Text {
        var place: RecordType? = type
        var label: Text?
        for word in path {
            var next: String?
            if let field = place?.field(word) {
                label = field.label
                switch field.type {
                case .reference(let reference), .list(.reference(let reference)): next = reference.target
                default: break
                }
            } else if word == place?.parentField {
                next = place?.parent
            }
            place = next.flatMap { live?.record($0) }
        }
        guard let label else { return Text(nb: "den det gjelder", nn: "den det gjeld", en: "the person concerned") }
        return Text(
            nb: "den som står under «\(label(.nb))»", nn: "den som står under «\(label(.nn))»", en: "the one under '\(label(.en))'")
    }

    /// The kernel's own relations.
    private static let known: [String: Text] = [
        "owner": Text(nb: "eier", nn: "eigar", en: "owner"),
        "author": Text(nb: "forfatter", nn: "forfattar", en: "author"),
        "peer": Text(nb: "meddeltaker", nn: "meddeltakar", en: "peer"),
        "everyone": Text(nb: "alle", nn: "alle", en: "everyone"),
        "shared": Text(nb: "den det er delt med", nn: "den det er delt med", en: "whoever it is shared with"),
        "audience": Text(nb: "den som delingen er til", nn: "den som delinga er til", en: "whoever the sharing is for"),
        "sharer": Text(nb: "den som deler", nn: "den som deler", en: "whoever shares it"),
    ]
}
