extension TimeSpan {
    /// The length as people say it: `3 uker`, `15 working days`.
    public var words: Text {
        switch self {
        case .workingDays(let count):
            Self.count(
                count, Text(nb: "virkedag", nn: "yrkedag", en: "working day"), Text(nb: "virkedager", nn: "yrkedagar", en: "working days"))
        case .duration(let duration): duration.words
        }
    }

    fileprivate static func count(_ number: Int, _ one: Text, _ many: Text) -> Text {
        let word = number == 1 ? one : many
        return Text(nb: "\(number) \(word(.nb))", nn: "\(number) \(word(.nn))", en: "\(number) \(word(.en))")
    }
}

extension CalendarDuration {
    /// The length as people say it: `1 år og 2 måneder`.
    public var words: Text {
        let parts: [(Int, Text, Text)] = [
            (years, Text(nb: "år", nn: "år", en: "year"), Text(nb: "år", nn: "år", en: "years")),
            (months, Text(nb: "måned", nn: "månad", en: "month"), Text(nb: "måneder", nn: "månader", en: "months")),
            (weeks, Text(nb: "uke", nn: "veke", en: "week"), Text(nb: "uker", nn: "veker", en: "weeks")),
            (days, Text(nb: "dag", nn: "dag", en: "day"), Text(nb: "dager", nn: "dagar", en: "days")),
            (hours, Text(nb: "time", nn: "time", en: "hour"), Text(nb: "timer", nn: "timar", en: "hours")),
            (minutes, Text(nb: "minutt", nn: "minutt", en: "minute"), Text(nb: "minutter", nn: "minutt", en: "minutes")),
            (seconds, Text(nb: "sekund", nn: "sekund", en: "second"), Text(nb: "sekunder", nn: "sekund", en: "seconds")),
        ]
        let counted = parts.filter { $0.0 > 0 }.map { TimeSpan.count($0.0, $0.1, $0.2) }
        guard let last = counted.last else { return TimeSpan.count(0, parts[3].1, parts[3].2) }
        func joined(_ language: Language, _ and: String) -> String {
            let first = counted.dropLast().map { $0(language) }.joined(separator: ", ")
            return first.isEmpty ? last(language) : "\(first) \(and) \(last(language))"
        }
        return Text(nb: joined(.nb, "og"), nn: joined(.nn, "og"), en: joined(.en, "and"))
    }
}
