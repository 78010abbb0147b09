import Kernel

/// What differs between two states of a curriculum, element by element.
///
/// Elements belong together by their code, then by what a new one says that it was made from (`gjenbruk-av`). Likeness of words pairs
/// nothing: it only suggests.
struct CurriculumComparison {
    private(set) var changes: [CurriculumChange] = []
    let request: ComparisonRequest
    /// The sets of both sides by name, for the years that they are for.
    private var sets: [String: CurriculumItem] = [:]
    private var raw: [Int64: String] = [:]

    /// - Parameter threshold: how like two texts must be, 0 to 1, for the one to be suggested for the other.
    init(
        _ request: ComparisonRequest, threshold: Double, _ reading: borrowing some ReportReading & ~Copyable
    ) throws {
        self.request = request
        let (old, new) = try Self.sides(request, reading)
        for item in old + new where item.type == GrepType.set { sets[item.name] = item }
        let before = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        var pairs: [(old: CurriculumItem, new: CurriculumItem)] = []
        for item in new {
            if let same = before[item.name], same.revision != item.revision { pairs.append((same, item)) }
        }
        if case .plans = request, let first = old.first(where: Self.isPlan), let second = new.first(where: Self.isPlan) {
            pairs.append((first, second))
        }
        let paired = Set(pairs.flatMap { [$0.old.name, $0.new.name] })
        let fresh = new.filter { before[$0.name] == nil && !paired.contains($0.name) }
        let sources = try Self.sources(of: fresh, reading)
        let outside = try Self.outside(sources.values.flatMap { $0 }, known: before, reading)
        var followed: Set<String> = []
        var born: [CurriculumItem] = []
        for item in fresh {
            let origins = (sources[item.name] ?? []).compactMap { before[$0] ?? (after[$0] == nil ? outside[$0] : nil) }
            if origins.isEmpty { born.append(item) }
            for origin in origins {
                pairs.append((origin, item))
                followed.insert(origin.name)
            }
        }
        let gone = old.filter { after[$0.name] == nil && !followed.contains($0.name) && !paired.contains($0.name) }
        raw = try Self.raw(of: pairs.flatMap { [$0.old, $0.new] }, reading)
        changes = pairs.compactMap { change($0.old, $0.new) }
        changes += Self.suggesting(born.map { CurriculumChange(kinds: [.new], new: $0) }, from: gone, threshold)
        changes += Self.suggesting(gone.map { CurriculumChange(kinds: [.withdrawn], old: $0) }, from: born, threshold)
        changes.sort { Self.key($0) < Self.key($1) }
        raw = [:]
    }

    private static func isPlan(_ item: CurriculumItem) -> Bool { GrepType.plans.contains(item.type) }

    private static func key(_ change: CurriculumChange) -> (String, String, Int, String, String) {
        let item = change.item
        return (item?.type ?? "", item?.set ?? "", item?.position ?? Int.max, item?.code ?? "", change.old?.code ?? "")
    }

