/// In which order the enabled modules load, or why they cannot.
public struct Resolution: Sendable {
    /// The ids of the enabled modules, each after those that it requires or comes after, otherwise by id.
    ///
    /// Empty if there are errors.
    public let order: [String]
    /// Every fault, each once, in an order that does not depend on the order of the input.
    public let diagnostics: [Diagnostic]

    init(order: [String], diagnostics: [Diagnostic]) {
        self.order = diagnostics.isEmpty ? order : []
        self.diagnostics = diagnostics
    }
}
