import Kernel

/// `curriculum.lock`: whether what is read in still is what the locks of the workspace pinned.
struct LockReport: ReportProvider {
    /// What became of a pinned code.
    enum State: String {
        case same, reworded, gone

        var text: Text {
            switch self {
            case .same: Text(nb: "som festet", nn: "som festa", en: "as pinned")
            case .reworded: Text(nb: "endret", nn: "endra", en: "changed")
            case .gone: Text(nb: "ikke lest inn", nn: "ikkje lesen inn", en: "not read in")
            }
        }
    }

    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let isWhole = parameters["all"]?.bool == true
        var rows: [[Table.Cell]] = []
        var notes: [Text] = []
        for lock in try reading.locks() where lock.module == CurriculumPlugin.id {
            var current: [String: String] = [:]
            let framework = lock.framework ?? ""
            for chunk in lock.entries.keys.sorted().chunks(of: 500) {
                let query = RecordQuery(
                    "curriculum.revision", ["name", "code", "digest"],
                    [.init("name", .oneOf(chunk.map { framework + "/" + $0 })), .init("until", .isEmpty)])
                for record in try reading.records(query) {
                    if let code = record["code"]?.string { current[code] = record["digest"]?.string }
                }
            }
            var counts: [State: Int] = [:]
            for (code, digest) in lock.entries.sorted(by: { $0.key < $1.key }) {
                let state: State = current[code].map { $0 == digest ? .same : .reworded } ?? .gone
                counts[state, default: 0] += 1
                if isWhole || state != .same {
                    rows.append([.text(lock.id), .text(framework), .text(code), .localized(state.text)])
                }
            }
            let (same, other) = (counts[.same] ?? 0, (counts[.reworded] ?? 0, counts[.gone] ?? 0))
            notes.append(
                Text(
                    nb:
                        "\(lock.id): \(Counted.text(same, "kode", "koder")) er som festet, \(other.0) er endret, \(other.1) er ikke lest inn. \(lock.licence)",
                    nn:
                        "\(lock.id): \(Counted.text(same, "kode", "kodar")) er som festa, \(other.0) er endra, \(other.1) er ikkje lesne inn. \(lock.licence)",
                    en:
                        "\(lock.id): \(Counted.text(same, "code is", "codes are")) as pinned, \(other.0) changed, \(Counted.text(other.1, "is not", "are not")) read in. \(lock.licence)"
                ))
        }
        if notes.isEmpty {
            notes = [
                Text(
                    nb: "Ingenting er festet: «kjerne export lock RAMMEVERK --to Config/locks/RAMMEVERK.yaml».",
                    nn: "Ingenting er festa: «kjerne export lock RAMMEVERK --to Config/locks/RAMMEVERK.yaml».",
                    en: "Nothing is pinned: 'kjerne export lock FRAMEWORK --to Config/locks/FRAMEWORK.yaml'.")
            ]
        }
        return Table(
            "curriculum.lock",
            title: Text(
                nb: "Det som er festet av læreplanverket", nn: "Det som er festa av læreplanverket", en: "What is pinned of the curriculum"),
            parameters: parameters.shown,
            columns: [
                .init("lock", .code, Text(nb: "Lås", nn: "Lås", en: "Lock")),
                .init("framework", .text, Text(nb: "Læreplanverk", nn: "Læreplanverk", en: "Framework")), .code,
                .init("state", .localized, Text(nb: "Tilstand", nn: "Tilstand", en: "State")),
            ], rows: rows, notes: notes)
    }
}
