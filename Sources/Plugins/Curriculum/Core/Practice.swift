import Kernel

/// What a staff has made that names codes of the curriculum, as far as the reader may see it.
struct Practice {
    /// A piece of work with the codes that it names.
    struct Work {
        var record: VisibleRecord
        /// The name of the record in the manifest, without the module; the full name for one of another module.
        var kind: String
        var codes: [String]
        /// What a person calls it: its own title, or that of what it belongs to.
        var title: String
        var group: String?
        /// Who wrote it, where that is known and may be read.
        var author: String?
    }

    /// The kinds of work, each with the field that names codes and the record that it belongs to.
    static let kinds: [(record: String, codes: String, parent: String?)] = [
        ("concept", "elements", nil), ("definition", "elements", "concept"), ("interpretation", "elements", nil),
        ("contribution", "elements", "interpretation"), ("synthesis", "elements", "interpretation"),
        ("decision", "elements", "interpretation"), ("learning-plan", "elements", nil), ("reading", "elements", nil),
        ("local-plan", "elements", nil), ("local-aim", "code", "local-plan"),
    ]

    private(set) var works: [Work] = []

    /// - Parameter rounds: whether the rounds of a concept count as work of their own, which names what the concept names.
    init(_ reading: borrowing some ReportReading & ~Copyable, rounds: Bool = false) throws {
        var owners: [String: [Int: VisibleRecord]] = [:]
        for kind in Self.kinds {
            let records = try reading.records("curriculum.\(kind.record)", where: [])
            owners[kind.record] = Dictionary(records.map { (Int($0.number), $0) }) { first, _ in first }
            for record in records {
                let codes = (record[kind.codes]?.array?.compactMap(\.string) ?? record[kind.codes]?.string.map { [$0] }) ?? []
                let owner = kind.parent.flatMap { name in record[name]?.integer.flatMap { owners[name]?[$0] } }
                let named = owner ?? record
                works.append(
                    Work(
                        record: record, kind: kind.record, codes: codes.map(CurriculumCode.normal), title: named["title"]?.string ?? "",
                        group: named["group"]?.string, author: record["author"]?.string))
            }
        }
        works += try Self.contributed(reading)
        guard rounds else { return }
        for round in try reading.records("curriculum.round", where: []) {
            guard let concept = round["concept"]?.integer.flatMap({ owners["concept"]?[$0] }) else { continue }
            works.append(
                Work(
                    record: round, kind: "round",
                    codes: (concept["elements"]?.array ?? []).compactMap(\.string).map(CurriculumCode.normal),
                    title: round["title"]?.string ?? "", group: concept["group"]?.string, author: nil))
        }
    }

    /// What other modules give to `curriculum.practice-sources`, as far as the reader may see it there.
    private static func contributed(_ reading: borrowing some ReportReading & ~Copyable) throws -> [Work] {
        try reading.contributed(to: "practice-sources").map { given in
            let codes = given["codes"]?.array?.compactMap(\.string) ?? given["codes"]?.string.map { [$0] } ?? []
            return Work(
                record: given.record, kind: given.record.type.id, codes: codes.map(CurriculumCode.normal),
                title: given["title"]?.string ?? "", group: given["group"]?.string, author: given["author"]?.string)
        }
    }

    /// The work that names an element, by its code or by framework and code.
    func naming(_ item: CurriculumItem) -> [Work] {
        naming([item.code, item.name])
    }

    /// The work that names any of some codes.
    func naming(_ codes: some Sequence<String>) -> [Work] {
        let names = Set(codes.map(CurriculumCode.normal))
        return works.filter { work in work.codes.contains(where: names.contains) }
    }
}
