import Foundation
import Kernel
import Testing

/// Every type of field: what it takes comes back as it was written, and what it does not take changes nothing and is shown at its place.
@Suite struct FieldTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var field: String
        var json: String
        /// The diagnostic that refuses it; nil where it is taken.
        var refused: String?
        var testDescription: String { "\(field): \(json)" }

        init(_ field: String, _ json: String, _ refused: String? = nil) { (self.field, self.json, self.refused) = (field, json, refused) }
    }

    static let cases = [
        Case("text", #""ab""#), Case("text", #""æøå𝄞""#), Case("text", #""a""#, "schema/"), Case("text", #""abcdefghijk""#, "schema/"),
        Case("text", #""<script>""#, "schema/"), Case("text", "5", "schema/type"), Case("text", #""""#, "schema/"),
        Case("text", #"["ab"]"#, "schema/type"), Case("text", #""'; --""#), Case("text", #""a\nb""#),
        Case("number", "-5"), Case("number", "5"), Case("number", "6", "schema/"), Case("number", "-6", "schema/"),
        Case("number", "1.5", "schema/type"), Case("number", #""1""#, "schema/type"), Case("number", "99999999999999999999", "schema/"),
        Case("share", "0.25"), Case("share", "1"), Case("share", "1.01", "schema/"), Case("share", "true", "schema/type"),
        Case("done", "true"), Case("done", "1", "schema/type"), Case("done", #""yes""#, "schema/type"),
        Case("day", #""2028-02-29""#), Case("day", #""2027-02-29""#, ""), Case("day", #""27-02-01""#, ""),
        Case("day", "20270201", "schema/type"),
        Case("at", #""2027-09-20T08:00:00Z""#), Case("at", #""2027-09-20""#, ""), Case("at", #""2027-13-20T08:00:00Z""#, ""),
        Case("length", #""P3D""#), Case("length", #""three days""#, ""), Case("size", #""small""#), Case("size", #""smal""#, "schema/"),
        Case("name", #"{"en":"A","nb":"B"}"#), Case("name", #"{}"#, "schema/"), Case("name", #""A""#, "schema/type"),
        Case("name", #"{"nb":""}"#, "schema/"), Case("name", #"{"not a language":"A"}"#, "schema/"),
        Case("data", #"{"a":1,"b":[null,{}]}"#), Case("data", #"{"a":"x"}"#, "schema/type"), Case("data", #"{}"#, "schema/"),
        Case("tags", #"["a","b","a"]"#), Case("tags", "[]"), Case("tags", #"["abcdef"]"#, "schema/"), Case("tags", #""a""#, "schema/type"),
        Case("days", #"["2027-01-01","2026-01-01"]"#), Case("days", #"["2027-01-01","2027-02-30"]"#, ""),
        Case("helper", #""p1""#), Case("helper", #""nobody""#, "input/no-such-record"), Case("task", #""nord-h27/essay""#),
        Case("task", #""nord-h27/esay""#, "input/no-such-record"), Case("loose", #""gone""#),
        Case("firm", #""gone""#, "input/no-such-record"),
        Case("firm", #""known""#),
    ]

    @Test func everyTypeTakesWhatItSays() throws {
        let lab = try RuntimeLab()
        try lab.ok("do", "lab.term.create", "--word", "known")
        for test in Self.cases {
            try lab.session.put("{\"offering\": \"nord-h27\", \"\(test.field)\": \(test.json)}", "in.json")
            let before = try lab.everything()
            let answer = lab.act("lab.thing.create", "--input", "in.json", "--output", "json", by: "p1")
            if let refused = test.refused {
                #expect(answer.code == 65, "\(test): \(answer.out)\(answer.err)")
                #expect(answer.out.contains("\"id\": \"\(refused)") || refused.isEmpty, "\(test): \(answer.out)")
                #expect(answer.out.contains("in.json"), "\(test) is shown without its place: \(answer.out)")
                #expect(try lab.everything() == before, "\(test) changed something")
            } else {
                let id = try JSONValue(parsing: Array(answer.out.utf8))["id"]?.string
                guard let id, answer.code == 0 else {
                    Issue.record("\(test): \(answer.out)\(answer.err)")
                    continue
                }
                let written = try JSONValue(parsing: Array(test.json.utf8))
                let kept = try #require(try lab.show("lab.thing", id, by: "p2"))
                let value = (kept["values"] ?? kept)[test.field]
                let known = test.field == "task" ? JSONValue.string("essay") : written
                #expect(try value?.canonical == known.canonical, "\(test): \(kept.compact)")
                try lab.ok("do", "lab.thing.delete", id, "--as", "p1")
            }
        }
    }

    @Test func allFaultsAreShownAtOnce() throws {
        let lab = try RuntimeLab()
        let answer = lab.act(
            "lab.thing.create", "--offering", "nord-h27", "--firm", "gone", "--helper", "nobody", "--task", "nord-h27/esay", by: "p1")
        #expect(answer.code == 65)
        for word in ["gone", "nobody", "esay"] { #expect(answer.err.contains(word), "\(answer.err)") }
    }

    @Test func keysAndUniqueValues() throws {
        let lab = try RuntimeLab()
        for word in ["a", "b", "1"] { try lab.ok("do", "lab.term.create", "--word", word) }
        #expect(lab.act("lab.term.create", "--word", "a").code == 77)
        #expect(lab.act("lab.term.create", "--word", "").code == 65)
        try lab.ok("do", "lab.edge.create", "--from", "a", "--to", "b")
        try lab.ok("do", "lab.edge.create", "--from", "b", "--to", "1")
        #expect(lab.act("lab.edge.create", "--from", "a", "--to", "b").code == 77)
        #expect(try lab.show("lab.edge", "a/b") != nil)
        #expect(try lab.show("lab.edge", "b/a") == nil)
        // The number that lists and the log tell opens it too; where a key is a number, the key comes first.
        #expect(try lab.show("lab.edge", "1")?["id"]?.integer == 1)
        #expect(lab.act("lab.term.delete", "a").code == 77, "another record refers to it")
        try lab.ok("do", "lab.thing.create", "--offering", "nord-h27", "--number", "3")
        let again = lab.act("lab.thing.create", "--offering", "nord-h27", "--number", "3")
        #expect(again.code == 77)
        #expect(again.err.contains("number"))
    }

    @Test func aDanglingReferenceStays() throws {
        let lab = try RuntimeLab()
        try lab.ok("do", "lab.term.create", "--word", "word")
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--loose", "word")
        try lab.ok("do", "lab.term.delete", "word")
        #expect(try lab.show("lab.thing", id)?.compact.contains("\"word\"") == true)
    }

    @Test func aFieldCanBeEmptiedAgain() throws {
        let lab = try RuntimeLab()
        let id = try lab.make("lab.thing.create", "--offering", "nord-h27", "--number", "3", "--size", "small", "--tags", "a")
        try lab.session.put(#"{"number": null, "size": null, "tags": []}"#, "in.json")
        try lab.ok("do", "lab.thing.update", id, "--input", "in.json")
        #expect(try lab.texts("SELECT \"number\", \"size\" FROM lab_thing") == ["|"])
    }

    @Test func aliasesAreUniqueInTheirScopeAndInNoOrder() throws {
        let lab = try RuntimeLab()
        for person in ["p1", "p2", "p3"] {
            for task in ["essay", "trial", "make-good"] { try lab.ok("do", "lab.work.create", "--activity", task, "--as", person) }
        }
        #expect(try lab.texts("SELECT activity FROM lab_work GROUP BY activity HAVING count(DISTINCT alias) <> 3").isEmpty)
        let aliases = try lab.texts("SELECT alias FROM lab_work ORDER BY _id").compactMap(Int.init)
        #expect(aliases.allSatisfy { $0 >= 100 })
        #expect(aliases != aliases.sorted() && aliases != aliases.sorted(by: >))
    }
}
