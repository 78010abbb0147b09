extension Plan {
    /// A plan that an apply kept.
    ///
    /// - Returns: nil where it is none.
    init?(_ json: JSONValue) {
        guard json["format"]?.string == Self.format, let base = json["base"]?.string, let files = json["files"]?.string,
            let changes = json["changes"]?.array
        else { return nil }
        let read = changes.compactMap { Change($0) }
        guard read.count == changes.count else { return nil }
        let behind = (json["behind"]?.array ?? []).compactMap { entry -> (offering: String, label: String)? in
            guard let offering = entry["offering"]?.string, let label = entry["release"]?.string else { return nil }
            return (offering, label)
        }
        self.init(changes: read, base: base, files: files, behind: behind, isAltered: json["altered"]?.bool ?? false)
    }
}

extension Change {
    /// A change as a plan tells of it.
    fileprivate init?(_ json: JSONValue) {
        guard let path = json["path"]?.string, let kind = json["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let risk = json["risk"]?.string.flatMap(Risk.init(rawValue:)), let people = json["people"]?.integer,
            let counted = json["work"], let work = counted.isNull ? 0 : counted.integer
        else { return nil }
        let parts = path.split(separator: ".").map(String.init)
        let known = ConfigurationState.Kind.allCases.first { $0.prefix.first == parts.first && parts.first != nil } ?? .variant
        let length = known == .workspace ? 1 : known.prefix.count + 1
        func value(_ name: String) -> JSONValue? { json[name].flatMap { $0.isNull ? nil : $0 } }
        self.init(
            path: path, kind: kind, before: value("before"), after: value("after"), risk: risk, people: people, work: work,
            isUncounted: counted.isNull,
            note: value("note").map { Text(node: Node(json: $0, at: SourceSpan(startOf: .init(0)))) },
            key: ConfigurationState.Key(known, known == .workspace ? "" : parts.dropFirst(known.prefix.count).first ?? ""),
            inner: Array(parts.dropFirst(length)))
    }
}
