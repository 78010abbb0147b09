import Kernel
import KernelTesting
import Testing

/// What a refusal advises can be done, and what it says is what was asked for.
@Suite struct RefusalWordsTests {
    /// A verdict of `t1` on a work of `p1`.
    private func verdict(_ lab: RuntimeLab) throws -> String {
        let work = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        try lab.ok("do", "lab.work.deliver", work, "--as", "p1")
        return try lab.make("lab.verdict.create", "--work", work, by: "t1")
    }

    @Test func whatIsMissingIsGivenWithTheActWhereThereIsNoUpdate() throws {
        let old = "    create: {by: [lecturer]}\n    update: {by: [author]}\n"
        let lab = try RuntimeLab { try $0.replace(old, with: "    create: {by: [lecturer]}\n", in: RuntimeLab.manifest) }
        let verdict = try verdict(lab)
        let refused = lab.act("lab.verdict.give", verdict, by: "t1")
        #expect(refused.code == 77 && refused.err.contains("give it with the same action: --grade"), "\(refused.err)")
        #expect(!refused.err.contains("'update'"), "\(refused.err)")
        #expect(lab.act("lab.verdict.give", verdict, "--grade", "pass", by: "t1").code == 0)
    }

    @Test func whatIsMissingIsFilledInByAnUpdateWhereThereIsOne() throws {
        let lab = try RuntimeLab()
        let verdict = try verdict(lab)
        let refused = lab.act("lab.verdict.give", verdict, by: "t1")
        #expect(refused.code == 77 && refused.err.contains("fill it in with 'update': --grade"), "\(refused.err)")
    }

    @Test func whatCannotBeDeletedIsNotSaidToBeUnchangeable() throws {
        let lab = try RuntimeLab()
        let verdict = try verdict(lab)
        try lab.ok("do", "lab.verdict.give", verdict, "--grade", "pass", "--as", "t1")
        let deleted = lab.act("lab.verdict.delete", verdict, by: "t1")
        #expect(deleted.code == 77 && deleted.err.contains("cannot be deleted in the state 'Given'"), "\(deleted.err)")
        let changed = lab.act("lab.verdict.update", verdict, "--reason", "x", by: "t1")
        #expect(changed.code == 77 && changed.err.contains("cannot be changed in the state 'Given'"), "\(changed.err)")
    }
}
