import Kernel

/// `curriculum.theme`: every aim that is tied to a cross-curricular theme, subject by subject.
struct ThemeReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let filter = try AimFilter(parameters, reading, defaultDay: reading.today)
        let themes = try reading.meant(parameters["theme"]?.string ?? "", .theme, type: GrepType.theme, in: filter.scope)
        let tied = try reading.items(pointingAt: themes.names, [.theme]).map(\.item).filter { $0.type == GrepType.aim }
        let aims = try filter.allowed(tied, reading)
        let plans = Dictionary(
            try reading.items(named: aims.compactMap(\.planName)).map { ($0.name, $0) }
        ) { first, _ in first }
        // A plan that has no title here is one that others refer to alone.
        let bare = Set(aims.filter { $0.planName.map { plans[$0] == nil } ?? false }.compactMap(\.plan)).sorted()
        let sorted = aims.sorted {
            ($0.plan ?? "", $0.set ?? "", $0.position, $0.code) < ($1.plan ?? "", $1.set ?? "", $1.position, $1.code)
        }
        return Table(
            "curriculum.theme",
            title: Text(
                nb: "Et tverrfaglig tema på tvers av fag", nn: "Eit tverrfagleg tema på tvers av fag",
                en: "A cross-curricular theme over all subjects"),
            parameters: parameters.shown,
            columns: [.plan, .init("subject", .text, Text(nb: "Fag", nn: "Fag", en: "Subject")), .set, .code, .text, .language, .binding],
            rows: sorted.map { aim in
                let shown = reading.text(aim)
                return [
                    .optional(aim.plan), .optional(aim.planName.flatMap { plans[$0] }.map { reading.text($0).text }), .optional(aim.set),
                    .text(aim.code),
                    .spoken(shown), LanguageWord.cell(shown.language), aim.bindingCell,
                ]
            }, notes: filter.notes + bare.map(AimFilter.notReadIn) + (try reading.notes(aims.map(\.name))))
    }
}
