import Community
import Foundation
import KernelTesting
import Testing

/// A workspace's own copy of a module that is built into the host: the same to the last letter, or a fault.
@Suite struct LinkedTwinTests {
    private static func session() throws -> Session {
        let session = try Session(WorkspaceFixture())
        for (name, text) in CommunityPlugin.files { try session.put(text, "Modules/community/\(name)") }
        return session
    }

    @Test func aCopyIsTheSameModule() throws {
        let session = try Self.session()
        try session.put("# For developers\n", "Modules/community/README.md")
        #expect(session.run("check").code == 0)
    }

    @Test func aChangedLetterIsAFault() throws {
        let session = try Self.session()
        try session.edit("Modules/community/texts/shared.nb.md", "# ", "# Nytt: ")
        let answer = session.run("check")
        #expect(answer.code == 1)
        #expect(
            answer.out.contains(
                "Modules/community/texts/shared.nb.md:1:1: error: module 'community' is built into the host with other content [module/twice]"
            ))
        #expect(answer.out.contains("kernel:linked/community/texts/shared.nb.md:1:1"))
        #expect(session.run("modules", "list").code != 0)
    }

    @Test func aMissingLetterIsAFault() throws {
        let session = try Self.session()
        try FileManager.default.removeItem(atPath: session.path + "/Modules/community/texts/shared.nn.md")
        let answer = session.run("check")
        #expect(answer.code == 1)
        #expect(
            answer.out.contains("Modules/community/texts/shared.nn.md: error: ")
                || answer.out.contains("Modules/community/texts/shared.nn.md:1:1: error: "))
        #expect(answer.out.contains("with 'texts/shared.nn.md', which is missing here [module/twice]"))
    }

    @Test func aLetterOfAnotherNameIsAFault() throws {
        let session = try Self.session()
        try session.put("# X\n", "Modules/community/texts/extra.nb.md")
        #expect(session.run("check").out.contains("module 'community' is built into the host without 'texts/extra.nb.md' [module/twice]"))
    }
}
