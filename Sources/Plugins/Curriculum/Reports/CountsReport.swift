import Kernel

/// `curriculum.counts`: how many objects of each type are current.
struct CountsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let framework = parameters["framework"]?.string
        if let framework { try reading.requireFramework(framework) }
        var counts: [String: Int] = [:]
        for record in try reading.records(RecordQuery("curriculum.revision", ["name", "type"], [.init("until", .isEmpty)])) {
            if let framework, record["name"]?.string?.hasPrefix(framework + "/") != true { continue }
            counts[record["type"]?.string ?? "", default: 0] += 1
        }
        return Table(
            "curriculum.counts", title: Text(nb: "Objekter etter type", nn: "Objekt etter type", en: "Objects by type"),
            parameters: parameters.shown, columns: [.type, .count],
            rows: counts.sorted { $0.key < $1.key }.map { [TypeWord.cell($0.key), .integer($0.value)] })
    }
}

extension Node {
    /// The parameters as a table shows them.
    var shown: [(String, JSONValue)] { (json.object ?? []).map { ($0.key, $0.value) } }
}
