import Kernel
import KernelTesting
import Testing

/// Records that people know by a key: by what they are opened, and that the key tells nothing of what one may not see.
@Suite struct KnownByKeyTests {
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            try files.replace(
                "  edge:\n    title",
                with: """
                      secret:
                        title: {nb: Hemmelighet, nn: Løyndom, en: Secret}
                        parent: kernel.enrolment
                        owner: enrolment.person
                        key: [word]
                        create: {by: [owner]}
                        update: {by: [owner]}
                        delete: {by: [owner]}
                        read: {owner: all, lecturer: [note]}
                        fields:
                          word: {type: text, required: true, max-length: 20, personal: "no"}
                          note: {type: text, max-length: 20, personal: "no"}
                      box:
                        title: {nb: Boks, nn: Boks, en: Box}
                        key: [size]
                        create: {by: [everyone]}
                        delete: {by: [everyone]}
                        read: {everyone: all}
                        fields: {size: {type: integer, required: true}}
                      pair:
                        title: {nb: Par, nn: Par, en: Pair}
                        key: [one, year]
                        create: {by: [everyone]}
                        update: {by: [everyone]}
                        read: {everyone: all}
                        fields:
                          one: {type: reference, to: secret, required: true}
                          year: {type: integer, required: true}
                      edge:
                        title
                    """, in: RuntimeLab.manifest)
        }
    }

    @Test func whatOneIsToldOpensIt() throws {
        let lab = try lab()
        for word in ["abc", "def"] { try lab.make("lab.term.create", "--word", word, by: "p1") }
        let edge = try lab.make("lab.edge.create", "--from", "abc", "--to", "def", by: "p1")
        for id in [edge, "abc/def", "1/2", "abc/2"] { #expect(try lab.show("lab.edge", id, by: "p2")?["id"]?.integer == 1, "\(id)") }
        #expect(try lab.show("lab.term", "2", by: "p1")?["values"]?["word"]?.string == "def")
        #expect(lab.act("lab.term.delete", "9", by: "p1").code == 65)
    }

    /// A key comes before a number.
    @Test func aKeyThatIsANumberIsAKey() throws {
        let lab = try lab()
        for word in ["2", "x"] { try lab.make("lab.term.create", "--word", word, by: "p1") }
        #expect(try lab.show("lab.term", "2", by: "p1")?["id"]?.integer == 1)
        #expect(try lab.show("lab.term", "1", by: "p1")?["id"]?.integer == 1)
    }

    /// A slip in a number that is a key finds no other record.
    @Test func aKeyThatIsAlwaysANumberIsNoOther() throws {
        let lab = try lab()
        for size in ["5", "6"] { try lab.make("lab.box.create", "--size", size, by: "p1") }
        #expect(try lab.show("lab.box", "6", by: "p1")?["values"]?["size"]?.integer == 6)
        #expect(try lab.show("lab.box", "1", by: "p1") == nil)
        #expect(lab.act("lab.box.delete", "2", by: "p1").code == 65)
    }

    @Test func aKeyTellsNothingOfWhatOneMayNotSee() throws {
        let lab = try lab()
        let secret = try lab.make("lab.secret.create", "--enrolment", "nord-h27/p1", "--word", "hush", "--note", "n", by: "p1")
        try lab.make("lab.pair.create", "--one", "hush", "--year", "2027", by: "p1")
        let commands: [(String, [String])] = [
            ("p2", ["show", "lab.pair", "KEY/2027"]), ("p2", ["explain", "right", "p2", "lab.pair.update", "KEY/2027"]),
            ("p2", ["do", "lab.pair.update", "KEY/2027", "--year", "2028"]), ("p2", ["show", "lab.secret", "KEY"]),
            ("p2", ["explain", "right", "p2", "lab.secret.update", "KEY"]), ("p2", ["explain", "refusal", "lab.secret.update", "KEY"]),
            ("p2", ["do", "lab.pair.create", "--one", "KEY", "--year", "2029"]), ("p2", ["list", "lab.pair", "--one", "KEY"]),
            // A lecturer sees the record and not its key.
            ("t1", ["show", "lab.secret", "KEY"]), ("t1", ["explain", "right", "t1", "lab.secret.update", "KEY"]),
            ("t1", ["do", "lab.secret.update", "KEY", "--note", "m"]),
            ("t1", ["do", "lab.pair.create", "--one", "KEY", "--year", "2030"]), ("t1", ["list", "lab.pair", "--one", "KEY"]),
        ]
        for (person, words) in commands {
            func answer(_ key: String) -> Session.Answer {
                lab.session.run(words.map { $0.replacing("KEY", with: key) } + ["--as", person], now: RuntimeLab.open)
            }
            let (there, absent) = (answer("hush"), answer("nope"))
            #expect(
                there.code == absent.code && there.err == absent.err.replacing("nope", with: "hush")
                    && there.out == absent.out.replacing("nope", with: "hush"), "\(person) \(words): \(there) \(absent)")
        }
        // Who may see them opens them, the operator too.
        #expect(try lab.show("lab.secret", "hush", by: "p1") != nil && lab.show("lab.secret", "hush") != nil)
        #expect(try lab.show("lab.secret", secret, by: "t1") != nil && lab.show("lab.pair", "hush/2027", by: "p1") != nil)
        #expect(try lab.show("lab.pair", "1/2027", by: "p2") != nil)
    }
}
