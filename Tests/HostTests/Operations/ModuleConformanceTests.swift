import Foundation
import Kernel
import KernelTesting
import Testing

/// Every shipped module keeps what a module must keep, and one that does not is found out by the check that is about it.
@Suite struct ModuleConformanceTests {
    static let modules = ShippedWorkspace.repository + "/Modules"

    @Test func everyShippedModuleConforms() throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.modules).sorted() where !name.hasPrefix(".") {
            let broken = try ModuleConformance.broken("\(Self.modules)/\(name)", linked: Session.linked)
            #expect(broken.isEmpty, "\(name): \(broken.flatMap(\.faults).map { $0.message(.en) })")
        }
    }

    /// A change that breaks one thing in a small module, and the check that must find it.
    static let changes: [(old: String, new: String, subject: ConformanceCheck.Subject)] = [
        ("version: 1.0.0", "version: one", .manifest),
        ("title: {nb: Notat, nn: Notat, en: Note}", "title: {nb: Notat, en: Note}", .manifest),
        ("      draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}", "      draft: {}", .texts),
        ("  note.kept: {", "  note.lost: {", .manifest),
    ]

    static let manifest = """
        module: small
        version: 1.0.0
        kernel: ">=1.0 <2.0"
        title: {nb: Liten, nn: Liten, en: Small}
        events:
          note.kept: {version: 1, payload: {type: object}}
        records:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            parent: kernel.enrolment
            owner: enrolment.person
            create: {by: [owner]}
            read: {owner: all}
            fields:
              text: {type: text, required: true, personal: "no", title: {nb: Tekst, nn: Tekst, en: Text}}
            workflow: note
        workflows:
          note:
            title: {nb: Notat, nn: Notat, en: Note}
            initial: draft
            states:
              draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}
              kept: {final: true, title: {nb: Gjemt, nn: Gøymd, en: Kept}}
            transitions:
              keep: {title: {nb: Gjem, nn: Gøym, en: Keep}, from: draft, to: kept, by: [owner], event: note.kept}
        """

    private func broken(_ files: [String: String]) throws -> Set<ConformanceCheck.Subject> {
        let scratch = try TemporaryFolder()
        let kit = ModuleConformance(id: "small", files: files.mapValues { Array($0.utf8) }, linked: Session.linked)
        return Set(try kit.run(in: scratch.path).filter { !$0.isKept }.map(\.subject))
    }

    @Test func aBrokenModuleIsFoundOutByTheRightCheck() throws {
        #expect(try checks(Self.manifest).flatMap(\.faults).map { $0.message(.en) } == [])
        #expect(try broken(["module.yaml": Self.manifest]) == [.documentation])
        for change in Self.changes {
            #expect(Self.manifest.contains(change.old), "\(change.old)")
            let text = Self.manifest.replacingOccurrences(of: change.old, with: change.new)
            #expect(try broken(["module.yaml": text, "README.md": "Small."]).contains(change.subject), "\(change.new)")
        }
    }

    private func checks(_ text: String) throws -> [ConformanceCheck] {
        let scratch = try TemporaryFolder()
        let files = ["module.yaml": text, "README.md": "Small."].mapValues { Array($0.utf8) }
        return try ModuleConformance(id: "small", files: files, linked: Session.linked).run(in: scratch.path)
    }

    @Test func theMatrixSaysWhoMayDoWhat() throws {
        let rights = try #require(try checks(Self.manifest).first { $0.subject == .rights })
        for action in ["small.note.create", "small.note.keep"] {
            let acts = rights.acts.filter { $0.action == action }
            #expect(acts.filter { $0.result == .performed }.map(\.person) == ["owner"])
            #expect(acts.filter { $0.person == "stranger" }.allSatisfy { $0.result == .right })
            #expect(acts.filter { $0.state == ConformanceAct.elsewhere }.allSatisfy { [.right, .state].contains($0.result) })
        }
    }

    /// A right that a role has to a record, while nobody in that role can be there.
    @Test func anActionThatNoOneCanPerformIsFoundOut() throws {
        let window = Self.manifest.replacingOccurrences(
            of: "from: draft, to: kept, by: [owner],", with: "from: draft, to: kept, by: [reviewer],"
        )
        .replacingOccurrences(
            of: "      text: {type: text",
            with:
                "      reviewer: {type: reference, to: kernel.person, personal: \"no\", title: {nb: Leser, nn: Lesar, en: Reader}}\n      text: {type: text"
        )
        let rights = try #require(try checks(window).first { $0.subject == .rights })
        #expect(rights.faults.map(\.id) == ["conformance/no-one"])
    }

    @Test func theSameModuleGivesTheSameTable() throws {
        func table() throws -> String { ConformanceCheck.table("small", try checks(Self.manifest)).json(.en).compact }
        #expect(try table() == table())
    }

    @Test func whatIsNotTriedIsNotClaimed() throws {
        let left = try checks(Self.manifest).filter { !$0.isChecked }.map(\.subject)
        #expect(left == [.export, .erasure])
    }

    /// Code that changes what was handed in, that a seed does not decide, or that fails instead of refusing.
    @Test(arguments: [
        (ManglerPlugin.Harm.none, []), (.trims, [ConformanceCheck.Subject.roundTrip]), (.draws, [.roundTrip, .seed]),
        (.fails, [.roundTrip]),
    ]) func harmIsFoundOut(harm: ManglerPlugin.Harm, broken: [ConformanceCheck.Subject]) throws {
        try ManglerPlugin.$harm.withValue(harm) {
            let scratch = try TemporaryFolder()
            let linked = LinkedModules(plugins: Session.plugins + [ManglerPlugin.self], declarations: Session.linked.declarations)
            let files = ManglerPlugin.files.mapValues { Array($0.utf8) }
            let checks = try ModuleConformance(id: "mangler", files: files, linked: linked).run(in: scratch.path).filter { !$0.isKept }
            #expect(checks.map(\.subject) == broken, "\(checks.flatMap(\.faults).map { $0.message(.en) })")
        }
    }

    /// Texts in schemas too are there in every language.
    @Test func aTextThatLacksALanguageIsFoundOut() throws {
        let text = Self.manifest.replacingOccurrences(
            of: "events:\n",
            with: "settings:\n  type: object\n  properties:\n    size: {type: integer, title: {nb: Antall, en: Number}}\nevents:\n")
        let found = try checks(text).filter { !$0.isKept }
        #expect(found.contains { [.texts, .manifest].contains($0.subject) }, "\(found.map(\.subject))")
    }

    /// Records are made, changed and deleted by someone, with values that were drawn.
    @Test func roundTripsAreReallyMade() throws {
        let trip = try #require(try checks(Self.manifest).first { $0.subject == .roundTrip })
        #expect(trip.isChecked && trip.isKept && trip.unchecked.isEmpty, "\(trip.unchecked)")
    }
}
