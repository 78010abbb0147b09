import Kernel

/// The kinds of seat add up to the places, the minimum can be met, and seats without credits give none.
struct SeatsRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        guard let admission = inspection.section("admission") else { return [] }
        var findings: [Finding] = []
        let places = admission["places"]
        let seats = admission["seats"]?.list ?? []
        if let places, let total = places.integer, !seats.isEmpty {
            let sum = seats.compactMap { $0["number"]?.integer }.reduce(0, +)
            if sum != total {
                findings.append(
                    Finding(
                        Text(
                            nb: "plassene er \(total), men slagene blir til sammen \(sum)",
                            nn: "plassane er \(total), men slaga blir til saman \(sum)",
                            en: "there are \(total) places, but the kinds of seat add up to \(sum)"), at: places.span))
            }
        }
        if let minimum = admission["minimum"], let least = minimum.integer, let most = places?.integer, least > most {
            findings.append(
                Finding(
                    Text(
                        nb: "kurset trenger \(least) for å starte, men har \(most) plasser",
                        nn: "kurset treng \(least) for å starte, men har \(most) plassar",
                        en: "the course needs \(least) to start, but has \(most) places"), at: minimum.span))
        }
        for seat in seats where seat["seat"]?.string == "without-credits" && seat["credits"]?.bool != false {
            findings.append(
                Finding(
                    Text(
                        nb: "plasser uten studiepoeng kan ikke gi studiepoeng", nn: "plassar utan studiepoeng kan ikkje gi studiepoeng",
                        en: "seats without credits cannot give credits"), at: seat["seat"]?.span,
                    help: Text(nb: "skriv credits: false", nn: "skriv credits: false", en: "write credits: false")))
        }
        return findings
    }
}
