import Kernel

extension GradeScale {
    /// The bounds of a value, so that sums of them are exact.
    static let values = -1_000_000...1_000_000

    /// What is wrong with it, as a clause; nil where it can be used.
    var fault: Text? {
        if grades.count < 2 {
            return Text(nb: "den har færre enn to karakterer", nn: "han har færre enn to karakterar", en: "it has fewer than two grades")
        }
        if let bad = grades.first(where: { !Self.isName($0.id) }) {
            return Text(
                nb: "«\(bad.id)» kan ikke være en karakter: bokstaver, tall, + og -, høyst 40",
                nn: "«\(bad.id)» kan ikkje vere ein karakter: bokstavar, tal, + og -, høgst 40",
                en: "'\(bad.id)' cannot be a grade: letters, digits, + and -, at most 40")
        }
        if let twice = grades.first(where: { grade in grades.count { $0.id == grade.id } > 1 }) {
            return Text(
                nb: "«\(twice.id)» står to ganger", nn: "«\(twice.id)» står to gonger", en: "'\(twice.id)' stands there twice")
        }
        let passing = grades.prefix { $0.passes }.count
        if passing == 0 || passing == grades.count || grades.dropFirst(passing).contains(where: \.passes) {
            return Text(
                nb: "de som består, skal stå først, og minst én ikke bestå", nn: "dei som står, skal kome først, og minst éin ikkje stå",
                en: "those that pass come first, and at least one does not")
        }
        return valueFault
    }

    private var valueFault: Text? {
        let given = grades.compactMap(\.value)
        if given.isEmpty { return nil }
        if given.count < grades.count {
            return Text(
                nb: "enten har alle karakterene en verdi, eller ingen", nn: "anten har alle karakterane ein verdi, eller ingen",
                en: "either all grades have a value, or none")
        }
        if given.contains(where: { !Self.values.contains($0) }) {
            return Text(
                nb: "en verdi er utenfor \(Self.values.lowerBound) til \(Self.values.upperBound)",
                nn: "ein verdi er utanfor \(Self.values.lowerBound) til \(Self.values.upperBound)",
                en: "a value lies outside \(Self.values.lowerBound) to \(Self.values.upperBound)")
        }
        let steps = zip(given, given.dropFirst()).map { $1 - $0 }
        if steps.allSatisfy({ $0 < 0 }) || steps.allSatisfy({ $0 > 0 }) { return nil }
        return Text(
            nb: "verdiene skal falle eller stige hele veien", nn: "verdiane skal falle eller stige heile vegen",
            en: "the values fall or rise all the way")
    }

    private static func isName(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 40
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "+"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
