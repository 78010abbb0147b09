/// The layers of which nobody can say that they are missing: their files have faults, or could not be read.
struct HiddenLayers: Sendable {
    private var names: Set<String> = []
    /// Kinds of which whole folders could not be read.
    private var kinds: Set<Layer.Kind> = []

    mutating func insert(_ name: String) { names.insert(name) }

    func contains(_ name: String) -> Bool {
        names.contains(name) || kinds.contains { name.hasPrefix($0.rawValue + "/") }
    }

    /// Notes what lies at a path that could not be read, a file or a folder.
    mutating func insert(path: String) {
        let parts = path.split(separator: "/").map(String.init)
        switch (parts.dropFirst().first, parts.count) {
        case ("programmes", 2): kinds.insert(.programme)
        case ("programmes", 3): names.insert(Self.name(of: .programme, at: path))
        case ("institutions", 2): kinds.formUnion([.institution, .variant])
        case ("institutions", 3):
            names.insert("institution/\(parts[2])")
            kinds.insert(.variant)
        case ("institutions", 4) where parts[3] == "institution.yaml": names.insert(Self.name(of: .institution, at: path))
        case ("institutions", 4) where parts[3] == "variants": kinds.insert(.variant)
        case ("institutions", 5) where parts[3] == "variants": names.insert(Self.name(of: .variant, at: path))
        case (nil, _): kinds.formUnion([.programme, .institution, .variant])
        default: break
        }
    }

    /// The name that a layer most likely has, from the path of its file.
    static func name(of kind: Layer.Kind, at path: String) -> String {
        let parts = path.split(separator: "/")
        let last = parts[parts.count - 1]
        let name = kind == .institution ? parts[parts.count - 2] : last.hasSuffix(".yaml") ? last.dropLast(".yaml".count) : last
        return "\(kind.rawValue)/\(name)"
    }
}
