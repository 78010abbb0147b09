import Kernel
import KernelTesting
import Testing

/// What one is told of a record that she may not read when she tries the same key.
@Suite struct KeyTests {
    private func lab(_ key: String) throws -> RuntimeLab {
        try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  shelf: ^1.0\n"
            files["Modules/shelf/module.yaml"] = """
                module: shelf
                version: 1.0.0
                kernel: ">=1.0 <2.0"
                title: {nb: Hylle, nn: Hylle, en: Shelf}
                records:
                  box:
                    title: {nb: Eske, nn: Øskje, en: box}
                    parent: kernel.offering
                    unique: [\(key)]
                    create: {by: [participant]}
                    update: {by: [author]}
                    read: {author: all}
                    fields:
                      label: {type: text, max-length: 20, personal: "no", title: {nb: Merke, nn: Merke, en: Label}}
                      weight: {type: integer}

                """
        }
    }

    private func box(_ label: String, _ lab: RuntimeLab, by person: String? = nil) -> Session.Answer {
        lab.act("shelf.box.create", "--offering", "nord-h27", "--label", label, by: person)
    }

    @Test func thatAnotherHasItIsToldToWhoMayReadIt() throws {
        let lab = try lab("[label]")
        #expect(lab.session.run("check").out.contains("record/key-tells-others"))
        #expect(box("A", lab, by: "p1").code == 0)
        for person in ["p1", nil] {
            let told = box("A", lab, by: person)
            #expect(told.code == 77 && told.err.contains("there is already a box with the same Label"), "\(told.err)")
        }
        let other = box("A", lab, by: "p2")
        #expect(other.code == 77 && !other.err.contains("already"), "\(other.err)")
        #expect(other.err.contains("the box cannot be kept with what is given for 'Label'"), "\(other.err)")
    }

    @Test func aChangeTellsNoMoreThanAMaking() throws {
        let lab = try lab("[label]")
        #expect(box("A", lab, by: "p1").code == 0)
        let mine = try lab.make("shelf.box.create", "--offering", "nord-h27", "--label", "B", by: "p2")
        #expect(box("C", lab, by: "p2").code == 0)
        let theirs = lab.act("shelf.box.update", mine, "--label", "A", by: "p2")
        #expect(theirs.code == 77 && !theirs.err.contains("already"), "\(theirs.err)")
        let own = lab.act("shelf.box.update", mine, "--label", "C", by: "p2")
        #expect(own.code == 77 && own.err.contains("already"), "\(own.err)")
    }

    /// A text about the writer is hers alone, and says how she changes what is there.
    @Test func theModuleSaysItInItsOwnWords() throws {
        let lab = try lab("{fields: [label, author], taken: {nb: Du har en, nn: Du har ei, en: You have one}}")
        let id = try lab.make("shelf.box.create", "--offering", "nord-h27", "--label", "A", by: "p1")
        let told = box("A", lab, by: "p1")
        #expect(told.code == 77 && told.err.contains("You have one") && !told.err.contains("same"), "\(told.err)")
        #expect(told.err.contains("kjerne do shelf.box.update \(id)"), "\(told.err)")
        #expect(box("A", lab, by: "p2").code == 0)
        let other = try lab.make("shelf.box.create", "--offering", "nord-h27", "--label", "B", by: "p1")
        let moved = lab.act("shelf.box.update", other, "--label", "A", by: "p1")
        #expect(moved.code == 77 && moved.err.contains("You have one"), "\(moved.err)")
        // The operator may change it too, but it is not hers.
        let operated = lab.act("shelf.box.update", other, "--label", "A")
        #expect(operated.code == 77 && !operated.err.contains("You have one"), "\(operated.err)")
    }

    @Test func aTextIsSaidOnlyToWhoMayReadTheOther() throws {
        let lab = try lab("{fields: [label], taken: {nb: Brukt, nn: Brukt, en: The label is used}}")
        #expect(box("A", lab, by: "p1").code == 0)
        #expect(box("A", lab, by: "p1").err.contains("The label is used"))
        let other = box("A", lab, by: "p2")
        #expect(other.code == 77 && !other.err.contains("used") && !other.err.contains("shelf.box.update"), "\(other.err)")
    }

    @Test func aKeyOfOnesOwnIsMetByNobodyElse() throws {
        let lab = try lab("[label, author]")
        #expect(!lab.session.run("check").out.contains("record/key-tells-others"))
        #expect(box("A", lab, by: "p1").code == 0 && box("A", lab, by: "p2").code == 0)
        let told = box("A", lab, by: "p1")
        #expect(told.code == 77 && told.err.contains("already"), "\(told.err)")
    }
}
