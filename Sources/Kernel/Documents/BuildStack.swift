/// Values that wait until the collection they belong to is complete, so that it can be made in one piece and of its exact size.
///
/// Collections lie inside each other, so those that began last are taken first.
struct BuildStack<Element>: ~Copyable {
    private var storage: UnsafeMutablePointer<Element>
    private var capacity = 64
    private(set) var count = 0

    init() { storage = .allocate(capacity: capacity) }

    deinit {
        storage.deinitialize(count: count)
        storage.deallocate()
    }

    mutating func append(_ element: consuming Element) {
        if count == capacity { grow() }
        (storage + count).initialize(to: element)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: storage, count: count)
        storage.deallocate()
        storage = larger
        capacity *= 2
    }

    /// What was added from `start` on.
    func elements(from start: Int) -> UnsafeBufferPointer<Element> {
        precondition(start <= count)
        return UnsafeBufferPointer(start: storage + start, count: count - start)
    }

    /// Takes away what was added from `start` on.
    mutating func take(from start: Int) -> [Element] {
        precondition(start <= count)
        let taken = count - start
        if taken == 0 { return [] }
        let source = storage + start
        count = start
        return [Element](unsafeUninitializedCapacity: taken) { buffer, initialized in
            buffer.baseAddress?.moveInitialize(from: source, count: taken)
            initialized = taken
        }
    }
}
