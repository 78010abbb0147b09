/// What a module requires, directly or through others.
public enum ModuleNeeds {
    /// The module itself and all that it requires, by the manifests of `modules`: path in the folder to content.
    public static func of(_ id: String, in modules: [String: [String: [UInt8]]]) -> Set<String> {
        var found: Set<String> = []
        var rest = [id]
        while let next = rest.popLast() {
            guard found.insert(next).inserted, let bytes = modules[next]?["module.yaml"] else { continue }
            let file = SourceFile(id: .init(0), path: "module.yaml", bytes: bytes)
            rest += YAMLReader.read(file).document?.root["requires"]?.map?.keys ?? []
        }
        return found
    }
}
