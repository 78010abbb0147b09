import KernelTesting
import Testing

/// A seal on a record holds in the log when its module is set aside, taken out or purged.
@Suite struct SealWithoutModuleTests {
    private static let secret = """
          secret:
            title: {nb: Hemmelighet, nn: Løyndom, en: Secret}
            parent: kernel.offering
            sealed: {except: author}
            create: {by: [everyone]}
            delete: {by: [author]}
            read: {author: all, everyone: all}
            fields:
              text: {type: text, max-length: 20, personal: "no"}

        """

    /// A secret of `p1`, an open thing of `p2`, and `ada`, who administers all of it.
    private func prepared() throws -> (lab: RuntimeLab, secret: String) {
        let lab = try RuntimeLab { try $0.replace("  term:\n", with: Self.secret + "  term:\n", in: RuntimeLab.manifest) }
        try lab.session.put("id,given_name,family_name,email,organisation,role,language\nada,Ada,Berg,,,admin,nb\n", "ada.csv")
        try lab.ok("people", "import", "ada.csv")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--text", "open", by: "p2")
        return (lab, try lab.make("lab.secret.create", "--offering", "nord-h27", "--text", "hush", by: "p1"))
    }

    private func rows(_ lab: RuntimeLab, _ event: String, _ words: [String] = []) throws -> [String] {
        try lab.ok(["log", "--output", "csv", "--event", event] + words).split(separator: "\r\n").dropFirst().map(String.init)
    }

    /// The events of which the reader is told nothing but that they were; no other one names the secret.
    private func unnamed(_ lab: RuntimeLab, _ reader: [String]) throws -> [String] {
        let all = try lab.ok(["log", "--output", "csv"] + reader).split(separator: "\r\n").dropFirst().map(String.init)
        #expect(all.allSatisfy { !$0.contains("lab.secret") }, "\(all)")
        return all.filter { $0.hasSuffix(",,,,") }
    }

    private func expectSealed(_ lab: RuntimeLab, _ secret: String, _ when: String) throws {
        for reader in [[], ["--as", "ada"]] {
            #expect(try rows(lab, "lab.secret.*", reader).isEmpty && !unnamed(lab, reader).isEmpty, "\(when)")
            for asked in [["--actor", "p1"], ["--person", "p1"], ["--record", "lab.secret:\(secret)"]] {
                #expect(try rows(lab, "lab.secret.*", asked + reader).isEmpty, "\(when) \(asked) \(reader)")
            }
        }
        #expect(try rows(lab, "lab.secret.*", ["--as", "p1"]).count == 1, "\(when): she knows what she did")
    }

    private func expectOpen(_ lab: RuntimeLab, _ when: String) throws {
        for reader in [[], ["--as", "ada"]] {
            let all = try rows(lab, "lab.thing.*", reader)
            #expect(all.count == 1 && all[0].contains("person:") && all[0].contains("lab.thing:1"), "\(when) \(all)")
        }
    }

    @Test func itHoldsWhenTheModuleIsDisabledAndWhenItIsRemoved() throws {
        let (lab, secret) = try prepared()
        try expectSealed(lab, secret, "enabled")
        try expectOpen(lab, "enabled")
        try lab.ok("modules", "disable", "lab")
        try lab.ok("apply", "--yes", "--lose-work")
        try expectSealed(lab, secret, "disabled")
        try expectOpen(lab, "disabled")
        try lab.ok("modules", "remove", "lab", "--keep")
        try lab.ok("apply", "--yes", "--lose-work")
        try expectSealed(lab, secret, "removed")
        try expectOpen(lab, "removed")
    }

    /// Of what no module here declares any more, nobody can say that there was no seal.
    @Test func itHoldsWhenNothingIsLeftOfTheModule() throws {
        let (lab, secret) = try prepared()
        try lab.ok("modules", "remove", "lab")
        try lab.ok("apply", "--yes", "--lose-work")
        try lab.ok("modules", "remove", "lab", "--purge", "--yes")
        try expectSealed(lab, secret, "purged")
        let (empty, gone) = try prepared()
        try empty.ok("do", "lab.secret.delete", gone, "--as", "p1")
        try empty.ok("do", "lab.thing.delete", "1", "--as", "p2")
        try empty.ok("modules", "disable", "lab")
        try empty.ok("apply", "--yes")
        for reader in [[], ["--as", "ada"]] {
            let secrets = Set(try empty.texts("SELECT sequence FROM kernel_event WHERE name LIKE 'lab.secret.%'"))
            let told = Set(try unnamed(empty, reader).compactMap { $0.split(separator: ",").first.map(String.init) })
            #expect(try rows(empty, "lab.secret.*", reader).isEmpty && secrets.count == 2 && secrets.isSubset(of: told), "\(told)")
        }
    }
}
