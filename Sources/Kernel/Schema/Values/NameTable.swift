/// Names in their order, found by text.
struct NameTable: Sendable {
    private(set) var names: [String] = []
    /// Name to position; kept only where there are too many names to look at each.
    private var index: [Name: Int] = [:]
    /// The bytes of each name, by which most names are told apart.
    private var lengths: [Int] = []
    private static let indexedFrom = 16

    init() {}

    init(_ names: some Sequence<String>) { for name in names { _ = insert(name) } }

    /// The position of the name, which is added if it is new.
    mutating func insert(_ name: String) -> Int {
        if let position = position(of: name) { return position }
        names.append(name)
        lengths.append(name.utf8.count)
        if names.count > Self.indexedFrom {
            index[Name(name)] = names.count - 1
        } else if names.count == Self.indexedFrom {
            for (position, name) in names.enumerated() { index[Name(name)] = position }
        }
        return names.count - 1
    }

    func position(of name: String) -> Int? {
        if names.count >= Self.indexedFrom { return index[Name(name)] }
        let length = name.utf8.count
        for position in lengths.indices where lengths[position] == length && Name.equal(names[position], name) { return position }
        return nil
    }
}
