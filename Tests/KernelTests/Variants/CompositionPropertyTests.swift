import Foundation
import Testing

@testable import Kernel

/// What must hold of composition whatever the layers are.
@Suite struct CompositionPropertyTests {
    private static let keys = ["semesters", "languages", "aims"]

    /// A workspace of random layers: programmes that stand on earlier programmes, and a variant on some of them.
    private static func layers(_ random: inout Xoshiro256StarStar) -> [String: String] {
        var files: [String: String] = [:]
        let count = Int.random(in: 2...5, using: &random)
        for number in 0..<count {
            let bases = (0..<number).filter { _ in Bool.random(using: &random) }.map { "programme/p\($0)" }.shuffled(using: &random)
            var text = "programme: p\(number)\ntitle: {nb: P, nn: P, en: P}\nlayers: [\(bases.joined(separator: ", "))]\n"
            if number < 2 || Bool.random(using: &random) { text += "semesters: \(Int.random(in: 1...3, using: &random))\n" }
            if Bool.random(using: &random) {
                text += "aims: {a\(Int.random(in: 0...2, using: &random)): {title: {nb: A\(number), nn: A, en: A}}}\n"
            }
            files["Config/programmes/p\(number).yaml"] = text
        }
        let bases =
            (0..<count).filter { _ in Bool.random(using: &random) }.map { "programme/p\($0)" }.shuffled(using: &random) + [
                "institution/academy"
            ]
        let variant = String(
            decoding: Template.files(workspace: "w")["Config/institutions/academy/variants/first-course.yaml"] ?? [], as: UTF8.self)
        files["Config/institutions/academy/variants/first-course.yaml"] = variant.replacing(
            "layers: [institution/academy]", with: "layers: [\(bases.joined(separator: ", "))]")
        return files
    }

    private static func read(_ files: [String: String]) -> Workspace {
        var tree = Template.files(workspace: "w")
        for (path, text) in files { tree[path] = Array(text.utf8) }
        tree[".gitignore"] = nil
        return WorkspaceReader.read(FileTree(tree), linked: LinkedModules(plugins: []))
    }

    /// The layers are listed in another order in every file.
    private static func shuffled(_ files: [String: String], _ random: inout Xoshiro256StarStar) -> [String: String] {
        files.mapValues { text in
            guard let match = text.firstMatch(of: #/layers: \[(.*)\]/#) else { return text }
            let names = match.output.1.split(separator: ", ").map(String.init).shuffled(using: &random)
            return text.replacingCharacters(in: match.range, with: "layers: [\(names.joined(separator: ", "))]")
        }
    }

    @Test func theOrderOfListedLayersDecidesNothing() throws {
        var random = Xoshiro256StarStar(seed: 2027)
        var (sound, conflicts) = (0, 0)
        for _ in 0..<50 {
            let files = Self.layers(&random)
            let first = Self.read(files)
            let second = Self.read(Self.shuffled(files, &random))
            #expect(first.variants.first?.release.digest == second.variants.first?.release.digest)
            let ids = [first, second].map { workspace in workspace.diagnostics.sorted(in: workspace.sources).map(\.id) }
            #expect(ids[0] == ids[1])
            if first.variants.isEmpty { conflicts += 1 } else { sound += 1 }
        }
        #expect(sound > 3 && conflicts > 3, "the generator must make both: \(sound) sound, \(conflicts) in conflict")
    }

    /// A slow model, straight from the rule: of the layers that speak of a value, those count on which no other of them stands.
    @Test func aValueIsThatOfTheLayersNoOtherStandsOn() throws {
        var random = Xoshiro256StarStar(seed: 7)
        for _ in 0..<50 {
            let files = Self.layers(&random)
            let workspace = Self.read(files)
            func below(_ name: String) -> Set<String> {
                (workspace.layers[name]?.bases ?? []).reduce(into: []) { $0.formUnion(below($1.name).union([$1.name])) }
            }
            let all = below("variant/first-course")
            let speaking = all.filter { workspace.layers[$0]?.body["semesters"] != nil }
            let counting = speaking.filter { candidate in !speaking.contains { below($0).contains(candidate) } }
            let values = Set(counting.compactMap { workspace.layers[$0]?.body["semesters"]?.integer })
            let conflict = workspace.diagnostics.sorted(in: workspace.sources).contains {
                $0.id == "variant/conflict" && $0.message(.en).contains("'semesters'")
            }
            #expect(conflict == (values.count > 1))
            if let composed = workspace.variants.first { #expect(composed.variant.body["semesters"]?.integer == values.first) }
        }
    }
}
