/// Makes variants of their layers; each on its own, so that several can be made at once.
struct VariantComposition: Sendable {
    let layers: [String: Layer]
    /// Names of layers whose files have faults.
    let unreadable: Set<String>
    let institutions: [String]
    let modules: JSONValue
    let calendar: (id: String, digest: String)
    /// The digest of each lock.
    let locks: [String: String]

    struct Result: Sendable {
        var faults: [Diagnostic] = []
        var composed: Workspace.ComposedVariant?
    }

    /// Composes the variant that a layer is the top of; a layer of another kind is only checked for the layers that it names.
    func compose(_ layer: Layer, checker: SchemaChecker, view: RememberedView) -> Result {
        var result = Result()
        guard let order = LayerOrder(top: layer, all: layers, unreadable: unreadable, diagnostics: &result.faults),
            layer.kind == .variant
        else { return result }
        let composed = Composer.compose(order, view: view, provenance: false)
        result.faults += composed.diagnostics
        result.faults += checker.validate(composed.body)
        guard !result.faults.contains(where: { $0.severity == .error }) else { return result }
        // With the defaults of the kernel's keys, the sections and each activity's settings.
        let body = checker.defaults(for: composed.body)
        var offsets: [Diagnostic] = []
        guard let variant = CourseVariant(body, layer: layer, diagnostics: &offsets) else { return result }
        result.faults += offsets
        result.faults += VariantNames.check(variant, institutions: institutions, unreadable: unreadable)
        guard offsets.isEmpty else { return result }
        guard let release = try? Release(variant, modules: modules, calendar: calendar, locks: locks) else {
            result.faults.append(.notFinite(at: body.notFinite?.span ?? variant.span))
            return result
        }
        result.composed = .init(layer: layer, layers: order.layers, variant: variant, release: release)
        return result
    }
}
