/// What can only be seen of all objects together, gathered while they are read.
struct GrepChecks {
    private struct Aim {
        var code: String
        var plan: String?
        var hasCoreElement: Bool
        var buildsOn: [String]
    }

    private var aims: [Aim] = []
    private var aimsByText: [String: [String]] = [:]
    private var coreElements: [String] = []
    private var usedCoreElements: Set<String> = []
    /// School years by plan, as numbers; only sets for years 1 to 10.
    private var years: [String: Set<Int>] = [:]
    private var editions: [PlanEdition] = []
    private var plansWithoutEnd: [(code: String, by: String)] = []
    private var references: [(from: String, type: String, to: String)] = []
    private var aimPlans: [String: String] = [:]

    mutating func add(_ element: Element) {
        references += element.links.map { (element.code, element.type, $0.to) }
        let state = Holding.State(status: element.status, from: element.validFrom, to: element.validTo)
        if let edition = PlanEdition(element.code, type: element.type, state) { editions.append(edition) }
        switch element.type {
        case GrepType.aim:
            let core = element.links.filter { $0.kind == .coreElement }.map(\.to)
            usedCoreElements.formUnion(core)
            aims.append(
                Aim(
                    code: element.code, plan: element.plan, hasCoreElement: !core.isEmpty,
                    buildsOn: element.links.filter { $0.kind == .buildsOn }.map(\.to)))
            if let plan = element.plan { aimPlans[element.code] = plan }
            if let text = element.title["default"] ?? element.title["nb"] { aimsByText[text, default: []].append(element.code) }
        case GrepType.coreElement: coreElements.append(element.code)
        case GrepType.set:
            guard let plan = element.plan else { return }
            let numbers = element.years.compactMap { $0.hasPrefix("aarstrinn") ? Int($0.dropFirst(9)) : nil }
            years[plan, default: []].formUnion(numbers)
        case GrepType.plan:
            if let next = element.links.first(where: { $0.kind == .replacedBy }), element.validTo == nil {
                plansWithoutEnd.append((element.code, next.to))
            }
        default: break
        }
    }

    /// What is odd.
    ///
    /// - Parameters:
    ///   - isWhole: whether the source holds all there is, so that what is not there is missing.
    ///   - others: the editions of plans that the store has besides.
    ///   - knows: whether there is an element of that code, in the source or in the store.
    func oddities(isWhole: Bool, others: [PlanEdition], knows: (String) -> Bool) -> [Oddity] {
        var found: [Oddity] = []
        func note(_ kind: OddityKind, _ type: String, _ code: String, _ what: String?) {
            found.append(Oddity(kind: kind, type: type, code: code, found: what))
        }
        for aim in aims {
            if !aim.hasCoreElement { note(.aimWithoutCoreElement, GrepType.aim, aim.code, aim.plan) }
            for other in aim.buildsOn {
                if let plan = aimPlans[other], plan != aim.plan { note(.buildsOnOtherPlan, GrepType.aim, aim.code, "\(other) (\(plan))") }
            }
        }
        for code in coreElements where isWhole && !usedCoreElements.contains(code) {
            note(.coreElementWithoutAim, GrepType.coreElement, code, nil)
        }
        for (_, codes) in aimsByText where codes.count > 1 {
            for code in codes { note(.sameText, GrepType.aim, code, codes.filter { $0 != code }.sorted().joined(separator: ", ")) }
        }
        for (plan, covered) in years where isWhole {
            guard let first = covered.min(), let last = covered.max() else { continue }
            for year in first...last where !covered.contains(year) { note(.yearNotCovered, GrepType.plan, plan, "aarstrinn\(year)") }
        }
        for (earlier, later, days) in PlanEdition.overlaps(editions + others) {
            note(.editionsOverlap, earlier.type, earlier.code, "\(later.code) (\(days))")
        }
        for plan in plansWithoutEnd { note(.replacedWithoutEnd, GrepType.plan, plan.code, plan.by) }
        if isWhole {
            for reference in references where !knows(reference.to) {
                note(.danglingReference, reference.type, reference.from, reference.to)
            }
        }
        return found.sorted { ($0.kind.rawValue, $0.code ?? "", $0.found ?? "") < ($1.kind.rawValue, $1.code ?? "", $1.found ?? "") }
    }
}
