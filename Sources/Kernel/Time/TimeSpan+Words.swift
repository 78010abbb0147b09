extension TimeSpan {
    /// The length as people say it: `3 uker`, `15 working days`.
    public var words: Text {
        switch self {
        case .workingDays(let count): Self.count(count, Text(nb: "virkedag", nn: "yrkedag", en: "working day"), "er", "ar")
        case .duration(let duration): duration.words
        }
    }

    fileprivate static func count(_ number: Int, _ one: Text, _ nb: String, _ nn: String) -> Text {
        number == 1
            ? Text(nb: "1 \(one(.nb))", nn: "1 \(one(.nn))", en: "1 \(one(.en))")
            : Text(nb: "\(number) \(one(.nb))\(nb)", nn: "\(number) \(one(.nn))\(nn)", en: "\(number) \(one(.en))s")
    }
}

extension CalendarDuration {
    /// The length as people say it: `1 år og 2 måneder`.
    public var words: Text {
        let parts: [(Int, Text, String, String)] = [
            (years, Text(nb: "år", nn: "år", en: "year"), "", ""), (months, Text(nb: "måned", nn: "månad", en: "month"), "er", "er"),
            (weeks, Text(nb: "uke", nn: "veke", en: "week"), "r", "r"), (days, Text(nb: "dag", nn: "dag", en: "day"), "er", "ar"),
            (hours, Text(nb: "time", nn: "time", en: "hour"), "r", "r"),
            (minutes, Text(nb: "minutt", nn: "minutt", en: "minute"), "er", ""),
            (seconds, Text(nb: "sekund", nn: "sekund", en: "second"), "er", ""),
        ]
        let counted = parts.filter { $0.0 > 0 }.map { TimeSpan.count($0.0, $0.1, $0.2, $0.3) }
        guard let last = counted.last else { return TimeSpan.count(0, parts[3].1, parts[3].2, parts[3].3) }
        func joined(_ language: Language, _ and: String) -> String {
            let first = counted.dropLast().map { $0(language) }.joined(separator: ", ")
            return first.isEmpty ? last(language) : "\(first) \(and) \(last(language))"
        }
        return Text(nb: joined(.nb, "og"), nn: joined(.nn, "og"), en: joined(.en, "and"))
    }
}
