import Foundation
import KernelTesting
import Testing

@testable import Kernel

/// Random sequences of actions, held against a simple model.
@Suite struct RandomWalkTests {
    static let steps = 240

    private func lab() throws -> RuntimeLab {
        let module = try String(
            contentsOfFile: ShippedWorkspace.repository + "/Tests/Fixtures/runtime/walk.yaml", encoding: .utf8)
        return try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  reflection: ^1.0\n  walk: ^1.0\n"
            files["Modules/walk/module.yaml"] = module
            let places = [
                ("reflect-a", "reflection.note", "+3w"), ("reflect-b", "reflection.note", "+6w"), ("job-a", "walk.task", "+7w"),
                ("job-b", "walk.task", "+7w"),
            ]
            let lines = places.map { "      - {activity: \($0), kind: \($1), title: {nb: A, nn: A, en: A}, opens: +1w, due: \($2)}\n" }
            let variant = "Config/institutions/nord/variants/nord-27.yaml"
            try files.replace("      - activity: make-good\n", with: lines.joined() + "      - activity: make-good\n", in: variant)
            try files.replace(
                "    - approved: essay\n", with: "    - approved: essay\n    - completed: [reflect-a, job-a]\n", in: variant)
        }
    }

    /// A walk over a copy of the lab's store.
    private func walk(_ lab: RuntimeLab, seed: UInt64, copy: String) throws -> RandomWalk {
        let path = lab.session.path + "/\(copy).sqlite"
        try FileManager.default.copyItem(atPath: lab.session.path + "/var/kjerne.sqlite", toPath: path)
        let walk = try RandomWalk(store: Store.open(at: path, access: .readWrite(create: false)), seed: seed)
        for step in 1...Self.steps {
            try walk.step()
            guard step.isMultiple(of: 20) else { continue }
            let difference = Set(try walk.lines()).symmetricDifference(walk.model.lines)
            #expect(difference.isEmpty, "seed \(seed), step \(step): \(difference.sorted())")
        }
        return walk
    }

    @Test func anySequenceDoesWhatTheModelSays() throws {
        let lab = try lab()
        var performed: Set<String> = []
        var refused: Set<String> = []
        for seed in UInt64(1)...4 {
            let one = try walk(lab, seed: seed, copy: "one-\(seed)")
            let check = try one.store.read { try EventLog.verify($0) }
            #expect(check.isSound && check.count > Self.steps / 3, "\(check.count) events, \(check.faults)")
            let digest = try one.store.read { try ContentDigest.of($0) }
            let kept = try one.completion()
            try one.rebuild()
            #expect(try one.completion() == kept, "seed \(seed): completion computed anew is another")
            // The check of this SQLite takes columns of a table WITHOUT ROWID for NULL where its key stands after them.
            let damage = try one.rows("PRAGMA integrity_check").filter { !$0.hasPrefix("NULL value in kernel_extension.") }
            #expect(damage == ["ok"] || damage == [])
            #expect(try one.rows("SELECT 1 FROM kernel_extension WHERE until IS NULL OR reason IS NULL") == [])
            #expect(try one.rows("PRAGMA foreign_key_check") == [])
            // The same again, from the same seed.
            if seed <= 2 {
                let two = try walk(lab, seed: seed, copy: "two-\(seed)")
                #expect(try two.store.read { try ContentDigest.of($0) } == digest)
                #expect(try two.store.read { try EventLog.head($0) } == check.head)
                try two.store.close()
            }
            performed.formUnion(one.performed.filter { $0.value > 0 }.keys)
            refused.formUnion(one.refused.keys)
            try one.store.close()
        }
        // The walks came everywhere.
        let all: Set = [
            "reflection.note.create", "reflection.note.update", "reflection.note.deliver", "reflection.note.return",
            "reflection.note.delete",
            "reflection.feedback.create", "reflection.feedback.give", "reflection.feedback.delete", "walk.job.create", "walk.job.update",
            "walk.job.send", "walk.job.reopen", "walk.job.delete", "kernel.deadline.extend", "kernel.enrolment.create",
            "kernel.enrolment.end", "walk.merit.create", "walk.merit.update", "walk.merit.give", "walk.merit.confirm",
            "walk.merit.take-back", "walk.merit.delete",
        ]
        #expect(performed.isSuperset(of: all.union(["due"])), "never done: \(all.union(["due"]).subtracting(performed))")
        #expect(refused.isSuperset(of: all.subtracting(["reflection.feedback.delete"])), "never refused: \(all.subtracting(refused))")
    }
}
