import Kernel

/// Some activity that everyone has is tried out at the participant's own school.
struct OwnSchoolRule: VariantRule {
    func findings(in inspection: VariantInspection) -> [Finding] {
        if inspection.section("community")?["own-school"]?.string == "optional" { return [] }
        let tried = inspection.variant.activities.contains { !$0.onOrder && $0.settings?["site"]?.string == "own-school" }
        guard !tried else { return [] }
        return [
            Finding(
                Text(
                    nb: "ingen aktivitet prøves ut ved egen skole", nn: "ingen aktivitet blir prøvd ut ved eigen skule",
                    en: "no activity is tried out at the participant's own school"), at: nil,
                help: Text(
                    nb: "gi en aktivitet settings: {site: own-school}", nn: "gi ein aktivitet settings: {site: own-school}",
                    en: "give an activity settings: {site: own-school}"))
        ]
    }
}
