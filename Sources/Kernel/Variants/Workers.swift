import Dispatch
import Glibc
import Synchronization

/// Does the same work for many items at once, on as many threads as the machine has processors (eight at most).
///
/// The results come in the order of the items, whoever made them, so that the same input gives the same bytes.
enum Workers {
    /// - Parameters:
    ///   - items: what to work on.
    ///   - each: how many items are worth a thread.
    ///   - tools: what one thread needs for its work and shares with no other.
    static func map<Item: Sendable, Tools, Result: Sendable>(
        _ items: [Item], each: Int = 4, tools: @Sendable () -> Tools, _ work: @Sendable (Item, Tools) -> Result
    ) -> [Result] {
        let threads = min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 8, items.count / max(each, 1))
        guard threads > 1 else {
            let own = tools()
            return items.map { work($0, own) }
        }
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: items.count))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let own = tools()
            while true {
                let position = next.add(1, ordering: .relaxed).oldValue
                guard position < items.count else { return }
                let result = work(items[position], own)
                results.withLock { $0[position] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
