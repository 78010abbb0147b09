import Kernel

/// Several things that are wrong with how a command was called, told together.
struct SeveralFaults: ExplainedError {
    /// In the order of the words of the command; at least one.
    var faults: [HostError]

    var kind: ErrorKind { faults.first?.kind ?? .badInput }
    var message: Text { Self.lines(faults.map(\.message)) }
    var help: Text? {
        let helps = faults.compactMap(\.help)
        return helps.isEmpty ? nil : Self.lines(helps)
    }

    private static func lines(_ texts: [Text]) -> Text {
        func line(_ language: Language) -> String { texts.map { $0(language) }.joined(separator: "; ") }
        return Text(nb: line(.nb), nn: line(.nn), en: line(.en))
    }
}
