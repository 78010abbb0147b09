/// Looks for requirements that nobody could meet.
struct RequirementChecker {
    let checker: RuleChecker

    /// - Parameter rules: the leaves that the enabled modules know.
    func run(_ rules: [Contributed<any CompletionRule>]) -> [Diagnostic] { check(checker.variant.requirements, rules) }

    private func check(_ node: Node, _ rules: [Contributed<any CompletionRule>]) -> [Diagnostic] {
        guard let map = node.map else { return [] }
        var diagnostics: [Diagnostic] = []
        for pair in map.pairs {
            switch pair.key {
            case "all", "any", "of":
                for child in pair.value.list ?? [] { diagnostics += check(child, rules) }
            case "at-least":
                let choices = map["of"]?.list?.count ?? 0
                if let wanted = pair.value.integer, wanted > choices {
                    diagnostics.append(.tooManyWanted(wanted, of: choices, at: pair.value.span))
                }
            default:
                if pair.key == CompletedRequirement.name {
                    diagnostics += CompletedRequirement().obstacles(pair.value, in: checker.inspection(nil)).map { diagnostic($0, pair) }
                    continue
                }
                guard let rule = rules.first(where: { $0.name == pair.key }) else { continue }
                do {
                    for finding in try rule.value.obstacles(pair.value, in: checker.inspection(rule.module)) {
                        diagnostics.append(diagnostic(finding, pair))
                    }
                } catch {
                    diagnostics.append(.ruleFailed("\(rule.module)/\(rule.name)", reason: "\(error)", closed: true, at: pair.value.span))
                }
            }
        }
        return diagnostics
    }

    private func diagnostic(_ finding: Finding, _ pair: NodeMap.Pair) -> Diagnostic {
        checker.diagnostic(
            Finding(
                finding.message, at: finding.span ?? pair.value.span, labels: finding.labels, notes: finding.notes, help: finding.help),
            id: "variant/requirement", severity: .error, source: nil)
    }
}
