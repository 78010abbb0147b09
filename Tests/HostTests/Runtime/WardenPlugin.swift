import GRDB
import Kernel
import KernelTesting
import Synchronization

/// A plugin for tests whose guards let through, refuse, fail, and write where they may not.
struct WardenPlugin: Plugin {
    /// The acts that the guards saw.
    final class Notebook: Sendable {
        let seen = Mutex<[GuardedAct]>([])
    }

    @TaskLocal static var notebook = Notebook()

    static let id = "warden"
    static var files: [String: String] { ["module.yaml": manifest] }

    static let guards = ["lenient", "strict", "broken", "writing", "meddling", "endless"]

    private static var manifest: String {
        let transitions = guards.map {
            "      \($0): {title: {nb: \($0), nn: \($0), en: \($0)}, from: open, to: shut, by: [everyone], guard: \($0)}\n"
        }
        return """
            module: warden
            version: 1.0.0
            kernel: ">=1.0 <2.0"
            title: {nb: Vakt, nn: Vakt, en: Warden}
            implementation: {swift: warden}
            contributes:
              kernel.action-guards:
            \(guards.map { "    \($0): {fails: closed}\n" }.joined())
            records:
              door:
                title: {nb: Dør, nn: Dør, en: Door}
                parent: kernel.offering
                create: {by: [everyone]}
                read: {everyone: all}
                fields:
                  text: {type: text, personal: "no"}
                workflow: door
            workflows:
              door:
                title: {nb: Dør, nn: Dør, en: Door}
                initial: open
                states:
                  open: {title: {nb: Åpen, nn: Open, en: Open}}
                  shut: {title: {nb: Lukket, nn: Lukka, en: Shut}, final: true}
                transitions:
            \(transitions.joined())
                  all: {title: {nb: alle, nn: alle, en: all}, from: open, to: shut, by: [everyone], guard: [lenient, strict]}

            """
    }

    func register(in registrar: inout Registrar) {
        for name in Self.guards { registrar.contribute(Watch(name: name, notebook: Self.notebook), named: name, to: ActionGuards.self) }
    }

    private struct Fault: Error {}

    private struct Watch: ActionGuard {
        let name: String
        let notebook: Notebook

        func check(_ act: GuardedAct, in db: Database) throws {
            notebook.seen.withLock { $0.append(act) }
            switch name {
            case "strict": throw ActRefusal.guarded(by: "strict", Text(nb: "ikke i dag", nn: "ikkje i dag", en: "not today"))
            case "broken": throw Fault()
            case "writing": try TestRows.run("UPDATE warden_door SET text = 'mine'", in: db)
            case "endless":
                try TestRows.run("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n", in: db)
            case "meddling": try TestRows.run("DELETE FROM kernel_affiliation", in: db)
            default: break
            }
        }
    }
}
