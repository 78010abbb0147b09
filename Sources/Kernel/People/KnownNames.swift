/// A set of names asked for by their bytes.
///
/// The name asked for last is answered without making a string, since rosters come in runs.
struct KnownNames {
    private var names: Set<String>
    private var last: [UInt8] = []

    init(_ names: Set<String>) { self.names = names }

    mutating func add(_ name: String) { names.insert(name) }

    mutating func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.count == last.count, bytes.elementsEqual(last) { return true }
        guard names.contains(String(decoding: bytes, as: UTF8.self)) else { return false }
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: bytes)
        return true
    }
}
