/// Names in their order, found by text.
struct NameTable: Sendable {
    private(set) var names: [String] = []
    private var index: [Name: Int] = [:]
    /// Fewer names than this are found faster by looking at each.
    private static let indexedFrom = 5

    init() {}

    init(_ names: some Sequence<String>) { for name in names { _ = insert(name) } }

    /// The position of the name, which is added if it is new.
    mutating func insert(_ name: String) -> Int {
        if let position = index[Name(name)] { return position }
        index[Name(name)] = names.count
        names.append(name)
        return names.count - 1
    }

    func position(of name: String) -> Int? {
        if names.count >= Self.indexedFrom { return index[Name(name)] }
        for position in names.indices where Name.equal(names[position], name) { return position }
        return nil
    }
}
