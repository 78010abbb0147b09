/// A fault in something that a person wrote, with everything needed to mend it.
///
/// The message says what is wrong and stands alone: lower case, no full stop, names from the file quoted with `'`.
/// `help` says how to mend it; `notes` give context; `labels` point at other places that take part.
/// Wording lives in a static factory beside the check that finds the fault.
public struct Diagnostic: Sendable, Hashable {
    /// How grave a diagnostic is.
    ///
    /// An error stops `plan` and `apply`; a warning does not.
    public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case error, warning, note
        private var rank: Int {
            switch self {
            case .error: 0;
            case .warning: 1;
            case .note: 2
            }
        }
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    }

    /// Another place that takes part in the fault, and what it has to do with it.
    public struct Label: Sendable, Hashable {
        public var span: SourceSpan
        public var text: Text
        public init(_ span: SourceSpan, _ text: Text) {
            self.span = span
            self.text = text
        }
    }

    /// An edit that mends the fault: put `replacement` where `span` is.
    public struct Fix: Sendable, Hashable {
        public var span: SourceSpan
        public var replacement: String
        public init(replace span: SourceSpan, with replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// Stable, `area/kind`, for example `schema/unknown-key`.
    ///
    /// Listed in docs/diagnostics.md.
    public var id: String
    public var severity: Severity
    public var message: Text
    /// Where; nil only for a fault that lies in no file.
    public var span: SourceSpan?
    /// What to write under the underlined span, for example "did you mean 'name'?"; renderers make it a note where there is no span.
    public var label: Text?
    public var labels: [Label]
    public var notes: [Text]
    public var help: Text?
    public var fix: Fix?

    public init(
        _ id: String, _ severity: Severity = .error, _ message: Text, at span: SourceSpan?, label: Text? = nil,
        labels: [Label] = [], notes: [Text] = [], help: Text? = nil, fix: Fix? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.span = span
        self.label = label
        self.labels = labels
        self.notes = notes
        self.help = help
        self.fix = fix
    }

    /// The notes to show, with what would stand under a place first, where there is no place.
    var shownNotes: [Text] { (span == nil ? label.map { [$0] } ?? [] : []) + notes }
}
