import Kernel

/// The YAML file of a rubric: read, and checked for what a judgement needs.
enum RubricFile {
    /// - Throws: `SourcedFaults` with every fault of the file.
    static func read(_ bytes: [UInt8], name: String) throws -> Node {
        var sources = SourceMap()
        let result = YAMLReader.read(sources.add(path: name, bytes: bytes))
        var faults = Diagnostics()
        faults.report(contentsOf: result.diagnostics)
        guard let root = result.document?.root, result.isSound else { throw SourcedFaults(faults, sources: sources) }
        for fault in check(root) { faults.report(fault) }
        if faults.hasErrors { throw SourcedFaults(faults, sources: sources) }
        return root
    }

    private static func check(_ root: Node) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        for key in root.map?.keys ?? [] where !["rubric", "edition", "title", "criteria"].contains(key) {
            faults.append(
                .rubric(
                    Text(nb: "«\(key)» er ukjent", nn: "«\(key)» er ukjend", en: "'\(key)' is unknown"), at: root[key]?.span ?? root.span))
        }
        if root["rubric"]?.string?.isEmpty != false {
            faults.append(.rubric(Text(nb: "rubric mangler", nn: "rubric manglar", en: "rubric is missing"), at: root.span))
        }
        if (root["edition"]?.integer ?? 0) < 1 {
            faults.append(
                .rubric(
                    Text(nb: "edition må være et tall fra 1", nn: "edition må vere eit tal frå 1", en: "edition must be a number from 1"),
                    at: root["edition"]?.span ?? root.span))
        }
        let criteria = root["criteria"]?.list ?? []
        if criteria.isEmpty {
            faults.append(
                .rubric(Text(nb: "ingen kriterier", nn: "ingen kriterium", en: "no criteria"), at: root["criteria"]?.span ?? root.span))
        }
        var seen: Set<String> = []
        for item in criteria {
            let id = item["criterion"]?.string ?? ""
            if id.isEmpty || !seen.insert(id).inserted {
                faults.append(
                    .rubric(
                        Text(
                            nb: "kriteriet mangler navn, eller navnet er brukt", nn: "kriteriet manglar namn, eller namnet er brukt",
                            en: "the criterion has no name, or one that is taken"), at: item.span))
            }
            for tag in ["nb", "nn", "en"] where item["title"]?[tag]?.string?.isEmpty != false {
                faults.append(
                    .rubric(
                        Text(
                            nb: "«\(id)» mangler tittel på \(tag)", nn: "«\(id)» manglar tittel på \(tag)",
                            en: "'\(id)' has no title in \(tag)"), at: item.span))
            }
            if (item["levels"]?.list ?? []).count < 2 {
                faults.append(
                    .rubric(
                        Text(
                            nb: "«\(id)» trenger minst to nivåer", nn: "«\(id)» treng minst to nivå",
                            en: "'\(id)' needs at least two levels"), at: item["levels"]?.span ?? item.span))
            }
        }
        // In whole thousandths, as weights of exams are.
        let sum = criteria.map { Int((($0["weight"]?.number?.double ?? 0) * 1000).rounded()) }.reduce(0, +)
        if !criteria.isEmpty, sum != 100_000 {
            faults.append(
                .rubric(
                    Text(
                        nb: "vektene blir \((Double(sum) / 1000).brief), ikke 100",
                        nn: "vektene blir \((Double(sum) / 1000).brief), ikkje 100",
                        en: "the weights make \((Double(sum) / 1000).brief), not 100"),
                    at: root["criteria"]?.span ?? root.span))
        }
        return faults
    }
}

extension Diagnostic {
    /// A fault in a rubric's file.
    static func rubric(_ message: Text, at span: SourceSpan) -> Diagnostic { Diagnostic("assessment/rubric", .error, message, at: span) }

    /// A rubric's file that cannot be read.
    static func rubricUnreadable(_ name: String, _ reason: Text) -> Diagnostic {
        Diagnostic(
            "assessment/rubric-unreadable", .error,
            Text(
                nb: "\(name) kan ikke leses: \(reason(.nb))", nn: "\(name) kan ikkje lesast: \(reason(.nn))",
                en: "\(name) cannot be read: \(reason(.en))"),
            at: nil)
    }
}
