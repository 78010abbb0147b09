import Kernel

/// A curriculum framework that others decide: the national curriculum, or one that a school bought or wrote.
struct Framework: Sendable, Equatable {
    /// How the framework came.
    enum Format: String, Sendable { case grep, `case`, core }

    /// Short and unique in the workspace, for example `grep`.
    var id: String
    var format: Format
    /// What the URIs of its elements begin with; none for formats that know none.
    var namespace: String?
    /// By language tag (BCP 47).
    var title: LocalText
    var publisher: String?
    /// The licence's name, for example `NLOD 2.0`.
    var licence: String?
    /// What must stand wherever its text is shown.
    var credit: LocalText?
    var language: String?
    var version: String?

    /// What may change of it from one source to the next, as it is stored: title, publisher, licence, credit, language, edition.
    var head: [String?] { [title.compact, publisher, licence, credit?.compact, language, version] }
}
