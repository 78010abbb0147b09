import Testing

@testable import Kernel

/// Times that wait for each other, also from one module to another.
@Suite struct TimeCheckTests {
    /// A record whose end waits for what lies below it, in another module, and a limit there that counts from `moment`.
    private func faults(moment: String, coded: Set<String> = []) throws -> [Diagnostic] {
        let above = """
            records:
              work: {fields: {}, workflow: work}
            workflows:
              work:
                initial: open
                states: {open: {}, done: {final: true}}
                transitions: {finish: {from: open, to: done, when: {children: two.part, in: [closed]}}}
            """
        let below = """
            records:
              part: {parent: one.work, fields: {}, workflow: part}
            workflows:
              part:
                initial: begun
                states: {begun: {}, closed: {final: true}}
                transitions: {close: {from: begun, to: closed, when: {passed: limit}}}
                deadlines: {limit: {after: \(moment), within: P1W}}
            """
        let modules = try [("one", above), ("two", below)].map { name, yaml in
            ModuleDeclarations.read(try SampleManifest.root(yaml), module: name, version: "1.0.0").declarations
        }
        let times = TimeCheck(DeclarationIndex(modules), coded: coded)
        return modules.flatMap(\.records).flatMap { times.faults(of: $0) }
    }

    @Test func aCircleAcrossModulesIsAFault() throws {
        let faults = try faults(moment: "one.work.done")
        #expect(faults.map(\.id) == ["workflow/never-begins"], "\(faults.map { $0.message(.en) })")
        let way = "what waits for what: limit <- work.done <- work.finish <- part.closed <- close <- limit"
        #expect(faults.first?.notes.map { $0(.en) } == [way])
    }

    @Test func whatBeginsWithoutItIsSound() throws {
        #expect(try faults(moment: "one.work.open").isEmpty)
        #expect(try faults(moment: "part.created").isEmpty)
    }

    /// Code may take the transition all the same.
    @Test func codeMayBreakACircle() throws { #expect(try faults(moment: "one.work.done", coded: ["one"]).isEmpty) }
}
