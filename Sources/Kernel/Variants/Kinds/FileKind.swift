/// The kinds of file that people write for a workspace.
///
/// Each has a schema, which `check` uses and `schema show` prints.
public enum FileKind: String, Sendable, CaseIterable {
    case workspace, calendar, programme, institution, variant, offering, lock, module

    /// The kind of the file at that path of a workspace; nil where no file of the workspace should lie.
    public init?(path: String) {
        guard path.utf8.suffix(5).elementsEqual(".yaml".utf8) else { return nil }
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
        switch (parts.count, parts.first, parts.dropFirst().first) {
        case (2, "Config", "kjerne.yaml"): self = .workspace
        case (3, "Config", "calendars"): self = .calendar
        case (3, "Config", "locks"): self = .lock
        case (3, "Config", "programmes"): self = .programme
        case (4, "Config", "institutions") where parts[3] == "institution.yaml": self = .institution
        case (5, "Config", "institutions") where parts[3] == "variants": self = .variant
        case (5, "Config", "institutions") where parts[3] == "offerings": self = .offering
        case (3, "Modules", _) where parts[2] == "module.yaml": self = .module
        default: return nil
        }
    }

    /// Where such files lie, for messages.
    public var place: String {
        switch self {
        case .workspace: "Config/kjerne.yaml"
        case .calendar: "Config/calendars/<id>.yaml"
        case .programme: "Config/programmes/<id>.yaml"
        case .institution: "Config/institutions/<id>/institution.yaml"
        case .variant: "Config/institutions/<id>/variants/<id>.yaml"
        case .offering: "Config/institutions/<id>/offerings/<id>.yaml"
        case .lock: "Config/locks/<id>.yaml"
        case .module: "Modules/<id>/module.yaml"
        }
    }
}
