import Kernel

/// Every code of the curriculum that a variant names is among those that the workspace has pinned, where it has pinned any.
struct PinnedRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let locks = inspection.locks.values.filter { $0.module == CurriculumPlugin.id }.sorted { $0.id < $1.id }
        guard !locks.isEmpty else { return [] }
        let pinned = locks.flatMap { $0.entries.keys }
        let known = Set(pinned.map(CurriculumCode.normal))
        let named = Set(
            locks.flatMap { lock in lock.entries.keys.map { "\(lock.framework ?? "")/\(CurriculumCode.normal($0))" } })
        return Coverage(inspection.variant, recordKinds: inspection.recordKinds).elements.filter { element in
            // A code with its framework is pinned by a lock of that one alone.
            let names = CurriculumCode.names(element.id)
            return names.isEmpty ? !known.contains(CurriculumCode.normal(element.id)) : !names.contains(where: named.contains)
        }.map { element in
            Finding(
                Text(
                    nb: "koden «\(element.id)» er ikke festet i noen lås", nn: "koden «\(element.id)» er ikkje festa i nokon lås",
                    en: "the code '\(element.id)' is pinned in no lock"), at: element.span,
                labels: locks.map { lock in
                    .init(
                        lock.span,
                        Text(
                            nb: "denne låsen har \(lock.entries.count) koder", nn: "denne låsen har \(lock.entries.count) kodar",
                            en: "this lock has \(lock.entries.count) codes"))
                },
                help: Text(
                    nb: "les inn på nytt og skriv låsen på nytt med «kjerne export lock»",
                    nn: "les inn på nytt og skriv låsen på nytt med «kjerne export lock»",
                    en: "read in again and write the lock anew with 'kjerne export lock'"), meant: .init(element.id) { pinned })
        }
    }
}
