/// A regular expression as instructions of a nondeterministic automaton (Thompson 1968).
struct PatternProgram: Sendable {
    struct Instruction: Sendable {
        enum Operation: Sendable { case set, split, jump, start, end, boundary, notBoundary, match }
        var operation: Operation
        /// The set's number, or where to go on.
        var first: Int32 = 0
        /// The other way of a split.
        var second: Int32 = 0
    }

    /// The most instructions that a pattern may take.
    static let limit = 50_000

    private(set) var instructions: [Instruction] = []
    private(set) var sets: [ScalarSet] = []
    /// Where scalars begin to be told apart from those before; two scalars of one interval (and category) behave alike.
    private(set) var boundaries: [UInt32] = []
    private(set) var usesCategories = false
    private(set) var usesWords = false
    /// Whether a match can begin at the start of the text only.
    let isAnchored: Bool
    /// The class of each ASCII character.
    private(set) var asciiClasses: [Int32] = []

    var classCount: Int { (boundaries.count + 1) * (usesCategories ? GeneralCategories.count : 1) }

    init(_ node: PatternNode) {
        isAnchored = node.isAnchored
        var numbers = SetNumbers()
        emit(node, &numbers)
        instructions.append(Instruction(operation: .match))
        classify()
    }

    private var next: Int32 { Int32(instructions.count) }

    /// The sets that have a number already; few are found by looking at each.
    private struct SetNumbers {
        private var index: [ScalarSet: Int32] = [:]

        mutating func number(of set: ScalarSet, among sets: [ScalarSet]) -> Int32 {
            if sets.count < 16 { return Int32(sets.firstIndex(of: set) ?? sets.count) }
            if index.isEmpty { for (number, known) in sets.enumerated() { index[known] = Int32(number) } }
            let number = index[set] ?? Int32(sets.count)
            index[set] = number
            return number
        }
    }

    private mutating func emit(_ node: PatternNode, _ numbers: inout SetNumbers) {
        switch node {
        case .empty: break
        case .set(let set):
            let number = numbers.number(of: set, among: sets)
            if number == sets.count { sets.append(set) }
            instructions.append(Instruction(operation: .set, first: number))
        case .assertion(let assertion):
            let operation: Instruction.Operation =
                switch assertion {
                case .start: .start;
                case .end: .end;
                case .boundary: .boundary;
                case .notBoundary: .notBoundary
                }
            if operation == .boundary || operation == .notBoundary { usesWords = true }
            instructions.append(Instruction(operation: operation))
        case .sequence(let parts): for part in parts { emit(part, &numbers) }
        case .choice(let parts):
            var exits: [Int] = []
            for (position, part) in parts.enumerated() {
                let isLast = position == parts.count - 1
                let split = instructions.count
                if !isLast { instructions.append(Instruction(operation: .split, first: next + 1)) }
                emit(part, &numbers)
                if !isLast {
                    exits.append(instructions.count)
                    instructions.append(Instruction(operation: .jump))
                    instructions[split].second = next
                }
            }
            for exit in exits { instructions[exit].first = next }
        case .repeated(let part, let least, let most):
            // A part that takes no instruction matches nothing but the empty text, however often.
            if part.size(limit: 1) == 0 { return }
            for _ in 0..<least { emit(part, &numbers) }
            guard let most else {
                let loop = instructions.count
                instructions.append(Instruction(operation: .split, first: next + 1))
                emit(part, &numbers)
                instructions.append(Instruction(operation: .jump, first: Int32(loop)))
                instructions[loop].second = next
                return
            }
            var exits: [Int] = []
            for _ in least..<most {
                exits.append(instructions.count)
                instructions.append(Instruction(operation: .split, first: next + 1))
                emit(part, &numbers)
            }
            for exit in exits { instructions[exit].second = next }
        }
    }

    private mutating func classify() {
        var starts: [UInt32] = []
        for set in sets {
            if set.categories != 0 { usesCategories = true }
            for range in set.ranges { starts += [range.lowerBound, range.upperBound + 1] }
        }
        if usesWords { for range in ScalarSet.word { starts += [range.lowerBound, range.upperBound + 1] } }
        starts.sort()
        for start in starts where start != 0 && start != boundaries.last { boundaries.append(start) }
        asciiClasses = (0..<128).map { Int32(classOf($0)) }
    }

    func classOf(_ scalar: UInt32) -> Int {
        var low = 0
        var high = boundaries.count
        while low < high {
            let middle = (low + high) / 2
            if boundaries[middle] <= scalar { low = middle + 1 } else { high = middle }
        }
        return usesCategories ? low * GeneralCategories.count + GeneralCategories.index(of: scalar) : low
    }
}
