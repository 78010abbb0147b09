extension Diagnostic.Severity {
    /// What people read for it.
    public var word: Text {
        switch self {
        case .error: Text(nb: "feil", nn: "feil", en: "error")
        case .warning: Text(nb: "advarsel", nn: "åtvaring", en: "warning")
        case .note: Text(nb: "merknad", nn: "merknad", en: "note")
        }
    }

    /// So many of it: `2 errors`.
    func count(_ count: Int) -> Text {
        if count == 1 { return Text(nb: "1 \(word(.nb))", nn: "1 \(word(.nn))", en: "1 \(word(.en))") }
        return switch self {
        case .error: Text(nb: "\(count) feil", nn: "\(count) feil", en: "\(count) errors")
        case .warning: Text(nb: "\(count) advarsler", nn: "\(count) åtvaringar", en: "\(count) warnings")
        case .note: Text(nb: "\(count) merknader", nn: "\(count) merknader", en: "\(count) notes")
        }
    }
}
