import Testing

@testable import Kernel

/// The checker of workflows against a model that tries every path up to a length.
@Suite struct WorkflowCheckerTests {
    private static let nowhere = SourceSpan(startOf: .init(0))

    /// A workflow over states `s0`, `s1`, … with transitions `from name to`; `*` before the name says that it happens by itself.
    static func workflow(_ states: Int, finals: Set<Int>, _ edges: [(from: Int, name: String, to: Int)]) -> Workflow {
        Workflow(
            module: "test", name: "w", initial: "s0", initialSpan: nowhere,
            states: (0..<states).map { Workflow.State(name: "s\($0)", isFinal: finals.contains($0), was: [], span: nowhere) },
            transitions: edges.map { edge in
                let isAutomatic = edge.name.hasPrefix("*")
                return Transition(
                    name: edge.name, from: ["s\(edge.from)"], to: "s\(edge.to)", by: isAutomatic ? [] : ["owner"], needs: [], input: [],
                    when: isAutomatic ? .passed(Moment("activity.due", at: nowhere)) : nil, guards: [], span: nowhere)
            }, deadlines: [], span: nowhere)
    }

    /// Walks through a workflow step by step, without graphs: the states after each number of steps.
    struct Model {
        let workflow: Workflow

        /// The states reached from `start` with exactly `steps` transitions that `isIncluded`.
        func states(from start: String, steps: Int, _ isIncluded: (Transition) -> Bool = { _ in true }) -> Set<String> {
            var states: Set<String> = [start]
            for _ in 0..<steps {
                states = Set(workflow.transitions.filter { isIncluded($0) && !states.isDisjoint(with: $0.from) }.map(\.to))
            }
            return states
        }

        /// The fewest steps to each state that is reached from `start`.
        func distances(from start: String) -> [String: Int] {
            var distances: [String: Int] = [:]
            for steps in 0...workflow.states.count {
                for state in states(from: start, steps: steps) where distances[state] == nil { distances[state] = steps }
            }
            return distances
        }
    }

    @Test(arguments: 0..<400) func theCheckerAgreesWithTheModel(seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        let count = Int.random(in: 1...7, using: &random)
        let edges = (0..<Int.random(in: 0...10, using: &random)).map { number in
            (
                from: Int.random(in: 0..<count, using: &random), name: (Bool.random(using: &random) ? "*" : "") + "t\(number)",
                to: Int.random(in: 0..<count, using: &random)
            )
        }
        let finals = Set((0..<count).filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
        let workflow = Self.workflow(count, finals: finals, edges)
        let (checker, model) = (WorkflowChecker(workflow), Model(workflow: workflow))
        let distances = model.distances(from: "s0")
        let ends = Set(finals.map { "s\($0)" })

        #expect(Set(checker.unreachable.map(\.name)) == Set(workflow.states.map(\.name)).subtracting(distances.keys))
        let stuck = distances.keys.filter { !ends.contains($0) && ends.isDisjoint(with: model.distances(from: $0).keys) }
        #expect(Set(checker.stuck.map(\.name)) == Set(stuck))
        #expect(checker.afterEnd.count == workflow.transitions.filter { !ends.isDisjoint(with: $0.from) }.count)

        // A circle of transitions that happen by themselves: after as many such steps as there are states, some state comes again.
        let endless = distances.keys.contains { !model.states(from: $0, steps: count, { $0.when != nil }).isEmpty }
        #expect(checker.circles.isEmpty == !endless)
        for circle in checker.circles {
            #expect(circle.end == circle.start && Self.isWalk(circle, workflow))
            #expect(circle.steps.allSatisfy { workflow.transition($0.transition)?.when != nil })
        }

        let paths = WorkflowGraph(workflow).paths()
        #expect(paths.mapValues(\.steps.count) == distances)
        #expect(paths.allSatisfy { $0.key == $0.value.end && Self.isWalk($0.value, workflow) })

        // Without a state: as if no transition led to it.
        let avoided = "s\(Int.random(in: 0..<count, using: &random))"
        var without = workflow
        without.transitions.removeAll { $0.to == avoided || $0.from.contains(avoided) }
        let around = WorkflowGraph(workflow).paths(avoiding: avoided)
        #expect(Set(around.keys) == (avoided == "s0" ? [] : Set(Model(workflow: without).distances(from: "s0").keys)))
    }

    private static func isWalk(_ path: WorkflowPath, _ workflow: Workflow) -> Bool {
        var state = path.start
        for step in path.steps {
            guard let transition = workflow.transition(step.transition), transition.from.contains(state), transition.to == step.state else {
                return false
            }
            state = step.state
        }
        return true
    }

    @Test func faultsShowTheShortestPath() {
        let workflow = Self.workflow(
            4, finals: [3], [(0, "go", 1), (1, "on", 2), (2, "back", 1), (0, "end", 3), (3, "again", 0)])
        let faults = WorkflowChecker(workflow).faults()
        #expect(faults.map(\.id) == ["workflow/stuck", "workflow/stuck", "workflow/after-end"])
        #expect(
            faults.map { $0.notes.map { $0(.en) } } == [
                ["shortest path: s0 -go-> s1"], ["shortest path: s0 -go-> s1 -on-> s2"], ["shortest path: s0 -end-> s3 -again-> s0"],
            ])
    }

    @Test func whatNobodyMayDoIsAFault() {
        var workflow = Self.workflow(2, finals: [1], [(0, "go", 1)])
        workflow.transitions[0].by = []
        #expect(WorkflowChecker(workflow).faults().map(\.id) == ["workflow/no-right"])
    }

    @Test func everyPathPassesAState() throws {
        let workflow = Self.workflow(4, finals: [3], [(0, "deliver", 1), (1, "judge", 2), (2, "close", 3), (1, "skip", 3)])
        let type = try #require(SampleManifest.read().record("judgement"))
        let violations = EveryPath(of: "work.judgement", to: "s3", passes: "s2").violations(in: workflow, of: type, settings: nil)
        #expect(violations.map(\.path?.description) == ["s0 -deliver-> s1 -skip-> s3"])
        #expect(EveryPath(of: "work.judgement", to: "s3", passes: "s1").violations(in: workflow, of: type, settings: nil).isEmpty)
        #expect(EveryPath(of: "work.other", to: "s3", passes: "s2").violations(in: workflow, of: type, settings: nil).isEmpty)
    }

    /// As many states as a manifest may have, each leading to each, all by themselves.
    @Test func theLargestWorkflowIsJudged() {
        let edges = (0..<200).flatMap { from in [1, 7, 31].map { (from: from, name: "*t\(from)-\($0)", to: (from + $0) % 200) } }
        let faults = WorkflowChecker(Self.workflow(200, finals: [], edges)).faults()
        #expect(faults.first?.id == "workflow/no-end" && faults.contains { $0.id == "workflow/endless" })
    }
}
