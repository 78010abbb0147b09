/// Holds the records that a module gives to extension points against what these ask for, and against its own records.
struct ContributionCheck {
    /// The points of the enabled modules, by name.
    private let points: [String: ModuleManifest.Point]

    init(_ modules: [ModuleManifest]) {
        points = Dictionary(modules.flatMap(\.extensionPoints).map { ($0.id, $0) }) { first, _ in first }
    }

    func faults(_ manifest: ModuleManifest, _ module: ModuleDeclarations) -> [Diagnostic] {
        manifest.bindings.flatMap { binding -> [Diagnostic] in
            guard let point = points[binding.point] else { return [] }
            guard let takes = point.takes, let given = binding.records else {
                guard point.takes != nil || binding.records != nil else { return [] }
                return [.contributesOtherwise(binding.name, point: point.id, takes: point.takes, at: binding.span)]
            }
            return faults(given, takes, binding, manifest.root["contributes"]?[binding.point]?[binding.name], module)
        }
    }

    private func faults(
        _ given: RecordContribution, _ takes: RecordPoint, _ binding: ModuleManifest.Binding, _ node: Node?, _ module: ModuleDeclarations
    ) -> [Diagnostic] {
        guard let type = module.records.first(where: { $0.id == given.record }) else {
            let name = String(given.record.dropFirst(module.module.count + 1))
            return [.unknownName(name, kind: .record, among: module.records.map(\.name), at: node?["record"]?.span ?? binding.span)]
        }
        var faults: [Diagnostic] = []
        let fields = type.fields.map(\.name) + [type.parentField].compactMap { $0 } + (type.tellsWriter ? ["author"] : [])
        for pair in node?["fields"]?.map?.pairs ?? [] {
            let asked = takes.required + takes.optional
            if !asked.contains(pair.key) { faults.append(.unknownName(pair.key, kind: .field, among: asked, at: pair.keySpan)) }
            guard let field = pair.value.string, !fields.contains(field) else { continue }
            faults.append(.unknownName(field, kind: .field, among: fields, at: pair.value.span))
        }
        if takes.required.contains(where: { given.fields[$0] == nil }) {
            faults.append(.contributesOtherwise(binding.name, point: binding.point, takes: takes, at: binding.span))
        }
        return faults
    }
}

extension Diagnostic {
    static func contributesOtherwise(_ name: String, point: String, takes: RecordPoint?, at span: SourceSpan) -> Diagnostic {
        guard let takes else {
            return Diagnostic(
                "module/contribution", .error,
                Text(
                    nb: "\(point) tar imot kode, og «\(name)» oppgir en post", nn: "\(point) tek imot kode, og «\(name)» oppgir ein post",
                    en: "\(point) takes code, and '\(name)' gives a record"), at: span)
        }
        let fields = takes.required.joined(separator: ", ")
        return Diagnostic(
            "module/contribution", .error,
            Text(
                nb: "\(point) tar imot poster, og «\(name)» oppgir ikke alt det ber om",
                nn: "\(point) tek imot postar, og «\(name)» oppgir ikkje alt det bed om",
                en: "\(point) takes records, and '\(name)' does not give all that it asks for"), at: span,
            help: Text(
                nb: "skriv record, og under fields hvilket felt som er \(fields)",
                nn: "skriv record, og under fields kva felt som er \(fields)",
                en: "write record, and under fields which field is \(fields)"))
    }
}
