import Agreement
import Kernel

/// Times the search and the matrix of a framework in a store, and the measure of agreement.
enum CurriculumBench {
    /// Searches as people type them, each once to warm up and once on time.
    ///
    /// - Returns: the 95th percentile of the time of a search, from its parameters to its table.
    static func search(_ path: String, queries: [String], linked: LinkedModules) throws -> Int64 {
        let reports = try Reports(path, linked: linked)
        var times: [Int64] = []
        for words in queries {
            // JSON's strings are what the queries need: letters, spaces and a star.
            let parameters = try Main.node(#"{"words": "\#(words)", "limit": 50}"#)
            _ = try reports.time("curriculum.search", parameters)
            times.append(try reports.time("curriculum.search", parameters))
        }
        return times.sorted()[times.count * 95 / 100]
    }

    /// The matrix of one plan.
    static func matrix(_ path: String, linked: LinkedModules) throws -> Int64 {
        try Reports(path, linked: linked).time(
            "curriculum.matrix", try Main.node(#"{"plan": "BEN01-01", "by": "core-element", "turn": false}"#))
    }

    /// Alpha of 200 people and 20 vignettes on an ordinal scale of five, with 1,000 draws.
    static func agreement() throws -> Int64 {
        var numbers = Seeded(state: 7)
        let raters = (0..<200).map { _ in (0..<20).map { unit in Optional((unit + Int(numbers.next() % 3)) % 5) } }
        let start = Main.now()
        let alpha = KrippendorffAlpha(RatingTable(raters: raters, categories: 5), level: .ordinal)
        let value = alpha.value(of: Array(0..<20))
        var bootstrap = Bootstrap(Seeded(state: 1), draws: 1000)
        let interval = bootstrap.interval(units: 20) { alpha.value(of: $0) }
        let time = Main.now() - start
        guard let number = value.number, let interval, interval.lower <= number, number <= interval.upper else { throw Main.Faulty() }
        return time
    }

    /// A generator that gives the same numbers every time (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// Reports on one store, as the operator gets them.
    private struct Reports {
        let store: Store
        let live: LiveConfiguration
        let catalog: ReportCatalog
        let context: RunContext

        init(_ path: String, linked: LinkedModules) throws {
            store = try Store.open(at: path, access: .readOnly)
            live = try store.read { try LiveConfiguration.load($0, linked: linked) }
            catalog = ReportCatalog(live)
            context = RunContext(clock: .fixed(try Instant("2027-12-10T08:00:00Z")))
        }

        func time(_ name: String, _ parameters: Node) throws -> Int64 {
            guard let report = catalog.find(name) else { throw Main.Faulty() }
            let start = Main.now()
            let answer = try ReportRunner(live: live, store: store).run(report, parameters, context: context)
            let time = Main.now() - start
            guard !answer.table.rows.isEmpty else { throw Main.Faulty() }
            return time
        }
    }
}
