import Kernel

/// `kjerne export lock`: a framework, or one plan of it, pinned code by code; to be kept as `Config/locks/ID.yaml`.
struct LockExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        let frameworks = try reading.records(RecordQuery("curriculum.framework", ["name", "title", "licence", "credit", "edition"]))
        let plans = GrepPlan.types
        guard let id, !id.isEmpty else { throw LockRefusal.unknown("", known: frameworks.compactMap { $0["name"]?.string }) }
        let all = [RecordQuery.FieldCondition("until", .isEmpty)]
        func revisions(_ conditions: [RecordQuery.FieldCondition]) throws -> [VisibleRecord] {
            try reading.records(RecordQuery("curriculum.revision", ["name", "code", "type", "digest", "plan"], conditions + all))
        }
        var named: (framework: String, records: [VisibleRecord])?
        if let framework = frameworks.first(where: { $0["name"]?.string == id.lowercased() })?["name"]?.string {
            named = (framework, try revisions([]).filter { $0["name"]?.string?.hasPrefix(framework + "/") == true })
        } else {
            let names = CurriculumCode.names(id)
            let wanted: RecordQuery.FieldCondition =
                names.isEmpty ? .init("code", .oneOf([CurriculumCode.normal(id)])) : .init("name", .oneOf(names))
            let found = try revisions([wanted, .init("type", .oneOf(plans))])
            guard found.count < 2 else { throw AmbiguousCode(word: id, names: found.compactMap { $0["name"]?.string }) }
            if let plan = found.first, let framework = Self.framework(of: plan), let code = plan["code"]?.string {
                let records = try revisions([.init("plan", .oneOf([code]))]).filter { Self.framework(of: $0) == framework }
                let linked = try Self.pointedAt(records + [plan], framework, reading)
                named = (framework, records + [plan] + linked)
            }
        }
        guard let named, let framework = frameworks.first(where: { $0["name"]?.string == named.framework }) else {
            throw LockRefusal.unknown(id, known: frameworks.compactMap { $0["name"]?.string })
        }
        var entries: [String: String] = [:]
        for record in named.records { if let code = record["code"]?.string { entries[code] = record["digest"]?.string } }
        let document = JSONValue.object([
            ("lock", .string(Self.name(of: id))), ("module", .string(CurriculumPlugin.id)), ("framework", .string(named.framework)),
            ("licence", .string(framework["licence"]?.string ?? "-")), ("taken", .string(reading.today)),
            ("entries", .object(entries.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
        ])
        // What is written as JSON is YAML too, one code a line.
        return Array((document.pretty + "\n").utf8)
    }

    /// What the codes of a plan are tied to, such as core elements, themes and verbs.
    private static func pointedAt(_ records: [VisibleRecord], _ framework: String, _ reading: borrowing some ReportReading & ~Copyable)
        throws
        -> [VisibleRecord]
    {
        let own = Set(records.compactMap { $0["name"]?.string })
        var names: Set<String> = []
        for chunk in own.sorted().chunks(of: 500) {
            for link in try reading.records(RecordQuery("curriculum.link", ["from", "to"], [.init("from", .oneOf(chunk))])) {
                if let to = link["to"]?.string, !own.contains(to) { names.insert(to) }
            }
        }
        return try names.sorted().chunks(of: 500).flatMap { chunk in
            try reading.records(
                RecordQuery(
                    "curriculum.revision", ["name", "code", "type", "digest", "plan"],
                    [.init("name", .oneOf(chunk)), .init("until", .isEmpty)])
            )
        }
    }

    private static func framework(of record: VisibleRecord) -> String? {
        record["name"]?.string.map { String($0.prefix { $0 != "/" }) }
    }

    /// The id of the lock: what was asked for in small letters, digits and hyphens.
    static func name(of id: String) -> String {
        let word = String(id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        return word.first?.isLetter == true ? word : "lock-" + word
    }
}

/// That no lock can be written, since what is asked for was not read in.
enum LockRefusal: ExplainedError {
    case unknown(String, known: [String])

    var kind: ErrorKind { .badInput }
    var message: Text {
        switch self {
        case .unknown(let id, _):
            Text(
                nb: "«\(id)» er verken et læreplanverk eller en læreplan som er lest inn",
                nn: "«\(id)» er verken eit læreplanverk eller ein læreplan som er lesen inn",
                en: "'\(id)' is neither a framework nor a plan that was read in")
        }
    }
    var help: Text? {
        switch self {
        case .unknown(_, let known):
            let list = known.sorted().joined(separator: ", ")
            return Text(
                nb: "læreplanverk som er lest inn: \(list.isEmpty ? "ingen" : list)",
                nn: "læreplanverk som er lesne inn: \(list.isEmpty ? "ingen" : list)",
                en: "frameworks that were read in: \(list.isEmpty ? "none" : list)")
        }
    }
}
