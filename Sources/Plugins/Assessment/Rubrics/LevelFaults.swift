import Kernel

/// What is wrong with the levels of a judgement, each with its place.
struct LevelFaults {
    private(set) var all: [Text] = []

    /// - Parameters:
    ///   - levels: as they are written, `criterion=level`.
    ///   - isComplete: whether every criterion must have a level.
    init(_ levels: [String], by rubric: Rubric, isComplete: Bool) {
        var seen: Set<String> = []
        for (position, level) in levels.enumerated() {
            let parts = level.split(separator: "=", maxSplits: 1).map(String.init)
            let (criterion, value) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
            let place = "levels[\(position)] «\(level)»"
            guard let known = rubric.criteria.first(where: { $0.id == criterion }) else {
                let list = rubric.criteria.map(\.id).joined(separator: ", ")
                add(
                    nb: "\(place): kriteriet finnes ikke (\(list))", nn: "\(place): kriteriet finst ikkje (\(list))",
                    en: "levels[\(position)] '\(level)': there is no such criterion (\(list))")
                continue
            }
            if !known.levels.contains(where: { $0.id == value }) {
                let list = known.levels.map(\.id).joined(separator: ", ")
                add(
                    nb: "\(place): nivået finnes ikke (\(list))", nn: "\(place): nivået finst ikkje (\(list))",
                    en: "levels[\(position)] '\(level)': there is no such level (\(list))")
            }
            if !seen.insert(criterion).inserted {
                add(
                    nb: "\(place): kriteriet har alt et nivå", nn: "\(place): kriteriet har alt eit nivå",
                    en: "levels[\(position)] '\(level)': the criterion has a level already")
            }
        }
        let missing = rubric.criteria.map(\.id).filter { !seen.contains($0) }
        guard isComplete, !missing.isEmpty else { return }
        let list = missing.joined(separator: ", ")
        add(nb: "nivå mangler for \(list)", nn: "nivå manglar for \(list)", en: "no level for \(list)")
    }

    private mutating func add(nb: String, nn: String, en: String) { all.append(Text(nb: nb, nn: nn, en: en)) }
}
