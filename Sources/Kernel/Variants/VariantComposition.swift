/// Makes variants of their layers; each on its own, so that several can be made at once.
struct VariantComposition: Sendable {
    let graph: LayerGraph
    let institutions: [String]
    let modules: JSONValue
    let calendar: (id: String, digest: String)
    /// The digest of each lock.
    let locks: [String: String]

    struct Result: Sendable {
        var faults: [Diagnostic] = []
        var composed: Workspace.ComposedVariant?
        /// What could be read of a variant that has faults, if its days can be reckoned.
        var judged: CourseVariant?
    }

    /// Composes the variant that a layer is the top of.
    func compose(_ layer: Layer, checker: SchemaChecker, view: RememberedView) -> Result {
        var result = Result()
        guard let order = LayerOrder(top: layer, in: graph) else { return result }
        let composed = Composer.compose(order, view: view, provenance: false)
        result.faults += composed.diagnostics
        result.faults += checker.validate(composed.body).filter { fault in
            !(fault.span.map { span in composed.disputed.contains { $0.overlaps(span) } } ?? false)
        }
        guard order.layers.allSatisfy({ $0.trust <= .mended }), !result.faults.contains(where: { $0.severity == .error }) else {
            judge(composed.body, of: order, &result)
            return result
        }
        // With the defaults of the kernel's keys, the sections and each activity's settings.
        let body = checker.defaults(for: composed.body)
        var offsets: [Diagnostic] = []
        guard let variant = CourseVariant(body, layer: layer, diagnostics: &offsets) else { return result }
        result.faults += offsets
        result.faults += VariantNames.check(variant, institutions: institutions, unreadable: graph.unreadable)
        guard offsets.isEmpty else {
            result.judged = variant
            return result
        }
        guard let release = try? Release(variant, description: layer.description, modules: modules, calendar: calendar, locks: locks) else {
            result.faults.append(.notFinite(at: body.notFinite?.span ?? variant.span))
            return result
        }
        result.composed = .init(layer: layer, layers: order.layers, variant: variant, release: release)
        return result
    }

    /// Faults that may be there only because a name is missing that a file with faults should give.
    private static let looksForNames: Set<String> = [
        "variant/removes-nothing", "variant/moves-after-nothing", "variant/lock-nowhere", "variant/unknown-name", "workspace/more-faults",
    ]

    /// Finds what else is wrong with a variant that has faults, without what may only follow from them.
    private func judge(_ body: Node, of order: LayerOrder, _ result: inout Result) {
        let trust = order.layers.map(\.trust).max() ?? .sound
        // A variant without credits has names and days all the same.
        let stand = body["credits"]?.number == nil ? body.adding(Node(.number(Number(0)), at: body.span), key: "credits", in: []) : body
        var offsets: [Diagnostic] = []
        let variant = CourseVariant(stand, layer: order.layers[order.layers.count - 1], diagnostics: &offsets)
        result.faults += offsets
        if let variant { result.faults += VariantNames.check(variant, institutions: institutions, unreadable: graph.unreadable) }
        let spans = order.layers.flatMap(\.faultSpans)
        result.faults.removeAll { fault in
            if trust == .names && Self.looksForNames.contains(fault.id) { return true }
            return fault.span.map { span in spans.contains { $0.overlaps(span) } } ?? false
        }
        let isWhole = !result.faults.contains { $0.id == "schema/missing-key" || $0.id == "variant/removes-nothing" }
        if trust < .names, isWhole { result.judged = variant }
    }
}
