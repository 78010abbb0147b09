import Kernel
import KernelTesting
import Testing

/// What becomes of records when a module's next version wants other tables.
@Suite struct TableUpgradeTests {
    private func upgrade(_ lab: RuntimeLab, _ changes: [(String, String)], drops: String? = nil) throws -> Session.Answer {
        for (old, new) in changes { try lab.session.edit(RuntimeLab.manifest, old, new) }
        try lab.session.edit(
            RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n" + (drops.map { "drops: {\($0)}\n" } ?? ""))
        return lab.session.run("apply", "--yes", "--lose-work", now: RuntimeLab.open)
    }

    @Test func aNumberIsNeverGivenTwice() throws {
        let lab = try RuntimeLab()
        try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p1")
        let gone = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p2")
        try lab.ok("do", "lab.work.deliver", gone, "--as", "p2")
        try lab.ok("do", "lab.work.return", gone, "--why", "x", "--as", "t1")
        try lab.ok("do", "lab.work.delete", gone, "--as", "p2")
        let answer = try upgrade(
            lab,
            [("      ends: {type: instant}\n", "      ends: {type: instant}\n      pages: {type: integer, required: true, default: 0}\n")])
        #expect(answer.code == 0, "\(answer.err)")
        let new = try lab.make("lab.work.create", "--activity", "essay", "--text", "mine", by: "p3")
        #expect(new != gone && Int(new).map { $0 > Int(gone) ?? 0 } == true)
        // Nothing of the record that is gone shows as its own: text is open for change, as in a new draft.
        #expect(try lab.show("lab.work", new, by: "t1") == nil, "it was delivered in another's life")
    }

    @Test func whatNoLongerFitsIsLostAndTheRestIsKept() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      days: {type: list, of: {type: date}}\n",
                with: """
                          days: {type: list, of: {type: date}}
                          marks: {type: list, of: {type: code, of: [a, b], personal: "no"}, personal: "no"}

                    """, in: RuntimeLab.manifest)
        }
        try lab.session.put(
            #"""
            {"offering": "nord-h27", "text": "2027", "size": "large", "share": 0.5, "number": 1, "tags": ["x", "y"], "marks": ["a", "b"],
             "day": "2027-01-01", "done": true}
            """#, "in.json")
        let id = try lab.make("lab.thing.create", "--input", "in.json", by: "p1")
        let other = try lab.make("lab.thing.create", "--offering", "nord-h27", "--size", "small", "--number", "2", by: "p1")
        let answer = try upgrade(
            lab,
            [
                ("large: {nb: stor, nn: stor, en: large}}", "huge: {nb: svær, nn: svær, en: huge}}"),
                ("share: {type: number, minimum: 0, maximum: 1}", "share: {type: integer}"),
                ("number: {type: integer, minimum: -5, maximum: 5}", "number: {type: date}"),
                ("    unique: [[number]]\n", ""),
                (
                    "tags: {type: list, of: {type: text, max-length: 5, personal: \"no\"}, personal: \"no\"}",
                    "tags: {type: list, of: {type: date}}"
                ),
                ("of: [a, b], personal", "of: [b, c], personal"),
                ("done: {type: boolean, default: false}", "done: {type: list, of: {type: boolean}}"),
            ],
            drops: ["size", "share", "number", "tags", "marks", "done"].map { "thing.\($0): {nb: a, nn: a, en: a}" }.joined(separator: ", ")
        )
        #expect(answer.code == 0, "\(answer.out)\(answer.err)")
        let kept = try #require(try lab.show("lab.thing", id, by: "p1"))
        let values = kept["values"] ?? kept
        #expect(values["text"]?.string == "2027" && values["day"]?.string == "2027-01-01")
        for name in ["size", "share", "number"] { #expect(values[name]?.isNull ?? true, "\(name): \(kept.compact)") }
        #expect(values["marks"]?.compact == #"["b"]"#, "\(kept.compact)")
        #expect(values["tags"]?.array?.isEmpty == true && values["done"]?.array?.isEmpty == true, "\(kept.compact)")
        let second = try #require(try lab.show("lab.thing", other, by: "p1"))
        #expect((second["values"] ?? second)["size"]?.string == "small")
        // The new tables take what the manifest now says.
        try lab.session.put(
            #"{"offering": "nord-h27", "size": "huge", "tags": ["2027-01-01"], "marks": ["c"], "done": [true]}"#, "in.json")
        try lab.make("lab.thing.create", "--input", "in.json", by: "p1")
    }

    @Test func aListOfCodesTakesItsNewWords() throws {
        let lab = try RuntimeLab { files in
            try files.replace(
                "      days: {type: list, of: {type: date}}\n",
                with: "      days: {type: list, of: {type: code, of: [a, b], personal: \"no\"}, personal: \"no\"}\n",
                in: RuntimeLab.manifest)
        }
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--days", "a", "--days", "b", by: "p1")
        let answer = try upgrade(lab, [("of: [a, b], personal", "of: [a, b, c], personal")])
        #expect(answer.code == 0, "\(answer.out)\(answer.err)")
        let kept = try #require(try lab.show("lab.thing", id, by: "p1"))
        #expect((kept["values"] ?? kept)["days"]?.compact == #"["a","b"]"#)
        try lab.make("lab.thing.create", "--offering", "nord-h27", "--days", "c", by: "p1")
    }

    @Test(arguments: [
        (
            "      done: {type: boolean, default: false}\n",
            "      done: {type: boolean, default: false}\n      must: {type: integer, required: true}\n", "must"
        ),
        ("      day: {type: date}\n", "      day: {type: date, required: true}\n", "day"),
    ])
    func aValueThatMustBeThereIsAskedFor(old: String, new: String, field: String) throws {
        let lab = try RuntimeLab()
        try lab.make("lab.thing.create", "--offering", "nord-h27", by: "p1")
        let answer = try upgrade(lab, [(old, new)], drops: "thing.\(field): {nb: a, nn: a, en: a}")
        #expect(answer.code == 77, "\(answer.out)\(answer.err)")
        #expect(answer.err.contains("fields.\(field)"), "\(answer.err)")
    }
}
