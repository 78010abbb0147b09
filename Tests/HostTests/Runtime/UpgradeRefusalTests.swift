import Foundation
import KernelTesting
import Testing

@testable import Kernel

/// What an upgrade cannot do with the work that is there is said in the plan, and never by the database.
@Suite struct UpgradeRefusalTests {
    private func lab(_ manifest: String) throws -> RuntimeLab {
        try RuntimeLab { files in
            files["Config/kjerne.yaml"] += "  craft: \">=1.0\"\n"
            files[UpgradeTests.path] = manifest
        }
    }

    @Test func whatIsToBeUniqueAndIsNotStopsThePlan() throws {
        let lab = try lab(UpgradeTests.first)
        for number in ["7", "7", "8"] { try lab.ok("do", "craft.piece.create", "--offering", "nord-h27", "--number", number, "--as", "p1") }
        try lab.session.put(
            UpgradeTests.first.replacing("search: [text]", with: "search: [text]\n    unique: [[number]]")
                .replacing("version: 1.0.0", with: "version: 1.1.0"), UpgradeTests.path)
        let plan = lab.session.run("plan")
        #expect(plan.out.contains("'number' must differ from record to record, but 1 value stands in several"), "\(plan)")
        #expect(lab.session.run("apply", "--yes").code == 77)
    }

    @Test func whatIsToBeUniqueBelowOneStopsThePlanToo() throws {
        let lab = try lab(UpgradeTests.first)
        for number in ["7", "7"] { try lab.ok("do", "craft.piece.create", "--offering", "nord-h27", "--number", number, "--as", "p1") }
        try lab.session.put(
            UpgradeTests.first.replacing("search: [text]", with: "search: [text]\n    unique: [[offering, number]]")
                .replacing("version: 1.0.0", with: "version: 1.1.0"), UpgradeTests.path)
        let plan = lab.session.run("plan")
        #expect(plan.out.contains("'offering', 'number' must differ from record to record, but 1 value stands in several"), "\(plan)")
        #expect(lab.session.run("apply", "--yes").code == 77)
    }

    @Test func aStateThatRecordsAreInGoesOverToAnother() throws {
        let lab = try lab(UpgradeTests.first)
        try lab.ok("do", "craft.piece.create", "--offering", "nord-h27", "--text", "x", "--as", "p1")
        let renamed = UpgradeTests.first.replacing("version: 1.0.0", with: "version: 1.1.0").replacing(
            "initial: draft", with: "initial: begun"
        )
        .replacing("draft: {title", with: "begun: {title").replacing("from: draft", with: "from: begun")
        try lab.session.put(renamed, UpgradeTests.path)
        let plan = lab.session.run("plan")
        #expect(plan.out.contains("piece.states.draft") && plan.out.contains("write 'was: [draft]'"), "\(plan)")
        #expect(lab.session.run("apply", "--yes", "--lose-work").code == 77)
        try lab.session.put(renamed.replacing("begun: {title", with: "begun: {was: [draft], title"), UpgradeTests.path)
        try lab.ok("apply", "--yes")
        #expect(try lab.ok("list", "craft.piece").contains("Draft"))
    }

    @Test func aPlanSaysWhatAFieldTakesBeforeAndAfter() throws {
        let lab = try lab(UpgradeTests.first)
        try lab.ok("do", "craft.piece.create", "--offering", "nord-h27", "--text", "x", "--as", "p1")
        try lab.session.put(
            UpgradeTests.first.replacing("version: 1.0.0", with: "version: 1.1.0").replacing(
                "      number: {type: integer}", with: "      number: {type: number}\n      new: {type: integer, minimum: 2}"
            ).replacing("search: [text]", with: "search: [text]\n    unique: [[number]]"), UpgradeTests.path)
        let plan = lab.session.run("plan").out
        let fields = "modules.craft.records.piece.fields"
        #expect(plan.contains("+ \(fields).new: {\"type\":\"integer\",\"minimum\":2}  [safe: 1 record]"), "\(plan)")
        #expect(plan.contains("~ \(fields).number: {\"type\":\"integer\"} -> {\"type\":\"number\"}  [safe: 1 record]"), "\(plan)")
        #expect(plan.contains("~ modules.craft.records.piece  [safe: 1 record]\n    indexes"), "\(plan)")
    }

    private static func note(_ version: String, hasStates: Bool) -> String {
        let head = """
            module: craft
            version: \(version)
            kernel: ">=1.0 <2.0"
            title: {nb: Verksted, nn: Verkstad, en: Workshop}
            records:
              note:
                title: {nb: Notat, nn: Notat, en: Note}
                parent: kernel.offering
                create: {by: [everyone]}
                read: {everyone: all}
                fields:
                  number: {type: integer}

            """
        let states = """
                workflow: note
            workflows:
              note:
                title: {nb: Notat, nn: Notat, en: Note}
                initial: draft
                states:
                  draft: {title: {nb: Utkast, nn: Utkast, en: Draft}}
                  sent: {final: true, title: {nb: Sendt, nn: Send, en: Sent}}
                transitions:
                  send: {title: {nb: Send, nn: Send, en: Send}, from: draft, to: sent, by: [everyone]}

            """
        return hasStates ? head + states : head
    }

    /// All states at once are no less than one of them: records that have states keep them, and those that have none get none.
    @Test(arguments: [true, false]) func statesAreNeitherTakenNorGiven(hasStates: Bool) throws {
        let lab = try lab(Self.note("1.0.0", hasStates: hasStates))
        let id = try lab.make("craft.note.create", "--offering", "nord-h27", "--number", "1", by: "p1")
        try lab.session.put(Self.note("1.1.0", hasStates: !hasStates), UpgradeTests.path)
        let plan = lab.session.run("plan").out
        #expect(plan.contains("modules.craft.records.note.workflow: note  [cannot change now: 1 record]"), "\(plan)")
        #expect(plan.contains("the records were made with states or without"), "\(plan)")
        #expect(lab.session.run("apply", "--yes", "--lose-work").code == 77)
        #expect(try lab.show("craft.note", id, by: "p1") != nil)
    }

    @Test(arguments: [true, false]) func whereNobodyHasWrittenStatesComeAndGo(hasStates: Bool) throws {
        let lab = try lab(Self.note("1.0.0", hasStates: hasStates))
        try lab.session.put(Self.note("1.1.0", hasStates: !hasStates), UpgradeTests.path)
        try lab.ok("apply", "--yes")
        let id = try lab.make("craft.note.create", "--offering", "nord-h27", "--number", "1", by: "p1")
        #expect(try lab.show("craft.note", id, by: "p1")?["values"]?["number"]?.integer == 1)
    }

    /// The full-text index has two words of its own.
    @Test func anySearchedFieldMayHaveAnyName() throws {
        let lab = try lab(
            UpgradeTests.first.replacing(
                "      old: {type: text, personal: \"no\"}",
                with: "      rank: {type: text, personal: \"no\"}\n      rowid: {type: text, personal: \"no\"}"
            ).replacing("search: [text]", with: "search: [text, rank, rowid]"))
        try lab.ok("do", "craft.piece.create", "--offering", "nord-h27", "--rank", "Første", "--rowid", "blåbær", "--as", "p1")
        #expect(try lab.ok("list", "craft.piece", "--search", "blåbær").contains("Første"))
        try lab.ok("do", "craft.piece.update", "1", "--rank", "Andre", "--as", "p1")
        #expect(try lab.ok("list", "craft.piece", "--search", "andre").contains("blåbær"))
    }
}
