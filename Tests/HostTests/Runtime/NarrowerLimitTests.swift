import Kernel
import KernelTesting
import Testing

/// A module's next version that takes less than before, with values there that were taken before.
@Suite struct NarrowerLimitTests {
    private func upgrade(_ lab: RuntimeLab, _ old: String, _ new: String) throws -> Session.Answer {
        try lab.session.edit(RuntimeLab.manifest, old, new)
        try lab.session.edit(RuntimeLab.manifest, "version: 1.0.0\n", "version: 1.1.0\n")
        let plan = lab.session.run("plan")
        let applied = lab.session.run("apply", "--yes", now: RuntimeLab.open)
        return Session.Answer(code: applied.code, out: plan.out, err: applied.err)
    }

    private func lab() throws -> RuntimeLab {
        let lab = try RuntimeLab()
        try lab.session.put(
            #"""
            {"offering": "nord-h27", "text": "long text", "number": 5, "share": 0.9, "day": "2027-01-01", "size": "large",
             "tags": ["abcde", "b"], "data": {"a": 9}}
            """#, "in.json")
        try lab.make("lab.thing.create", "--input", "in.json", by: "p1")
        try lab.make(
            "lab.thing.create", "--offering", "nord-h27", "--text", "ab", "--number", "1", "--day", "2027-01-02", "--size", "large",
            "--tags", "a", by: "p1")
        return lab
    }

    static let text = "text: {type: text, min-length: 2, max-length: 10, pattern: \"^[^<]*$\", personal: \"no\"}"
    static let number = "number: {type: integer, minimum: -5, maximum: 5}"
    static let tags = "tags: {type: list, of: {type: text, max-length: 5, personal: \"no\"}, personal: \"no\"}"
    static let data = "data: {type: json, schema: {type: object, required: [a], properties: {a: {type: integer}}}, personal: \"no\"}"

    @Test(arguments: [
        (text, text.replacing("max-length: 10", with: "max-length: 5"), "text", 1),
        (text, text.replacing("min-length: 2", with: "min-length: 3"), "text", 1),
        (text, text.replacing("^[^<]*$", with: "^x"), "text", 2),
        (number, number.replacing("maximum: 5", with: "maximum: 4"), "number", 1),
        (number, "number: {type: number, maximum: 4}", "number", 1),
        ("share: {type: number, minimum: 0, maximum: 1}", "share: {type: number, minimum: 0, maximum: 0.5}", "share", 1),
        (tags, tags.replacing("max-length: 5", with: "max-length: 4"), "tags", 1),
        (data, data.replacing("{type: integer}", with: "{type: integer, maximum: 8}"), "data", 1),
    ]) func whatNoLongerFitsStopsThePlan(old: String, new: String, field: String, count: Int) throws {
        let answer = try upgrade(try lab(), old, new)
        #expect(answer.code == 77, "\(answer)")
        #expect(answer.out.contains("fields.\(field)") && answer.out.contains("cannot change now: \(count) record"), "\(answer.out)")
        #expect(answer.out.contains("what the field would no longer take"), "\(answer.out)")
    }

    @Test(arguments: [
        (text, text.replacing("max-length: 10", with: "max-length: 9")),
        (number, number.replacing("minimum: -5", with: "minimum: 1")),
        (tags, tags.replacing("personal: \"no\"}, personal: \"no\"}", with: "personal: \"no\"}, required: true, personal: \"no\"}")),
        (data, data.replacing("{type: integer}", with: "{type: integer, maximum: 9}")),
        // Nobody has chosen the word that goes, and no record is without a day.
        ("codes:\n  size: {small: {nb: liten, nn: liten, en: small}, large:", "codes:\n  size: {large:"),
        ("      day: {type: date}\n", "      day: {type: date, required: true}\n"),
        (text, text.replacing("{type: text,", with: "{type: text, required: true,")),
    ]) func whereEverythingFitsItIsDone(old: String, new: String) throws {
        let lab = try lab()
        let answer = try upgrade(lab, old, new)
        #expect(answer.code == 0, "\(answer)")
        #expect(try lab.show("lab.thing", "1", by: "p1") != nil)
    }

    @Test func aListThatMustHoldSomethingIsAskedFor() throws {
        let lab = try lab()
        try lab.make("lab.thing.create", "--offering", "nord-h27", by: "p1")
        let answer = try upgrade(
            lab, Self.tags,
            Self.tags.replacing("personal: \"no\"}, personal: \"no\"}", with: "personal: \"no\"}, required: true, personal: \"no\"}")
        )
        #expect(answer.code == 77 && answer.out.contains("1 record would lack a value"), "\(answer)")
    }
}
