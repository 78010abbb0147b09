/// A letter as a module writes it in one language: a subject and a body with places for values.
///
/// The first line is `# Subject`. `{{path}}` gives a value of the record, `{{date:path}}` the day of one; what follows `{{?path}}` on the
/// line stands only where there is a value. The rest stands as it is; small Markdown stays text.
public struct NoticeTemplate: Sendable, Hashable {
    /// How a value is written.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case plain
        /// The local day of a day or an instant, without the time.
        case date
        /// Nothing of its own; without a value the rest of the line is left out.
        case given = "?"
    }

    /// A stretch of the letter.
    public enum Part: Sendable, Hashable {
        case text(String)
        case value(path: String, format: Format, span: SourceSpan)
    }

    public var subject: [Part]
    public var body: [Part]

    /// The values that it asks for, each with its place.
    public var placeholders: [(path: String, format: Format, span: SourceSpan)] {
        (subject + body).compactMap { if case .value(let path, let format, let span) = $0 { (path, format, span) } else { nil } }
    }

    /// Reads a template from its file.
    ///
    /// - Returns: the template, or nil and everything that is wrong with its form.
    public static func read(_ file: SourceFile) -> (template: NoticeTemplate?, diagnostics: [Diagnostic]) {
        var reader = NoticeTemplateReader(file)
        return reader.template()
    }
}
