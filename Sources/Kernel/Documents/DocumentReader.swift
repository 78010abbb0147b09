/// Reads a file as what its name says it is.
public enum DocumentReader {
    /// JSON if the path ends in `.json`, otherwise YAML.
    public static func read(_ file: SourceFile, limits: ReaderLimits = .standard) -> DocumentResult {
        file.path.hasSuffix(".json") ? JSONReader.read(file, limits: limits) : YAMLReader.read(file, limits: limits)
    }
}
