import Kernel

/// The days of admission exist, come in order, and lie before the course begins.
struct AdmissionDaysRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let admission = inspection.section("admission") else { return [] }
        let named = AdmissionDay.keys.compactMap { key in admission[key].map { (key, $0) } }
        let missing = named.filter { !AdmissionDay.exists($1.string ?? "") }.map { noSuchDay($0, $1) }
        return missing + inspection.runs.flatMap { findings(named.filter { AdmissionDay.exists($1.string ?? "") }, $0) }
    }

    /// What is wrong with the days of one offering.
    private func findings(_ named: [(key: String, node: Node)], _ run: VariantInspection.Run) -> [Finding] {
        var findings: [Finding] = []
        var last: (key: String, node: Node, day: Day)?
        for (key, node) in named {
            guard let day = AdmissionDay.day(node.string ?? "", before: run.start) else {
                findings.append(notThatYear(key, node, run))
                continue
            }
            if day >= run.start { findings.append(tooLate(key, node, day, run)) }
            if let last, day < last.day { findings.append(outOfOrder((key, node, day), after: last, run)) }
            last = (key, node, day)
        }
        return findings
    }

    private func noSuchDay(_ key: String, _ node: Node) -> Finding {
        let text = node.string ?? ""
        return Finding(
            Text(
                nb: "ingen kalender har dagen \(text)", nn: "ingen kalender har dagen \(text)", en: "no calendar has the day \(text)"),
            at: node.span)
    }

    private func notThatYear(_ key: String, _ node: Node, _ run: VariantInspection.Run) -> Finding {
        let (text, start) = (node.string ?? "", run.start)
        return Finding(
            Text(
                nb: "dagen \(text) finnes ikke i året før kurset begynner \(start)",
                nn: "dagen \(text) finst ikkje i året før kurset byrjar \(start)",
                en: "there is no \(text) in the year before the course begins on \(start)"), at: node.span,
            notes: [.inOffering(run.offering)])
    }

    private func tooLate(_ key: String, _ node: Node, _ day: Day, _ run: VariantInspection.Run) -> Finding {
        Finding(
            Text(
                nb: "«\(key)» er \(day), men kurset begynner \(run.start)", nn: "«\(key)» er \(day), men kurset byrjar \(run.start)",
                en: "'\(key)' is \(day), but the course begins on \(run.start)"), at: node.span, notes: [.inOffering(run.offering)])
    }

    private func outOfOrder(
        _ one: (key: String, node: Node, day: Day), after other: (key: String, node: Node, day: Day), _ run: VariantInspection.Run
    ) -> Finding {
        Finding(
            Text(
                nb: "«\(one.key)» er \(one.day), før «\(other.key)» \(other.day)",
                nn: "«\(one.key)» er \(one.day), før «\(other.key)» \(other.day)",
                en: "'\(one.key)' is \(one.day), before '\(other.key)' on \(other.day)"), at: one.node.span,
            labels: [.init(other.node.span, Text(nb: "den andre er satt her", nn: "den andre er sett her", en: "the other is set here"))],
            notes: [.inOffering(run.offering)])
    }
}
