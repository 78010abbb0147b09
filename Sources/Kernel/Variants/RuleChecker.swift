/// Runs the rules of the modules over one composed variant.
struct RuleChecker {
    let variant: CourseVariant
    let runs: [VariantInspection.Run]
    let calendar: WorkingCalendar
    let institutions: [String: Layer]
    let modules: [ModuleManifest]
    let settings: [String: Node]

    func run(_ registry: Registry) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for contributed in registry[VariantRules.self] {
            guard let module = modules.first(where: { $0.id == contributed.module }),
                let rule = module.rules.first(where: { $0.name == contributed.name }),
                let binding = module.bindings.first(where: { $0.point == VariantRules.id && $0.name == contributed.name })
            else { continue }
            do {
                for finding in try contributed.value.findings(in: inspection(module.id)) {
                    diagnostics.append(diagnostic(finding, id: "\(module.id)/\(rule.name)", severity: rule.severity, source: rule.source))
                }
            } catch {
                diagnostics.append(
                    .ruleFailed("\(module.id)/\(rule.name)", reason: "\(error)", closed: binding.failsClosed, at: variant.span))
            }
        }
        return diagnostics + RequirementChecker(checker: self).run(registry[CompletionRules.self])
    }

    /// What a rule of a module sees; the kernel's own has no settings.
    func inspection(_ module: String?) -> VariantInspection {
        VariantInspection(
            variant: variant, runs: runs, calendar: calendar, institutions: institutions, settings: module.flatMap { settings[$0] })
    }

    func diagnostic(_ finding: Finding, id: String, severity: Diagnostic.Severity, source: String?) -> Diagnostic {
        let note = source.map { Text(nb: "kilde: \($0)", nn: "kjelde: \($0)", en: "source: \($0)") }
        return Diagnostic(
            id, severity, finding.message, at: finding.span ?? variant.span, labels: finding.labels,
            notes: finding.notes + (note.map { [$0] } ?? []),
            help: finding.help)
    }
}
