/// Which keywords a schema may use.
public enum SchemaDialect: Sendable, Hashable {
    /// JSON Schema 2020-12, the documented subset.
    case standard
    /// The same for the project's own files, with the annotations `identity`, `running`, `unit`, `atomic` and `was`, titles
    /// and descriptions by language,
    /// and defaults that are checked.
    case project
}
