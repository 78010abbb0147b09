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
