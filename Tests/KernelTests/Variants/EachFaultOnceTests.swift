import Foundation
import Testing

@testable import Kernel

/// Faults of different kinds in the same files are all found, each once, and none that is not there.
@Suite struct EachFaultOnceTests {
    /// A change to a sound workspace and the fault that it brings.
    private struct Mistake {
        var path: String
        var old: String
        var new: String
        var fault: String
    }

    private static let programme = "Config/programmes/example.yaml"
    private static let institution = "Config/institutions/academy/institution.yaml"
    private static let variant = "Config/institutions/academy/variants/first-course.yaml"
    private static let offering = "Config/institutions/academy/offerings/first-course-2027.yaml"
    private static let settings = "Config/kjerne.yaml"

    private static let mistakes: [Mistake] = [
        .init(path: programme, old: "\nprogramme: example", new: "\n", fault: "schema/missing-key 'programme'"),
        .init(path: programme, old: "title: {nb: Et program", new: "titel: {nb: Et program", fault: "schema/unknown-key 'titel'"),
        .init(path: programme, old: "aims: [understand]", new: "aims: [understnd]", fault: "variant/unknown-name 'understnd'"),
        .init(path: programme, old: "kind: knowledge", new: "kind: knowing", fault: "schema/value 'knowing'"),
        .init(path: programme, old: "en: Understand}", new: "}", fault: "schema/missing-key 'en'"),
        .init(path: institution, old: "ownership: state", new: "ownershp: state", fault: "schema/unknown-key 'ownershp'"),
        .init(path: institution, old: "language: nb", new: "language: 7", fault: "schema/type 7"),
        .init(
            path: institution, old: "[programme/example]", new: "[programme/exampel]", fault: "variant/unknown-layer 'programme/exampel'"),
        .init(path: variant, old: "credits: 15", new: "credts: 15", fault: "schema/unknown-key 'credts'"),
        .init(path: variant, old: "institution: academy,", new: "institution: acadmy,", fault: "variant/unknown-name 'acadmy'"),
        .init(path: variant, old: "version: 1", new: "version: one", fault: "schema/type 'one'"),
        .init(path: variant, old: "gatherings:", new: "gathrings:", fault: "schema/unknown-key 'gathrings'"),
        .init(path: variant, old: "start: 0d", new: "start: 0d after nobody", fault: "variant/unknown-anchor 'nobody'"),
        .init(path: variant, old: "start: +10w", new: "start: +10q", fault: "variant/bad-offset 'q'"),
        .init(path: variant, old: "days: 2", new: "days: two", fault: "schema/type 'two'"),
        .init(path: variant, old: "days: 1", new: "days: 1\n        after: closing", fault: "variant/move-ring 'closing'"),
        .init(path: offering, old: "start: 2027", new: "strat: 2027", fault: "schema/unknown-key 'strat'"),
        .init(path: offering, old: "variant: first-course", new: "variant: frst-course", fault: "offering/unknown-variant 'frst-course'"),
        .init(
            path: settings, old: "time-zone: Europe/Oslo", new: "time-zone: Europe/Olso", fault: "workspace/unknown-time-zone 'Europe/Olso'"
        ),
        .init(path: settings, old: "calendar: norway", new: "calender: norway", fault: "schema/unknown-key 'calender'"),
        .init(path: settings, old: "workspace: w", new: "workspace: 7", fault: "schema/type 7"),
        .init(path: settings, old: "path: var/kjerne.sqlite", new: "path: 5", fault: "schema/type 5"),
        .init(path: settings, old: "languages: [", new: "languages: [7, ", fault: "schema/type 7"),
    ]

    private static func faults(_ files: [String: [UInt8]]) -> (words: [String], isSorted: Bool) {
        let workspace = WorkspaceReader.read(FileTree(files), linked: LinkedModules(plugins: []))
        let sorted = workspace.diagnostics.sorted(in: workspace.sources)
        let places = sorted.compactMap { fault in fault.span.map { (workspace.sources[$0.file].path, Int($0.start.byte)) } }
        let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.0 < $1.0 || $0.0 == $1.0 && $0.1 <= $1.1 }
        return (sorted.map { "\($0.id) \($0.message(.en))" }, isSorted && places.count == sorted.count)
    }

    @Test func allFaultsOfARunEachOnceAndNoneFalse() throws {
        var sound = Template.files(workspace: "w")
        sound[".gitignore"] = nil
        #expect(Self.faults(sound).words == [])
        var random = Xoshiro256StarStar(seed: 2)
        for round in 0..<160 {
            let count = round < Self.mistakes.count ? 1 : Int.random(in: 2...7, using: &random)
            let chosen = round < Self.mistakes.count ? [Self.mistakes[round]] : Array(Self.mistakes.shuffled(using: &random).prefix(count))
            var files = sound
            for mistake in chosen {
                let text = String(decoding: files[mistake.path] ?? [], as: UTF8.self)
                try #require(text.components(separatedBy: mistake.old).count == 2, "\(mistake)")
                files[mistake.path] = Array(text.replacing(mistake.old, with: mistake.new).utf8)
            }
            let found = Self.faults(files)
            #expect(found.isSorted)
            let unmatched = found.words.filter { word in
                !chosen.contains { mistake in
                    let parts = mistake.fault.split(separator: " ", maxSplits: 1).map(String.init)
                    return word.hasPrefix(parts[0] + " ") && word.contains(parts[1])
                }
            }
            #expect(unmatched == [] && found.words.count == count, "\(chosen.map(\.fault)) gave \(found.words)")
        }
    }
}
