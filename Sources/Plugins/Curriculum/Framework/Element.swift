/// What a code of a framework stands for, as one source says it: a plan, a set of aims, an aim, a core element, a verb.
///
/// It holds what the project works with; everything else stays in `raw`, as it came.
struct Element: Sendable {
    /// The code by which it is known, unique in its framework.
    var code: String
    /// The type as the format names it: Grep's plural folder name, or the CASE item type.
    var type: String
    /// The word for its state upstream, for example `publisert`.
    var status: String?
    /// When it was last changed upstream, as the source writes it.
    var modified: String?
    /// `YYYY-MM-DD`; the first and the last day on which it holds, where the source says so for the element itself.
    var validFrom: String?
    var validTo: String?
    /// Whether its text is a legal regulation.
    var isBinding = false
    var title = LocalText()
    /// The code of the plan and the set that it belongs to.
    var plan: String?
    var set: String?
    var position: Int?
    /// The school years that it is for, as codes.
    var years: [String] = []
    /// Title and other texts in all languages, one a line: what is searched.
    var words = ""
    var links: [Link] = []
    /// The object as it came, UTF-8.
    var raw: [UInt8] = []
    /// SHA-256, in hexadecimal, of what the object says, in the canonical form of JSON (RFC 8785), and of its links where these stand elsewhere.
    var digest = ""
}
