import Kernel

/// The filters that reports on aims share: plan, subject, year, core element, theme, skill, verb, status, day.
struct AimFilter {
    private var plans: Set<String>?
    private var sets: Set<String>?
    private var revisions: Set<Int64>?
    private var status: String?
    private var framework: String?

    /// - Throws: `DiagnosticsError`, or what the reading throws.
    init(_ parameters: Node, _ reading: borrowing some ReportReading & ~Copyable, defaultDay: String? = nil) throws {
        status = parameters["status"]?.string
        framework = parameters["framework"]?.string
        let subject = parameters["subject"]?.string?.lowercased()
        let day = parameters["date"]?.string ?? defaultDay
        if let plan = parameters["plan"]?.string { plans = [CurriculumCode.normal(plan), plan] }
        if subject != nil || day != nil {
            let known = try reading.items([.init("type", .oneOf([GrepType.plan, "laereplaner"]))])
            let fitting = known.filter { plan in
                (day.map(plan.isValid) ?? true)
                    && (subject.map { subject in
                        plan.code.lowercased().hasPrefix(subject) || plan.title.entries.contains { $0.text.lowercased().contains(subject) }
                    } ?? true)
            }
            plans = Set(fitting.map(\.code)).intersection(plans ?? Set(fitting.map(\.code)))
        }
        if let year = parameters["year"]?.string {
            let code = Int(year) == nil ? year.lowercased() : "aarstrinn\(year)"
            sets = Set(
                try reading.items([.init("type", .oneOf([GrepType.set, "kompetansemaalsett"]))]).filter { $0.years.contains(code) }.map(
                    \.code))
        }
        let ties: [(String, String, Link.Kind)] = [
            ("core-element", GrepType.coreElement, .coreElement), ("theme", GrepType.theme, .theme), ("skill", GrepType.skill, .skill),
            ("verb", GrepType.verb, .verb),
        ]
        for (name, type, kind) in ties {
            guard let word = parameters[name]?.string else { continue }
            let meant = try reading.meant(word, type: type).map(\.name)
            let tied = meant.isEmpty ? [] : try reading.items(pointingAt: meant, [kind]).map(\.item.revision)
            revisions = Set(tied).intersection(revisions ?? Set(tied))
        }
    }

    /// Whether it lets everything through.
    var isOpen: Bool { plans == nil && sets == nil && revisions == nil && status == nil && framework == nil }

    func allows(_ item: CurriculumItem) -> Bool {
        (framework.map { item.framework == $0 } ?? true) && (status.map { item.status == $0 } ?? true)
            && (plans.map { item.plan.map($0.contains) ?? false } ?? true) && (sets.map { item.set.map($0.contains) ?? false } ?? true)
            && (revisions.map { $0.contains(item.revision) } ?? true)
    }
}
