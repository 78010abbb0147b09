import Kernel

/// `curriculum.verbs`: how many aims use each verb.
struct VerbsReport: ReportProvider {
    func table(parameters: Node, reading: borrowing some ReportReading & ~Copyable) throws -> Table {
        let filter = try AimFilter(parameters, reading, defaultDay: reading.today)
        let aims = try filter.allowed(reading.items([.init("type", .oneOf(GrepType.aims))]), reading)
        let links = try reading.links([], [.verb], of: aims)
        let verbs = Dictionary(try reading.items(named: links.map(\.to)).map { ($0.name, $0) }) { first, _ in first }
        var counts: [String: Int] = [:]
        var titles: [String: String] = [:]
        for link in links {
            // A verb is named by its title, since a plan may have verbs of its own with the same title.
            let title = verbs[link.to].map { reading.text($0).text } ?? String(link.to.drop { $0 != "/" }.dropFirst())
            counts[title.lowercased(), default: 0] += 1
            titles[title.lowercased(), default: title] = min(titles[title.lowercased()] ?? title, title)
        }
        return Table(
            "curriculum.verbs", title: Text(nb: "Verb i målene", nn: "Verb i måla", en: "Verbs in the aims"), parameters: parameters.shown,
            columns: [.init("verb", .text, Text(nb: "Verb", nn: "Verb", en: "Verb")), .count],
            rows: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { [.text(titles[$0.key] ?? $0.key), .integer($0.value)] },
            chart: Chart(.bar, labels: "verb", values: ["count"]), notes: filter.notes + (try reading.notes(aims.map(\.name))))
    }
}
