/// Holds a manifest's `contributes` against what the module's code registered, both ways.
enum ManifestAgreement {
    /// - Parameters:
    ///   - entries: what the code registered; empty for a module without code.
    ///   - points: the extension points that the kernel and the enabled modules offer.
    ///   - enabled: those modules. A point of one that is not among them, and that this one only comes after, may be missing.
    static func check(
        _ module: ModuleManifest, entries: [Registrar.Entry], points: Set<String>, enabled: Set<String>
    ) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        var unknown: Set<String> = []
        let known = points.sorted()
        let absent = Set(module.after.map(\.module)).subtracting(enabled)
        func isAbsent(_ point: String) -> Bool { absent.contains(String(point.prefix { $0 != "." })) }
        for binding in module.bindings
        where !points.contains(binding.point) && !isAbsent(binding.point) && unknown.insert(binding.point).inserted {
            let span = module.root["contributes"]?.map?.pair(binding.point)?.keySpan ?? binding.span
            faults.append(
                .unknownPoint(binding.point, nearest: NearestName.suggestion(for: binding.point, among: known), known: known, at: span))
        }
        let contributed = Set(entries.map { "\($0.pointID)/\($0.name)" })
        let declared = Set(module.bindings.map { "\($0.point)/\($0.name)" })
        for binding in module.bindings
        where binding.records == nil && points.contains(binding.point) && !contributed.contains("\(binding.point)/\(binding.name)") {
            faults.append(.notContributed(binding.name, point: binding.point, at: binding.span))
        }
        for entry in entries where !declared.contains("\(entry.pointID)/\(entry.name)") {
            let span = module.root.map?.pair("contributes")?.keySpan ?? module.idSpan
            faults.append(.notDeclared(entry.name, point: entry.pointID, module: module.id, at: span))
        }
        let bound = Set(module.bindings.filter { $0.point == "kernel.variant-rules" }.map(\.name))
        for rule in module.rules where !bound.contains(rule.name) { faults.append(.ruleWithoutCode(rule.name, at: rule.span)) }
        let rules = Set(module.rules.map(\.name))
        for binding in module.bindings where binding.point == "kernel.variant-rules" && !rules.contains(binding.name) {
            faults.append(.codeWithoutRule(binding.name, at: binding.span))
        }
        return faults
    }
}
