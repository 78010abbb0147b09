/// Finds the order in which the modules of a workspace load, or everything that stands in the way.
///
/// The resolver chooses no versions: there is one of each module, and either all that is asked of it fits or a fault says which
/// chain of needs asks for something else. It reads no files and keeps nothing; the same input in another order gives the same result.
/// ```swift
/// let resolution = ModuleResolver.resolve(candidates: modules, requested: requests, kernel: SemanticVersion("1.0.0"))
/// resolution.order  // ["people", "notes", "visits"]
/// ```
public struct ModuleResolver {
    /// The most cycles that are reported at once.
    static let cycleLimit = 50

    /// Resolves the modules of a workspace.
    ///
    /// - Parameters:
    ///   - candidates: the modules that exist, each id once; of two with one id, the one that comes first in the files counts.
    ///   - requested: the modules that the workspace enables.
    ///   - kernel: the version of the running kernel.
    public static func resolve(
        candidates: [ModuleDeclaration], requested: [ModuleRequest], kernel: SemanticVersion
    ) -> Resolution {
        var resolver = ModuleResolver(candidates, requested)
        resolver.reach()
        resolver.checkNeeds()
        resolver.checkKernel(kernel)
        resolver.checkConflicts()
        let order = resolver.order()
        return Resolution(order: order, diagnostics: resolver.diagnostics)
    }

    /// A need: the workspace (nil) or a module asks for versions of a module.
    struct Need {
        var asker: Int?
        var relation: ModuleDeclaration.Relation
    }

    /// The candidates by id.
    let modules: [ModuleDeclaration]
    private let positions: [String: Int]
    private let requests: [ModuleRequest]
    private let enabled: Set<Int>
    /// The modules that are enabled or required by one that is, nearest to the workspace first.
    private var reached: [Int] = []
    /// For each module that is reached, the first need that led to it.
    private var firstNeed: [Need?]
    /// For each module that is reached, the modules that it requires; nil where there is none of that name.
    private var required: [[Int?]]
    private var diagnostics: [Diagnostic] = []

    private init(_ candidates: [ModuleDeclaration], _ requested: [ModuleRequest]) {
        func comesFirst(_ a: (id: String, span: SourceSpan), _ b: (id: String, span: SourceSpan)) -> Bool {
            a.id != b.id ? a.id < b.id : a.span < b.span
        }
        var modules: [ModuleDeclaration] = []
        modules.reserveCapacity(candidates.count)
        var positions = [String: Int](minimumCapacity: candidates.count)
        // Numbers are sorted, not declarations, which are large.
        let sorted = candidates.indices.sorted {
            comesFirst((candidates[$0].id, candidates[$0].span), (candidates[$1].id, candidates[$1].span))
        }
        for candidate in sorted where modules.last?.id != candidates[candidate].id {
            positions[candidates[candidate].id] = modules.count
            modules.append(candidates[candidate])
        }
        self.modules = modules
        self.positions = positions
        requests = requested.sorted { comesFirst(($0.id, $0.span), ($1.id, $1.span)) }
        enabled = Set(requests.compactMap { positions[$0.id] })
        firstNeed = Array(repeating: nil, count: modules.count)
        required = Array(repeating: [], count: modules.count)
    }

    /// Walks from the workspace along what is required, so that each module knows its shortest chain.
    private mutating func reach() {
        for request in requests {
            if let target = positions[request.id] { reach(target, by: Need(asker: nil, relation: request.relation)) }
        }
        var next = 0
        while next < reached.count {
            let asker = reached[next]
            next += 1
            required[asker] = modules[asker].requires.map { positions[$0.id] }
            for (target, relation) in zip(required[asker], modules[asker].requires) {
                if let target, firstNeed[target] == nil { reach(target, by: Need(asker: asker, relation: relation)) }
            }
        }
    }

    private mutating func reach(_ module: Int, by need: Need) {
        guard firstNeed[module] == nil else { return }
        firstNeed[module] = need
        reached.append(module)
    }

