/// Which fields reports give numbers of.
extension RecordCatalog {
    /// What a report with a floor gives a number of.
    struct Measured {
        var report: ReportDeclaration
        /// The record that has it and its name, `notes.note.pages`, however the report's own path leads there; the record alone,
        /// `notes.note`, where records are counted.
        var field: String
        var span: SourceSpan
    }

    /// What a report gives numbers of over groups of which none is small.
    ///
    /// Two counts of the same records can be subtracted like two sums: of all, and of those with some value; by one field, and by another.
    func measured(by report: ReportDeclaration) -> [Measured] {
        guard report.form == .aggregate, report.floor > 1, let base = report.reads.first?.record else { return [] }
        return report.columns.compactMap { column in
            guard let measure = column.measure else { return nil }
            guard let path = measure.field else { return Measured(report: report, field: base, span: column.span) }
            let words = path.split(separator: ".").map(String.init)
            let owner = (try? resolve(words, from: base))?.records.last ?? base
            return Measured(report: report, field: "\(owner).\(words.last ?? path)", span: column.span)
        }
    }

    /// A report that gives numbers of the same field as another and comes before it, with the place in the other.
    ///
    /// Of two it is always the same one that must give way: those of the module that has the record stand before all others, then modules by
    /// name, then reports as they stand in the file.
    func measuredBefore(_ report: ReportDeclaration) -> (first: Measured, second: Measured)? {
        for second in measured(by: report) {
            let owner = String(second.field.prefix { $0 != "." })
            let modules = index.modules.keys.sorted { (($0 == owner ? 0 : 1), $0) < (($1 == owner ? 0 : 1), $1) }
            let earlier =
                modules.prefix { $0 != report.module }.flatMap { index.modules[$0]?.reports ?? [] }
                + (index.modules[report.module]?.reports.prefix { $0.name != report.name } ?? [])
            if let first = earlier.lazy.flatMap(measured).first(where: { $0.field == second.field }) { return (first, second) }
        }
        return nil
    }
}
