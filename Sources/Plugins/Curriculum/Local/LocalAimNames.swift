/// Which elements the aims of local plans are: a code alone may be that of several frameworks.
struct LocalAimNames {
    /// What a code of a local plan stands for.
    enum Meaning: Equatable {
        /// The name of an element.
        case one(String)
        /// Elements of several frameworks that could be meant, by name.
        case several([String])
        /// Nothing that has been read in.
        case unknown
    }

    /// By code and name the codes of the sets that an element stood in.
    private var sets: [String: [String: Set<String>]] = [:]

    /// Takes in a revision of an element.
    mutating func add(_ name: String, set: String?) {
        let element = ElementName(name)
        sets[element.code, default: [:]][name, default: []].formUnion(set.map { [$0] } ?? [])
    }

    /// The codes to look up for what local plans name.
    static func codes(_ words: some Sequence<String>) -> [String] {
        Set(
            words.flatMap { word in
                let names = CurriculumCode.names(word)
                return names.isEmpty ? [word, CurriculumCode.normal(word)] : names.map { ElementName($0).code }
            }
        ).sorted()
    }

    /// What a code means, by its framework where it names one, otherwise by the set that stands beside it.
    func meaning(_ word: String, set: String?) -> Meaning {
        let names = CurriculumCode.names(word)
        guard names.isEmpty else {
            let found = names.first { sets[ElementName($0).code]?[$0] != nil }
            return found.map(Meaning.one) ?? .unknown
        }
        var known = sets[word] ?? sets[CurriculumCode.normal(word)] ?? [:]
        if known.count > 1, let set {
            let place = CurriculumCode.names(set).last.map { ElementName($0) }
            let fitting = known.filter { name, codes in
                place.map { $0.framework == ElementName(name).framework && codes.contains($0.code) }
                    ?? codes.contains(CurriculumCode.normal(set))
            }
            if !fitting.isEmpty { known = fitting }
        }
        guard let first = known.keys.first else { return .unknown }
        return known.count == 1 ? .one(first) : .several(known.keys.sorted())
    }

    /// The name of the set of an aim: of the framework that it names itself, otherwise of that of the aim.
    ///
    /// - Parameter known: the frameworks that have a set of that code, for an aim that has not been read in.
    static func set(_ word: String, of meaning: Meaning, known: (String) throws -> [String]) rethrows -> String? {
        if let name = CurriculumCode.names(word).last { return name }
        let code = CurriculumCode.normal(word)
        switch meaning {
        case .one(let name): return ElementName(framework: ElementName(name).framework, code: code).text
        case .several: return nil
        case .unknown:
            let frameworks = try known(code)
            return frameworks.count == 1 ? ElementName(framework: frameworks[0], code: code).text : nil
        }
    }
}
