import Testing

@testable import Kernel

@Suite struct ModuleResolverTests {
    /// A whole resolution as one file, so that every place has a line and a column.
    private struct Case {
        var modules: [ModuleDeclaration] = []
        var requests: [ModuleRequest] = []
        var kernel = SemanticVersion(1, 0, 0)

        init(_ yaml: String) throws {
            var sources = SourceMap()
            let result = YAMLReader.read(sources.add(path: "case.yaml", bytes: Array(yaml.utf8)))
            let root = try #require(result.document?.root)
            #expect(result.diagnostics.isEmpty)
            if let text = root["kernel"]?.string { kernel = try SemanticVersion(text) }
            requests = try Self.relations(root["enable"]).map { .init(id: $0.id, range: $0.range, span: $0.span, rangeSpan: $0.rangeSpan) }
            for pair in root["modules"]?.map?.pairs ?? [] {
                let node = pair.value
                let version = try #require(node["version"])
                modules.append(
                    ModuleDeclaration(
                        id: pair.key, span: pair.keySpan, version: try SemanticVersion(#require(version.string)), versionSpan: version.span,
                        kernel: try VersionRange(node["kernel"]?.string ?? "*"), kernelSpan: node["kernel"]?.span,
                        requires: try Self.relations(node["requires"]),
                        after: (node["after"]?.list ?? []).compactMap { item in item.string.map { ($0, item.span) } },
                        conflicts: try Self.relations(node["conflicts"])))
            }
        }

        private static func relations(_ node: Node?) throws -> [ModuleDeclaration.Relation] {
            try (node?.map?.pairs ?? []).map {
                .init(id: $0.key, range: try VersionRange(#require($0.value.string)), span: $0.keySpan, rangeSpan: $0.value.span)
            }
        }

        func resolve() -> Resolution {
            ModuleResolver.resolve(candidates: modules, requested: requests, kernel: kernel)
        }
    }

    private func shown(_ span: SourceSpan?) -> String { span.map { "\($0.start.line):\($0.start.column)-\($0.end.column)" } ?? "-" }

    /// A diagnostic in lines: id, place and message; label; other labels; notes; help.
    private func shown(_ diagnostic: Diagnostic, _ language: Language = .en) -> String {
        var lines = ["\(diagnostic.id) \(shown(diagnostic.span)) \(diagnostic.message(language))"]
        if let label = diagnostic.label { lines.append("  ^ \(label(language))") }
        lines += diagnostic.labels.map { "  \(shown($0.span)) \($0.text(language))" }
        lines += diagnostic.notes.map { "  note: \($0(language))" }
        if let help = diagnostic.help { lines.append("  help: \(help(language))") }
        return lines.joined(separator: "\n")
    }

    private func check(_ yaml: String, _ expected: String) throws {
        let resolution = try Case(yaml).resolve()
        #expect(resolution.diagnostics.map { shown($0) }.joined(separator: "\n") == expected)
        #expect(resolution.order.isEmpty)
        for diagnostic in resolution.diagnostics {
            for language in Language.allCases { #expect(!shown(diagnostic, language).isEmpty) }
        }
    }

    @Test func ordersByNeedThenById() throws {
        let resolution = try Case(
            """
            enable: {participation: ^1.0, curriculum: ^1.0, community: ^1.0, assessment: ^1.0}
            modules:
              assessment: {version: 1.2.0, kernel: ">=1.0 <2.0", requires: {participation: ^1.0}, after: [community, absent]}
              community: {version: 1.0.0, requires: {participation: ^1.0, curriculum: "*"}}
              curriculum: {version: 1.0.0}
              participation: {version: 1.0.3}
              unused: {version: 0.0.1, requires: {nothing: "*"}, conflicts: {curriculum: "*"}}
            """
        ).resolve()
        #expect(resolution.diagnostics.isEmpty)
        #expect(resolution.order == ["curriculum", "participation", "community", "assessment"])
    }

    @Test func nothingIsEnabled() {
        let resolution = ModuleResolver.resolve(candidates: [], requested: [], kernel: SemanticVersion(1, 0, 0))
        #expect(resolution.order.isEmpty && resolution.diagnostics.isEmpty)
    }

    @Test func missingModuleNamesItsChainAndTheNearestName() throws {
        try check(
            """
            enable: {assessment: ^1.0, other: "*", x: ^9.0}
            modules:
              assessment: {version: 1.2.0, requires: {participaton: ^2.0}}
              other: {version: 1.0.0, requires: {participaton: "*"}}
              participation: {version: 2.0.0}
            """,
            """
            module/missing 3:43-55 there is no module 'participaton'
              ^ did you mean 'participation'?
              4:38-50 'other' requires it too
              note: workspace -> assessment ^1.0 -> participaton ^2.0
              help: put the module into Modules/participaton, or remove what requires it
            module/missing 1:40-41 there is no module 'x'
              note: workspace -> x ^9.0
              help: put the module into Modules/x, or remove what requires it
            """)
    }

    @Test func versionsAreExplainedByTheirChain() throws {
        try check(
            """
            enable: {assessment: ^1.0, participation: ^1.0, b: ^3.0}
            modules:
              assessment: {version: 1.2.0, requires: {participation: ^2.0}}
              participation: {version: 1.4.0}
              b: {version: 3.0.0-rc.1}
            """,
            """
            module/version 1:52-56 the workspace asks for 'b' ^3.0, but it is at version 3.0.0-rc.1
              5:16-26 version 3.0.0-rc.1
              note: workspace -> b ^3.0
              help: a prerelease fits only where the range names a prerelease of 3.0.0
            module/version 3:58-62 'assessment' requires 'participation' ^2.0, but it is at version 1.4.0
              4:28-33 version 1.4.0
              note: workspace -> assessment ^1.0 -> participation ^2.0
            """)
    }

    @Test func requiredModulesMustBeEnabledAndAreFollowed() throws {
        try check(
            """
            enable: {a: "*", z: "*"}
            modules:
              a: {version: 1.0.0, requires: {b: ^1.0}}
              b: {version: 1.0.0, requires: {c: ^1.0, absent: "*"}}
              c: {version: 1.0.0, kernel: ^2.0}
              z: {version: 1.0.0, requires: {b: "*"}}
            """,
            """
            module/missing 4:43-49 there is no module 'absent'
              note: workspace -> a * -> b ^1.0 -> absent *
              help: put the module into Modules/absent, or remove what requires it
            module/not-enabled 3:34-35 module 'b' exists but is not enabled
              6:34-35 'z' requires it too
              note: workspace -> a * -> b ^1.0
              help: enable it with 'kjerne modules enable b@^1.0'
            module/not-enabled 4:34-35 module 'c' exists but is not enabled
              note: workspace -> a * -> b ^1.0 -> c ^1.0
              help: enable it with 'kjerne modules enable c@^1.0'
            module/kernel 5:31-35 'c' requires a kernel ^2.0, but this one is 1.0.0
              note: workspace -> a * -> b ^1.0 -> c ^1.0
              help: use an edition of the module that is made for this kernel
            """)
    }

    @Test func conflictsNameBothPlacesOnce() throws {
        try check(
            """
            enable: {a: "*", b: "*", c: "*"}
            modules:
              a: {version: 1.0.0, conflicts: {b: "*", c: ^2.0}}
              b: {version: 1.1.0, conflicts: {a: ^1.0, absent: "*"}}
              c: {version: 1.0.0}
            """,
            """
            module/conflict 3:35-36 'a' cannot be used together with 'b' *
              4:16-21 'b' is at version 1.1.0
              4:35-36 and here the same the other way
              note: workspace -> a *
              note: workspace -> b *
              help: disable one of them in Config/kjerne.yaml
            """)
    }

    @Test func cyclesShowTheirPathAndEachEdge() throws {
        try check(
            """
            enable: {a: "*", b: "*", c: "*", d: "*", e: "*"}
            modules:
              a: {version: 1.0.0, requires: {b: "*"}}
              b: {version: 1.0.0, after: [c]}
              c: {version: 1.0.0, requires: {a: "*"}}
              d: {version: 1.0.0, requires: {d: "*", a: "*"}}
              e: {version: 1.0.0}
            """,
            """
            module/cycle 3:34-35 the modules wait for each other in a circle: a -> b -> c -> a
              ^ 'a' requires 'b'
              4:31-32 'b' comes after 'c'
              5:34-35 'c' requires 'a'
              help: remove one of the links; what two modules share can lie in a third
            module/cycle 6:34-35 the modules wait for each other in a circle: d -> d
              ^ 'd' requires 'd'
              help: remove one of the links; what two modules share can lie in a third
            """)
    }

    @Test func allFaultsAtOnce() throws {
        let resolution = try Case(
            """
            kernel: 2.0.0
            enable: {a: ^2.0, b: "*", c: "*", gone: "*"}
            modules:
              a: {version: 1.0.0, kernel: ^1.0, requires: {b: "*", d: "*"}, conflicts: {c: "*"}}
              b: {version: 1.0.0, after: [a]}
              c: {version: 1.0.0}
              d: {version: 1.0.0}
            """
        ).resolve()
        #expect(
            Set(resolution.diagnostics.map(\.id)) == [
                "module/missing", "module/version", "module/conflict", "module/cycle", "module/kernel", "module/not-enabled",
            ])
        #expect(resolution.diagnostics.count == 6)
    }

    private static func name(_ number: Int) -> String { "m\(String(number, radix: 36))" }

    /// Modules whose needs point at random others; with `back`, also at later ones, so that cycles are likely.
    private func random(_ count: Int, back: Bool, _ random: inout SeededGenerator) -> [ModuleDeclaration] {
        func span(_ line: Int, _ column: Int) -> SourceSpan {
            let position = SourcePosition(line: line, column: column, byte: line * 1000 + column, utf16: column)
            return SourceSpan(file: .init(line), start: position, end: position)
        }
        return (0..<count).map { number in
            var (requires, after, conflicts): ([Int], [Int], [Int]) = ([], [], [])
            for _ in 0..<3 {
                guard back || number > 0 else { continue }
                let other = Int.random(in: 0..<(back ? count + 2 : number), using: &random)
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<4: requires.append(other)
                case 4..<8: after.append(other)
                case 8 where back: conflicts.append(other)
                default: break
                }
            }
            func relations(_ numbers: [Int], column: Int) -> [ModuleDeclaration.Relation] {
                Set(numbers).sorted().map {
                    .init(id: Self.name($0), range: .any, span: span(number, column + $0))
                }
            }
            return ModuleDeclaration(
                id: Self.name(number), span: span(number, 1), version: SemanticVersion(1, number % 3, 0),
                requires: relations(requires, column: 10),
                after: Set(after).sorted().map { (Self.name($0), span(number, 300 + $0)) }, conflicts: relations(conflicts, column: 600))
        }
    }

    private func requests(_ modules: some Sequence<ModuleDeclaration>) -> [ModuleRequest] {
        modules.map { ModuleRequest(id: $0.id, range: .any, span: $0.span) }
    }

    @Test func aRandomGraphWithoutCyclesAlwaysHasAnOrder() {
        var random = SeededGenerator(12)
        for _ in 0..<200 {
            let modules = self.random(Int.random(in: 1...40, using: &random), back: false, &random)
            let resolution = ModuleResolver.resolve(candidates: modules, requested: requests(modules), kernel: SemanticVersion(1, 0, 0))
            #expect(resolution.diagnostics.isEmpty)
            #expect(resolution.order.sorted() == modules.map(\.id).sorted())
            let place = Dictionary(uniqueKeysWithValues: zip(resolution.order, 0...))
            for module in modules {
                for earlier in module.requires.map(\.id) + module.after.map(\.id) {
                    #expect((place[earlier] ?? 0) < (place[module.id] ?? 0))
                }
            }
        }
    }

    @Test func theOrderOfTheInputDoesNotMatter() {
        var random = SeededGenerator(13)
        var withFaults = 0
        for round in 0..<200 {
            let modules = self.random(Int.random(in: 1...20, using: &random), back: round % 2 == 0, &random)
            let enabled = requests(modules.filter { _ in Bool.random(using: &random) || round % 3 == 0 })
            let first = ModuleResolver.resolve(candidates: modules, requested: enabled, kernel: SemanticVersion(1, 0, 0))
            if !first.diagnostics.isEmpty { withFaults += 1 }
            for _ in 0..<5 {
                let again = ModuleResolver.resolve(
                    candidates: modules.shuffled(using: &random), requested: enabled.shuffled(using: &random),
                    kernel: SemanticVersion(1, 0, 0))
                #expect(again.order == first.order)
                #expect(again.diagnostics == first.diagnostics)
            }
            #expect(Set(first.diagnostics).count == first.diagnostics.count)
        }
        #expect(withFaults > 50)
    }

    @Test func aRingIsAlwaysFound() {
        var random = SeededGenerator(14)
        for _ in 0..<100 {
            var modules = self.random(Int.random(in: 3...30, using: &random), back: false, &random)
            let ring = Array(modules.indices.shuffled(using: &random).prefix(Int.random(in: 2...3, using: &random)))
            for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                modules[from].requires.append(.init(id: modules[to].id, range: .any, span: modules[from].span))
            }
            let resolution = ModuleResolver.resolve(candidates: modules, requested: requests(modules), kernel: SemanticVersion(1, 0, 0))
            #expect(resolution.order.isEmpty)
            #expect(resolution.diagnostics.contains { $0.id == "module/cycle" })
            #expect(resolution.diagnostics.allSatisfy { $0.id == "module/cycle" })
        }
    }

    @Test func ofTwoModulesWithOneIdTheFirstOfTheFilesCounts() throws {
        let span = { (file: Int) in SourceSpan(startOf: .init(file)) }
        let old = ModuleDeclaration(id: "a", span: span(1), version: SemanticVersion(1, 0, 0))
        let new = ModuleDeclaration(id: "a", span: span(2), version: SemanticVersion(2, 0, 0))
        let request = ModuleRequest(id: "a", range: try VersionRange("^1.0"), span: span(0))
        for candidates in [[old, new], [new, old]] {
            #expect(ModuleResolver.resolve(candidates: candidates, requested: [request], kernel: SemanticVersion(1, 0, 0)).order == ["a"])
        }
    }
}
