/// Looks for requirements that nobody could meet.
struct RequirementChecker {
    let checker: RuleChecker

    /// - Parameter rules: the leaves that the enabled modules know.
    func run(_ rules: [Contributed<any CompletionRule>]) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        var obstacles: [Finding] = []
        check(checker.variant.requirements, rules, &faults, &obstacles)
        var quota = FaultQuota()
        for obstacle in obstacles {
            guard let suggests = quota.next(at: obstacle.span ?? checker.variant.span) else { continue }
            faults.append(checker.diagnostic(obstacle, id: "variant/requirement", severity: .error, source: nil, suggests: suggests))
        }
        return faults + quota.rest
    }

    private func check(
        _ node: Node, _ rules: [Contributed<any CompletionRule>], _ faults: inout [Diagnostic], _ obstacles: inout [Finding]
    ) {
        guard let map = node.map else { return }
        for pair in map.pairs {
            switch pair.key {
            case "all", "any", "of":
                for child in pair.value.list ?? [] { check(child, rules, &faults, &obstacles) }
            case "at-least":
                let choices = map["of"]?.list?.count ?? 0
                if let wanted = pair.value.integer, wanted > choices {
                    faults.append(.tooManyWanted(wanted, of: choices, at: pair.value.span))
                }
            default:
                if pair.key == CompletedRequirement.name {
                    obstacles += placed(CompletedRequirement().obstacles(pair.value, in: checker.inspection(nil)), pair)
                    continue
                }
                guard let rule = rules.first(where: { $0.name == pair.key }) else { continue }
                do {
                    obstacles += placed(try rule.value.obstacles(pair.value, in: checker.inspection(rule.module)), pair)
                } catch {
                    faults.append(.ruleFailed("\(rule.module)/\(rule.name)", reason: "\(error)", closed: true, at: pair.value.span))
                }
            }
        }
    }

    /// Findings with a place: the requirement's, where they name none.
    private func placed(_ findings: [Finding], _ pair: NodeMap.Pair) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.span = finding.span ?? pair.value.span
            return finding
        }
    }
}
