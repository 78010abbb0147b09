import Foundation
import Testing

/// The order of the house, as the design lays it out.
@Suite struct HouseTests {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The kernel's folders in the order of dependency.
    static let folders = [
        "Diagnostics", "Documents", "Schema", "Time", "Extensions", "Modules", "Variants", "Store", "Events", "People", "Access", "Records",
        "Actions",
        "Reports", "Processes", "Planning", "Operations",
    ]

    /// A source file without its comments and strings.
    struct Source {
        var path: String
        var folder: String
        var lines: Int
        var code: String
        var text: String
    }

    static func sources(below root: String) throws -> [Source] {
        let base = repository.appending(path: root)
        let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try files.filter { $0.pathExtension == "swift" }.map { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            let path = String(file.path.dropFirst(base.path.count + 1))
            var code = text.replacing(#/(?s)""".*?"""/#, with: "\"\"")
            code = code.replacing(#/\/\/[^\n]*/#, with: "")
            code = code.replacing(#/"(\\.|[^"\\\n])*"/#, with: "\"\"")
            return Source(
                path: path, folder: path.split(separator: "/").first.map(String.init) ?? "", lines: text.split(separator: "\n").count,
                code: code,
                text: text)
        }
    }

    private static func declared(_ source: Source) -> [String] {
        source.code.matches(of: #/(?m)^(?:public |package |indirect |final )*(?:struct|enum|class|protocol|actor) (\w+)/#).map {
            String($0.output.1)
        }
    }

    /// Whether a file declares a type of that name inside another.
    private static func nests(_ word: String, in source: Source) -> Bool {
        source.code.matches(of: #/(?m)^ +(?:public |private |fileprivate |indirect |final )*(?:struct|enum|class) (\w+)/#).contains {
            $0.output.1 == word
        }
    }

    @Test func aFileUsesTypesOfItsFolderAndThoseAboveIt() throws {
        let sources = try Self.sources(below: "Sources/Kernel")
        #expect(sources.count > 100)
        var home: [String: Int] = [:]
        for source in sources {
            let rank = try #require(Self.folders.firstIndex(of: source.folder), "\(source.path) lies in no folder of the design")
            for type in Self.declared(source) { home[type] = min(home[type] ?? rank, rank) }
        }
        for source in sources {
            let rank = Self.folders.firstIndex(of: source.folder) ?? 0
            for word in Set(source.code.matches(of: #/\b[A-Z]\w+/#).map { String($0.output) }) {
                guard let other = home[word], other > rank, !Self.nests(word, in: source) else { continue }
                Issue.record("\(source.path) uses \(word), which lies in \(Self.folders[other])")
            }
        }
    }

    @Test func theKernelKnowsNoModule() throws {
        let modules = try FileManager.default.contentsOfDirectory(atPath: Self.repository.appending(path: "Modules").path).filter {
            !$0.hasPrefix(".")
        }
        #expect(modules.count >= 5)
        for source in try Self.sources(below: "Sources/Kernel") {
            for module in modules {
                #expect(
                    !source.text.contains(try Regex("\\b\(module)\\b")) || module == "resources" && !source.text.contains("resources."),
                    "\(source.path) names \(module)")
            }
        }
    }

    @Test func filesAreShort() throws {
        for source in try Self.sources(below: "Sources") where !source.path.hasSuffix("+Generated.swift") {
            #expect(source.lines <= 350, "\(source.path) has \(source.lines) lines")
        }
    }

    @Test func everyPluginFolderIsATarget() throws {
        let manifest = try String(contentsOf: Self.repository.appending(path: "Package.swift"), encoding: .utf8)
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.repository.appending(path: "Sources/Plugins").path).sorted()
        let listed = try #require(manifest.firstMatch(of: #/let plugins = \[(.*?)\]/#)).output.1.matches(of: #/"(\w+)"/#).map {
            String($0.output.1)
        }.sorted()
        #expect(folders == listed)
    }
}
