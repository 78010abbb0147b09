import Kernel

/// What people call a subject of which only the code is given: a subject code (fagkode), or the code of a subject (opplæringsfag).
struct SubjectName {
    /// In the reader's language; empty where nothing that has been read in says so.
    private(set) var titles: [String]
    /// Whether its own object has been read in.
    let isReadIn: Bool
    /// The names, `<framework>/<code>`, of what has the code, or is referred to by it.
    let names: [String]
    private let word: String

    static let types = ["fagkoder", "opplaeringsfag"]

    init(_ word: String, _ reading: borrowing some ReportReading & ~Copyable) throws {
        self.word = word
        let code = CurriculumCode.normal(word)
        let own = try reading.items([.init("code", .oneOf([word, code])), .init("type", .oneOf(Self.types))])
        let referred = own.isEmpty ? try reading.referred(to: word) : []
        // A code that subjects alone name is called what these are.
        let subjects = referred.isEmpty ? own : try reading.items(pointingAt: referred, [.subjectCode]).map(\.item)
        isReadIn = !own.isEmpty
        names = own.isEmpty ? referred : own.map(\.name)
        titles = Set(subjects.map { reading.text($0).text }).subtracting([word, code]).sorted()
    }

    /// What it is called, as a sentence; nil where nothing says so.
    var called: Text? {
        guard !titles.isEmpty else { return nil }
        return Text(nb: "\(word) er \(list(.nb)).", nn: "\(word) er \(list(.nn)).", en: "\(word) is \(list(.en)).")
    }

    /// What a reader must know of it, where nothing is shown for it.
    var leadsNowhere: Text {
        Text(
            nb: "Ingen læreplan og ikke noe kompetansemålsett som er lest inn, hører til «\(word)».",
            nn: "Ingen læreplan og ikkje noko kompetansemålsett som er lese inn, høyrer til «\(word)».",
            en: "No plan and no set of aims that has been read in belongs to '\(word)'.")
    }

    private func list(_ language: Language) -> String {
        titles.map { language == .en ? "'\($0)'" : "«\($0)»" }.joined(separator: ", ")
    }

    /// What the subject of a local plan is called where only a code stands there, or that there is none; nil where it needs no word.
    static func note(_ plan: String, _ word: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> Text? {
        guard isCode(word) else { return nil }
        let plans = try reading.items([.init("type", .oneOf(GrepType.plans))])
        // Where no plan has been read in there is nothing to hold a code against.
        guard !plans.isEmpty else { return nil }
        let code = CurriculumCode.normal(word)
        var name = try SubjectName(word, reading)
        let editions = plans.filter { $0.code == code || $0.code.hasPrefix(code + "-") }
        name.titles = Set(name.titles + editions.map { reading.text($0).text }).sorted()
        if let called = name.called { return said(of: plan, called) }
        if !name.names.isEmpty { return said(of: plan, name.isReadIn ? name.leadsNowhere : AimFilter.notReadIn(word)) }
        guard editions.isEmpty else { return nil }
        let near = NearestName.suggestion(for: code, among: try known(plans, reading)).map(Text.didYouMean)
        let unknown = UnknownWord(sort: .subject, word: word).message
        func line(_ language: Language) -> String { unknown(language) + (near.map { "; \($0(language))" } ?? ".") }
        return said(of: plan, Text(nb: line(.nb), nn: line(.nn), en: line(.en)))
    }

    private static func said(of plan: String, _ text: Text) -> Text {
        Text(nb: "\(plan): \(text(.nb))", nn: "\(plan): \(text(.nn))", en: "\(plan): \(text(.en))")
    }

    /// Whether a word is written as codes are: letters and digits, without blanks.
    private static func isCode(_ word: String) -> Bool {
        word.first?.isLetter == true && word.contains(where: \.isNumber)
            && CurriculumCode.normal(word).allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    /// The codes that a subject may be given by: those of plans, of subjects, and those that subjects name.
    static func known(_ plans: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable) throws -> [String] {
        let own = try reading.items([.init("type", .oneOf(types))]).map(\.code)
        return plans.map(\.code) + own + (try reading.links([], [.subjectCode]).map { ElementName($0.to).code })
    }
}
