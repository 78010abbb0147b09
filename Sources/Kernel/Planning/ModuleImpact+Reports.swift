import GRDB

/// What a plan shows of reports that give numbers about fewer people, or earlier, from now on.
extension ModuleImpact {
    /// A change for each report over records that are there whose floor sinks or that waits for another state.
    func reports(
        of module: Change, _ manifest: JSONValue?, _ installed: [RecordType], _ wanted: [RecordType]
    ) throws -> [Change] {
        let differ = TableDiffer(installed: installed, wanted: wanted, formers: formers)
        guard let before = try ModuleInstallation(id: module.key.id, db: db, formers: formers).manifest()?["reports"] else { return [] }
        return try (manifest?["reports"]?.object ?? []).flatMap { name, report -> [Change] in
            guard report["gives"]?.string == "aggregate", let old = before[name],
                let base = (report["reads"]?.object ?? []).compactMap({ read in wanted.first { $0.name == read.key } }).first,
                case let count = try rows(base), count > 0
            else { return [] }
            func change(_ key: String, _ from: JSONValue?, _ to: JSONValue?, _ note: Text) -> Change {
                let inner = ["reports", name, key]
                var change = Change(
                    path: (module.key.path + inner).joined(separator: "."), kind: .changed, before: from, after: to, key: module.key,
                    inner: inner)
                (change.risk, change.work, change.note) = (.affectsPeople, count, note)
                return change.uncounted(differ.match(base)?.isVeiled ?? base.isVeiled)
            }
            let (was, becomes) = (old["floor"]?.double ?? 1, report["floor"]?.double ?? 1)
            return (becomes < was ? [change("floor", old["floor"], report["floor"], Self.lowered)] : [])
                + (old["when"] != nil && old["when"] != report["when"] ? [change("when", old["when"], report["when"], Self.sooner)] : [])
        }
    }

    private static let lowered = Text(
        nb: "tall kan heretter handle om færre", nn: "tal kan heretter handle om færre", en: "numbers may from now on be about fewer people"
    )

    private static let sooner = Text(
        nb: "tall kan heretter vises på et annet tidspunkt", nn: "tal kan heretter visast på eit anna tidspunkt",
        en: "numbers may from now on be shown at another time")
}
