/// A view of a place in a schema that remembers what it was asked, for walks that come by the same places again and again.
final class RememberedView {
    let view: SchemaView
    private var properties: [String: RememberedView] = [:]

    init(_ view: SchemaView) { self.view = view }

    /// See `SchemaView.property`.
    func property(_ key: String) -> RememberedView {
        if let known = properties[key] { return known }
        let property = RememberedView(view.property(key))
        properties[key] = property
        return property
    }

    /// See `SchemaView.item`.
    private(set) lazy var item = RememberedView(view.item)
    /// See `SchemaView.identity`.
    private(set) lazy var identity = view.identity
    /// See `SchemaView.atomic`.
    private(set) lazy var isAtomic = view.atomic
}
