import KernelTesting
import Testing

@testable import Kernel

/// Golden files of explanations: a rule as a manifest writes it, the moments that have happened, and the text in each language.
@Suite struct DeadlineExplanationTests {
    @Test func explanations() throws {
        let golden = GoldenDiagnostics(folder: "Tests/Fixtures/deadlines")
        #expect(try golden.names().count >= 4)
        for mismatch in try golden.run(Self.explain) { Issue.record("\(mismatch)") }
    }

    private static func explain(_ inputs: [GoldenDiagnostics.Input]) throws -> String {
        let file = SourceFile(id: .init(0), path: "deadline.yaml", bytes: inputs.first?.bytes ?? [])
        let root = try #require(YAMLReader.read(file).document?.root)
        let time = WorkspaceTime(calendar: .norway, zone: try TimeZoneRules.load("Europe/Oslo"))
        var extended: DeadlineExtension?
        if let node = root["extended"], let until = node["until"]?.string, let event = node["event"]?.integer {
            extended = DeadlineExtension(until: try time.zone.endOfDay(try Day(until)), event: Int64(event))
        }
        let held = try (root["held"].pairs).map { pair in
            OccurredMoment(pair.key, try Instant(pair.value["at"]?.string ?? ""), event: pair.value["event"]?.integer.map(Int64.init))
        }
        let explanation = try DeadlineComputation(time: time).explain(
            try rule(root), record: .init(kind: "trial.paper", number: 12), extended: extended, held: held
        ) { moment in
            guard let node = root["moments"]?[moment.path], let at = node["at"]?.string else { return nil }
            return OccurredMoment(moment.path, try Instant(at), event: node["event"]?.integer.map(Int64.init))
        }
        let reasons = root["extended"]?["reason"]?.string.map { [Int64(root["extended"]?["event"]?.integer ?? 0): $0] } ?? [:]
        return Language.allCases.map { explanation.text($0, zone: time.zone, reasons: reasons) }.joined(separator: "\n")
    }

    private static func rule(_ root: Node) throws -> DeadlineRule {
        func choice(_ node: Node?) -> MomentChoice? {
            guard let node else { return nil }
            if let path = node.string { return .latest(path) }
            let pick: MomentChoice.Pick = node["earliest"] == nil ? .latest : .earliest
            let paths = (node[pick.rawValue]?.list ?? []).compactMap(\.string)
            return MomentChoice(pick: pick, moments: paths.map(Moment.test))
        }
        let outer = root["outer"].flatMap { node in choice(node["after"]).map { ($0, node["within"].flatMap { TimeSpan.read($0).0 }) } }
        return .test(
            root["deadline"]?.string ?? "", after: try #require(choice(root["after"])),
            within: root["within"].flatMap { TimeSpan.read($0).0 },
            roll: root["roll"]?.string.flatMap(Deadline.Roll.init(rawValue:)) ?? .none,
            late: root["late"]?.string.flatMap(DeadlineRule.Late.init(rawValue:)) ?? .refused, stops: choice(root["stops"]), outer: outer,
            title: root["title"].map(Text.init(node:)), source: root["source"]?.string)
    }
}
