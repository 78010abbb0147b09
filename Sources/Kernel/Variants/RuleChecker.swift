/// Runs the rules of the modules over one composed variant.
struct RuleChecker {
    let variant: CourseVariant
    let runs: [VariantInspection.Run]
    let calendar: WorkingCalendar
    let institutions: [String: Layer]
    let settings: [String: Node]
    let recordKinds: Set<String>
    let activityKinds: Set<String>
    let locks: [String: Lock]
    let registry: Registry

    /// A rule of the code with what the manifest says of it.
    struct BoundRule {
        let code: any VariantRule
        let module: String
        let declared: ModuleManifest.Rule
        let failsClosed: Bool

        var id: String { "\(module)/\(declared.name)" }
    }

    /// The rules that are both declared and contributed, in the order of the registry.
    static func bind(_ registry: Registry, _ modules: [ModuleManifest]) -> [BoundRule] {
        registry[VariantRules.self].compactMap { contributed in
            guard let module = modules.first(where: { $0.id == contributed.module }),
                let rule = module.rules.first(where: { $0.name == contributed.name }),
                let binding = module.bindings.first(where: { $0.point == VariantRules.id && $0.name == contributed.name })
            else { return nil }
            return BoundRule(code: contributed.value, module: module.id, declared: rule, failsClosed: binding.failsClosed)
        }
    }

    func run(_ rules: [BoundRule], completion: [Contributed<any CompletionRule>]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for rule in rules {
            do {
                var quota = FaultQuota()
                for finding in try rule.code.findings(in: inspection(rule.module)) {
                    guard let suggests = quota.next(at: finding.span ?? variant.span) else { continue }
                    diagnostics.append(
                        diagnostic(
                            finding, id: rule.id, severity: rule.declared.severity, source: rule.declared.source, suggests: suggests))
                }
                diagnostics += quota.rest(rule.declared.severity)
            } catch {
                diagnostics.append(.ruleFailed(rule.id, reason: "\(error)", closed: rule.failsClosed, at: variant.span))
            }
        }
        return diagnostics + RequirementChecker(checker: self).run(completion)
    }

    /// What a rule of a module sees; the kernel's own has no settings.
    func inspection(_ module: String?) -> VariantInspection {
        VariantInspection(
            variant: variant, runs: runs, calendar: calendar, institutions: institutions, recordKinds: recordKinds,
            activityKinds: activityKinds, locks: locks, settings: module.flatMap { settings[$0] }, registry: registry)
    }

    /// - Parameter suggests: whether to look for the name that was meant.
    func diagnostic(_ finding: Finding, id: String, severity: Diagnostic.Severity, source: String?, suggests: Bool) -> Diagnostic {
        let note = source.map { Text(nb: "kilde: \($0)", nn: "kjelde: \($0)", en: "source: \($0)") }
        return Diagnostic(
            id, severity, finding.message, at: finding.span ?? variant.span, labels: finding.labels,
            notes: finding.notes + (note.map { [$0] } ?? []),
            help: (suggests ? finding.meant?.question : nil) ?? finding.help)
    }
}
