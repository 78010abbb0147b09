import KernelTesting
import Testing

/// Numbers that no double keeps: nothing is written or found as another number than the one that stands there.
struct LargeNumberTests {
    /// Numbers without bounds, and a report and a grant that choose by them.
    private func lab() throws -> RuntimeLab {
        try RuntimeLab { files in
            var text = files[RuntimeLab.manifest]
            text = text.replacing("number: {type: integer, minimum: -5, maximum: 5}", with: "number: {type: integer}")
            text = text.replacing(
                "share: {type: number, minimum: 0, maximum: 1}",
                with: "share: {type: number}\n      shares: {type: list, of: {type: number}}")
            text = text.replacing(
                "  edge:\n",
                with: """
                      mark:
                        title: {nb: Merke, nn: Merke, en: Mark}
                        key: [value]
                        create: {by: [everyone]}
                        delete: {by: [everyone]}
                        read: {everyone: all}
                        fields:
                          value: {type: number, required: true}
                      edge:

                    """)
            text += """

                reports:
                  shares:
                    title: {nb: Andeler, nn: Delar, en: Shares}
                    by: [everyone]
                    parameters: {type: object, properties: {share: {type: number}}}
                    reads: {thing: [text, share]}
                    columns: [{id: text, value: text}]
                    where: {share: {parameter: share}}
                  halves:
                    title: {nb: Halve, nn: Halve, en: Halves}
                    by: [everyone]
                    reads: {thing: [text, share]}
                    columns: [{id: text, value: text}]
                    where: {share: [0.5, 2]}

                """
            files[RuntimeLab.manifest] = text
        }
    }

    private let most = "9007199254740992"
    private let next = "9007199254740993"

    @Test func aNumberThatCannotBeKeptIsRefused() throws {
        let lab = try lab()
        for field in ["--share", "--shares"] {
            let answer = lab.act("lab.thing.create", "--offering", "nord-h27", field, next)
            #expect(answer.code == 65, "\(answer.out)")
            #expect(answer.err.contains("[input/number]") && answer.err.contains(most), "\(answer.err)")
            for kept in [most, "1e300", "0.1", "-3"] { try lab.make("lab.thing.create", "--offering", "nord-h27", field + "=" + kept) }
        }
    }

    @Test func anotherNumberIsNotFound() throws {
        let lab = try lab()
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", most, "--shares", most, "--text", "big")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", "2", "--shares", "2", "--text", "two")
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--number", "9007199254740991", "--text", "whole")
        func found(_ flag: String, _ value: String) throws -> [String] {
            let text = try lab.ok("list", "lab.thing", flag, value, "--output", "csv")
            return ["big", "two", "whole"].filter(text.contains)
        }
        for field in ["--share", "--shares"] {
            #expect(try found(field, most) == ["big"])
            #expect(try found(field, next) == [])
            #expect(try found(field, "2") == ["two"])
            #expect(try found(field, "2.0") == ["two"])
            #expect(try found(field, "x") == [])
        }
        #expect(try found("--number", "9007199254740991") == ["whole"])
        #expect(try found("--number", most) == [])
    }

    /// A record that is known by a number is not found, nor taken away, by another.
    @Test func anotherKeyIsNotFound() throws {
        let lab = try lab()
        try lab.make("lab.mark.create", "--value", most)
        #expect(lab.act("lab.mark.create", "--value", most).code == 77)
        #expect(try lab.show("lab.mark", next) == nil)
        #expect(lab.act("lab.mark.delete", next).code == 65)
        #expect(try lab.show("lab.mark", most) != nil)
    }

    /// A number of a report is compared as a number, however it is written.
    @Test func reportsCompareNumbers() throws {
        let lab = try lab()
        for (share, text) in [("2", "two"), ("0.5", "half"), (most, "big")] {
            try lab.make("lab.thing.create", "--offering", "nord-h27", "--share", share, "--text", text)
        }
        let halves = try lab.ok("report", "lab.halves", "--output", "csv")
        #expect(halves.contains("two") && halves.contains("half") && !halves.contains("big"), "\(halves)")
        let two = try lab.ok("report", "lab.shares", "--share", "2", "--output", "csv")
        #expect(two.contains("two") && !two.contains("half"), "\(two)")
        let big = try lab.ok("report", "lab.shares", "--share", most, "--output", "csv")
        #expect(big.contains("big"), "\(big)")
        let none = try lab.ok("report", "lab.shares", "--share", next, "--output", "csv")
        #expect(!none.contains("big"), "\(none)")
    }

    /// A grant of reading that chooses by a number, a moment or a list of them.
    @Test(arguments: [
        ("share: 2", ["--share", "2"]), ("shares: 2", ["--shares", "2"]), ("at: 2027-05-01T10:00:00Z", ["--at-time", ""]),
        ("day: 2027-05-01", ["--day", "2027-05-01"]),
    ]) func grantsCompareNumbersAndMoments(filter: String, words: [String]) throws {
        let lab = try RuntimeLab { files in
            files[RuntimeLab.manifest] = files[RuntimeLab.manifest].replacing(
                "share: {type: number, minimum: 0, maximum: 1}",
                with: "share: {type: number}\n      shares: {type: list, of: {type: number}}"
            ).replacing(
                "    delete: {by: [everyone]}\n    read: {everyone: all}\n    fields:\n      text",
                with: "    read: {participant: {fields: all, where: {\(filter)}}}\n    fields:\n      text")
        }
        let words = words[0] == "--at-time" ? ["--field.at", "2027-05-01T10:00:00Z"] : words
        let fitting = try lab.make(["lab.thing.create", "--offering", "nord-h27", "--text", "fits"] + words)
        let other = try lab.make(["lab.thing.create", "--offering", "nord-h27", "--text", "not"])
        #expect(try lab.show("lab.thing", fitting, by: "p1") != nil)
        #expect(try lab.show("lab.thing", other, by: "p1") == nil)
    }
}
