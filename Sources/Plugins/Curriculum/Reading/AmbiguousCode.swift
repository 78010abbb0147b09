import Kernel

/// That elements of several frameworks go by the code that was given.
struct AmbiguousCode: ExplainedError {
    var word: String
    /// What could have been meant, each by framework and code.
    var names: [String]

    var kind: ErrorKind { .badInput }

    var message: Text {
        Text(
            nb: "«\(word)» står i flere læreplanverk", nn: "«\(word)» står i fleire læreplanverk",
            en: "'\(word)' stands in several frameworks")
    }

    var help: Text? { Self.choice(names) }

    /// That one of some names must be chosen.
    static func choice(_ names: [String]) -> Text {
        let list = names.sorted().joined(separator: ", ")
        return Text(nb: "skriv hvilken av dem: \(list)", nn: "skriv kva for ein av dei: \(list)", en: "write which of them: \(list)")
    }

    /// Those of some elements that are of one framework: the one that is asked for, where it has any of them.
    ///
    /// - Throws: `AmbiguousCode` where it is not known which framework is meant.
    static func single(_ items: [CurriculumItem], _ word: String, in framework: String?) throws -> [CurriculumItem] {
        let own = items.filter { $0.framework == framework }
        let found = own.isEmpty ? items : own
        guard Set(found.map(\.framework)).count < 2 else {
            throw AmbiguousCode(word: word, names: Set(found.map(\.name)).sorted())
        }
        return found
    }
}
