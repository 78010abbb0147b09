import Kernel

/// Criteria with levels, by which scripts are judged; one edition of it.
struct Rubric: Sendable {
    struct Criterion: Sendable, Hashable {
        var id: String
        var weight: Double
        var title: Text
        /// Level to descriptor, the best first.
        var levels: [Level]
    }

    struct Level: Sendable, Hashable {
        var id: String
        var text: Text
    }

    var id: String
    var edition: Int
    var criteria: [Criterion]

    /// - Parameter body: as it is kept.
    init(id: String, edition: Int, body: JSONValue) {
        self.id = id
        self.edition = edition
        criteria = (body["criteria"]?.array ?? []).map { item in
            Criterion(
                id: item["criterion"]?.string ?? "", weight: item["weight"]?.double ?? 0, title: Self.text(item["title"]),
                levels: (item["levels"]?.array ?? []).map { Level(id: $0["level"]?.string ?? "", text: Self.text($0["text"])) })
        }
    }

    private static func text(_ value: JSONValue?) -> Text {
        let members = (value?.object ?? []).compactMap { member in member.value.string.map { (member.key, $0) } }
        return Text(Dictionary(members) { first, _ in first })
    }

    /// What changed from this edition to another, a line for each thing.
    func changes(to other: Rubric) -> [RubricChange] {
        var changes: [RubricChange] = []
        let (before, after) = (Dictionary(grouping: criteria, by: \.id), Dictionary(grouping: other.criteria, by: \.id))
        for criterion in other.criteria where before[criterion.id] == nil {
            changes.append(.init(criterion: criterion.id, level: nil, kind: .new, before: nil, after: criterion.title))
        }
        for old in criteria {
            guard let new = after[old.id]?.first else {
                changes.append(.init(criterion: old.id, level: nil, kind: .removed, before: old.title, after: nil))
                continue
            }
            if old.title != new.title {
                changes.append(.init(criterion: old.id, level: nil, kind: .reworded, before: old.title, after: new.title))
            }
            if old.weight != new.weight {
                changes.append(
                    .init(
                        criterion: old.id, level: nil, kind: .weight, before: Text(verbatim: old.weight.brief),
                        after: Text(verbatim: new.weight.brief)))
            }
            for level in new.levels where !old.levels.contains(where: { $0.id == level.id }) {
                changes.append(.init(criterion: old.id, level: level.id, kind: .new, before: nil, after: level.text))
            }
            for level in old.levels {
                guard let now = new.levels.first(where: { $0.id == level.id }) else {
                    changes.append(.init(criterion: old.id, level: level.id, kind: .removed, before: level.text, after: nil))
                    continue
                }
                if now.text != level.text {
                    changes.append(.init(criterion: old.id, level: level.id, kind: .reworded, before: level.text, after: now.text))
                }
            }
        }
        return changes
    }
}

/// One thing that differs between two editions of a rubric.
struct RubricChange: Sendable, Hashable {
    enum Kind: String, Sendable { case new, removed, reworded, weight }

    var criterion: String
    var level: String?
    var kind: Kind
    var before: Text?
    var after: Text?

    var title: Text {
        switch kind {
        case .new: Text(nb: "ny", nn: "ny", en: "new")
        case .removed: Text(nb: "tatt bort", nn: "teken bort", en: "removed")
        case .reworded: Text(nb: "omskrevet", nn: "omskriven", en: "reworded")
        case .weight: Text(nb: "vekt", nn: "vekt", en: "weight")
        }
    }
}
