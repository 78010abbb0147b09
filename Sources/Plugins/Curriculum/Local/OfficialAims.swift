import Kernel

/// What the frameworks say of the aims of local plans.
struct OfficialAims {
    /// Which elements their codes may be.
    private(set) var names = LocalAimNames()
    /// By name the aims that hold.
    private var current: [String: CurriculumItem] = [:]
    /// By name what every aim said last, whether or not it holds.
    private var last: [String: CurriculumItem] = [:]
    /// By name of a set the aims that hold.
    private var bySet: [String: [CurriculumItem]] = [:]

    init(_ aims: [VisibleRecord], _ reading: borrowing some ReportReading & ~Copyable) throws {
        let codes = LocalAimNames.codes(aims.compactMap { $0["code"]?.string })
        let sets = LocalAimNames.codes(aims.compactMap { $0["set"]?.string })
        let holding = try Holding(on: reading.today, reading)
        for part in codes.chunks(of: 500) {
            let found = try reading.withPlans(reading.items([.init("code", .oneOf(part))]))
            current.merge(found.filter { holding.allows($0) }.map { ($0.name, $0) }) { first, _ in first }
            let known = try reading.records(RecordQuery("curriculum.revision", CurriculumItem.fields, [.init("code", .oneOf(part))]))
            for item in known.map(CurriculumItem.init) {
                names.add(item.name, set: item.set)
                if item.revision > last[item.name]?.revision ?? 0 { last[item.name] = item }
            }
        }
        for part in sets.chunks(of: 500) {
            let found = try reading.withPlans(reading.items([.init("set", .oneOf(part)), .init("type", .oneOf(GrepType.aims))]))
            bySet.merge(Dictionary(grouping: found.filter { holding.allows($0) }) { $0.setName ?? "" }) { $0 + $1 }
        }
    }

    /// Whether it was there and holds no longer.
    func hasEnded(_ meaning: LocalAimNames.Meaning) -> Bool {
        if case .one(let name) = meaning { current[name] == nil } else { false }
    }

    /// Whether several could be meant.
    func isOpen(_ meaning: LocalAimNames.Meaning) -> Bool { if case .several = meaning { true } else { false } }

    /// What it says, or said last.
    func item(_ meaning: LocalAimNames.Meaning) -> CurriculumItem? {
        if case .one(let name) = meaning { current[name] ?? last[name] } else { nil }
    }

    /// The aims of the sets of a local plan that it does not have, each with the checkpoint of its set.
    func leftOut(of aims: [VisibleRecord]) -> [(CurriculumItem, Int)] {
        let named = aims.map { aim in
            (aim: aim, code: aim["code"]?.string ?? "", meaning: names.meaning(aim["code"]?.string ?? "", set: aim["set"]?.string))
        }
        var own: Set<String> = []
        var sets: [(name: String, checkpoint: Int)] = []
        for (aim, code, meaning) in named {
            let set = aim["set"]?.string.flatMap { word in
                LocalAimNames.set(word, of: meaning) { code in
                    bySet.keys.map { ElementName($0) }.filter { $0.code == code }.map(\.framework)
                }
            }
            if case .one(let name) = meaning {
                own.insert(name)
            } else if let set {
                own.insert(ElementName(framework: ElementName(set).framework, code: CurriculumCode.normal(code)).text)
            }
            guard let set, !sets.contains(where: { $0.name == set }) else { continue }
            sets.append((set, aim["checkpoint"]?.integer ?? 0))
        }
        return sets.flatMap { set in (bySet[set.name] ?? []).filter { !own.contains($0.name) }.map { ($0, set.checkpoint) } }
    }
}
