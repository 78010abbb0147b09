import Kernel

/// The attendance that the section asks for is the attendance that the requirements ask for.
struct AttendanceAgreesRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        let section = inspection.section("attendance")
        let rule = section?["rule"]?.string ?? "none"
        let leaves = inspection.variant.requirementLeaves("attendance")
        let highest = leaves.compactMap { leaf in Percentage.read(leaf).map { (leaf, $0) } }.max { $0.1 < $1.1 }
        if rule == "none" {
            return highest.map { leaf, _ in
                [
                    Finding(
                        Text(
                            nb: "oppmøte kreves, men attendance sier at det ikke er noen regel",
                            nn: "frammøte blir kravd, men attendance seier at det ikkje er nokon regel",
                            en: "attendance is required, but the attendance section says that there is no rule"), at: leaf.span)
                ]
            } ?? []
        }
        guard let minimum = section?["minimum"], let wanted = minimum.integer, highest?.1 != wanted else { return [] }
        let found = highest.map { "\($0.1) %" } ?? Text(nb: "ingenting", nn: "ingenting", en: "nothing")(.en)
        return [
            Finding(
                Text(
                    nb: "attendance krever \(wanted) %, men requirements krever \(highest.map { "\($0.1) %" } ?? "ingenting")",
                    nn: "attendance krev \(wanted) %, men requirements krev \(highest.map { "\($0.1) %" } ?? "ingenting")",
                    en: "the attendance section asks for \(wanted) %, but the requirements ask for \(found)"), at: minimum.span,
                labels: highest.map { [.init($0.0.span, Text(nb: "kravet", nn: "kravet", en: "the requirement"))] } ?? [])
        ]
    }
}

/// A share of a whole, written `80%`.
enum Percentage {
    static func read(_ node: Node) -> Int? {
        guard let text = node.string, text.hasSuffix("%") else { return nil }
        return Int(text.dropLast())
    }
}
