/// A view of a place in a schema that remembers what it was asked, for walks that come by the same places again and again.
final class RememberedView {
    let view: SchemaView
    private var properties: [String: RememberedView] = [:]
    /// By the rules that the chosen branches leave.
    private var choices: [[Int]: RememberedView] = [:]
    /// See `SchemaView.hasChoice`.
    private(set) lazy var hasChoice = view.hasChoice

    init(_ view: SchemaView) { self.view = view }

    /// See `SchemaView.property`.
    func property(_ key: String) -> RememberedView {
        if let known = properties[key] { return known }
        let property = RememberedView(view.property(key))
        properties[key] = property
        return property
    }

    /// See `SchemaView.applying`.
    func applying(to values: @autoclosure () -> [Node]) -> RememberedView {
        guard hasChoice else { return self }
        let chosen = view.applying(to: values())
        if let known = choices[chosen.rules] { return known }
        let choice = RememberedView(chosen)
        choices[chosen.rules] = choice
        return choice
    }

    /// See `SchemaView.item`.
    private(set) lazy var item = RememberedView(view.item)
    /// See `SchemaView.identity`.
    private(set) lazy var identity = view.identity
    /// See `SchemaView.atomic`.
    private(set) lazy var isAtomic = view.atomic
}
