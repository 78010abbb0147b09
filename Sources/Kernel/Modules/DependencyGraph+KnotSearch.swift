extension DependencyGraph {
    /// Tarjan's search for strongly connected components ("Depth-first search and linear graph algorithms", 1972), without recursion.
    struct KnotSearch {
        private let successors: [[Int]]
        private var index: [Int]
        private var low: [Int]
        private var isOnStack: [Bool]
        private var stack: [Int] = []
        private var count = 0
        private(set) var knots: [[Int]] = []

        init(_ successors: [[Int]]) {
            self.successors = successors
            index = Array(repeating: -1, count: successors.count)
            low = index
            isOnStack = Array(repeating: false, count: successors.count)
        }

        /// Finds the components that can be reached from a node and have not been found before.
        mutating func visit(_ root: Int) {
            guard index[root] < 0 else { return }
            var path: [(node: Int, next: Int)] = []
            enter(root, &path)
            while let (node, next) = path.last {
                if next < successors[node].count {
                    path[path.count - 1].next += 1
                    let successor = successors[node][next]
                    if index[successor] < 0 {
                        enter(successor, &path)
                    } else if isOnStack[successor] {
                        low[node] = min(low[node], index[successor])
                    }
                } else {
                    path.removeLast()
                    if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
                    if low[node] == index[node] { takeComponent(of: node) }
                }
            }
        }

        private mutating func enter(_ node: Int, _ path: inout [(node: Int, next: Int)]) {
            index[node] = count
            low[node] = count
            count += 1
            stack.append(node)
            isOnStack[node] = true
            path.append((node, 0))
        }

        private mutating func takeComponent(of node: Int) {
            var component: [Int] = []
            while let member = stack.popLast() {
                isOnStack[member] = false
                component.append(member)
                if member == node { break }
            }
            if component.count > 1 || successors[node].contains(node) { knots.append(component.sorted()) }
        }
    }
}
