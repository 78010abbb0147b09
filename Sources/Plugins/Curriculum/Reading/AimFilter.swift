import Kernel

/// The filters that reports on aims share: plan, subject, year, core element, theme, skill, verb, status, day.
struct AimFilter {
    private var plan: String?
    private var subject: SubjectFilter?
    private var sets: Set<String>?
    private var revisions: Set<Int64>?
    private var statuses: Set<String>?
    private var framework: String?
    /// The day on which what is let through holds.
    private var day: Holding?
    /// What a reader must know of what was let through.
    private(set) var notes: [Text] = []

    /// - Parameter defaultDay: the day that counts where neither a day nor a plan is asked for, so that editions of a plan are not mixed.
    /// - Throws: `UnknownWord` for what there is nothing of, or what the reading throws.
    init(_ parameters: Node, _ reading: borrowing some ReportReading & ~Copyable, defaultDay: String? = nil) throws {
        statuses = try parameters["status"]?.string.map { try reading.statuses($0) }
        framework = parameters["framework"]?.string
        if let framework { try reading.requireFramework(framework) }
        plan = try parameters["plan"]?.string.map { try reading.plan($0) }
        subject = try parameters["subject"]?.string.map { try SubjectFilter($0, reading) }
        if let day = parameters["date"]?.string ?? (plan == nil ? defaultDay : nil) {
            self.day = try Holding(on: day, reading)
            if parameters["date"] == nil {
                notes.append(
                    Text(
                        nb: "Planene som gjelder \(day); --date velger en annen dag.",
                        nn: "Planane som gjeld \(day); --date vel ein annan dag.",
                        en: "The plans that hold on \(day); --date chooses another day."))
            }
        }
        if let year = parameters["year"]?.string {
            let code = Int(year) == nil ? year.lowercased() : "aarstrinn\(year)"
            let known = try reading.items([.init("type", .oneOf([GrepType.set, "kompetansemaalsett"]))])
            sets = Set(known.filter { $0.years.contains(code) }.map(\.code))
            if sets?.isEmpty == true { throw UnknownWord(sort: .year, word: year, known: Set(known.flatMap(\.years)).sorted()) }
        }
        let ties: [(String, UnknownWord.Kind, String, Link.Kind)] = [
            ("core-element", .coreElement, GrepType.coreElement, .coreElement), ("theme", .theme, GrepType.theme, .theme),
            ("skill", .skill, GrepType.skill, .skill), ("verb", .verb, GrepType.verb, .verb),
        ]
        for (name, sort, type, kind) in ties {
            guard let word = parameters[name]?.string else { continue }
            let meant = try reading.meant(word, sort, type: type)
            if !meant.isReadIn { notes.append(Self.notReadIn(word)) }
            let tied = Set(try reading.items(pointingAt: meant.names, [kind]).map(\.item.revision))
            revisions = tied.intersection(revisions ?? tied)
        }
    }

    /// That a code is known only from what refers to it.
    static func notReadIn(_ code: String) -> Text {
        Text(
            nb: "«\(code)» er ikke lest inn selv; det som vises, viser til koden.",
            nn: "«\(code)» er ikkje lese inn sjølv; det som blir vist, viser til koden.",
            en: "'\(code)' itself has not been read in; what is shown refers to the code.")
    }

    /// Whether it asks for what the publisher took back.
    var asksForWithdrawn: Bool { statuses?.contains(CurriculumItem.withdrawn) ?? false }

    /// Whether it lets everything through.
    var isOpen: Bool {
        plan == nil && subject == nil && sets == nil && revisions == nil && statuses == nil && framework == nil && day == nil
    }

    /// Whether what it asks for is of aims of any reform: of a plan, a subject or a year.
    var isAboutPlans: Bool { plan != nil || subject != nil || sets != nil }

    /// Whether it asks for nothing but a status or a framework, which anything may have.
    var isAboutAll: Bool { (statuses != nil || framework != nil) && !isAboutPlans && revisions == nil }

    func allows(_ item: CurriculumItem) -> Bool {
        (framework.map { item.framework == $0 } ?? true)
            && (statuses.map { $0.contains(item.isWithdrawn ? CurriculumItem.withdrawn : item.status ?? "") } ?? true)
            && (plan.map { item.plan == $0 } ?? true) && (subject.map { $0.allows(item) } ?? true)
            && (day.map { $0.allows(item, byDates: statuses != nil) } ?? true)
            && (sets.map { item.set.map($0.contains) ?? false } ?? true) && (revisions.map { $0.contains(item.revision) } ?? true)
    }
}