    /// Whether all that is needed exists, is enabled and has a version that fits.
    private mutating func checkNeeds() {
        var missing: [String: [Need]] = [:]
        var notEnabled: [Int: [Need]] = [:]
        func check(_ relation: ModuleDeclaration.Relation, _ target: Int?, _ asker: Int?) {
            guard let target else { return missing[relation.id, default: []].append(Need(asker: asker, relation: relation)) }
            if !enabled.contains(target) { notEnabled[target, default: []].append(Need(asker: asker, relation: relation)) }
            if !relation.range.contains(modules[target].version) {
                let chain = chain(Need(asker: asker, relation: relation))
                diagnostics.append(.moduleVersion(relation, asker: asker.map { modules[$0] }, target: modules[target], chain: chain))
            }
        }
        for request in requests { check(request.relation, positions[request.id], nil) }
        for asker in reached { for (target, relation) in zip(required[asker], modules[asker].requires) { check(relation, target, asker) } }
        var quota = FaultQuota()
        for (id, needs) in missing.sorted(by: { $0.key < $1.key }) {
            guard let suggests = quota.next(at: needs[0].relation.span) else { continue }
            let nearest = suggests ? NearestName.suggestion(for: id, among: modules.lazy.map(\.id)) : nil
            diagnostics.append(.moduleMissing(needs.map(\.relation), askers: askers(needs), nearest: nearest, chain: chain(needs[0])))
            // The workspace enables it, but misspells its name: that is one fault.
            if let nearest, needs.contains(where: { $0.asker == nil }), let meant = positions[nearest] { notEnabled[meant] = nil }
        }
        diagnostics += quota.rest
        for (_, needs) in notEnabled.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(.moduleNotEnabled(needs.map(\.relation), askers: askers(needs), chain: chain(needs[0])))
        }
    }

    private mutating func checkKernel(_ kernel: SemanticVersion) {
        for module in reached.sorted() where !modules[module].kernel.contains(kernel) {
            diagnostics.append(.moduleKernel(modules[module], kernel: kernel, chain: chain(to: module)))
        }
    }

    /// Two modules that exclude each other are one fault, also where both say so.
    private mutating func checkConflicts() {
        var reported: [Int: Set<Int>] = [:]
        for module in reached.sorted() {
            for relation in modules[module].conflicts {
                guard let other = positions[relation.id], firstNeed[other] != nil, relation.range.contains(modules[other].version),
                    !(reported[other]?.contains(module) ?? false)
                else { continue }
                reported[module, default: []].insert(other)
                diagnostics.append(
                    .moduleConflict(relation, of: modules[module], with: modules[other], chains: [chain(to: module), chain(to: other)]))
            }
        }
    }

    /// The enabled modules in order; reports the cycles if there is none.
    private mutating func order() -> [String] {
        var graph = DependencyGraph(count: modules.count)
        for (module, earlier) in orderings() { graph.add(earlier, before: module) }
        if let order = graph.order() { return order.filter { enabled.contains($0) }.map { modules[$0].id } }
        var needs = DependencyGraph(count: modules.count)
        for (module, earlier) in orderings() { needs.add(module, before: earlier) }
        for cycle in needs.cycles(limit: Self.cycleLimit) { diagnostics.append(.moduleCycle(cycle.map { modules[$0] })) }
        return []
    }

    /// Each module that is reached, with each that must come before it.
    private func orderings() -> [(module: Int, earlier: Int)] {
        reached.flatMap { module in
            let after = modules[module].after.lazy.compactMap { positions[$0.id] }.filter { firstNeed[$0] != nil }
            return (required[module].compactMap(\.self) + after).map { (module, $0) }
        }
    }

    private func askers(_ needs: [Need]) -> [ModuleDeclaration?] { needs.map { $0.asker.map { modules[$0] } } }

    /// The needs that lead to a module from the workspace.
    private func chain(to module: Int) -> [ModuleDeclaration.Relation] { firstNeed[module].map { chain($0) } ?? [] }

    /// The needs that lead from the workspace to this one, this one last.
    private func chain(_ need: Need) -> [ModuleDeclaration.Relation] {
        var chain = [need.relation]
        var asker = need.asker
        while let module = asker, let need = firstNeed[module] {
            chain.append(need.relation)
            asker = need.asker
        }
        return chain.reversed()
    }
}

extension ModuleRequest {
    fileprivate var relation: ModuleDeclaration.Relation { .init(id: id, range: range, span: span, rangeSpan: rangeSpan) }
}
