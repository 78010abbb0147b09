import Kernel
import Testing

/// The formats for programs: `kjerne.diagnostics/1` and SARIF.
struct MachineRendererTests {
    private func sample() -> (Diagnostics, SourceMap) {
        var sources = SourceMap()
        let file = sources.add(path: "Modules/å b/module.yaml", bytes: Array("😀: 1\n😀: 2\n".utf8))
        var diagnostics = Diagnostics()
        diagnostics.report(contentsOf: YAMLReader.read(file).diagnostics)
        let span = file.span(fromByte: 6, toByte: 7)
        diagnostics.report(
            Diagnostic(
                "test/fix", .warning, Text(nb: "én", nn: "ein", en: "one"), at: span, label: Text(verbatim: "did you mean '2'?"),
                fix: .init(replace: span, with: "2")))
        diagnostics.report(Diagnostic("test/nowhere", .note, Text(verbatim: "nowhere"), at: nil))
        return (diagnostics, sources)
    }

    @Test func jsonFollowsTheContract() throws {
        let (diagnostics, sources) = sample()
        let value = JSONRenderer(language: .nn).value(diagnostics, in: sources)
        #expect(value["format"] == .string("kjerne.diagnostics/1"))
        let all = try #require(value["diagnostics"]?.array)
        #expect(all.map { $0["id"]?.string } == ["test/nowhere", "test/fix", "document/duplicate-key"])
        for one in all {
            #expect(one.object?.map(\.key) == ["id", "severity", "message", "file", "start", "end", "labels", "notes", "help", "fix"])
        }
        #expect(all[0]["file"]?.isNull == true)
        #expect(all[1]["message"] == .string("ein"))
        #expect(all[1]["labels"]?.array?.first?["start"] == all[1]["start"])
        #expect(all[1]["fix"]?["replacement"] == .string("2"))
        #expect(all[1]["start"]?.compact == "{\"line\":1,\"column\":4,\"byte\":6,\"utf16\":5}")
        #expect(all[2]["end"]?.compact == "{\"line\":2,\"column\":2,\"byte\":12,\"utf16\":3}")
        #expect(all[2]["labels"]?.array?.first?["message"] == .string("første gong her"))
        #expect(try JSONValue(parsing: Array(JSONRenderer(language: .nn).render(diagnostics, in: sources).utf8)) == value)
    }

    @Test func sarif() throws {
        let (diagnostics, sources) = sample()
        let value = SARIFRenderer(language: .en, version: "1.2.3").value(diagnostics, in: sources)
        let run = try #require(value["runs"]?.array?.first)
        #expect(run["columnKind"] == .string("utf16CodeUnits"))
        let results = try #require(run["results"]?.array)
        let rules = try #require(run["tool"]?["driver"]?["rules"]?.array)
        #expect(results.count == 2)
        // What GitHub asks of a rule, and of the place of a result.
        for rule in rules {
            for key in ["shortDescription", "fullDescription", "help"] {
                #expect(rule[key]?["text"]?.string?.isEmpty == false, "\(key) of \(rule.compact)")
            }
            #expect(["error", "warning", "note"].contains(rule["defaultConfiguration"]?["level"]?.string))
        }
        for result in results {
            #expect(["error", "warning", "note"].contains(result["level"]?.string) && result["message"]?["text"]?.string?.isEmpty == false)
            #expect(result["locations"]?.array?.first?["physicalLocation"]?["artifactLocation"]?["uriBaseId"] == .string("%SRCROOT%"))
            let index = try #require(result["ruleIndex"]?.integer)
            #expect(rules[index]["id"] == result["ruleId"])
            let place = result["locations"]?.array?.first?["physicalLocation"]
            #expect(place?["artifactLocation"]?["uri"] == .string("Modules/%C3%A5%20b/module.yaml"))
        }
        #expect(
            results[1]["locations"]?.array?.first?["physicalLocation"]?["region"]?.compact
                == "{\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":3}")
        #expect(
            results[0]["fixes"]?.array?.first?["artifactChanges"]?.array?.first?["replacements"]?.array?.first?["insertedContent"]?["text"]
                == .string("2"))
        #expect(results[1]["relatedLocations"]?.array?.first?["id"] == .integer(1))
        #expect(run["invocations"]?.array?.first?["toolConfigurationNotifications"]?.array?.count == 1)
    }

    /// What is said of a rule is the same whatever is found first; what is said of a case is about the case.
    @Test func sarifSaysOfARuleWhatHoldsForAllItsCases() throws {
        var sources = SourceMap()
        let file = sources.add(path: "a.yaml", bytes: Array("a: 1\nb: 2\n".utf8))
        func rules(_ words: [String], _ known: [String: RuleText] = [:]) throws -> ([String], [String]) {
            var diagnostics = Diagnostics()
            for (number, word) in words.enumerated() {
                diagnostics.report(
                    Diagnostic(
                        "schema/value", number == 0 ? .warning : .error, Text(verbatim: word),
                        at: file.span(fromByte: number, toByte: number + 1),
                        help: Text(verbatim: "help for \(word)")))
            }
            let run = try #require(
                SARIFRenderer(language: .nn, version: "1", rules: known).value(diagnostics, in: sources)["runs"]?.array?.first)
            return (
                try #require(run["tool"]?["driver"]?["rules"]?.array).map(\.compact),
                try #require(run["results"]?.array).compactMap { $0["message"]?["text"]?.string }
            )
        }
        let (first, cases) = try rules(["one", "two"])
        #expect(try rules(["two", "one"]).0 == first)
        #expect(first.count == 1 && first[0].contains("kjerne schema show") && !first[0].contains("help for") && first[0].contains("error"))
        #expect(cases == ["one\nhelp for one", "two\nhelp for two"])
        let known = RuleText(title: Text(verbatim: "Title"), help: Text(verbatim: "What it means"))
        #expect(try rules(["one"], ["schema/value": known]).0[0].contains("What it means"))
    }

    /// A fault keeps its fingerprint when lines come or go above it, and two equal faults have two.
    @Test func fingerprints() throws {
        func prints(_ text: String) throws -> [String] {
            var sources = SourceMap()
            var diagnostics = Diagnostics()
            diagnostics.report(contentsOf: YAMLReader.read(sources.add(path: "a.yaml", bytes: Array(text.utf8))).diagnostics)
            let results =
                SARIFRenderer(language: .en, version: "1").value(diagnostics, in: sources)["runs"]?.array?.first?["results"]?.array ?? []
            return try results.map { try #require($0["partialFingerprints"]?["primaryLocationLineHash"]?.string) }
        }
        let text = "a: *x\nb: *y\nl:\n  - *x\n  - *x\n"
        let first = try prints(text)
        #expect(Set(first).count == 4)
        #expect(try prints("# one\n\n" + text.replacing("  - ", with: "      - ")) == first)
    }
}
