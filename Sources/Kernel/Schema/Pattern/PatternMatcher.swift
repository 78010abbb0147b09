/// Runs a pattern over texts in time proportional to their length, building the states of a deterministic automaton as it meets them.
///
/// A state is the set of instructions that wait for the next scalar, before assertions are resolved, and what came just before.
/// Assertions are resolved on the way out of a state, when the scalar behind and the scalar ahead are both known.
struct PatternMatcher {
    private enum Previous: UInt8 { case start, word, other }
    private struct State: Hashable {
        var waiting: [Int32]
        var previous: Previous
    }

    private static let unknown: Int32 = -1
    private static let matched: Int32 = -2
    /// Beyond so many classes of scalars a table would cost more than it saves.
    private static let mostClasses = 4096
    private static let mostCells = 1 << 18

    private let program: PatternProgram
    private let classCount: Int
    private let keepsTable: Bool
    private var states: [State] = []
    /// State to number; kept only where there are too many states to look at each.
    private var numbers: [State: Int32] = [:]
    private static let indexedFrom = 16
    private var table: [Int32] = []
    /// By state: whether nothing that follows can make a match, and whether the text may end here (nil where nobody has asked).
    private var isDead: [Bool] = []
    private var mayEnd: [Bool?] = []
    private var marks: [Int32]
    private var generation: Int32 = 0
    private var flushes = 0
    private var stack: [Int32] = []
    private var reached: [Int32] = []
    /// The instructions visited and cells made while building states; one counts as some nanoseconds.
    private(set) var work = 0

    init(_ program: PatternProgram) {
        self.program = program
        classCount = program.classCount
        keepsTable = classCount <= Self.mostClasses
        marks = [Int32](repeating: 0, count: program.instructions.count)
        _ = number(of: State(waiting: [0], previous: .start))
    }

    /// Whether the pattern matches somewhere in the text; nil if building states took more than `limit`.
    mutating func matches(_ text: String, limit: Int = .max) -> Bool? {
        work = 0
        if let result = text.utf8.withContiguousStorageIfAvailable({ run($0, limit) }) { return result }
        return Array(text.utf8).withUnsafeBufferPointer { run($0, limit) }
    }

    private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, _ limit: Int) -> Bool? {
        var state: Int32 = 0
        var position = 0
        let end = bytes.count
        while position < end {
            var scalar = UInt32(bytes[position])
            let classNumber: Int
            if scalar < 0x80 {
                position += 1
                classNumber = Int(program.asciiClasses[Int(scalar)])
            } else {
                scalar = Self.decode(bytes, &position)
                classNumber = program.classOf(scalar)
            }
            let cell = Int(state) * classCount + classNumber
            let next = keepsTable ? table[cell] : Self.unknown
            if next >= 0 {
                state = next
            } else if next == Self.matched {
                return true
            } else {
                let built = step(state, scalar, cell)
                if built == Self.matched { return true }
                state = built
                if work > limit { return nil }
            }
            if isDead[Int(state)] { return false }
        }
        if let known = mayEnd[Int(state)] { return known }
        let result = close(states[Int(state)], ahead: nil)
        mayEnd[Int(state)] = result
        return result
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
        let lead = UInt32(bytes[position])
        let (length, initial): (Int, UInt32) = lead >= 0xF0 ? (4, lead & 7) : lead >= 0xE0 ? (3, lead & 15) : (2, lead & 31)
        var scalar = initial
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[position + offset] & 63) }
        position += length
        return scalar
    }

    private func knownNumber(of state: State) -> Int32? {
        states.count < Self.indexedFrom ? states.firstIndex(of: state).map { Int32($0) } : numbers[state]
    }

    private mutating func number(of state: State) -> Int32 {
        if let number = knownNumber(of: state) { return number }
        let cells = keepsTable ? classCount : 0
        let isFull = keepsTable ? table.count + cells > Self.mostCells : states.count >= 64
        if isFull && states.count > 1 {
            flushes += 1
            let first = states[0]
            states = [first]
            numbers = [:]
            table = [Int32](repeating: Self.unknown, count: cells)
            isDead = [isDead[0]]
            mayEnd = [mayEnd[0]]
            work += cells / 8
            if state == first { return 0 }
        }
        let number = Int32(states.count)
        states.append(state)
        isDead.append(program.isAnchored && state.waiting.isEmpty)
        mayEnd.append(nil)
        if states.count == Self.indexedFrom {
            for (number, state) in states.enumerated() { numbers[state] = Int32(number) }
        } else if states.count > Self.indexedFrom {
            numbers[state] = number
        }
        table.append(contentsOf: repeatElement(Self.unknown, count: cells))
        work += cells / 8 + state.waiting.count * 4 + 64
        return number
    }

    private mutating func step(_ number: Int32, _ scalar: UInt32, _ cell: Int) -> Int32 {
        let flushesBefore = flushes
        let result: Int32
        if close(states[Int(number)], ahead: scalar) {
            result = Self.matched
        } else {
            let category = program.usesCategories ? GeneralCategories.index(of: scalar) : 0
            var waiting: [Int32] = program.isAnchored ? [] : [0]
            for instruction in reached
            where program.sets[Int(program.instructions[Int(instruction)].first)].contains(scalar, category: category) {
                waiting.append(instruction + 1)
            }
            waiting.sort()
            let previous: Previous = program.usesWords && ScalarSet.isWord(scalar) ? .word : .other
            result = self.number(of: State(waiting: waiting, previous: previous))
        }
        // After a flush the cell belongs to no state any more.
        if keepsTable && flushes == flushesBefore { table[cell] = result }
        return result
    }

    /// Follows what takes no scalar from the waiting instructions; true if that ends in a match.
    ///
    /// Afterwards `reached` holds the sets that want the scalar ahead.
    private mutating func close(_ state: State, ahead: UInt32?) -> Bool {
        generation += 1
        if generation == .max {
            generation = 1
            for index in marks.indices { marks[index] = 0 }
        }
        reached.removeAll(keepingCapacity: true)
        stack.removeAll(keepingCapacity: true)
        stack.append(contentsOf: state.waiting)
        let isBoundary = program.usesWords && (state.previous == .word) != (ahead.map(ScalarSet.isWord) ?? false)
        while let instruction = stack.popLast() {
            let index = Int(instruction)
            if marks[index] == generation { continue }
            marks[index] = generation
            work += 1
            let code = program.instructions[index]
            switch code.operation {
            case .set: reached.append(instruction)
            case .split:
                stack.append(code.first)
                stack.append(code.second)
            case .jump: stack.append(code.first)
            case .start: if state.previous == .start { stack.append(instruction + 1) }
            case .end: if ahead == nil { stack.append(instruction + 1) }
            case .boundary: if isBoundary { stack.append(instruction + 1) }
            case .notBoundary: if !isBoundary { stack.append(instruction + 1) }
            case .match: return true
            }
        }
        return false
    }
}
