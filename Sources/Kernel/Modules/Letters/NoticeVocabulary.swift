/// What a letter about a record can say: paths to values, and whether a value is a day or an instant.
public struct NoticeVocabulary: Sendable, Hashable {
    /// What a value is.
    public enum Kind: Sendable, Hashable { case plain, moment }

    /// By path.
    public private(set) var paths: [String: Kind]

    /// What every letter can say: its recipient, the day it is written, and the workspace.
    public static let common: [String: Kind] = [
        "recipient.name": .plain, "recipient.given-name": .plain, "recipient.family-name": .plain, "today": .moment,
        "workspace.title": .plain,
    ]

    /// How many references a path may follow.
    static let deepest = 4

    /// What a letter about a record of that type can say: its fields, number, state and deadlines, and what its references lead to.
    public init(_ type: RecordType, _ index: DeclarationIndex) {
        paths = Self.common
        paths["number"] = .plain
        if let workflow = type.workflow {
            paths["state"] = .plain
            for deadline in workflow.deadlines { paths["deadline.\(deadline.name)"] = .moment }
        }
        add(type, index, prefix: "", depth: 0)
    }

    /// What letters about each of several records can all say.
    init(common vocabularies: [NoticeVocabulary]) {
        paths = vocabularies.first?.paths ?? Self.common
        for other in vocabularies.dropFirst() { paths = paths.filter { other.paths[$0.key] == $0.value } }
    }

    private mutating func add(_ type: RecordType, _ index: DeclarationIndex, prefix: String, depth: Int) {
        if let parent = type.parent, let name = type.parentField { follow(parent, index, prefix: "\(prefix)\(name).", depth: depth + 1) }
        for field in type.fields {
            switch field.type {
            case .reference(let reference) where reference.by == nil:
                // An activity is said by its title.
                if depth == 0, reference.target == KernelRecord.activity.rawValue { paths[field.name] = .plain }
                follow(reference.target, index, prefix: "\(prefix)\(field.name).", depth: depth + 1)
            case .reference: paths[prefix + field.name] = .plain
            case .date, .instant: paths[prefix + field.name] = .moment
            case .list, .file, .json: continue
            default: paths[prefix + field.name] = .plain
            }
        }
    }

    private mutating func follow(_ target: String, _ index: DeclarationIndex, prefix: String, depth: Int) {
        guard depth <= Self.deepest else { return }
        if let type = index.types[target] {
            add(type, index, prefix: prefix, depth: depth)
        } else if let record = KernelRecord(rawValue: target) {
            for (name, type) in record.values { paths[prefix + name] = ["date", "instant"].contains(type) ? .moment : .plain }
            for (name, next) in record.references { follow(next.rawValue, index, prefix: "\(prefix)\(name).", depth: depth + 1) }
        }
    }
}
