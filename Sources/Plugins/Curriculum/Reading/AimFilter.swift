import Kernel

/// The filters that reports on aims share: plan, subject, year, core element, theme, skill, verb, status, day.
struct AimFilter {
    private var plan: ElementName?
    private var subject: SubjectFilter?
    /// By name the sets of a year.
    private var sets: Set<String>?
    /// The aims of the older reform that name the plan, and those that name a set of the year, among others.
    private var sharing: (plan: Set<Int64>, sets: Set<Int64>) = ([], [])
    private var revisions: Set<Int64>?
    private var statuses: Set<String>?
    private var framework: String?
    /// The day on which what is let through holds.
    private var day: Holding?
    /// What a reader must know of what was let through.
    private(set) var notes: [Text] = []

    /// - Parameter defaultDay: the day that counts where neither a day nor a plan is asked for, so that editions of a plan are not mixed.
    /// - Throws: `UnknownWord` for what there is nothing of, `AmbiguousCode` for a code of several frameworks, or what the reading throws.
    init(_ parameters: Node, _ reading: borrowing some ReportReading & ~Copyable, defaultDay: String? = nil) throws {
        statuses = try parameters["status"]?.string.map { try reading.statuses($0) }
        framework = parameters["framework"]?.string
        if let framework { try reading.requireFramework(framework) }
        plan = try parameters["plan"]?.string.map { try reading.plan($0, in: framework) }
        if let plan { sharing.plan = Set(try reading.sharing([plan.text]).map(\.revision)) }
        subject = try parameters["subject"]?.string.map { try SubjectFilter($0, reading) }
        if let subject { notes += subject.notes }
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
            let fitting = known.filter { $0.years.contains(code) }
            sets = Set(fitting.map(\.name))
            let older = fitting.filter { $0.type != GrepType.set }.map(\.name)
            if !older.isEmpty { sharing.sets = Set(try reading.items(pointingAt: older, [.partOf]).map(\.item.revision)) }
            if fitting.isEmpty { throw UnknownWord(sort: .year, word: year, known: Set(known.flatMap(\.years)).sorted()) }
        }
        let ties: [(String, UnknownWord.Kind, String, Link.Kind)] = [
            ("core-element", .coreElement, GrepType.coreElement, .coreElement), ("theme", .theme, GrepType.theme, .theme),
            ("skill", .skill, GrepType.skill, .skill), ("verb", .verb, GrepType.verb, .verb),
        ]
        for (name, sort, type, kind) in ties {
            guard let word = parameters[name]?.string else { continue }
            let meant = try reading.meant(word, sort, type: type, in: scope)
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

    /// The framework that is asked about, where that is known.
    var scope: String? { framework ?? plan?.framework }

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

    /// Those of some elements that are asked for.
    func allowed(_ items: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable) throws -> [CurriculumItem] {
        guard day != nil else { return items.filter(allows) }
        // An aim of the older reform holds while any of its plans does.
        let others = items.filter { $0.type == GrepType.olderAim && !allows($0) }
        let again = Dictionary(try reading.withPlans(others).map { ($0.revision, $0) }) { first, _ in first }
        return items.filter { allows(again[$0.revision] ?? $0) }
    }

    private func allows(_ item: CurriculumItem) -> Bool {
        (framework.map { item.framework == $0 } ?? true)
            && (statuses.map { $0.contains(item.isWithdrawn ? CurriculumItem.withdrawn : item.status ?? "") } ?? true)
            && (plan.map { item.planName == $0.text || sharing.plan.contains(item.revision) } ?? true)
            && (subject.map { $0.allows(item) } ?? true) && (day.map { $0.allows(item, byDates: statuses != nil) } ?? true)
            && (sets.map { sets in item.setName.map(sets.contains) ?? false || sharing.sets.contains(item.revision) } ?? true)
            && (revisions.map { $0.contains(item.revision) } ?? true)
    }
}
