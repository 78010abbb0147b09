import Kernel

/// What people mean by codes: one element of one framework each.
extension ReportReading where Self: ~Copyable {
    /// The names of the elements of a type that a person means by a code, by framework and code, or by a title.
    ///
    /// A code that something refers to is meant too, though its own object has not been read in; `isReadIn` tells.
    /// - Parameter framework: the one that is asked about, where that is known.
    /// - Throws: `UnknownWord`, or `AmbiguousCode` for a code of several frameworks.
    func meant(
        _ word: String, _ sort: UnknownWord.Kind, type: String, in framework: String? = nil
    ) throws -> (names: [String], isReadIn: Bool) {
        let own = RecordQuery.FieldCondition("type", .oneOf([type]))
        let byCode = try items([.init("code", .oneOf([word, CurriculumCode.normal(word)])), own])
        if let framework, !byCode.contains(where: { $0.framework == framework }) {
            let named = try referred(to: "\(framework)/\(word)").filter { ElementName($0).framework == framework }
            if !named.isEmpty { return (named, false) }
        }
        guard byCode.isEmpty else { return (try AmbiguousCode.single(byCode, word, in: framework).map(\.name), true) }
        let byName = try items([.init("name", .oneOf(CurriculumCode.names(word))), own])
        guard byName.isEmpty else { return (byName.map(\.name), true) }
        let all = try items([own])
        let wanted = word.lowercased()
        let byTitle = all.filter { item in item.title.entries.contains { $0.text.lowercased() == wanted } }
        guard byTitle.isEmpty else { return (byTitle.map(\.name), true) }
        let referred = try referred(to: word)
        guard Set(referred.map { ElementName($0).framework }).count < 2 else { throw AmbiguousCode(word: word, names: referred) }
        guard referred.isEmpty else { return (referred, false) }
        throw UnknownWord(
            sort: sort, word: word, known: all.flatMap { [$0.code] + $0.title.entries.map(\.text) }, shown: all.map(\.code))
    }

    /// The names under which some element refers to a code that has not been read in.
    func referred(to word: String) throws -> [String] {
        let frameworks = try records(RecordQuery("curriculum.framework", ["name"])).compactMap { $0["name"]?.string }
        let names =
            CurriculumCode.names(word) + frameworks.map { "\($0)/\(CurriculumCode.normal(word))" } + frameworks.map { "\($0)/\(word)" }
        let referred = Set(try links([.init("to", .oneOf(Array(Set(names)).sorted()))], Link.Kind.allCases).map(\.to))
        return referred.subtracting(try items(named: referred).map(\.name)).sorted()
    }

    /// The plan that a person means by a code, or by framework and code: one of which something has been read in.
    ///
    /// - Parameter framework: the one that is asked about, where that is known.
    /// - Throws: `UnknownWord`, or `AmbiguousCode` for a code of several frameworks.
    func plan(_ word: String, in framework: String? = nil) throws -> ElementName {
        let found = try plans(word)
        let own = found.filter { $0.framework == framework }
        let meant = own.isEmpty ? found : own
        if let plan = meant.first {
            guard meant.count == 1 else { throw AmbiguousCode(word: word, names: meant.map(\.text)) }
            return plan
        }
        let isReferredTo = try !referred(to: word).isEmpty
        let known = isReferredTo ? [] : try items([.init("type", .oneOf(GrepType.plans))]).map(\.code)
        throw UnknownWord(sort: .plan, word: word, known: known, isReferredTo: isReferredTo)
    }

    /// The plans of all frameworks that go by a code, or by framework and code, of which something has been read in.
    func plans(_ word: String) throws -> [ElementName] {
        let named = CurriculumCode.names(word).map { ElementName($0) }
        for code in named.isEmpty ? [word, CurriculumCode.normal(word)] : named.map(\.code) {
            let query = RecordQuery("curriculum.revision", ["name"], [.init("plan", .oneOf([code])), .init("until", .isEmpty)])
            var frameworks = Set(try records(query).compactMap { $0["name"]?.string.map { ElementName($0).framework } })
            // Of a plan of the older reform there may be nothing but aims that name another plan first.
            let all = try records(RecordQuery("curriculum.framework", ["name"])).compactMap { $0["name"]?.string }
            let missing = all.filter { !frameworks.contains($0) }.map { ElementName(framework: $0, code: code).text }
            if frameworks.isEmpty { frameworks = Set(try sharing(missing).map(\.framework)) }
            if let framework = named.first?.framework { frameworks = frameworks.filter { $0 == framework } }
            if !frameworks.isEmpty { return frameworks.sorted().map { ElementName(framework: $0, code: code) } }
        }
        return []
    }

    // MARK: Several plans

    /// What stands in a plan, whether or not it is the first plan that an element names.
    func items(of plan: ElementName) throws -> [CurriculumItem] {
        let own = try items([.init("plan", .oneOf([plan.code]))]).filter { $0.framework == plan.framework }
        let known = Set(own.map(\.revision))
        return own + (try sharing([plan.text]).filter { !known.contains($0.revision) })
    }

    /// The aims of the older reform that name any of some plans.
    func sharing(_ plans: [String]) throws -> [CurriculumItem] {
        try items(pointingAt: plans, [.plan]).map(\.item).filter { $0.type == GrepType.olderAim }
    }

    /// Some elements with every plan that they stand in, and not only the first.
    func withPlans(_ items: [CurriculumItem]) throws -> [CurriculumItem] {
        let older = items.filter { $0.type == GrepType.olderAim }
        guard !older.isEmpty else { return items }
        var plans: [Int64: [String]] = [:]
        let revisions = Dictionary(older.map { ($0.name, $0.revision) }) { first, _ in first }
        for part in older.chunks(of: 500) {
            for link in try links([.init("from", .oneOf(part.map(\.name)))], [.plan], of: part) {
                if let revision = revisions[link.from] { plans[revision, default: []].append(link.to) }
            }
        }
        return items.map { item in
            guard let named = plans[item.revision] else { return item }
            var item = item
            item.otherPlans = named.filter { $0 != item.planName }
            return item
        }
    }
}
