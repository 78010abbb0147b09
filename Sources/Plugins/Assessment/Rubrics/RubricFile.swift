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
            faults += form(of: item, id)
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

extension RubricFile {
    /// Names that a judgement can write, weights that are weights, and levels that each have a text.
    fileprivate static func form(of item: Node, _ id: String) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        func add(_ nb: String, _ nn: String, _ en: String, at node: Node?) {
            faults.append(.rubric(Text(nb: nb, nn: nn, en: en), at: node?.span ?? item.span))
        }
        for key in item.map?.keys ?? [] where !["criterion", "weight", "title", "levels"].contains(key) {
            add("«\(key)» er ukjent", "«\(key)» er ukjend", "'\(key)' is unknown", at: item[key])
        }
        if !id.isEmpty, !id.isName(capitals: false) {
            add(
                "navnet «\(id)» kan bare ha små bokstaver, tall og bindestrek",
                "namnet «\(id)» kan berre ha små bokstavar, tal og bindestrek",
                "the name '\(id)' may have small letters, digits and hyphens only", at: item["criterion"])
        }
        if (item["weight"]?.number?.double ?? 0) <= 0 {
            add(
                "«\(id)» må ha en vekt over 0", "«\(id)» må ha ei vekt over 0", "'\(id)' needs a weight above 0", at: item["weight"])
        }
        var seen: Set<String> = []
        for level in item["levels"]?.list ?? [] {
            let name = level["level"]?.string ?? ""
            if !name.isName(capitals: true) || !seen.insert(name).inserted {
                add(
                    "nivået i «\(id)» mangler navn, eller navnet er brukt eller har andre tegn enn bokstaver, tall og bindestrek",
                    "nivået i «\(id)» manglar namn, eller namnet er brukt eller har andre teikn enn bokstavar, tal og bindestrek",
                    "the level of '\(id)' has no name, or one that is taken or has other signs than letters, digits and hyphens", at: level)
            }
            for tag in ["nb", "nn", "en"] where level["text"]?[tag]?.string?.isEmpty != false {
                add(
                    "nivået «\(name)» i «\(id)» mangler tekst på \(tag)", "nivået «\(name)» i «\(id)» manglar tekst på \(tag)",
                    "the level '\(name)' of '\(id)' has no text in \(tag)", at: level)
            }
            for key in level.map?.keys ?? [] where !["level", "text"].contains(key) {
                add("«\(key)» er ukjent", "«\(key)» er ukjend", "'\(key)' is unknown", at: level[key])
            }
        }
        return faults
    }
}

extension String {
    /// Whether it is a name as the levels of a judgement write it.
    fileprivate func isName(capitals: Bool) -> Bool {
        !isEmpty && utf8.count <= 59
            && utf8.allSatisfy { byte in
                (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d || capitals && (0x41...0x5a).contains(byte)
            }
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
