import Kernel
import KernelTesting
import Testing

/// What `check` says of workspaces with one fault each: `Tests/Fixtures/diagnostics/{modules,rules,records,workflows,reports}/`, laid over `Tests/Fixtures/base/`.
struct CheckGoldenTests {
    @Test(arguments: ["modules", "rules", "records", "workflows", "reports"])
    func faultsAreShownAsTheGoldenFilesSay(folder: String) throws {
        for mismatch in try GoldenDiagnostics(folder: "Tests/Fixtures/diagnostics/\(folder)").run(Self.check) {
            Issue.record("\(mismatch.description)")
        }
    }

    @Test func theBaseIsSound() throws {
        let answer = try Session(WorkspaceFixture()).run("check", "--strict")
        #expect(answer.code == 0)
        #expect(answer.out == "No faults: 6 modules, 1 variant, 1 offering.\n")
    }

    /// The output of `check`; files below `Linked/sample/` are compiled into the host with a rule named `silent`.
    static func check(_ inputs: [GoldenDiagnostics.Input]) throws -> String {
        var files = try WorkspaceFixture()
        var sample: [String: String] = [:]
        for input in inputs {
            if input.path.hasPrefix("Linked/sample/") {
                sample[String(input.path.dropFirst("Linked/sample/".count))] = String(decoding: input.bytes, as: UTF8.self)
            } else {
                do { try files.lay(input.path, input.bytes) } catch let misfit as WorkspaceFixture.Misfit { return "\(misfit)\n" }
            }
        }
        let session = try Session(files)
        return SamplePlugin.$declared.withValue(sample) {
            let plugins = Session.plugins + (sample.isEmpty ? [] : [SamplePlugin.self])
            let linked = LinkedModules(plugins: plugins, declarations: Session.linked.declarations)
            let answer = session.run("check", linked: linked)
            return answer.out + answer.err + "(\(answer.code))\n"
        }
    }
}
