import Kernel

/// `kjerne export case`: a package that was read in, or a plan of Grep, as CASE 1.1.
struct CASEExporter: Exporter {
    func bytes(of id: String?, reading: borrowing some ReportReading & ~Copyable) throws -> [UInt8] {
        guard let id, !id.isEmpty else { throw CASERefusal.nothingNamed }
        let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let tag = parts.count > 1 ? CASEText.language(parts[1]) ?? "" : nil
        let frameworks = try reading.records(
            RecordQuery(
                "curriculum.framework", ["name", "format", "namespace", "title", "publisher", "licence", "credit", "language", "edition"])
        ).map(StoredFramework.init)
        if let framework = frameworks.first(where: { $0.isCASE && $0.name == parts[0].lowercased() }) {
            if let tag, tag != framework.language {
                throw CASERefusal.language(parts[1], of: parts[0], known: framework.language.map { [$0] } ?? [])
            }
            return try Self.package(of: framework.name, reading).bytes
        }
        let (name, code) = Self.split(parts[0])
        let plans = try reading.items([.init("type", .oneOf(GrepPlan.types)), .init("code", .oneOf([code, CurriculumCode.normal(code)]))])
            .filter { plan in
                (name == nil || plan.framework == name) && frameworks.contains { !$0.isCASE && $0.name == plan.framework }
            }
        guard let plan = plans.first, let framework = frameworks.first(where: { $0.name == plan.framework }) else {
            let all = try reading.items([.init("type", .oneOf(GrepPlan.types))]).map(\.code).sorted()
            throw CASERefusal.unknown(id, known: frameworks.filter(\.isCASE).map(\.name) + all)
        }
        guard plans.count == 1 else { throw CASERefusal.ambiguous(plan.code, frameworks: plans.map(\.framework)) }
        var writer = try GrepPackage(GrepPlan(plan, framework, reading), tag: tag)
        return writer.package().bytes
    }

    /// A framework that came as CASE, from the objects as they came.
    private static func package(of document: String, _ reading: borrowing some ReportReading & ~Copyable) throws -> CASEPackage {
        let records = try reading.records(
            RecordQuery(
                "curriculum.revision", ["element", "name", "code", "type", "raw"],
                [.init("plan", .oneOf([document])), .init("until", .isEmpty)])
        ).filter { $0["name"]?.string?.hasPrefix(document + "/") == true }
            .sorted { ($0["element"]?.integer ?? 0, $0.number) < ($1["element"]?.integer ?? 0, $1.number) }
        let objects = try records.map { record in
            (type: record["type"]?.string ?? "", value: try JSONValue(parsing: Array((record["raw"]?.string ?? "{}").utf8)))
        }
        guard let head = objects.first(where: { $0.type == CASEKind.document.rawValue }) else {
            throw CASERefusal.unknown(document, known: [])
        }
        var package = CASEPackage(document: head.value)
        for object in objects where object.type != CASEKind.document.rawValue {
            guard object.type != CASEReader.package else {
                rest(object.value, &package)
                continue
            }
            package.add(object.value, CASEReader.reserved.contains(object.type) ? CASEKind(rawValue: object.type) ?? .item : .item)
        }
        return package
    }

    private static func rest(_ value: JSONValue, _ package: inout CASEPackage) {
        package.extensions = loose(value.object ?? [], besides: ["CFDefinitions"])
        package.definitionExtensions = loose(value["CFDefinitions"]?.object ?? [], besides: [])
    }

    /// Extensions, and beside them what the standard does not know.
    private static func loose(_ members: [(key: String, value: JSONValue)], besides: Set<String>) -> [(key: String, value: JSONValue)] {
        let own = members.first { $0.key == "extensions" }?.value.object ?? []
        return own
            + members.filter { entry in
                entry.key != "extensions" && !besides.contains(entry.key) && !own.contains { $0.key == entry.key }
            }
    }

    /// `framework/CODE` in its parts.
    private static func split(_ text: String) -> (framework: String?, code: String) {
        guard let slash = text.firstIndex(of: "/") else { return (nil, text) }
        return (String(text[..<slash]), String(text[text.index(after: slash)...]))
    }
}

/// What the store says of a framework.
struct StoredFramework {
    var name: String
    var isCASE: Bool
    var namespace: String?
    var publisher: String?
    var licence: String?
    var credit: LocalText
    var language: String?
    var edition: String?

    init(_ record: VisibleRecord) {
        name = record["name"]?.string ?? ""
        isCASE = record["format"]?.string == Framework.Format.case.rawValue
        namespace = record["namespace"]?.string
        publisher = record["publisher"]?.string
        licence = record["licence"]?.string
        credit = LocalText((record["credit"]?.object ?? []).compactMap { entry in entry.value.string.map { (entry.key, $0) } })
        language = record["language"]?.string
        edition = record["edition"]?.string
    }
}
