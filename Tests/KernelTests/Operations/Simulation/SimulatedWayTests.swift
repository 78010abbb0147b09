import Testing

@testable import Kernel

/// Which steps simulated people take, where code does some of them.
@Suite struct SimulatedWayTests {
    private static let nowhere = SourceSpan(startOf: .init(0))

    /// A workflow with transitions `from name to`; a name with `*` before it is of code alone.
    private func workflow(finals: Set<String>, _ edges: [(from: String, name: String, to: String)]) -> Workflow {
        let states = Set(edges.flatMap { [$0.from, $0.to] }).sorted()
        return Workflow(
            module: "test", name: "w", initial: edges[0].from, initialSpan: Self.nowhere,
            states: states.map { Workflow.State(name: $0, isFinal: finals.contains($0), was: [], span: Self.nowhere) },
            transitions: edges.map { edge in
                let isCoded = edge.name.hasPrefix("*")
                return Transition(
                    name: edge.name, from: [edge.from], to: edge.to, by: isCoded ? [] : ["owner"], needs: [], input: [], guards: [],
                    span: Self.nowhere, isCoded: isCoded)
            }, deadlines: [], span: Self.nowhere)
    }

    /// Work with a step of code in the middle is begun, and gone on with after it.
    @Test func aStepOfCodeInTheMiddleStopsNobody() {
        let way = SimulatedWay(
            workflow(
                finals: ["approved"],
                [("draft", "deliver", "delivered"), ("delivered", "*check", "checked"), ("checked", "approve", "approved")]),
            completed: ["approved"])
        #expect(way.steps(from: "draft").on.map(\.name) == ["deliver"])
        #expect(way.steps(from: "delivered").on.isEmpty && way.steps(from: "checked").on.map(\.name) == ["approve"])
    }

    /// What is refused until a complaint is upheld is no way round; what people themselves take up again is one.
    @Test func nobodyGoesBackToWhereOnlyCodeLeadsOn() {
        let way = SimulatedWay(
            workflow(
                finals: ["granted"],
                [
                    ("applied", "grant", "granted"), ("applied", "refuse", "refused"), ("refused", "*reopen", "applied"),
                    ("applied", "return", "draft"), ("draft", "apply", "applied"),
                ]), completed: ["granted"])
        let steps = way.steps(from: "applied")
        #expect(steps.on.map(\.name) == ["grant"] && steps.back.map(\.name) == ["return"])
    }
}
