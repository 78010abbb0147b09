import Foundation
import Testing

@testable import Kernel

/// Locks hold and moves are obeyed whatever the layers are; where they cannot, that is said.
@Suite struct LockAndMovePropertyTests {
    private static let variant = "Config/institutions/academy/variants/first-course.yaml"

    private static func read(_ files: [String: String]) -> Workspace {
        var tree = Template.files(workspace: "w")
        for (path, text) in files { tree[path] = Array(text.utf8) }
        tree[".gitignore"] = nil
        return WorkspaceReader.read(FileTree(tree), linked: LinkedModules(plugins: []))
    }

    private static func ids(_ workspace: Workspace) -> [String] { workspace.diagnostics.sorted(in: workspace.sources).map(\.id) }

    /// Programmes that stand on each other by chance, say a number by chance and lock it by chance.
    @Test func aLockedValueIsThatOfTheLayerThatLocks() throws {
        var random = Xoshiro256StarStar(seed: 41)
        let text = String(decoding: Template.files(workspace: "w")[Self.variant] ?? [], as: UTF8.self)
        var (held, broken) = (0, 0)
        for _ in 0..<150 {
            var files: [String: String] = [:]
            var bases: [String: [String]] = [:]
            for number in 0..<4 {
                let below = (0..<number).filter { _ in Bool.random(using: &random) }.map { "programme/p\($0)" }
                var layer = "programme: p\(number)\ntitle: {nb: P, nn: P, en: P}\nlayers: [\(below.joined(separator: ", "))]\n"
                if number == 0 || Int.random(in: 0...2, using: &random) == 0 {
                    layer += "semesters: \(Int.random(in: 1...2, using: &random))\n"
                }
                if Int.random(in: 0...2, using: &random) == 0 {
                    layer += "locks: [{path: semesters, reason: {nb: R, nn: R, en: R}}]\n"
                }
                files["Config/programmes/p\(number).yaml"] = layer
                bases["programme/p\(number)"] = below
            }
            let chosen = ["programme/p2", "programme/p3"]
            files[Self.variant] = text.replacing(
                "layers: [institution/academy]", with: "layers: [institution/academy, \(chosen.joined(separator: ", "))]")
            let workspace = Self.read(files)
            func below(_ name: String) -> Set<String> {
                (bases[name] ?? []).reduce(into: []) { $0.formUnion(below($1).union([$1])) }
            }
            /// The values that count in a layer and what it stands on.
            func values(_ name: String) -> Set<Int> {
                let speaking = below(name).union([name]).filter { workspace.layers[$0]?.body["semesters"] != nil }
                let counting = speaking.filter { candidate in !speaking.contains { below($0).contains(candidate) } }
                return Set(counting.compactMap { workspace.layers[$0]?.body["semesters"]?.integer })
            }
            let locking = chosen.reduce(into: Set(chosen)) { $0.formUnion(below($1)) }.filter {
                workspace.layers[$0]?.locks.isEmpty == false
            }
            let ids = Self.ids(workspace)
            if let composed = workspace.variants.first {
                for name in locking where !values(name).isEmpty {
                    #expect(values(name) == [composed.variant.body["semesters"]?.integer], "\(files)")
                    held += 1
                }
            } else {
                #expect(ids.allSatisfy { ["variant/locked", "variant/conflict", "variant/lock-nowhere"].contains($0) })
                if ids.contains("variant/locked") { broken += 1 }
            }
        }
        #expect(held > 20 && broken > 20, "the generator must make both: \(held) held, \(broken) broken")
    }

    /// Items that are to stand behind others, by chance in rings.
    @Test func movedItemsStandBehindWhatTheyName() throws {
        var random = Xoshiro256StarStar(seed: 42)
        let text = String(decoding: Template.files(workspace: "w")[Self.variant] ?? [], as: UTF8.self)
        let head = text.prefix { _ in true }.components(separatedBy: "parts:")[0]
        var (sound, rings) = (0, 0)
        for _ in 0..<120 {
            let names = (0..<6).map { "g\($0)" }
            var targets: [String: String] = [:]
            for name in names where Int.random(in: 0...2, using: &random) == 0 { targets[name] = names.randomElement(using: &random) }
            let items = names.map { name in
                "      - {gathering: \(name), title: {nb: G, nn: G, en: G}, start: 0d, days: 1\(targets[name].map { ", after: \($0)" } ?? "")}\n"
            }
            let workspace = Self.read([Self.variant: head + "parts:\n  - part: main\n    gatherings:\n" + items.joined()])
            // How many rings there are: an item is the smallest of its ring.
            let ringed = names.filter { name in
                var ring: [String] = []
                var next = targets[name]
                while let step = next, step != name, !ring.contains(step) { (ring, next) = (ring + [step], targets[step]) }
                return next == name && ring.allSatisfy { name < $0 }
            }
            let ids = Self.ids(workspace)
            #expect(ids == Array(repeating: "variant/move-ring", count: ringed.count))
            guard let composed = workspace.variants.first else { rings += 1; continue }
            let order = composed.variant.gatherings.map(\.id)
            #expect(Set(order) == Set(names))
            for (name, target) in targets {
                let (place, behind) = (try #require(order.firstIndex(of: name)), try #require(order.firstIndex(of: target)))
                // Only others that follow the same item, and what follows them, may stand between.
                #expect(behind < place)
                for between in order[(behind + 1)..<place] {
                    var next = targets[between]
                    while let step = next, step != target { next = targets[step] }
                    #expect(next == target)
                }
            }
            sound += 1
        }
        #expect(sound > 20 && rings > 20, "the generator must make both: \(sound) sound, \(rings) with rings")
    }
}