    /// Where an element stands: its set and its place there.
    func place(_ item: CurriculumItem) -> String? {
        let parts = [item.set, item.position == Int.max ? nil : String(item.position)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    // MARK: What is compared

    private static func sides(
        _ request: ComparisonRequest, _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> (old: [CurriculumItem], new: [CurriculumItem]) {
        switch request {
        case .plans(let from, let to):
            return (try reading.items(of: from), try reading.items(of: to))
        case .loads(let from, let to, let framework):
            let query = RecordQuery("curriculum.revision", CurriculumItem.historyFields)
            let all = try reading.records(query).map(CurriculumItem.init).filter { $0.framework == framework }
            func at(_ load: Int) -> [CurriculumItem] { all.filter { ($0.since ?? 0) <= load && load < ($0.until ?? Int.max) } }
            return (from == 0 ? [] : at(from), at(to))
        }
    }

    /// What elements say that they were made from, by name.
    private static func sources(
        of items: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        for part in items.chunks(of: 500) {
            for link in try reading.links([.init("from", .oneOf(part.map(\.name)))], [.reuseOf], of: part) {
                found[link.from, default: []].append(link.to)
            }
        }
        return found
    }

    /// The elements that were named but stand on neither side, for example in another plan.
    private static func outside(
        _ names: [String], known: [String: CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable
    ) throws -> [String: CurriculumItem] {
        let missing = names.filter { known[$0] == nil }
        return Dictionary(try reading.items(named: missing).map { ($0.name, $0) }) { first, _ in first }
    }

    private static func raw(of items: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable) throws -> [Int64: String] {
        let wanted = Set(items.map(\.revision))
        var found: [Int64: String] = [:]
        for names in Array(Set(items.map(\.name))).sorted().chunks(of: 500) {
            for record in try reading.records(RecordQuery("curriculum.revision", ["raw"], [.init("name", .oneOf(names))]))
            where wanted.contains(record.number) { found[record.number] = record["raw"]?.string }
        }
        return found
    }

    // MARK: How it changed

    private func change(_ old: CurriculumItem, _ new: CurriculumItem) -> CurriculumChange? {
        let rewordings = rewordings(old, new)
        let ended = NationalPlan.ended
        var kinds: [ChangeKind] = []
        if let status = new.status, ended.contains(status), old.status.map(ended.contains) != true { kinds.append(.expired) }
        if !rewordings.isEmpty { kinds.append(.reworded) }
        if hasMoved(old, new) { kinds.append(.moved) }
        if old.name != new.name, kinds.isEmpty { kinds.append(.renumbered) }
        if kinds.isEmpty { kinds.append(.other) }
        return CurriculumChange(kinds: kinds, old: old, new: new, rewordings: rewordings)
    }

    private func rewordings(_ old: CurriculumItem, _ new: CurriculumItem) -> [CurriculumChange.Rewording] {
        let before = Dictionary(
            OfficialTexts.read(raw[old.revision] ?? "", language: old.title.entries.first?.language).map { ($0.property, $0.text) }
        ) { first, _ in first }
        let after = Dictionary(
            OfficialTexts.read(raw[new.revision] ?? "", language: new.title.entries.first?.language).map { ($0.property, $0.text) }
        ) { first, _ in first }
        return Set(before.keys).union(after.keys).sorted { Self.rank($0) < Self.rank($1) }.compactMap { property in
            let (a, b) = (before[property] ?? LocalText(), after[property] ?? LocalText())
            return a == b ? nil : .init(property: property, old: a, new: b)
        }
    }

    /// The title comes first.
    private static func rank(_ property: String) -> (Int, String) {
        (["tittel", "title", "fullStatement"].contains(property) ? 0 : 1, property)
    }

    /// Sets of another plan always have other codes, so there the years count.
    private func hasMoved(_ old: CurriculumItem, _ new: CurriculumItem) -> Bool {
        if old.position != new.position || old.years != new.years { return true }
        guard old.set != new.set else { return false }
        guard old.plan != new.plan, let a = years(old), let b = years(new) else { return true }
        return a != b
    }

    private func years(_ item: CurriculumItem) -> [String]? { item.set.flatMap { sets["\(item.framework)/\($0)"] }?.years }

    // MARK: Suggestions

    private static func suggesting(
        _ changes: [CurriculumChange], from others: [CurriculumItem], _ threshold: Double
    ) -> [CurriculumChange] {
        let candidates = Dictionary(grouping: others, by: \.type).mapValues { items in items.map { ($0, Self.words($0)) } }
        return changes.map { change in
            guard let item = change.item, let near = candidates[item.type] else { return change }
            let own = words(item)
            var best: (item: CurriculumItem, likeness: Double)?
            for (other, theirs) in near {
                let likeness =
                    Set(own.keys).intersection(theirs.keys).compactMap { tag in
                        own[tag].flatMap { a in theirs[tag].map { a.to($0) } }
                    }.max() ?? 0
                if likeness >= threshold, likeness > best?.likeness ?? 0 { best = (other, likeness) }
            }
            var result = change
            result.suggestion = best.map { ($0.item.code, $0.likeness) }
            return result
        }
    }

    private static func words(_ item: CurriculumItem) -> [String: Likeness] {
        Dictionary(item.title.entries.map { ($0.language, Likeness($0.text)) }) { first, _ in first }
    }
}
