import Kernel

/// A subject: by the beginning of a plan's code, words of its title, a subject code (fagkode), or the code of a subject (opplæringsfag).
///
/// From a subject code the way goes over the subjects that have it to the sets of aims that these are taught by.
struct SubjectFilter {
    /// By name.
    private var plans: Set<String> = []
    private var sets: Set<String> = []
    /// The aims of the older reform that name any of the plans or sets, among others.
    private var sharing: Set<Int64> = []
    /// What a reader must know of a code: what it is called, that its object has not been read in, that it leads nowhere.
    private(set) var notes: [Text] = []

    /// - Throws: `UnknownWord`.
    init(_ word: String, _ reading: borrowing some ReportReading & ~Copyable) throws {
        let wanted = CurriculumCode.normal(word).lowercased()
        let known = try reading.items([.init("type", .oneOf(GrepType.plans))])
        plans = Set(
            known.filter { plan in
                plan.code.lowercased().hasPrefix(wanted) || plan.title.entries.contains { $0.text.lowercased().contains(wanted) }
            }.map(\.name))
        let older = known.filter { $0.type != GrepType.plan && plans.contains($0.name) }.map(\.name)
        if !older.isEmpty { sharing = Set(try reading.sharing(older).map(\.revision)) }
        let name = try SubjectName(word, reading)
        let codes = name.names
        let coded = name.isReadIn ? try reading.items(named: codes) : []
        guard !codes.isEmpty else {
            if plans.isEmpty {
                throw UnknownWord(
                    sort: .subject, word: word, known: try Self.names(known, reading), shown: known.map(\.code))
            }
            return
        }
        // What has the code, what the code names, and the codes themselves, which may be those of subjects.
        let subjects = Set(
            codes + (try reading.items(pointingAt: codes, [.subjectCode]).map(\.item.name))
                + (try reading.links([.init("from", .oneOf(codes))], [.subject], of: coded).map(\.to)))
        let taught = try reading.items(pointingAt: Array(subjects), [.subject]).map(\.item).filter { $0.type == GrepType.set }.map(\.name)
        let own = try reading.items(named: subjects)
        let named = try reading.links([.init("from", .oneOf(own.map(\.name)))], [.partOf], of: own).map(\.to)
        sets = Set(taught + named)
        let shared = try reading.items(pointingAt: named, [.partOf]).map(\.item).filter { $0.type == GrepType.olderAim }
        sharing.formUnion(shared.map(\.revision))
        notes = (name.isReadIn ? [] : [AimFilter.notReadIn(word)]) + [name.called].compactMap { $0 }
        if plans.isEmpty, sets.isEmpty, sharing.isEmpty { notes.append(name.leadsNowhere) }
    }

    func allows(_ item: CurriculumItem) -> Bool {
        item.planName.map(plans.contains) ?? false || item.setName.map(sets.contains) ?? false || sharing.contains(item.revision)
    }

    /// What could have been meant.
    private static func names(_ plans: [CurriculumItem], _ reading: borrowing some ReportReading & ~Copyable) throws -> [String] {
        plans.flatMap { $0.title.entries.map(\.text) } + (try SubjectName.known(plans, reading))
    }
}
