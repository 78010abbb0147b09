/// Which of a number of nodes must come before which.
///
/// Nodes are numbers from 0; the smaller number wins where the order is free.
///
/// All walks are loops, not recursion, so that a long chain cannot exhaust the stack.
struct DependencyGraph {
    /// For each node those that come after it.
    ///
    /// The same edge may occur twice.
    private(set) var successors: [[Int]]

    init(count: Int) { successors = Array(repeating: [], count: count) }

    mutating func add(_ node: Int, before successor: Int) { successors[node].append(successor) }

    /// Every node after all that come before it, the smallest first among those that are ready; nil if there is a cycle.
    ///
    /// Takes time in proportion to nodes and edges, times the logarithm of the nodes that are ready at once.
    func order() -> [Int]? {
        var waitsFor = [Int](repeating: 0, count: successors.count)
        for list in successors { for node in list { waitsFor[node] += 1 } }
        var ready = MinHeap()
        for node in successors.indices where waitsFor[node] == 0 { ready.insert(node) }
        var order: [Int] = []
        order.reserveCapacity(successors.count)
        while let node = ready.removeSmallest() {
            order.append(node)
            for next in successors[node] {
                waitsFor[next] -= 1
                if waitsFor[next] == 0 { ready.insert(next) }
            }
        }
        return order.count == successors.count ? order : nil
    }

    /// Cycles, each as its nodes in the order of the edges, beginning with the smallest; no edge is in two of them.
    ///
    /// From each knot of the graph (a strongly connected component) a shortest cycle through its smallest node is taken out, and
    /// what is left of the knot is searched again, so that faults that have nothing to do with each other are found at once.
    ///
    /// - Parameter limit: how many cycles to look for at most, since a dense graph can have very many.
    func cycles(limit: Int) -> [[Int]] {
        var graph = self
        var found: [[Int]] = []
        while found.count < limit {
            let knots = graph.knots()
            if knots.isEmpty { break }
            for knot in knots.prefix(limit - found.count) {
                let cycle = graph.shortestCycle(through: knot[0], within: Set(knot))
                for (node, next) in zip(cycle, cycle.dropFirst() + cycle.prefix(1)) { graph.successors[node].removeAll { $0 == next } }
                found.append(cycle)
            }
        }
        return found.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// A shortest path from a node back to itself.
    ///
    /// There is one, since the knot is strongly connected.
    private func shortestCycle(through start: Int, within knot: Set<Int>) -> [Int] {
        var cameFrom: [Int: Int] = [:]
        var queue = [start]
        var next = 0
        search: while next < queue.count {
            let node = queue[next]
            next += 1
            for successor in successors[node].sorted() where knot.contains(successor) && cameFrom[successor] == nil {
                cameFrom[successor] = node
                if successor == start { break search }
                queue.append(successor)
            }
        }
        var path: [Int] = []
        var node = start
        while let previous = cameFrom[node], previous != start {
            path.append(previous)
            node = previous
        }
        return [start] + path.reversed()
    }

    /// The strongly connected components that hold a cycle, each sorted, by their smallest node (Tarjan's algorithm).
    private func knots() -> [[Int]] {
        var search = KnotSearch(successors)
        for node in successors.indices { search.visit(node) }
        return search.knots.sorted { $0[0] < $1[0] }
    }
}
